"""Which element of one list is which of another, where no ids tell: by equal texts first, then by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

_ALIKE = 0.45
"""From this share of common letters on, two texts are one text reworded, not one removed and another added."""
_MANY = 40
"""Longer rewritten stretches are paired as they stand: comparing each element with each takes too long."""

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of one element before and after; None where it is not there. `moved` is set for equal elements that
    changed their place."""

    before: int | None
    after: int | None
    moved: bool = False


def aligned(before: Sequence[str], after: Sequence[str]) -> tuple[Pair, ...]:
    """Every element of both lists once, in the order of `after`; equal ones in equal order are left out."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    gone: list[int] = []
    come: list[int] = []
    pairs: list[Pair] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation != "equal":
            paired = list(_alike(before, after, range(a, b), range(c, d)))
            pairs += paired
            gone += sorted(set(range(a, b)) - {pair.before for pair in paired if pair.before is not None})
            come += sorted(set(range(c, d)) - {pair.after for pair in paired if pair.after is not None})
    for position in come:
        former = next((at for at in gone if before[at] == after[position]), None)
        if former is not None:
            gone.remove(former)
        pairs.append(Pair(former, position, moved=former is not None))
    pairs += (Pair(position, None) for position in gone)
    return tuple(sorted(pairs, key=_place))


def moved(before: Sequence[T], after: Sequence[T]) -> frozenset[T]:
    """The fewest elements whose moving turns one order of the same elements into the other."""
    places = {one: at for at, one in enumerate(before)}
    return frozenset(after) - frozenset(_longest_rise(after, [places[one] for one in after]))


def _place(pair: Pair) -> tuple[int, int]:
    return (pair.after, 0) if pair.after is not None else (pair.before or 0, 1)


def _alike(before: Sequence[str], after: Sequence[str], old: range, new: range) -> Iterator[Pair]:
    if len(old) == len(new) == 1:
        yield Pair(old[0], new[0])
    elif max(len(old), len(new)) > _MANY:
        yield from (Pair(a, b) for a, b in zip(old, new, strict=False))
    else:
        yield from _most_alike(before, after, old, new)


def _most_alike(before: Sequence[str], after: Sequence[str], old: range, new: range) -> Iterator[Pair]:
    scored = sorted((-_likeness(before[a], after[b]), a, b) for a in old for b in new)
    taken: set[tuple[str, int]] = set()
    for score, a, b in scored:
        if -score >= _ALIKE and before[a] != after[b] and not taken & {("a", a), ("b", b)}:
            taken |= {("a", a), ("b", b)}
            yield Pair(a, b)


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:400], other[:400], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _longest_rise(elements: Sequence[T], places: Sequence[int]) -> list[T]:
    """The longest run of elements whose places rise (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for at, place in enumerate(places):
        pile = bisect_left(tops, place)
        links.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            ends.append(at)
        else:
            tops[pile], ends[pile] = place, at
    rise: list[T] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        rise.append(elements[at])
        at = links[at]
    return rise[::-1]
