"""program.yaml: what the programme is, whose it is, who takes part, how long it lasts."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from munprog.model.casing import capital
from munprog.model.dates import format_date_in_words
from munprog.model.details import DocumentDetails
from munprog.model.item import Item
from munprog.model.passport import RowText
from munprog.model.quotation import quoted
from munprog.model.when import Moment, parse_moment


class Territory(Item):
    """A municipality or a region."""

    name: str


class Contacts(Item):
    address: str = ""
    phone: str = ""
    email: str = ""
    site: str = ""
    inn: str = ""
    kpp: str = ""
    ogrn: str = ""
    okpo: str = ""


class Head(Item):
    position: str
    name: str


class Authority(Item):
    """The body that issues the act; `genitive` follows its kind («приказом …»).

    `superior` are the lines above its name on the letterhead.
    """

    name: str
    genitive: str
    head: Head
    superior: tuple[str, ...] = ()
    place: str = ""
    contacts: Contacts = Contacts()


class Body(Item):
    """Someone who can answer for work: a body, organisation, unit, post, group (of `members`) or person.

    `dative` stands where a clause of the act is addressed to it.
    """

    id: str
    name: str
    kind: str
    short_name: str = ""
    dative: str = ""
    members: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name that fits a table cell."""
        return self.short_name or self.name


class Stage(Item):
    id: str
    title: str
    when: tuple[Moment, ...]
    content: tuple[str, ...] = ()


def _day(written: str, year: int) -> datetime.date:
    """The day «ДД.ММ» of a year; 29 February is the 28th where there is none."""
    day, month = map(int, written.split("."))
    return datetime.date(year, month, min(day, monthrange(year, month)[1]))


class SchoolYear(Item):
    """The first and the last day of a school year, as «ДД.ММ»."""

    begins: str = "01.09"
    ends: str = "31.08"

    def days(self, period: str) -> tuple[datetime.date, datetime.date]:
        """The first and the last day of a school year such as «2024/2025»."""
        first, last = period.split("/")
        return _day(self.begins, int(first)), _day(self.ends, int(last))


class Term(Item):
    """How long the programme lasts; `first` and `last` are its days, None where a duration names none.

    `roles` are those of its periods, and of years before it, that differ from the usual ones: отчётный, текущий,
    очередной, план, факт.
    """

    start: datetime.date | None = None
    end: datetime.date | None = None
    years: tuple[int, ...] = ()
    school_years: tuple[str, ...] = ()
    school_year: SchoolYear = SchoolYear()
    roles: Mapping[str, str]
    duration: str = ""
    stages: tuple[Stage, ...] = ()
    justification: str = ""

    @property
    def first(self) -> datetime.date | None:
        if self.start:
            return self.start
        if self.years:
            return datetime.date(min(self.years), 1, 1)
        if self.school_years:
            return self.school_year.days(min(self.school_years))[0]
        named = parse_moment(self.duration)
        return named.first if named else None

    @property
    def last(self) -> datetime.date | None:
        if self.end:
            return self.end
        if self.years:
            return datetime.date(max(self.years), 12, 31)
        if self.school_years:
            return self.school_year.days(max(self.school_years))[1]
        named = parse_moment(self.duration)
        return named.last if named else None

    @property
    def printed(self) -> str:
        """The duration as given, else «2024–2026 годы» or the school years."""
        periods = self.periods
        if self.duration or not periods:
            return self.duration
        span = periods[0] if len(periods) == 1 else f"{periods[0]}–{periods[-1]}"
        one, many = ("год", "годы") if periods[0].isdigit() else ("учебный год", "учебные годы")
        return f"{span} {one if len(periods) == 1 else many}"

    def days_of(self, period: str) -> tuple[datetime.date, datetime.date]:
        """The days of a period of the axis: a calendar year or a school year."""
        if "/" in period:
            return self.school_year.days(period)
        return datetime.date(int(period), 1, 1), datetime.date(int(period), 12, 31)

    def dated(self, moment: Moment) -> Moment:
        """The moment with its days; those of a school year are the programme's own."""
        if not moment.school_year:
            return moment
        first, last = self.school_year.days(moment.school_year)
        return replace(moment, first=first, last=last)

    @property
    def periods(self) -> tuple[str, ...]:
        """The axis of the programme's tables: its calendar years, or its school years where these are given."""
        if self.school_years:
            return self.school_years
        if self.years:
            return tuple(map(str, self.years))
        first, last = self.first, self.last
        return tuple(map(str, range(first.year, last.year + 1))) if first and last else ()


class Ground(Item):
    """An act the programme rests on (R-GRD-1)."""

    kind: str
    title: str
    issuer: str = ""
    date: datetime.date | None = None
    number: str = ""
    edition: str = ""

    @property
    def printed(self) -> str:
        """Kind, issuer, date, number, title and edition, as an act is cited (G-R18-2)."""
        kind = "" if self.kind == "иное" else capital(self.kind)
        named = bool(kind) and self.title.lower().startswith(self.kind)  # «Устав района»: the title names the kind
        title = self.title[len(kind) :].lstrip() if named else quoted(self.title) if kind else self.title
        date = f"от {format_date_in_words(self.date)}" if self.date else ""
        number = f"№ {self.number}" if self.number else ""
        edition = f"({self.edition})" if self.edition else ""
        parts = (kind, self.issuer, date, number, title, edition)
        return " ".join(part for part in parts if part)


class Stakeholder(Item):
    id: str
    name: str
    interests: tuple[str, ...]


class School(Item):
    """A school that the programme covers, and how it was identified (R-ANA-8)."""

    id: str
    name: str
    short_name: str
    identified: str = ""
    group: str = ""
    risks: tuple[str, ...] = ()
    location: str = ""


class Subprogram(Item):
    """A part of the programme with an executor of its own: the tasks and the sections of the plan it consists of.

    `goal` and what follows stand in its passport; `term` is in words, where it differs from the programme's; `rows`
    are those of the passport that a person gave.
    """

    id: str
    title: str
    executor: str = ""
    tasks: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    number: str = ""
    goal: str = ""
    coexecutors: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    term: str = ""
    rows: Mapping[str, RowText] = MappingProxyType({})


class Definition(Item):
    term: str
    definition: str
    source: str = ""


class Abbreviation(Item):
    short: str
    full: str


class General(Item):
    """The whole of program.yaml."""

    id: str
    profile: str
    title: str
    region: Territory
    authority: Authority
    bodies: tuple[Body, ...]
    term: Term
    municipality: Territory | None = None
    kind: str = "программа"
    heading: str = ""
    grounds: tuple[Ground, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    subprograms: tuple[Subprogram, ...] = ()
    schools: tuple[School, ...] = ()
    terms: tuple[Definition, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    documents: Mapping[str, DocumentDetails] = MappingProxyType({})

    @property
    def headline(self) -> str:
        """What stands before the title: as given, or «Муниципальная программа», «Комплекс мер»."""
        return self.heading or ("Муниципальная программа" if self.kind == "программа" else capital(self.kind))

    @property
    def named(self) -> str:
        """The title in quotation marks; one that goes on from the words before it («по повышению …») takes none."""
        return self.title if self.title[:1].islower() else quoted(self.title)
