"""The days on which an activity begins, ends and goes on: columns of the start and the end, marks in a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from munprog.model.dates import format_date
from munprog.model.general import Term
from munprog.model.numerals import roman
from munprog.model.plan import Activity
from munprog.model.when import Moment, parse_moment
from munprog.months import MONTHS

Days = tuple[date, date]


def bounds(term: Term, activity: Activity) -> tuple[str, str]:
    """When the activity begins and ends, as exactly as its words say: a year, a quarter, a month or a day.

    A deadline alone has no beginning; empty where the words name no days of the term.
    """
    timed = tuple(_timed(term, activity))
    if not timed:
        return "", ""
    (start, unit), (end, last_unit) = (
        min(((days[0], moment) for moment, days in timed), key=lambda one: one[0]),
        max(((days[1], moment) for moment, days in timed), key=lambda one: one[0]),
    )
    return "" if unit.deadline else _named(start, unit), _named(end, last_unit)


def days_of(term: Term, activity: Activity) -> tuple[Days, ...]:
    """The spans of days in which something is done; of a deadline it is the last day."""
    return tuple((days[1], days[1]) if moment.deadline else days for moment, days in _timed(term, activity))


def days_of_moments(term: Term, when: Iterable[Moment]) -> tuple[Days, ...]:
    """The same of moments that belong to no activity, as those of a stage."""
    return tuple((days[1], days[1]) if moment.deadline else days for moment, days in _in_term(term, when))


def _in_term(term: Term, when: Iterable[Moment]) -> Iterator[tuple[Moment, Days]]:
    if term.first and term.last:
        for moment in map(term.dated, when):
            yield from ((moment, days) for days in _days(moment, term.first, term.last))


def _timed(term: Term, activity: Activity) -> Iterator[tuple[Moment, Days]]:
    yield from _in_term(term, activity.when)
    for period, moments in activity.calendar.items():
        for moment in map(term.dated, moments):
            yield from ((moment, days) for days in _days(moment, *term.days_of(period)))


def _days(moment: Moment, first: date, last: date) -> Iterable[Days]:
    """What comes again in named months («ежегодно, май») comes in each year; words that name no time have no days."""
    if moment.recurs:
        inner = parse_moment(moment.text.partition(",")[2].strip())
        if inner is None or inner.months is None:
            return ((first, last),)
        found = (inner.within(date(year, 1, 1), date(year, 12, 31)) for year in range(first.year, last.year + 1))
        return tuple(days for days in found if days[0] <= last and days[1] >= first)
    return (moment.within(first, last),) if moment.months or moment.first else ()


def _named(day: date, moment: Moment) -> str:
    unit = moment.months_in_unit
    if moment.recurs or unit == 12:
        return f"{day.year} год"
    if unit == 3:
        return f"{roman((day.month + 2) // 3)} квартал {day.year} года"
    return f"{MONTHS[day.month - 1]} {day.year} года" if unit == 1 or moment.school_year else format_date(day)
