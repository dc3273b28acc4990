"""From a declared table layout and records to a grid of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.layout.records import Record, Records, Text
from munprog.model.profile import ColumnLayout, TableLayout

PORTRAIT_WIDTH = 170
"""Millimetres between the margins of an upright A4 page (30 and 10 mm, ГОСТ Р 7.0.97-2025)."""

_TOTAL_ROLES = {Role.TEXT: Role.TOTAL, Role.CENTER: Role.TOTAL_CENTER, Role.NUMBER: Role.TOTAL_NUMBER}
_ROLES = {"left": Role.TEXT, "center": Role.CENTER, "right": Role.NUMBER}


@dataclass(frozen=True, slots=True)
class Axis:
    """The periods a table runs over, with the title of each column."""

    periods: tuple[str, ...]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Leaf:
    column: ColumnLayout
    period: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """A node of the column tree after the periods have been unfolded."""

    title: str
    children: tuple[_Head, ...] = ()
    leaf: _Leaf | None = None

    @property
    def leaves(self) -> tuple[_Leaf, ...]:
        return (self.leaf,) if self.leaf else tuple(leaf for child in self.children for leaf in child.leaves)

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


def build_grid(layout: TableLayout, records: Records, axes: Mapping[str, Axis]) -> Grid:
    """Lay the records out; `axes` gives the periods that the layout's columns may run over.

    The grid is empty where all of its columns run over an axis without periods.
    """
    heads = tuple(head for column in layout.columns for head in _unfold(column, axes))
    leaves = tuple(leaf for head in heads for leaf in head.leaves)
    if not leaves:
        return Grid(widths=(), head=(), body=())
    header = _header(heads)
    if layout.column_numbers:
        header = (*header, tuple(Cell((str(at),), Role.HEAD) for at in range(1, len(leaves) + 1)))
    return Grid(
        widths=tuple(float(leaf.column.width) for leaf in leaves),
        head=header,
        body=tuple(_body(layout, leaves, records)),
        landscape=_landscape(layout, leaves),
    )


def _landscape(layout: TableLayout, leaves: Sequence[_Leaf]) -> bool:
    if layout.orientation == "auto":
        return sum(leaf.column.width for leaf in leaves) > PORTRAIT_WIDTH
    return layout.orientation == "landscape"


def _unfold(column: ColumnLayout, axes: Mapping[str, Axis]) -> Iterator[_Head]:
    if not column.periods:
        inner = tuple(head for one in column.columns for head in _unfold(one, axes))
        if inner or not column.columns:
            yield _Head(column.title, inner, None if inner else _Leaf(column))
        return
    axis = axes[column.periods]
    periods = tuple(_Head(axis.titles[period], *_of_period(column, period)) for period in axis.periods)
    if column.title and periods:
        yield _Head(column.title, periods)
    else:
        yield from periods


def _of_period(column: ColumnLayout, period: str) -> tuple[tuple[_Head, ...], _Leaf | None]:
    children = tuple(_Head(one.title, leaf=_Leaf(one, period)) for one in column.columns)
    return children, None if children else _Leaf(column, period)


def _header(heads: Sequence[_Head]) -> tuple[Row, ...]:
    depth = max(head.depth for head in heads)
    rows: list[list[Cell]] = [[] for _ in range(depth)]

    def place(head: _Head, level: int) -> None:
        rows[level].append(
            Cell((head.title,), Role.HEAD, columns=len(head.leaves), rows=1 if head.children else depth - level)
        )
        for child in head.children:
            place(child, level + 1)

    for head in heads:
        place(head, 0)
    return tuple(tuple(row) for row in rows)


def _body(layout: TableLayout, leaves: Sequence[_Leaf], records: Records) -> Iterator[Row]:
    before: tuple[str, ...] = ()
    for _, members in groupby(enumerate(records), key=lambda numbered: _run_key(*numbered)):
        run = [record for _, record in members]
        if layout.dividers:
            yield from _dividers(before, run[0].groups, len(leaves))
            before = run[0].groups
        yield from _total(leaves, run) if run[0].label else _rows(leaves, run)


def _run_key(at: int, record: Record) -> tuple[object, ...]:
    return (record.groups, record.label, record.parent) if record.parent or record.label else (at,)


def _dividers(before: Sequence[str], now: Sequence[str], columns: int) -> Iterator[Row]:
    same = next((at for at, (old, new) in enumerate(zip(before, now, strict=False)) if old != new), len(before))
    for title in now[same:]:
        yield (Cell((title,), Role.DIVIDER, columns=columns),)


def _rows(leaves: Sequence[_Leaf], run: Sequence[Record]) -> Iterator[Row]:
    for at, record in enumerate(run):
        shown = [leaf for leaf in leaves if at == 0 or not leaf.column.merge]
        yield tuple(_cell(same, record, rows=len(run) if same[0].column.merge else 1) for same in _spans(shown, record))


def _spans(leaves: Sequence[_Leaf], record: Record) -> Iterator[Sequence[_Leaf]]:
    """Leaves that share a cell: the periods of a column whose field the record gives once, not by period."""
    for (_, once), same in groupby(leaves, key=lambda leaf: (leaf.column, _is_once(leaf, record))):
        if once:
            yield tuple(same)
        else:
            yield from ((leaf,) for leaf in same)


def _is_once(leaf: _Leaf, record: Record) -> bool:
    return bool(leaf.period) and leaf.column.field not in record.series and leaf.column.field in record.fields


def _total(leaves: Sequence[_Leaf], run: Sequence[Record]) -> Iterator[Row]:
    """The label fills the merged columns at the left, or what stands before the first value."""
    merged = sum(1 for _ in _leading(leaf.column.merge for leaf in leaves))
    free = (not leaf.period and not _content(leaf, run[0]) for leaf in leaves)
    width = merged or sum(1 for _ in _leading(free)) or 1
    for at, record in enumerate(run):
        label = (Cell((record.label,), Role.TOTAL, columns=width, rows=len(run)),) if at == 0 else ()
        yield label + tuple(_cell(same, record, total=True) for same in _spans(leaves[width:], record))


def _leading(flags: Iterable[bool]) -> Iterator[bool]:
    for flag in flags:
        if not flag:
            return
        yield flag


def _cell(leaves: Sequence[_Leaf], record: Record, *, rows: int = 1, total: bool = False) -> Cell:
    """The cell of a leaf, or of all the leaves over which a text given once spreads."""
    column = leaves[0].column
    content = _content(leaves[0], record) or column.empty
    role = Role.TEXT if _is_once(leaves[0], record) else _ROLES[column.align]
    if total:
        role = _TOTAL_ROLES[role]
    paragraphs = (content,) if isinstance(content, str) else content
    return Cell(paragraphs, role, columns=len(leaves), rows=rows)


def _content(leaf: _Leaf, record: Record) -> Text:
    name = leaf.column.field
    if leaf.period and not _is_once(leaf, record):
        return record.series.get(name, {}).get(leaf.period, "")
    return record.fields.get(name, "")
