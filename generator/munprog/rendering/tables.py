"""Grids as WordprocessingML tables: the only place that makes a table's XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.layout.typography import bind
from munprog.rendering.sections import Area
from munprog.rendering.styles import CELL_STYLES, TABLE, TABLE_WITHOUT_BORDERS
from munprog.rendering.text import RUN, RUN_END, character_data, run_text

_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_TALL_ROW = "<w:tr>"
_PARAGRAPH_END = f"{RUN_END}</w:p>\n"
_EMPTY_END = "</w:p>\n"

# Type of 12 points in twips: a letter's mean width, a line's height; and what the margins of a cell take of its width.
_LETTER = 120
_LINE = 276
_CELL_MARGINS = 170


class GridError(ValueError):
    """A grid whose rows do not fit its columns: a defect of whoever made the grid."""


class _Mould(NamedTuple):
    """What cells of one role, place and span have in common."""

    cell: str
    paragraph: str
    limit: int
    """Letters that fill half a page in this width."""


def fitted(widths: Sequence[float], total: int) -> list[int]:
    """Edges of columns, from 0 to `total` twips, in proportion to the relative `widths`."""
    whole = sum(widths)
    if not widths or whole <= 0 or min(widths) < 0:
        raise GridError(f"widths of columns must be positive: {tuple(widths)}")
    return [0, *(round(total * reached / whole) for reached in accumulate(widths))]


class _Writer:
    """One table on its way into XML. `printed` takes every text that is written."""

    def __init__(self, grid: Grid, area: Area, styles: Mapping[str, str], printed: list[str]) -> None:
        self.grid = grid
        self.area = area
        self.styles = styles
        self.printed = printed
        self.edges = fitted(grid.widths, area.width)
        self.moulds: dict[tuple[Role, int, int, int], _Mould] = {}
        self.covered: dict[int, tuple[int, Cell]] = {}
        """Column → (rows still to cover, the cell that covers them from above)."""

    def table(self) -> str:
        grid, edges = self.grid, self.edges
        if not grid.head and not grid.body:
            raise GridError("a table needs at least one row")
        style = self.styles[TABLE if grid.borders else TABLE_WITHOUT_BORDERS]
        out = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        ]
        out += [f'<w:gridCol w:w="{right - left}"/>' for left, right in zip(edges, edges[1:], strict=False)]
        out.append("</w:tblGrid>")
        self._rows(grid.head, out, head=True)
        self._rows(grid.body, out, head=False)
        out.append("</w:tbl>")
        return "".join(out)

    def _rows(self, rows: Sequence[Row], out: list[str], *, head: bool) -> None:
        for number, row in enumerate(rows, 1):
            start = len(out)
            out.append("")
            tall = self._cells(row, number, out)
            if len(out) == start + 1:
                raise GridError(f"row {number} has no cells")
            out[start] = _HEAD_ROW if head else _TALL_ROW if tall else _ROW
            out.append("</w:tr>")
        if self.covered:
            raise GridError(f"a cell covers rows below the last one: {list(self.covered.values())}")

    def _cells(self, row: Row, number: int, out: list[str]) -> bool:
        """Write one row; true where a cell of it is taller than half a page."""
        column, count, tall = 0, len(self.edges) - 1, False
        moulds, printed, covered = self.moulds, self.printed, self.covered
        for cell in row:
            while column in covered:
                column = self._continued(column, out)
            key = (cell.role, column, cell.columns, cell.rows)
            mould = moulds.get(key)
            if mould is None:
                mould = moulds[key] = self._mould(cell, column, number)
            opening, paragraph, limit = mould
            out.append(opening)
            size = 0
            for text in cell.paragraphs or ("",):
                if text:
                    bound = bind(text)
                    printed.append(character_data(bound))
                    size += len(bound)
                    out.append(f"{paragraph}{RUN}{run_text(bound)}{_PARAGRAPH_END}")
                else:
                    out.append(f"{paragraph}{_EMPTY_END}")
            out.append("</w:tc>")
            if size > limit:
                tall = True
            if cell.rows > 1:
                covered[column] = (cell.rows - 1, cell)
            column += cell.columns
        while column in covered and column < count:
            column = self._continued(column, out)
        if column != count:
            raise GridError(f"row {number} covers {column} of {count} columns")
        return tall

    def _mould(self, cell: Cell, column: int, number: int) -> _Mould:
        if cell.columns < 1 or cell.rows < 1 or column + cell.columns >= len(self.edges):
            raise GridError(f"row {number}: a cell at column {column + 1} does not fit the grid")
        if any(column < other < column + cell.columns for other in self.covered):
            raise GridError(f"row {number}: a cell at column {column + 1} overlaps one from above")
        width = self.edges[column + cell.columns] - self.edges[column]
        lines = self.area.height / 2 / _LINE
        limit = int(lines * max(width - _CELL_MARGINS, _LETTER) / _LETTER)
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        return _Mould(_opening(width, cell, merge), self._paragraph(cell), limit)

    def _paragraph(self, cell: Cell) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[CELL_STYLES[cell.role]]}"/></w:pPr>'

    def _continued(self, column: int, out: list[str]) -> int:
        """Write the continuation of a cell from above; the column after it."""
        left, cell = self.covered.pop(column)
        after = column + cell.columns
        width = self.edges[after] - self.edges[column]
        out.append(f"{_opening(width, cell, '<w:vMerge/>')}{self._paragraph(cell)}{_EMPTY_END}</w:tc>")
        if left > 1:
            self.covered[column] = (left - 1, cell)
        return after


def _opening(width: int, cell: Cell, merge: str) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    align = '<w:vAlign w:val="center"/>' if cell.role is Role.HEAD else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{align}</w:tcPr>'


def table_xml(grid: Grid, area: Area, styles: Mapping[str, str], printed: list[str]) -> str:
    """`grid` as a w:tbl as wide as the text `area`; every text written is added to `printed`."""
    return _Writer(grid, area, styles, printed).table()
