"""Rows of the passport that follow from other sections, so that nothing is written twice (R-PAS-1, R-PAS-3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from munprog.model.casing import small
from munprog.model.finance import TOTAL
from munprog.model.finance_tree import Ledger, tree_of
from munprog.model.general import Subprogram
from munprog.model.indicators import Measure, Target
from munprog.model.listing import dashed, punctuated
from munprog.model.meaning import meaning_of
from munprog.model.numerals import mark
from munprog.model.periods import by_period
from munprog.model.profile import PassportRow
from munprog.model.program import Program
from munprog.model.quotation import quoted
from munprog.model.subprogram import part_of

Lines = tuple[str, ...]
Items = Iterable[tuple[str, str]]


def passport_row(program: Program, row: PassportRow, subprogram: Subprogram | None = None) -> Lines:
    """The lines of a row as derived, under its lead; empty where the sections it comes from say nothing.

    In the passport of a `subprogram` they say what concerns it.
    """
    if subprogram:
        money = _money(program, subprogram.id) if row.id == "finance" else ()
        program = part_of(program, subprogram)
        if row.id == "finance":
            return (row.lead, *money) if row.lead and money else money
    if row.id in _LISTS:
        items, style = tuple(_LISTS[row.id](program)), row.style or "1."
        signs = (f"{number or at}." if style == "1." else mark(style, at) for at, (number, _) in enumerate(items, 1))
        ends = (text for _, text in items) if style == "1." else punctuated(text for _, text in items)
        lines = tuple(f"{sign} {text}" for sign, text in zip(signs, ends, strict=True))
    else:
        lines = _TEXTS[row.id](program) if row.id in _TEXTS else ()
    if not row.heading:
        lines = (program.general.named,)
    return (row.lead, *lines) if row.lead and lines else lines


def given_row(program: Program, id: str, subprogram: Subprogram | None = None) -> Lines:
    """The lines that a person wrote for the row, empty where nobody did."""
    rows = subprogram.rows if subprogram else program.passport.rows if program.passport else {}
    given = rows.get(id)
    return given.lines if given else ()


def _name(program: Program) -> Lines:
    return (f"{program.general.headline} {program.general.named}",)


def _grounds(program: Program) -> Items:
    return (("", ground.printed) for ground in program.general.grounds)


def _bodies(field: str) -> Callable[[Program], Lines]:
    """The full names of the bodies that passport.yaml has under this key."""
    return lambda program: program.names_of_bodies(getattr(program.passport, field)) if program.passport else ()


def _subprograms(program: Program) -> Lines:
    found = program.general.subprograms
    return punctuated(f"Подпрограмма {one.number or at} {quoted(one.title)}" for at, one in enumerate(found, 1))


def _stages(program: Program) -> Lines:
    """The term, then its stages."""
    term = program.general.term
    stages = punctuated(f"{one.title} – {', '.join(when.printed for when in one.when)}" for one in term.stages)
    return (f"{term.printed}{':' if stages else ''}", *stages) if term.printed else stages


def _control(program: Program) -> Lines:
    control = program.passport.control if program.passport else None
    if control is None:
        return ()
    return (*program.names_of_bodies(control.bodies), *((control.text,) if control.text else ()))


def _goal(program: Program) -> Lines:
    return (program.goals.goal.text,) if program.goals and program.goals.goal.text else ()


def _tasks(program: Program) -> Items:
    return ((task.number, task.title) for task in program.tasks)


def _indicators(program: Program) -> Items:
    """The measures of the goal; where it names none, all of them."""
    chosen = program.goals.goal.measures if program.goals else ()
    wanted = [one for one in program.measures if one.id in chosen] or program.measures
    return (("", _with_target(one)) for one in wanted)


def _with_target(measure: Measure) -> str:
    """The value of the last period, or the final one, in the measure's unit unless it bears its own."""
    last = max(measure.values, default="")
    target = measure.target or Target(value=measure.values.get(last), by=last)
    meaning = meaning_of(target.value) if target.value else None
    unit = measure.unit if meaning and not meaning.unit else ""
    value = target.value.text if target.value else ""
    said = " ".join(part for part in (value, unit, by_period(target.by)) if part)
    return f"{measure.title} – {said}" if said else measure.title


def _term(program: Program) -> Lines:
    return (program.general.term.printed,)


def _mechanism(program: Program) -> Lines:
    given = program.passport.mechanism if program.passport else ()
    found = program.mechanisms.mechanism if program.mechanisms else ()
    return dashed(given or found)


def _results(program: Program) -> Items:
    return ((result.number, result.text) for result in (program.goals.results if program.goals else ()))


def money_lines(program: Program, subprogram: str = "") -> tuple[str, Lines, Lines]:
    """The money of the programme, or of a subprogramme, in words: all of it, by year, by source (without marks at the
    ends of the lines)."""
    money, tree = program.finance, tree_of(program)
    if subprogram and tree:
        tree = next((one for one in tree.walk() if one.key == f"subprogram:{subprogram}"), None)
    if money is None or tree is None:
        return "", (), ()
    periods = program.general.term.periods
    ledger, form = Ledger(money, periods), money.form
    whole, *by_year = (form.in_sentence(ledger.figure(tree, key)) for key in (TOTAL, *periods))
    years = tuple(f"{_period(period)} – {amount}" for period, amount in zip(periods, by_year, strict=True))
    sources = tuple(
        f"{small(one.title)} – {form.in_sentence(ledger.figure(tree, TOTAL, one.id))}" for one in money.sources
    )
    return f"Общий объём финансирования – {whole}, в том числе по годам:", years, sources


def _finance(program: Program) -> Lines:
    return _money(program)


def _money(program: Program, subprogram: str = "") -> Lines:
    whole, years, sources = money_lines(program, subprogram)
    if not whole:
        return ()
    *others, last = sources
    return (whole, *(f"{one};" for one in years), "по источникам:", *(f"{one};" for one in others), last)


def _period(period: str) -> str:
    return f"{period} год" if period.isdigit() else f"{period} учебный год"


_LISTS: Mapping[str, Callable[[Program], Items]] = {
    "grounds": _grounds,
    "tasks": _tasks,
    "indicators": _indicators,
    "results": _results,
}
"""Rows that are a list: number given by hand, and text of each item."""
_TEXTS: Mapping[str, Callable[[Program], Lines]] = {
    "name": _name,
    "developers": _bodies("developers"),
    "responsible": _bodies("responsible"),
    "coexecutors": _bodies("coexecutors"),
    "executors": _bodies("executors"),
    "participants": _bodies("participants"),
    "subprograms": _subprograms,
    "goal": _goal,
    "term": _term,
    "stages": _stages,
    "mechanism": _mechanism,
    "finance": _finance,
    "control": _control,
}
ROWS = (*_LISTS, *_TEXTS)
"""The ids of the rows that can be derived."""
