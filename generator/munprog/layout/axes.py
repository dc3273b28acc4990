"""The axes that a layout may name in `periods`, as one programme fills them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from munprog.layout.axis import Axis, Period
from munprog.layout.sources.plan import schedule_of
from munprog.layout.view import View
from munprog.model.general import Stage
from munprog.model.numerals import roman
from munprog.model.profile import TableLayout

FACT, REPORTING, CURRENT, NEXT, PLAN = "fact", "reporting", "current", "next", "plan"
_PLANNED = (PLAN,)
_FACT_WORD, _PLAN_WORD = "факт", "план"
_ROLES = {"отчётный": REPORTING, "текущий": CURRENT, "очередной": NEXT, _PLAN_WORD: PLAN, _FACT_WORD: FACT}
"""How a programme calls the role of a period."""


def axes_of(view: View, layout: TableLayout) -> Mapping[str, Axis]:
    """Every axis that the columns of this table may run over."""
    return {name: axis(view, layout) for name, axis in _AXES.items()}


def _term(view: View, _: TableLayout) -> Axis:
    """The periods of the term: its calendar years, or its school years where these are given."""
    return Axis(_planned(view))


def _scheduled(view: View, layout: TableLayout) -> Axis:
    """The periods of the term for which the activities of the schedule have a calendar."""
    schedule = schedule_of(view, layout)
    named = {
        period
        for section in (schedule.sections if schedule else ())
        for one in section.activities
        for period in one.calendar
    }
    return Axis(tuple(one for one in _term(view, layout).periods if one.id in named))


def _history(view: View, _: TableLayout) -> Axis:
    """The years before the term for which there is a base or a value, then the term."""
    term = view.program.general.term.periods
    years = {str(one.base.year) for one in view.program.measures if one.base and one.base.year}
    years |= {period for one in view.program.measures for period in one.values}
    years |= set(view.program.general.term.roles)
    before = sorted(year for year in years if term and year < term[0])
    special = {1: (CURRENT,), 2: (REPORTING,)}
    facts = (
        _period(year, _roles(view, year, special.get(len(before) - at, ()), FACT)) for at, year in enumerate(before)
    )
    return Axis((*facts, *_planned(view)))


def _years(view: View, _: TableLayout) -> Axis:
    return Axis(tuple(_period(year, _PLANNED) for year in _calendar(view)))


def _quarters(view: View, _: TableLayout) -> Axis:
    """Four of each calendar year of the term, under the year."""
    return Axis(
        tuple(
            Period(f"{roman(quarter)} {year}", f"{roman(quarter)} квартал", _PLANNED, (f"{year} год",), year, year)
            for year in _calendar(view)
            for quarter in range(1, 5)
        )
    )


def _stages(view: View, _: TableLayout) -> Axis:
    return Axis(tuple(map(partial(_stage, view), view.program.general.term.stages)))


def _stage(view: View, stage: Stage) -> Period:
    """A stage runs from the year of its first day to that of its last."""
    days = [one for one in map(view.program.general.term.dated, stage.when) if one.first and one.last]
    first = str(min(one.first for one in days if one.first).year) if days else ""
    last = str(max(one.last for one in days if one.last).year) if days else ""
    return Period(stage.id, stage.title, _PLANNED, (), first, last)


def _sources(view: View, _: TableLayout) -> Axis:
    money = view.program.finance
    return Axis(tuple(Period(one.id, one.title) for one in money.sources) if money else ())


def _results(view: View, layout: TableLayout) -> Axis:
    """The years of the table of results that the layout is for."""
    analysis = view.program.analysis
    tables = analysis.results.tables if analysis and analysis.results else ()
    return Axis.of(*next((one.years for one in tables if one.id == layout.of), ()))


def _calendar(view: View) -> tuple[str, ...]:
    term = view.program.general.term
    first, last = term.first, term.last
    return tuple(map(str, range(first.year, last.year + 1))) if first and last else ()


def _planned(view: View) -> tuple[Period, ...]:
    """The periods of the term; the first of them is the next year (очередной год) of a budget."""
    periods = view.program.general.term.periods
    return tuple(_period(id, _roles(view, id, () if at else (NEXT,), PLAN)) for at, id in enumerate(periods))


def _roles(view: View, id: str, usual: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Those that the programme gives a period, else the usual ones; of those, plan or fact the last."""
    given = view.program.general.term.roles.get(id)
    special = usual if given is None else tuple(role for role in (_ROLES[given],) if role not in (FACT, PLAN))
    return (*special, _ROLES[given] if given in (_FACT_WORD, _PLAN_WORD) else kind)


def _period(id: str, roles: tuple[str, ...]) -> Period:
    first, _, last = id.partition("/")
    return Period(id, id, roles, (), first, last or first)


_AXES: Mapping[str, Callable[[View, TableLayout], Axis]] = {
    "term": _term,
    "calendar": _scheduled,
    "history": _history,
    "years": _years,
    "quarters": _quarters,
    "stages": _stages,
    "sources": _sources,
    "results": _results,
}
AXES = tuple(_AXES)
"""The names of all axes."""
