"""Rows of a table: cells from records, texts given once spread over periods, cells of one item joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from munprog.layout.grid import Cell, Role, Row
from munprog.layout.header import Leaf
from munprog.layout.headings import Headings, Place
from munprog.layout.pattern import fill
from munprog.layout.records import Record, Records, Text
from munprog.model.profile import FixedRow, TableLayout

_TOTAL_ROLES = {Role.TEXT: Role.TOTAL, Role.CENTER: Role.TOTAL_CENTER, Role.NUMBER: Role.TOTAL_NUMBER}
_ROLES = {"left": Role.TEXT, "center": Role.CENTER, "right": Role.NUMBER}


@dataclass(frozen=True, slots=True)
class _Line:
    """A record on its way into a row, with its place in the numbering of rows."""

    record: Record
    place: Place


def body(layout: TableLayout, leaves: Sequence[Leaf], records: Records) -> Iterator[Row]:
    """The rows below the header: fixed ones, heads over groups, records, totals."""
    yield from _fixed(layout, "top", len(leaves))
    headings = Headings(layout, len(leaves))
    waiting: list[_Line] = []
    for (_, label), members in groupby(records, key=lambda one: (one.groups, one.label)):
        run = list(members)
        heads = tuple(headings.rows(run[0]))
        if heads or label:
            yield from _rows(leaves, waiting)
            waiting = []
        yield from heads
        if label:
            yield from _total(leaves, run)
            continue
        waiting += (_Line(record, headings.place(record)) for record in run)
    yield from _rows(leaves, waiting)
    yield from _fixed(layout, "bottom", len(leaves))


def _fixed(layout: TableLayout, place: str, width: int) -> Iterator[Row]:
    for row in layout.fixed_rows:
        if row.place == place:
            yield fixed_row(row, width)


def fixed_row(row: FixedRow, width: int) -> Row:
    """The cells that the layout gives; the last goes on to the edge of the table, those without room are left out."""
    cells = row.cells[:width]
    role = Role(row.role)
    return tuple(
        Cell((text,), role, columns=1 if at < len(cells) else width - len(cells) + 1)
        for at, text in enumerate(cells, 1)
    )


def _rows(leaves: Sequence[Leaf], lines: Sequence[_Line]) -> Iterator[Row]:
    if not lines:
        return
    heights = _heights(leaves, lines)
    for at, line in enumerate(lines):
        yield tuple(
            _cell(leaves[first], line, columns=columns, rows=heights[first][at])
            for first, columns in _spans(leaves, line.record)
            if heights[first][at]
        )


def _heights(leaves: Sequence[Leaf], lines: Sequence[_Line]) -> list[list[int]]:
    """For each leaf, how many rows its cell takes in each line; 0 where one from above goes on."""
    plain = [1] * len(lines)
    outer = [True] + [False] * (len(lines) - 1)
    result: list[list[int]] = []
    for leaf in leaves:
        if not leaf.column.merge:
            result.append(plain)
            continue
        outer = [
            at == 0 or not (_joined(leaf, lines[at - 1], line) and not (leaf.column.merge == "same" and outer[at]))
            for at, line in enumerate(lines)
        ]
        result.append(_lengths(outer))
    return result


def _joined(leaf: Leaf, before: _Line, line: _Line) -> bool:
    old, new = before.record, line.record
    if leaf.column.merge != "same":
        return bool(new.parent) and (old.parent, old.groups) == (new.parent, new.groups)
    content = _content(leaf, line)
    return bool(content) and content == _content(leaf, before) and _is_once(leaf, old) == _is_once(leaf, new)


def _lengths(starts: Sequence[bool]) -> list[int]:
    places = [at for at, start in enumerate(starts) if start]
    result = [0] * len(starts)
    for first, after in zip(places, [*places[1:], len(starts)], strict=True):
        result[first] = after - first
    return result


def _spans(leaves: Sequence[Leaf], record: Record) -> Iterator[tuple[int, int]]:
    """First leaf and number of leaves of each cell: a field given once spreads over the periods of its column."""
    at = 0
    while at < len(leaves):
        first, leaf = at, leaves[at]
        at += 1
        if _is_once(leaf, record):
            while at < len(leaves) and leaves[at].column is leaf.column:
                at += 1
        yield first, at - first


def _is_once(leaf: Leaf, record: Record) -> bool:
    name = leaf.column.field
    return leaf.key is not None and name not in record.series and name in record.fields


def _total(leaves: Sequence[Leaf], run: Sequence[Record]) -> Iterator[Row]:
    """The label fills the merged columns at the left, or what stands before the first value."""
    lines = [_Line(record, Place()) for record in run]
    merged = _leading(bool(leaf.column.merge) for leaf in leaves)
    free = (leaf.key is None and not leaf.column.total and not run[0].fields.get(leaf.column.field) for leaf in leaves)
    width = merged or _leading(free) or 1
    for at, line in enumerate(lines):
        label = (Cell((line.record.label,), Role.TOTAL, columns=width, rows=len(run)),) if at == 0 else ()
        yield label + tuple(
            _cell(leaves[width + first], line, columns=columns, total=True)
            for first, columns in _spans(leaves[width:], line.record)
        )


def _leading(flags: Iterable[bool]) -> int:
    count = 0
    for flag in flags:
        if not flag:
            break
        count += 1
    return count


def _cell(leaf: Leaf, line: _Line, *, columns: int = 1, rows: int = 1, total: bool = False) -> Cell:
    """The cell of a leaf, or of all the leaves over which a text given once spreads."""
    content = None if total and leaf.column.numbering else _content(leaf, line)
    role = Role.TEXT if _is_once(leaf, line.record) else _ROLES[leaf.column.align]
    if total:
        role = _TOTAL_ROLES[role]
    shown = leaf.column.empty if content is None else content
    return Cell((shown,) if isinstance(shown, str) else shown, role, columns=columns, rows=rows)


def _content(leaf: Leaf, line: _Line) -> Text | None:
    """What is printed; None where there is nothing. An empty value typed for a period is printed as it is."""
    column, record = leaf.column, line.record
    if column.numbering:
        return column.numbering.around(line.place.bare(column.numbering, column.order))
    if column.stacked:
        values = record.series.get(column.field, {})
        lines = ((one, values.get(one.id, "")) for one in leaf.stacked)
        found = tuple(fill(column.stacked, {**one.words, "value": text}) for one, text in lines if text)
        return found or record.fields.get(column.field) or None
    if column.text:
        words = {name: text if isinstance(text, str) else ", ".join(text) for name, text in record.fields.items()}
        return tuple(text for text in fill(column.text, words).split("\n") if text) or None
    if leaf.key is not None and not _is_once(leaf, record):
        value = record.series.get(column.field, {}).get(leaf.key)
        return column.sign or value if value else value
    return record.fields.get(column.field) or None
