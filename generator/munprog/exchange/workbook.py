"""Rows → a workbook (XLSX), the same bytes for the same rows.

What strangers wrote ends up in cells, and people open workbooks with a double click: a text is a text, whatever it
begins with, and nothing in the workbook calculates.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from munprog.exchange.package import repacked

Cell = str | int | Decimal | date | None
"""What a cell holds; None leaves it empty."""

LONGEST = 32_767
"""Characters that a cell can hold."""

_LONGEST_TITLE = 31
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_A_CELL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With these a spreadsheet begins to calculate, once a person confirms the cell or reads an exported text."""


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in characters; `form` is a number format of spreadsheets, such as `0 %`."""

    title: str
    width: int = 14
    form: str = "General"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: every row has a cell for each column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """An XLSX file with the sheets in order; `title` stands in its properties."""
    import pandas

    buffer = io.BytesIO()
    with pandas.ExcelWriter(buffer, engine="openpyxl") as writer:
        for sheet in sheets:
            name = _NOT_IN_A_TITLE.sub(" ", sheet.title)[:_LONGEST_TITLE]
            titles = [_written(column.title) for column in sheet.columns]
            rows = [[_written(cell) for cell in row] for row in sheet.rows]
            frame = pandas.DataFrame(rows, columns=titles, dtype=object)
            frame.to_excel(writer, sheet_name=name, index=False)
            _arrange(writer.sheets[name], sheet.columns)
    return repacked(buffer.getvalue(), title=title)


def _written(cell: Cell) -> Cell:
    """A text without what a workbook cannot hold."""
    if not isinstance(cell, str):
        return cell
    return _NOT_IN_A_CELL.sub("\N{REPLACEMENT CHARACTER}", cell.replace("\r\n", "\n"))[:LONGEST]


def _arrange(sheet: Any, columns: tuple[Column, ...]) -> None:
    """A head that stays in sight, filters, widths; texts marked as such."""
    from openpyxl.styles import Alignment

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for cells, column in zip(sheet.iter_cols(), columns, strict=True):
        sheet.column_dimensions[cells[0].column_letter].width = column.width
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if cell.value == "":
                cell.value = None
            elif isinstance(cell.value, str):
                cell.data_type = "s"
                cell.quotePrefix = cell.value.startswith(_FORMULA)
            elif cell.value is not None and column.form != "General":
                cell.number_format = column.form
