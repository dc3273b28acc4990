"""Differences between two states of a programme, as data: what was changed, added, removed, moved.

Items are matched by their ids wherever they stand, texts and clauses without ids by what they say. The typed model is
compared, so that layout, comments and ways of writing say nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.model.item import Item, Record
from munprog.model.program import Program
from munprog.review.alignment import aligned, moved
from munprog.review.canonical import canonical, canonical_text


class Change(StrEnum):
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the paths of the value in both states (empty where it is not there) and the values themselves.

    A path begins with the section's name. `before` and `after` are values of the model, None where there is none.
    """

    change: Change
    before_path: KeyPath
    after_path: KeyPath
    before: Any = None
    after: Any = None


def differences(before: Program, after: Program) -> tuple[Difference, ...]:
    """What differs, in the order of the later state; what was removed stands where it was missed."""
    return tuple(_Comparison(_identified(before), _identified(after)).sections(before, after))


def sections_of(program: Program) -> dict[str, Item]:
    """The sections of a programme that could be read, by name, in the order of the model."""
    single = {name: getattr(program, name) for name in vars(program) if name not in ("general", "sections", "unknown")}
    folders = (program.sections, program.minutes, program.monitoring)
    several = {str(one.path[0]): one for folder in folders for one in folder}
    sections = {"program": program.general, **single, **several}
    return {name: one for name, one in sections.items() if isinstance(one, Item)}


_Identity = tuple[type[Item], str]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Items with ids of both states, of all sections: one that is missed in its place may stand in another."""

    before: Mapping[_Identity, Item]
    after: Mapping[_Identity, Item]

    def sections(self, before: Program, after: Program) -> Iterator[Difference]:
        old, new = sections_of(before), sections_of(after)
        for name in dict.fromkeys((*new, *old)):
            if name in before.unknown or name in after.unknown:
                continue
            if name not in old:
                yield Difference(Change.ADDED, (), (name,), after=new[name])
            elif name not in new:
                yield Difference(Change.REMOVED, (name,), (), before=old[name])
            else:
                yield from self.records(old[name], new[name], (name,), (name,))

    def values(self, before: Any, after: Any, old: KeyPath, new: KeyPath) -> Iterator[Difference]:
        if canonical_text(before) == canonical_text(after):
            return
        if isinstance(before, Record) and type(before) is type(after):
            yield from self.records(before, after, old, new)
        elif isinstance(before, tuple) and isinstance(after, tuple):
            yield from self.lists(before, after, old, new)
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            for key in dict.fromkeys((*after, *before)):
                yield from self.values(before.get(key), after.get(key), (*old, key), (*new, key))
        else:
            yield _leaf(before, after, old, new)

    def records(self, before: Record, after: Record, old: KeyPath, new: KeyPath) -> Iterator[Difference]:
        for name in after.fields:
            if name != "path":
                yield from self.values(getattr(before, name), getattr(after, name), (*old, name), (*new, name))

    def lists(
        self, before: tuple[Any, ...], after: tuple[Any, ...], old: KeyPath, new: KeyPath
    ) -> Iterator[Difference]:
        if _have_ids((*before, *after)) and _distinct(before) and _distinct(after):
            yield from self._by_id(before, after)
            return
        if _is_row(old) and len(before) == len(after):
            for at, (one, other) in enumerate(zip(before, after, strict=True)):
                yield from self.values(one, other, (*old, at), (*new, at))
            return
        for pair in aligned([canonical_text(one) for one in before], [canonical_text(one) for one in after]):
            if pair.before is None:
                assert pair.after is not None
                yield Difference(Change.ADDED, (), (*new, pair.after), after=after[pair.after])
            elif pair.after is None:
                yield Difference(Change.REMOVED, (*old, pair.before), (), before=before[pair.before])
            else:
                one, other = before[pair.before], after[pair.after]
                if pair.moved:
                    yield Difference(Change.MOVED, (*old, pair.before), (*new, pair.after), one, other)
                yield from self.values(one, other, (*old, pair.before), (*new, pair.after))

    def _by_id(self, before: Sequence[Item], after: Sequence[Item]) -> Iterator[Difference]:
        old, new = {_identity(one): one for one in before}, {_identity(one): one for one in after}
        renamed = dict(self._renamed(old, new))
        old = {renamed.get(identity, identity): item for identity, item in old.items()}
        shifted = moved([one for one in old if one in new], [one for one in new if one in old])
        for identity, item in new.items():
            former = old.get(identity) or self._elsewhere(identity, item)
            if former is None:
                yield Difference(Change.ADDED, (), item.path, after=item)
                continue
            if identity in shifted or identity not in old:
                yield Difference(Change.MOVED, former.path, item.path, former, item)
            yield from self.records(former, item, former.path, item.path)
        for identity, item in old.items():
            if identity not in new and identity not in self.after:
                yield Difference(Change.REMOVED, item.path, (), before=item)

    def _renamed(
        self, old: Mapping[_Identity, Item], new: Mapping[_Identity, Item]
    ) -> Iterator[tuple[_Identity, _Identity]]:
        """Former identity → the present one of items that have changed nothing but their id."""
        come = {_but_for_id(item): identity for identity, item in new.items() if identity not in self.before}
        for identity, item in old.items() if come else ():
            if identity not in self.after and (present := come.pop(_but_for_id(item), None)):
                yield identity, present

    def _elsewhere(self, identity: _Identity, item: Item) -> Item | None:
        """The same item in another place before; not one that still stands in its own place beside this."""
        former = self.before.get(identity)
        return former if former is not None and self.after.get(identity) is item else None


def _leaf(before: Any, after: Any, old: KeyPath, new: KeyPath) -> Difference:
    if _is_empty(before):
        return Difference(Change.ADDED, (), new, after=after)
    if _is_empty(after):
        return Difference(Change.REMOVED, old, (), before=before)
    return Difference(Change.CHANGED, old, new, before, after)


def _is_row(path: KeyPath) -> bool:
    """Cells of a table belong to their columns, whatever else the row says."""
    return isinstance(path[-1], int)


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == ()


def _identity(item: Item) -> _Identity:
    return type(item), item.id  # type: ignore[attr-defined]


def _but_for_id(item: Item) -> str:
    plain = canonical(item)
    del plain["id"]
    return f"{type(item).__name__} {json.dumps(plain, ensure_ascii=False, sort_keys=True)}"


def _have_ids(items: Sequence[Any]) -> bool:
    return all(isinstance(one, Item) and _has_id(one) for one in items)


def _distinct(items: Sequence[Any]) -> bool:
    return len({_identity(one) for one in items}) == len(items)


def _identified(program: Program) -> dict[_Identity, Item]:
    items = (one for section in sections_of(program).values() for one in _inside(section))
    return {_identity(one): one for one in items if _has_id(one)}


def _inside(value: Any) -> Iterator[Item]:
    if isinstance(value, Item):
        yield value
    if isinstance(value, Record):
        for name in value.fields:
            yield from _inside(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _inside(one)


def _has_id(item: Item) -> bool:
    return bool(getattr(item, "id", ""))
