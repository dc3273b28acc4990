"""The term of a programme as rules measure by it: one that contradicts itself is no measure."""

from __future__ import annotations

from datetime import date

from munprog.model.general import Term


def is_backwards(term: Term) -> bool:
    return term.first is not None and term.last is not None and term.first > term.last


def has_odd_years(term: Term) -> bool:
    """Whether the years listed are not all those from the first to the last, or not those of the dates."""
    if term.years:
        first = term.start.year if term.start else term.years[0]
        last = term.end.year if term.end else term.years[-1]
        return list(term.years) != list(range(first, last + 1))
    begun = [int(year[:4]) for year in term.school_years]
    return bool(begun) and begun != list(range(begun[0], begun[-1] + 1))


def is_sound(term: Term) -> bool:
    return not is_backwards(term) and not has_odd_years(term)


def bounds(term: Term) -> tuple[date, date] | None:
    """The first and the last day; None where they are not given or not to be relied on."""
    first, last = term.first, term.last
    return (first, last) if first and last and is_sound(term) else None


def periods(term: Term) -> tuple[str, ...]:
    return term.periods if is_sound(term) else ()
