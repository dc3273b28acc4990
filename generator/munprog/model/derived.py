"""Rows of the passport that follow from other sections, so that nothing is written twice (R-PAS-1, R-PAS-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from munprog.model.casing import small
from munprog.model.finance import TOTAL
from munprog.model.finance_tree import Ledger, tree_of
from munprog.model.indicators import Measure
from munprog.model.listing import dashed
from munprog.model.program import Program
from munprog.model.quotation import quoted

Lines = tuple[str, ...]


def passport_row(program: Program, id: str) -> Lines:
    """The lines of one row as derived; empty where the sections it comes from say nothing."""
    derive = _ROWS.get(id)
    return derive(program) if derive else ()


def given_row(program: Program, id: str) -> Lines:
    """The lines that a person wrote for the row, empty where nobody did."""
    return program.passport.rows.get(id, ()) if program.passport else ()


def _name(program: Program) -> Lines:
    return (f"{program.general.heading} {quoted(program.general.title)}",)


def _grounds(program: Program) -> Lines:
    return tuple(f"{at}. {ground.printed}" for at, ground in enumerate(program.general.grounds, 1))


def _developers(program: Program) -> Lines:
    return program.names_of_bodies(program.passport.developers) if program.passport else ()


def _executors(program: Program) -> Lines:
    return program.names_of_bodies(program.passport.executors) if program.passport else ()


def _control(program: Program) -> Lines:
    control = program.passport.control if program.passport else None
    if control is None:
        return ()
    return (*program.names_of_bodies(control.bodies), *((control.text,) if control.text else ()))


def _goal(program: Program) -> Lines:
    return (program.goals.goal.text,) if program.goals else ()


def _tasks(program: Program) -> Lines:
    return tuple(f"{task.number or at}. {task.title}" for at, task in enumerate(program.tasks, 1))


def _indicators(program: Program) -> Lines:
    """The measures of the goal; where it names none, all of them."""
    chosen = program.goals.goal.measures if program.goals else ()
    wanted = [one for one in program.measures if one.id in chosen] or program.measures
    return tuple(f"{at}. {_with_target(one)}" for at, one in enumerate(wanted, 1))


def _with_target(measure: Measure) -> str:
    if not measure.values:
        return measure.title
    last = max(measure.values)
    target = measure.values[last]
    unit = f" {measure.unit}" if measure.unit and target.number is not None else ""
    by = f"к {last} году" if last.isdigit() else f"к концу {last} учебного года"
    return f"{measure.title} – {target.text}{unit} {by}"


def _term(program: Program) -> Lines:
    return (program.general.term.printed,)


def _mechanism(program: Program) -> Lines:
    given = program.passport.mechanism if program.passport else ()
    found = program.mechanisms.mechanism if program.mechanisms else ()
    return dashed(given or found)


def _results(program: Program) -> Lines:
    return tuple(f"{at}. {result.text}" for at, result in enumerate(program.goals.results if program.goals else (), 1))


def _finance(program: Program) -> Lines:
    money, tree = program.finance, tree_of(program)
    if money is None or tree is None:
        return ()
    periods = program.general.term.periods
    ledger, form = Ledger(money, periods), money.form
    whole, *by_year = (form.in_sentence(ledger.figure(tree, key)) for key in (TOTAL, *periods))
    years = (f"{_period(period)} – {amount};" for period, amount in zip(periods, by_year, strict=True))
    *others, last = (
        f"{small(one.title)} – {form.in_sentence(ledger.figure(tree, TOTAL, one.id))}" for one in money.sources
    )
    return (
        f"Общий объём финансирования – {whole}, в том числе по годам:",
        *years,
        "по источникам:",
        *(f"{one};" for one in others),
        last,
    )


def _period(period: str) -> str:
    return f"{period} год" if period.isdigit() else f"{period} учебный год"


_ROWS: Mapping[str, Callable[[Program], Lines]] = {
    "name": _name,
    "grounds": _grounds,
    "developers": _developers,
    "executors": _executors,
    "goal": _goal,
    "tasks": _tasks,
    "indicators": _indicators,
    "term": _term,
    "mechanism": _mechanism,
    "results": _results,
    "finance": _finance,
    "control": _control,
}
ROWS = tuple(_ROWS)
"""The ids of the rows that can be derived."""
