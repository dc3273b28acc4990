"""A table given cell by cell in the YAML → a grid."""

from __future__ import annotations

from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.layout.table import PORTRAIT_WIDTH
from munprog.model.blocks import DataTable
from munprog.model.numbers import Value

_FIRST, _OTHER = 60.0, 25.0
"""Widths in millimetres of the first column and of the others, where the author gave none."""
_CROWDED = 1.3
"""How much wider than the page a table may be declared before it turns: figures bear being pressed together."""

_TOTALS = ("всего", "итого")
"""How the first cell of a row of totals begins."""


def data_grid(table: DataTable) -> Grid:
    """Figures stand in the middle, words at the left; the table turns when its widths need it."""
    widths = tuple(float(column.width) or (_FIRST if at == 0 else _OTHER) for at, column in enumerate(table.columns))
    head = tuple(
        Cell((f"{column.title}, {column.unit}" if column.unit else column.title,), Role.HEAD)
        for column in table.columns
    )
    return Grid(
        widths=widths,
        head=(head,) if any(column.title for column in table.columns) else (),
        body=tuple(_row(row, len(widths)) for row in table.rows),
        landscape=sum(widths) > PORTRAIT_WIDTH * _CROWDED,
    )


def _row(values: tuple[Value, ...], columns: int) -> Row:
    """A row shorter than the head is filled up with empty cells, a longer one cut: a rule reports both."""
    words, figures = (Role.TOTAL, Role.TOTAL_CENTER) if _is_total(values) else (Role.TEXT, Role.CENTER)
    cells = tuple(
        Cell((value.text,), figures if value.number is not None or len(value.text) <= 2 else words)
        for value in values[:columns]
    )
    return cells + (Cell(("",)),) * (columns - len(cells))


def _is_total(values: tuple[Value, ...]) -> bool:
    return bool(values) and values[0].text.lower().startswith(_TOTALS)
