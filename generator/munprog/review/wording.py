"""Differences in the words of the documents: «Показатель 2.1, 2025 год: 70 % → 75 %».

What an item is called comes from the schemas, its number and title from the programme, so that a new key needs no
word here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.model.casing import capital
from munprog.model.dates import format_date
from munprog.model.finance import walk
from munprog.model.item import Item, Record
from munprog.model.numbering import numbers_of
from munprog.model.numbers import NBSP, Value, format_number
from munprog.model.program import Program
from munprog.model.when import Moment
from munprog.review.differences import Change, Difference, sections_of
from munprog.source import Source
from munprog.validation.schema import SectionSchemas
from munprog.validation.schema.nodes import Nodes, first

_TITLES = ("title", "name", "term", "short", "position", "risk", "resource", "text", "lead", "component")
"""Fields that tell items of one list apart, the best first."""
_LONGEST_TITLE = 90
_YEAR = re.compile(r"\d{4}")
_SCHOOL_YEAR = re.compile(r"\d{4}[/-]\d{4}")


@dataclass(frozen=True, slots=True)
class Described:
    """A difference for people: the section and its title, what it is about, and the texts before and after.

    `before` and `after` are empty where there is nothing; `is_text` tells prose from figures and names, `is_item` an
    item whose title the subject says already.
    """

    change: Change
    section: str
    section_title: str
    subject: str
    before: str
    after: str
    is_text: bool
    is_item: bool
    path: KeyPath


@dataclass(frozen=True)
class State:
    """One of the two states: the programme and the sections it was read from."""

    program: Program
    sources: Mapping[str, Source]

    @cached_property
    def numbers(self) -> Mapping[KeyPath, str]:
        return numbers_of(self.program)

    @cached_property
    def sections(self) -> Mapping[str, Item]:
        return sections_of(self.program)

    def linked(self, kind: str, id: str) -> Item | None:
        """What an id leads to; sources of money and topics are no items that rules link."""
        finance = self.program.finance
        if kind == "source":
            return next((one for one, _ in walk(finance.sources) if one.id == id), None) if finance else None
        return self.program.items.get(kind, {}).get(id)


def describe(difference: Difference, before: State, after: State, schemas: SectionSchemas) -> Described:
    """Say a difference in words; what was removed is called as it was called before."""
    path = difference.after_path or difference.before_path
    words = _Words(after if difference.after_path else before, schemas, path)
    former = _Words(before, schemas, difference.before_path) if difference.before_path else words
    section = str(path[0])
    moves = difference.change is Change.MOVED
    value = difference.after if difference.after_path else difference.before
    texts = former.printed(difference.before), words.printed(difference.after)
    if texts[0] == texts[1] and difference.change is Change.CHANGED:  # two ids of items that are called alike
        texts = str(difference.before), str(difference.after)
    return Described(
        difference.change,
        section,
        words.section_title,
        words.subject,
        *(("", "") if moves else texts),
        isinstance(value, str) and not words.link,
        isinstance(value, Item),
        path,
    )


@dataclass(frozen=True)
class _Words:
    """What the words for one place in one state are made of."""

    state: State
    schemas: SectionSchemas
    path: KeyPath

    @property
    def section_title(self) -> str:
        section = self.state.sections[str(self.path[0])]
        own = getattr(section, "title", "") if str(self.path[0]).startswith(("sections/", "minutes/")) else ""
        return own or str(first(self.steps[0][1], "title") or self.path[0])

    @cached_property
    def steps(self) -> tuple[tuple[Any, Nodes], ...]:
        """The value and what the schema says of it, from the section down to the place."""
        name = str(self.path[0])
        value: Any = self.state.sections[name]
        data = self.state.sources[name].data
        nodes = self.schemas.top(name, data)
        found = [(value, nodes)]
        for key in self.path[1:]:
            value, data = _inner(value, key), _data(data, key)
            nodes = self.schemas.documents.child(nodes, key, data)
            found.append((value, nodes))
        return tuple(found)

    @property
    def link(self) -> str:
        """The kind of item that the value names by its id; empty for other values."""
        return next((str(one) for _, nodes in self.steps[-2:] if (one := first(nodes, "x-link"))), "")

    @property
    def subject(self) -> str:
        """«Показатель 2.1, индикатор «…», 2025 год»: of the items on the way the last one alone says its title."""
        start = max((at for at in range(1, len(self.path)) if self._starts_anew(at)), default=1)
        items = [at for at in range(start, len(self.path)) if self._is_element(at)]
        parts = (self._part(at, titled=at == items[-1] if items else False) for at in range(start, len(self.path)))
        return capital(", ".join(part for part in parts if part))

    def printed(self, value: Any) -> str:
        """A value as the documents print it."""
        if isinstance(value, Item):
            return _named(value)
        if isinstance(value, Record):
            return "; ".join(self.printed(getattr(value, name)) for name in value.fields if getattr(value, name))
        if isinstance(value, Mapping):
            return "; ".join(f"{self._key(key)} – {self.printed(one)}" for key, one in value.items())
        if isinstance(value, tuple):
            return "; ".join(self.printed(one) for one in value)
        return self._leaf(value)

    def _leaf(self, value: Any) -> str:
        if isinstance(value, Value):
            return _with_unit(value.text, self._unit) if value.number is not None else value.text
        if isinstance(value, Decimal):
            return _with_unit(format_number(value, grouped=True), self._unit)
        if isinstance(value, Moment):
            return value.printed
        if isinstance(value, bool):
            return "да" if value else "нет"
        if isinstance(value, date):
            return format_date(value)
        if isinstance(value, str) and self.link:
            item = self.state.linked(self.link, value)
            return _named(item) if item else value
        return "" if value is None else str(value)

    @property
    def _unit(self) -> str:
        """The unit of the nearest item around that has one; it belongs to figures by period alone."""
        units = (getattr(value, "unit", "") for value, _ in reversed(self.steps) if isinstance(value, Record))
        return next((unit for unit in units if unit), "")

    def _starts_anew(self, at: int) -> bool:
        """A numbered item needs no words on what is around it, but for which of several schedules it stands in."""
        value = self.steps[at][0]
        return (
            isinstance(value, Item)
            and bool(self.state.numbers.get(value.path))
            and not (self.path[0] == "plan" and len(self.state.program.schedules) > 1)
        )

    def _part(self, at: int, *, titled: bool) -> str:
        """The words for one step: an element of a list, a key of a mapping, a field; empty for what needs none."""
        key, (value, nodes) = self.path[at], self.steps[at]
        if isinstance(key, int):
            return self._element(at, titled=titled)
        if isinstance(self.steps[at - 1][0], Mapping):
            return self._key(key)
        last = at + 1 == len(self.path)
        return str(first(nodes, "title") or "") if last or isinstance(value, Item) or _is_plain(value) else ""

    def _element(self, at: int, *, titled: bool) -> str:
        position, (value, nodes) = int(self.path[at]), self.steps[at]
        if isinstance(value, tuple):
            return f"строка {position + 1}"
        if not isinstance(value, Item):
            return f"столбец {position + 1}" if isinstance(self.path[at - 1], int) else ""
        kind, name = str(first(nodes, "title") or "пункт"), self._name(value, at)
        number = self.state.numbers.get(value.path, "") or ("" if _identified(value) else str(position + 1))
        shown = f"«{_inside_quotes(name)}»" if name and (titled or not number) else ""
        return " ".join(part for part in (kind, number or ("" if name else str(position + 1)), shown) if part)

    def _is_element(self, at: int) -> bool:
        return isinstance(self.path[at], int) and isinstance(self.steps[at][0], Item)

    def _name(self, item: Item, at: int) -> str:
        """The title of an item, or of the one it is about."""
        own = _title(item)
        if own:
            return own
        data = self.steps[at][1]
        for name in item.fields:
            kind = first(self.schemas.documents.child(data, name, None), "x-link")
            value = getattr(item, name)
            if kind and isinstance(value, str) and (found := self.state.linked(str(kind), value)):
                return _title(found)
        return ""

    def _key(self, key: str | int) -> str:
        text = str(key)
        if _YEAR.fullmatch(text):
            return f"{text} год"
        if _SCHOOL_YEAR.fullmatch(text):
            return f"{text} учебный год"
        source = self.state.linked("source", text)
        return _title(source) if source else {"total": "всего"}.get(text, text)


def _identified(item: Item) -> bool:
    return bool(getattr(item, "id", ""))


def _is_plain(value: Any) -> bool:
    return isinstance(value, tuple) and not any(isinstance(one, Item) for one in value)


def _inner(value: Any, key: str | int) -> Any:
    if isinstance(value, tuple):
        return value[int(key)]
    return value.get(key) if isinstance(value, Mapping) else getattr(value, str(key), None)


def _data(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(str(key))
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def _with_unit(text: str, unit: str) -> str:
    return f"{text}{NBSP}{unit}" if unit else text


def _inside_quotes(text: str) -> str:
    return text.replace("«", "„").replace("»", "“")


def _named(item: Item) -> str:
    return _title(item, whole=True)


def _title(item: Item, *, whole: bool = False) -> str:
    """What an item is called: its title, name or text, cut at a word where it is long."""
    text = next((text for name in _TITLES if isinstance(text := getattr(item, name, ""), str) and text), "")
    if whole or len(text) <= _LONGEST_TITLE:
        return text
    return f"{text[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"
