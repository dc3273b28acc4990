"""A subprogramme as a programme of its own: what its passport says is derived as that of the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from munprog.model.general import Subprogram
from munprog.model.goals import Goal, Goals
from munprog.model.indicators import Indicators
from munprog.model.item import Item
from munprog.model.passport import Passport
from munprog.model.program import Program

_Item = TypeVar("_Item", bound=Item)


def part_of(program: Program, subprogram: Subprogram) -> Program:
    """The programme with the names, people, tasks, results and indicators of one subprogramme.

    Money is not parted here: its tree knows the subprogrammes.
    """
    tasks = set(subprogram.tasks)
    at = program.general.subprograms.index(subprogram) + 1
    own, found = program.goals, program.indicators
    goals = Goals(
        goal=Goal(text=subprogram.goal),
        tasks=tuple(one for one in program.tasks if one.id in tasks),
        results=tuple(one for one in (own.results if own else ()) if tasks.intersection(one.tasks)),
    )
    passport = Passport(
        responsible=(subprogram.executor,) if subprogram.executor else (),
        coexecutors=subprogram.coexecutors,
        participants=subprogram.participants,
        rows={},
    )
    names = {"title": subprogram.title, "heading": f"Подпрограмма {subprogram.number or at}", "subprograms": ()}
    general = _with(program.general, **names)
    if subprogram.term:
        general = _with(general, term=_with(general.term, duration=subprogram.term, stages=()))
    served = tuple(one for one in found.indicators if one.task in tasks) if found else ()
    return replace(program, general=general, passport=passport, goals=goals, indicators=Indicators(indicators=served))


def _with(item: _Item, **changed: object) -> _Item:
    return type(item)(**{**item.__dict__, **changed})
