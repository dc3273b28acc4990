"""A table given cell by cell in the YAML → a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.layout.header import Head, header, unfold
from munprog.layout.table import NARROW, PORTRAIT_WIDTH, column_numbers, parts
from munprog.model.blocks import Column, DataTable, ListBlock, ListEntry, Paragraph, TableCell
from munprog.model.footnotes import without_footnotes
from munprog.model.numbers import Value
from munprog.model.numerals import mark
from munprog.model.profile import ColumnLayout
from munprog.model.table_shape import Span, shapes

_FIRST, _OTHER = 60.0, 25.0
"""Widths in millimetres of the first column and of the others, where the author gave none."""
_LONG = 40
"""Letters that fit a column of the usual width in two or three lines."""
_WIDEST = 120.0
_CROWDED = 1.3
"""How much wider than the page a table may be declared before it turns: figures bear being pressed together."""

_TOTALS = ("всего", "итого")
"""How the first cell of a row of totals begins."""
_ROLES = {"left": Role.TEXT, "center": Role.CENTER, "right": Role.NUMBER}
_TOTAL_ROLES = {Role.TEXT: Role.TOTAL, Role.CENTER: Role.TOTAL_CENTER, Role.NUMBER: Role.TOTAL_NUMBER}


def data_grid(table: DataTable) -> Grid:
    """Figures stand in the middle, words at the left; the table turns when its widths need it.

    A row shorter than the head is filled up with empty cells, a longer one cut: a rule reports both.
    """
    leaves = table.leaves
    rows = tuple(tuple(_full(cell) for cell in row) for row in table.rows)
    widths = tuple(float(leaf.width) or _width(at, rows) for at, leaf in enumerate(leaves))
    head = header(_heads(table.columns)) if any(one.title for one in table.columns) else ()
    wide = sum(widths) > PORTRAIT_WIDTH * _CROWDED
    return Grid(
        widths=widths,
        head=(*head, *column_numbers(table.column_numbers, len(leaves))),
        body=tuple(_rows(rows, leaves)),
        landscape=wide if table.orientation == "auto" else table.orientation == "landscape",
        fixed=table.orientation != "auto",
        letters=table.letters,
        keys=0 if table.bands == "never" else 2 if widths[0] <= NARROW else 1,
        parts=parts(table.bands),
    )


def _heads(columns: Sequence[Column]) -> tuple[Head, ...]:
    return tuple(unfold(tuple(map(_layout, columns)), {}))


def _layout(column: Column) -> ColumnLayout:
    title = f"{column.title}, {column.unit}" if column.unit else column.title
    return ColumnLayout(title=title, columns=tuple(map(_layout, column.columns)))


def _full(cell: Value | TableCell) -> TableCell:
    return TableCell(text=cell.text) if isinstance(cell, Value) else cell


def _width(at: int, rows: Sequence[Sequence[TableCell]]) -> float:
    """What a column without a width gets: more where its texts are long."""
    letters = max(
        (len(without_footnotes(text)) for row in rows for cell in row[at : at + 1] for text in _texts(cell)), default=0
    )
    usual = _FIRST if at == 0 else _OTHER
    return max(usual, min(usual + (letters - _LONG) / 2, _WIDEST))


def _rows(rows: Sequence[Sequence[TableCell]], leaves: Sequence[Column]) -> Iterator[Row]:
    width = len(leaves)
    for row, shape in zip(rows, shapes([[(one.columns, one.rows) for one in row] for row in rows], width), strict=True):
        total = bool(row) and row[0].text.lower().startswith(_TOTALS)
        cells = tuple(
            _cell(cell, span, leaves[at], width, total=total)
            for cell, span, at in zip(row, shape.spans, shape.columns, strict=False)
        )
        yield cells + (Cell(("",)),) * shape.free


def _cell(cell: TableCell, span: Span, column: Column, width: int, *, total: bool) -> Cell:
    columns, rows = span
    if columns == width > 1:
        role = Role.DIVIDER
    elif column.align:
        role = _ROLES[column.align]
    else:
        plain = without_footnotes(cell.text)
        figure = not cell.items and (Value.of(plain).number is not None or len(plain) <= 2)
        role = Role.CENTER if figure else Role.TEXT
    return Cell(_texts(cell) or ("",), _TOTAL_ROLES.get(role, role) if total else role, columns=columns, rows=rows)


def _texts(cell: TableCell) -> tuple[str, ...]:
    """The paragraphs of a cell: its text, then its list."""
    return (*((cell.text,) if cell.text else ()), *_listed(cell.items, cell.style or "–"))


def _listed(entries: Sequence[ListEntry], style: str, start: int = 1) -> Iterator[str]:
    for at, entry in enumerate(entries, start):
        yield " ".join(part for part in (mark(style, at), entry.lead, entry.text) if part)
        yield from _listed(entry.items, entry.style or "–")
        for block in entry.blocks:
            if isinstance(block, Paragraph):
                yield f"{block.lead} {block.text}".lstrip()
            elif isinstance(block, ListBlock):
                yield from _listed(block.items, block.style, block.start)
