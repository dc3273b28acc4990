"""When an activity takes place: dates, months, quarters, spans, deadlines and recurrences.

A `Moment` keeps the words to print and, where they name days, the first and last of them. A month without a year
is resolved inside a period by `Moment.within`; a recurrence covers the whole period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from munprog.model.casing import small
from munprog.model.dates import DATE_PATTERN, format_date, parse_date
from munprog.months import MONTHS, MONTHS_GENITIVE

_MONTH = "|".join((*MONTHS, *MONTHS_GENITIVE))
_DASH = r"\s*[–—-]\s*"
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_YEAR = r"(?:19|20)\d{2}"
_YEAR_WORD = r"(?:[ \u00a0]?(?:год(?:а|у)?|годы|гг?\.))?"

_RECURRENCE = re.compile(
    r"(?:ежегодно|ежемесячно|ежеквартально|еженедельно|постоянно|по мере необходимости|по отдельному графику"
    r"|(?:один|два|три|четыре|\d+) раза? в (?:год|месяц|квартал|полугодие|неделю)"
    r"|в течение (?:всего )?(?:учебного )?(?:года|срока|периода)(?: реализации программы)?"
    r"|весь период)(?:,\s*.+)?",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"(?P<a>{_YEAR})(?:{_DASH}(?P<b>{_YEAR}))?{_YEAR_WORD}")
_SCHOOL_YEAR = re.compile(rf"(?P<a>{_YEAR})/(?P<b>{_YEAR})(?: учебн(?:ый год|ого года))?")
_MONTHS = re.compile(
    rf"(?P<m>{_MONTH})(?: (?P<y>{_YEAR}){_YEAR_WORD})?(?:{_DASH}(?P<n>{_MONTH})(?: (?P<z>{_YEAR}){_YEAR_WORD})?)?",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    rf"(?P<q>IV|I{{1,3}})(?:{_DASH}(?P<r>IV|I{{1,3}}))? квартал[аы]?(?: (?P<y>{_YEAR}){_YEAR_WORD})?"
)
_DATES = re.compile(rf"(?P<a>{DATE_PATTERN})(?:{_DASH}(?P<b>{DATE_PATTERN}))?")
_DEADLINE = re.compile(r"(?P<lead>не позднее|до) (?P<rest>.+)", re.IGNORECASE)
_UNITS = ((_YEARS, 12), (_QUARTERS, 3), (_MONTHS, 1))


@dataclass(frozen=True, slots=True)
class Moment:
    """One item of `when`. `first` and `last` are days (inclusive), None where the words name no year.

    `months` are the first and last month (1–12) of a moment without a year; `recurs` marks what comes again.
    """

    text: str
    first: date | None = None
    last: date | None = None
    months: tuple[int, int] | None = None
    recurs: bool = False
    deadline: bool = False
    note: str = ""

    @property
    def school_year(self) -> str:
        """«2024/2025» of a school year, whose days are those of the programme; empty for anything else."""
        found = _SCHOOL_YEAR.fullmatch(self.text)
        return f"{found['a']}/{found['b']}" if found else ""

    @property
    def months_in_unit(self) -> int:
        """How many months the unit has in which the words speak: 12 in years, 3 in quarters, 1 in months, 0 in days."""
        words = _DEADLINE.sub(r"\g<rest>", self.text)
        return next((length for pattern, length in _UNITS if pattern.fullmatch(words)), 0)

    @property
    def inside(self) -> str:
        """The words in the middle of a sentence: «до декабря 2018», but «I квартал»."""
        return self.text if self.text.startswith("I") else small(self.text)

    @property
    def printed(self) -> str:
        return f"{self.text} ({self.note})" if self.note else self.text

    def within(self, start: date, end: date) -> tuple[date, date]:
        """The days of the moment, in a period from `start` to `end`.

        A month without a year is its first coming that is not over when the period starts.
        """
        if self.first and self.last:
            return (min(start, self.last), self.last) if self.deadline else (self.first, self.last)
        if self.months is None:
            return start, end
        first, last = _coming(self.months, start.year)
        if last < start:
            first, last = _coming(self.months, start.year + 1)
        return (min(start, last), last) if self.deadline else (first, last)


def parse_moment(text: str, note: str = "") -> Moment | None:
    """Read one item of `when`; None where the words follow none of the known forms, or name an end before a start."""
    text = " ".join(text.split())
    deadline = _DEADLINE.fullmatch(text)
    if deadline:
        found = _deadline(deadline["lead"].lower(), deadline["rest"])
        return replace(found, text=_first_letter(text, found.text), note=note) if found else None
    if _RECURRENCE.fullmatch(text):
        return Moment(text, recurs=True, note=note)
    found = _span(text)
    return replace(found, text=_first_letter(text, found.text), note=note) if found else None


def _first_letter(written: str, canonical: str) -> str:
    """A cell of a table begins with a capital letter where its author wants one: «Май», «май»."""
    return written[:1] + canonical[1:] if written[:1].lower() == canonical[:1] else canonical


def _deadline(lead: str, rest: str) -> Moment | None:
    """Words that stand in the genitive after «до» are kept: «до 2025 года», «до III квартала 2024»."""
    found = _span(rest)
    if found is None:
        return None
    text = found.text if _DATES.fullmatch(rest) or _MONTHS.fullmatch(rest) else rest
    return replace(found, text=f"{lead} {text}", deadline=True)


def _span(text: str) -> Moment | None:
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return read(found)
    return None


def _read_dates(found: re.Match[str]) -> Moment | None:
    first = parse_date(found["a"])
    last = parse_date(found["b"]) if found["b"] else first
    if first is None or last is None:
        return None
    text = format_date(first) if first == last else f"{format_date(first)} – {format_date(last)}"
    return _between(text, first, last)


def _read_years(found: re.Match[str]) -> Moment | None:
    first, last = int(found["a"]), int(found["b"] or found["a"])
    text = f"{first} год" if first == last else f"{first}–{last} годы"
    return _between(text, date(first, 1, 1), date(last, 12, 31))


def _read_school_year(found: re.Match[str]) -> Moment | None:
    first, last = int(found["a"]), int(found["b"])
    return Moment(f"{first}/{last} учебный год", date(first, 9, 1), date(last, 8, 31)) if last == first + 1 else None


def _read_months(found: re.Match[str]) -> Moment | None:
    first = _month_number(found["m"])
    last = _month_number(found["n"]) if found["n"] else first
    final_year = found["z"] or found["y"]
    text = found["m"].lower() + (f" {found['y']}" if found["y"] else "")
    if found["n"]:
        text += f" – {found['n'].lower()}" + (f" {found['z']}" if found["z"] else "")
    if not final_year:
        return Moment(text, months=(first, last))
    end_year = int(final_year)
    start_year = int(found["y"]) if found["y"] else end_year - (last < first)
    if found["y"] and not found["z"]:
        end_year += last < first
    return _between(text, date(start_year, first, 1), _month_end(end_year, last))


def _read_quarters(found: re.Match[str]) -> Moment | None:
    first = _ROMAN[found["q"]]
    last = _ROMAN[found["r"]] if found["r"] else first
    word = f"{found['q']} квартал" if first == last else f"{found['q']}–{found['r']} кварталы"
    months = (first * 3 - 2, last * 3)
    if not found["y"]:
        return Moment(word, months=months)
    year = int(found["y"])
    return _between(f"{word} {year} года", date(year, months[0], 1), _month_end(year, months[1]))


def _coming(months: tuple[int, int], year: int) -> tuple[date, date]:
    begin, end = months
    return date(year, begin, 1), _month_end(year + (end < begin), end)


def _between(text: str, first: date, last: date) -> Moment | None:
    return Moment(text, first, last) if first <= last else None


def _month_number(word: str) -> int:
    word = word.lower()
    return (MONTHS.index(word) if word in MONTHS else MONTHS_GENITIVE.index(word)) + 1


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_FORMS = (
    (_DATES, _read_dates),
    (_YEARS, _read_years),
    (_SCHOOL_YEAR, _read_school_year),
    (_MONTHS, _read_months),
    (_QUARTERS, _read_quarters),
)
