"""The column tree of a layout, unfolded over its axes: leaves, and the header rows above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from munprog.layout.axis import Axis, Period
from munprog.layout.grid import Cell, Role, Row
from munprog.layout.pattern import fill
from munprog.layout.records import key_of
from munprog.model.profile import ColumnLayout

MOST_LEVELS = 4
"""Levels of a header that a reader can still follow."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column as it is printed: `key` is the place of its values in a series, None where it runs over no axis."""

    column: ColumnLayout
    key: str | None = None
    stacked: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A node of the column tree after the periods have been unfolded."""

    title: str
    children: tuple[Head, ...] = ()
    leaf: Leaf | None = None

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return (self.leaf,) if self.leaf else tuple(leaf for child in self.children for leaf in child.leaves)

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


def unfold(
    columns: Sequence[ColumnLayout], axes: Mapping[str, Axis], within: tuple[Period, ...] = ()
) -> Iterator[Head]:
    """The columns as they stand under the periods `within`; a head over an axis without periods is left out."""
    for column in columns:
        if column.periods and not column.stacked:
            heads = tuple(_over_axis(column, axes, within))
            yield from (Head(column.title, heads),) if column.title and heads else heads
        elif within and column.roles and not set(column.roles).intersection(within[-1].roles):
            continue
        elif column.columns:
            inner = tuple(unfold(column.columns, axes, within))
            yield from (Head(column.title, inner),) if column.title and inner else inner
        else:
            stacked = axes[column.periods].only(column.roles).periods if column.stacked else ()
            key = key_of(*(one.id for one in within)) if within else None
            yield Head(column.title, leaf=Leaf(column, key, stacked))


def header(heads: Sequence[Head]) -> tuple[Row, ...]:
    """The header rows: a head stands over its children, a leaf reaches down to the last row."""
    depth = max(head.depth for head in heads)
    rows: list[list[Cell]] = [[] for _ in range(depth)]

    def place(head: Head, level: int) -> None:
        rows[level].append(
            Cell((head.title,), Role.HEAD, columns=len(head.leaves), rows=1 if head.children else depth - level)
        )
        for child in head.children:
            place(child, level + 1)

    for head in heads:
        place(head, 0)
    return tuple(tuple(row) for row in rows)


def _over_axis(column: ColumnLayout, axes: Mapping[str, Axis], within: tuple[Period, ...]) -> Iterator[Head]:
    found = []
    for period in axes[column.periods].only(column.roles).periods:
        under = (*within, period)
        inner = tuple(unfold(column.columns, axes, under))
        if inner or not column.columns:
            leaf = None if inner else Leaf(column, key_of(*(one.id for one in under)))
            found.append((period.over, Head(_title(column, period), inner, leaf)))
    return _under_common(found)


def _under_common(found: Sequence[tuple[tuple[str, ...], Head]]) -> Iterator[Head]:
    """Periods of one year, or of one stage, under a head of their own."""
    for over, same in groupby(found, key=lambda one: one[0][:1]):
        if over:
            yield Head(over[0], tuple(_under_common([(above[1:], head) for above, head in same])))
        else:
            yield from (head for _, head in same)


def _title(column: ColumnLayout, period: Period) -> str:
    label = column.label
    names = (period.id, *period.roles)
    pattern = label if isinstance(label, str) else next((label[name] for name in names if name in label), "")
    return fill(pattern, period.words) if pattern else period.title
