"""Heads over groups of rows: which of them are printed, what they say, and the numbers of the rows under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from munprog.layout.grid import Cell, Role, Row
from munprog.layout.pattern import fill
from munprog.layout.records import Heading, Record, Records
from munprog.model.numerals import Numbering
from munprog.model.profile import DividerLayout, TableLayout

_MOST = 3
"""Heads that may stand one over another."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands, from 1: among all, and among those under the same head, whose number is `above`."""

    running: int = 0
    anew: int = 0
    above: str = ""

    def bare(self, numbering: Numbering, order: str) -> str:
        """Its number without the signs around it."""
        own = numbering.bare(self.running if order == "running" else self.anew)
        return f"{self.above}.{own}" if order == "nested" and self.above else own


@dataclass(slots=True)
class _Counter:
    running: int = 0
    anew: int = 0

    def next(self, above: str) -> Place:
        self.running += 1
        self.anew += 1
        return Place(self.running, self.anew, above)


@dataclass(slots=True)
class Headings:
    """Walks through the records of a table in their order."""

    layout: TableLayout
    width: int
    _before: tuple[tuple[int, Heading], ...] = ()
    _counters: list[_Counter] = field(default_factory=lambda: [_Counter() for _ in range(_MOST + 1)])
    _numbers: list[str] = field(default_factory=lambda: [""] * (_MOST + 1))
    _item: Place = Place()
    _parent: str = ""

    def rows(self, record: Record) -> Iterator[Row]:
        """The heads that this record begins."""
        now = self._shown(record)
        same = 0
        while same < min(len(now), len(self._before)) and now[same] == self._before[same]:
            same += 1
        for level, heading in now[same:]:
            yield (Cell((self._text(level, heading),), Role.DIVIDER, columns=self.width),)
        self._before = now

    def place(self, record: Record) -> Place:
        """The place of the record among the rows; those of one item share it."""
        if not record.parent or record.parent != self._parent:
            self._item = self._counters[-1].next(self._numbers[self._before[-1][0]] if self._before else "")
        self._parent = record.parent
        return self._item

    def _shown(self, record: Record) -> tuple[tuple[int, Heading], ...]:
        """The heads over the record that are printed, each with its level from 0."""
        dividers = self.layout.dividers
        if isinstance(dividers, tuple):
            found = {one.level: one for one in record.groups}
            return tuple((at, found[one.of]) for at, one in enumerate(dividers[:_MOST]) if one.of in found)
        shown = [one for one in record.groups if one.shown] if dividers else []
        return tuple(enumerate(shown[:_MOST]))

    def _text(self, level: int, heading: Heading) -> str:
        place = self._counters[level].next(self._numbers[level - 1] if level else "")
        for inner in self._counters[level + 1 :]:
            inner.anew = 0
        self._parent = ""
        if not isinstance(self.layout.dividers, tuple):
            self._numbers[level] = heading.number
            return heading.text
        self._numbers[level], text = _worded(self.layout.dividers[level], heading, place)
        return text


def groups_of(layout: TableLayout, records: Records) -> tuple[tuple[str, Records], ...]:
    """The rows of each table that the layout makes, and the head above it; all of them under none, where it makes one.

    Inside a table the head of its group is left out.
    """
    apart = layout.apart
    if apart is None:
        return (("", records),)
    found: list[tuple[str, Records]] = []
    runs = groupby(records, key=lambda one: next((head for head in one.groups if head.level == apart.of), None))
    for at, (head, members) in enumerate(runs, 1):
        inner = tuple(replace(one, groups=tuple(group for group in one.groups if group != head)) for one in members)
        found.append((_worded(apart, head, Place(at, at))[1] if head else "", inner))
    return tuple(found)


def _worded(layout: DividerLayout, heading: Heading, place: Place) -> tuple[str, str]:
    """The number of a head and what it says."""
    number = place.bare(layout.numbering, layout.order) if layout.numbering else heading.number
    if layout.text:
        return number, fill(layout.text, {"number": number, "title": heading.title})
    if layout.numbering:
        return number, f"{layout.numbering.around(number)} {heading.title}".lstrip()
    return number, heading.text
