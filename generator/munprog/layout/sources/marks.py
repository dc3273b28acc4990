"""Marks against the periods in which something is done: schedules of quarters, years, stages."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from munprog.model.general import Term
from munprog.model.numerals import roman
from munprog.model.plan import Activity
from munprog.model.timing import Days, days_of, days_of_moments
from munprog.model.when import Moment


def marks_of(term: Term, activity: Activity) -> dict[str, str]:
    """A sign at each year, quarter, period of the term and stage in which something is done."""
    return _marks(term, days_of(term, activity))


def marks_at(term: Term, when: Iterable[Moment]) -> dict[str, dict[str, str]]:
    """The series of those signs for moments that stand alone, as those of a stage; empty where they name no days."""
    found = _marks(term, days_of_moments(term, when))
    return {"mark": found} if found else {}


def _marks(term: Term, spans: Sequence[Days]) -> dict[str, str]:
    found = ((id, first, last) for id, first, last in _calendar(term))
    return {id: "+" for id, first, last in found if any(one[0] <= last and one[1] >= first for one in spans)}


def _calendar(term: Term) -> Iterator[tuple[str, date, date]]:
    """The ids that the axes of time use, with their days."""
    if term.first and term.last:
        for year in range(term.first.year, term.last.year + 1):
            yield str(year), date(year, 1, 1), date(year, 12, 31)
            for quarter in range(1, 5):
                last = date(year, quarter * 3, monthrange(year, quarter * 3)[1])
                yield f"{roman(quarter)} {year}", date(year, quarter * 3 - 2, 1), last
    for period in term.school_years:
        yield period, *term.days_of(period)
    for stage in term.stages:
        for moment in map(term.dated, stage.when):
            if moment.first and moment.last:
                yield stage.id, moment.first, moment.last
