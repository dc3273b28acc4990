"""Grids as WordprocessingML tables: the only place that makes a table's XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from munprog.layout.grid import Cell, Grid, Role
from munprog.rendering.heights import first_may_split, head_heights, kept
from munprog.rendering.letters import Letters
from munprog.rendering.placement import GridError, Placed, edges, least_widths, longest_words, placed
from munprog.rendering.sections import Area
from munprog.rendering.styles import CELL_STYLES, KEPT, SECTION_END, TABLE, TABLE_WITHOUT_BORDERS
from munprog.rendering.text import RUN, RUN_END, bind_all, run_texts

_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_TALL_ROW = "<w:tr>"
_TALL = 3
"""The part of a page that a row may take and still be kept whole: the place it leaves must not look like an end."""
_PARAGRAPH_END = f"{RUN_END}</w:p>\n"
_EMPTY_END = "</w:p>\n"
_EMPTY = ("",)


class _Mould(NamedTuple):
    """What cells of one role, place and span have in common."""

    opening: str
    paragraph: str
    letters: int
    """Letters that a line of this width has room for."""


class _Writer:
    """The rows of one table on their way into XML.

    Only the positions of texts are noted on the way: escaping them all at once is many times faster than one by one.
    """

    def __init__(
        self,
        borders: list[int],
        area: Area,
        styles: Mapping[str, str],
        letters: Letters,
        printed: list[str],
    ) -> None:
        self.edges = borders
        self.area = area
        self.letters = letters
        self.room = area.height / 2
        self.lines = area.height / _TALL / letters.line
        self.styles = styles
        self.printed = printed
        self.out: list[str] = []
        self.texts: list[int] = []
        self.moulds: dict[tuple[Role, int, int, int, bool, bool], _Mould] = {}

    def head(self, lines: Sequence[Sequence[Placed]]) -> None:
        for line, height in zip(lines, head_heights(lines, self.edges, self.letters), strict=True):
            high = f'<w:trHeight w:val="{height}"/>' if height else ""
            self.out.append(f"<w:tr><w:trPr><w:cantSplit/>{high}<w:tblHeader/></w:trPr>")
            self._cells(line, keep=False)
            self.out.append("</w:tr>")

    def body(self, lines: Sequence[Sequence[Placed]], keep_last: bool) -> None:
        out = self.out
        keeps = kept(lines, self.edges, self.letters, self.room, goes_on=keep_last)
        loose = first_may_split(lines, self.edges, self.letters)
        for at, (line, keep) in enumerate(zip(lines, keeps, strict=True)):
            start, texts = len(out), len(self.texts)
            out.append(_ROW)
            tall = self._cells(line, keep=keep)
            if tall and keep:  # paragraphs that stay with the next row would take the whole of this one along
                del out[start + 1 :], self.texts[texts:]
                self._cells(line, keep=False)
            if tall or at == loose:
                out[start] = _TALL_ROW
            out.append("</w:tr>")

    def _cells(self, line: Sequence[Placed], *, keep: bool) -> bool:
        """Write one row; true where a cell of it is so tall that it may be cut by the end of a page."""
        tall = False
        moulds, out, texts = self.moulds, self.out, self.texts
        for column, cell, continued in line:
            key = (cell.role, column, cell.columns, cell.rows, continued, keep)
            mould = moulds.get(key)
            if mould is None:
                mould = moulds[key] = self._mould(column, cell, continued, keep)
            opening, paragraph, room = mould
            out.append(opening)
            size = 0
            nested = None if continued else cell.grid
            for text in (not continued and cell.paragraphs) or (() if nested else _EMPTY):
                if text:
                    out.append(paragraph)
                    texts.append(len(out))
                    out += ("", _PARAGRAPH_END)
                    size += 1 + len(text) // room
                else:
                    out.append(f"{paragraph[: -len(RUN)]}{_EMPTY_END}")
            if nested:
                out.append(self._nested(nested, self.edges[column + cell.columns] - self.edges[column]))
                tall = True
            out.append("</w:tc>")
            if size > self.lines:
                tall = True
        return tall

    def _mould(self, column: int, cell: Cell, continued: bool, keep: bool) -> _Mould:
        width = self.edges[column + cell.columns] - self.edges[column]
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        style = CELL_STYLES[cell.role]
        style = KEPT.get(style, style) if keep else style
        style = self.styles[style + self.letters.twin]
        align = '<w:vAlign w:val="center"/>' if cell.role is Role.HEAD else ""
        return _Mould(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{align}</w:tcPr>',
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{RUN}',
            int(max((width - self.letters.margins) / self.letters.mean, 1)),
        )

    def _nested(self, grid: Grid, width: int) -> str:
        """A table inside a cell, in smaller letters where its words need it, and the paragraph that ends a cell."""
        table, area = Laid.of(grid), Area(width - self.letters.margins, self.area.height)
        sizes = tuple(self.letters.of(grid.letters).down())
        letters = next((one for one in sizes if table.fits(area, one)), sizes[-1])
        xml = table_xml(table, area, self.styles, letters, self.printed)
        return f'{xml}<w:p><w:pPr><w:pStyle w:val="{self.styles[SECTION_END]}"/></w:pPr></w:p>\n'

    def xml(self, bound: list[str]) -> str:
        out = self.out
        finished, plain = run_texts(bound)
        self.printed += plain
        for at, text in zip(self.texts, finished, strict=True):
            out[at] = text
        return "".join(out)


def no_rows(_: Sequence[int]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A grid with its cells placed and its texts bound: all that does not depend on the sheet."""

    grid: Grid
    head: Sequence[Sequence[Placed]]
    body: Sequence[Sequence[Placed]]
    bound: list[str]
    words: Sequence[float]
    """The longest word of each column, for letters of one point."""

    @classmethod
    def of(cls, grid: Grid) -> Laid:
        """GridError where the rows of the grid do not fit its columns, or there are none."""
        if not grid.head and not grid.body:
            raise GridError("a table needs at least one row")
        count = len(grid.widths)
        head, body = placed(grid.head, count), placed(grid.body, count)
        places, texts = _texts((*head, *body))
        bound = bind_all(texts)
        texts_of = ((column, columns, text) for (column, columns), text in zip(places, bound, strict=True))
        return cls(grid, head, body, bound, longest_words(texts_of, count))

    @property
    def nested(self) -> tuple[Grid, ...]:
        """The tables inside its cells."""
        return tuple(cell.grid for line in self.body for _, cell, _ in line if cell.grid)

    def fits(self, area: Area, letters: Letters) -> bool:
        """Whether no word of it breaks in the width of the text area."""
        return sum(least_widths(self.words, letters)) <= area.width


def table_xml(
    table: Laid,
    area: Area,
    styles: Mapping[str, str],
    letters: Letters,
    printed: list[str],
    *,
    keep_last: bool = False,
    below: Callable[[Sequence[int]], str] = no_rows,
) -> str:
    """`table` as a w:tbl as wide as the text `area`; every text written is added to `printed`.

    With `keep_last` its last rows go to the page of what follows; `below` makes rows for its end from the borders of
    its columns.
    """
    borders = edges(table.grid.widths, area.width, least_widths(table.words, letters))
    writer = _Writer(borders, area, styles, letters, printed)
    writer.head(table.head)
    writer.body(table.body, keep_last)
    style = styles[(TABLE if table.grid.borders else TABLE_WITHOUT_BORDERS) + letters.twin]
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(borders))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{borders[-1]}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{writer.xml(table.bound)}{below(borders)}</w:tbl>"
    )


def _texts(lines: Sequence[Sequence[Placed]]) -> tuple[list[tuple[int, int]], list[str]]:
    """Every text in the order of writing, with the first column of its cell and the number of its columns."""
    places: list[tuple[int, int]] = []
    texts: list[str] = []
    for line in lines:
        for column, cell, continued in line:
            if not continued:
                for text in cell.paragraphs:
                    if text:
                        places.append((column, cell.columns))
                        texts.append(text)
    return places, texts
