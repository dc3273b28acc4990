"""A table as a grid of cells: what the table writer draws, whatever the data were.

Widths are relative weights; the writer fits them to the text area of the page. A cell that spans rows or columns
stands once, at its upper left corner; the places it covers hold no cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a cell says; each role has one paragraph style in the template."""

    HEAD = "head"
    TEXT = "text"
    CENTER = "center"
    NUMBER = "number"
    DIVIDER = "divider"
    TOTAL = "total"
    TOTAL_CENTER = "total-center"
    TOTAL_NUMBER = "total-number"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; each string of `paragraphs` is one paragraph (an empty cell is `("",)`). A `grid` stands below them as
    a table inside the cell; paragraphs may be absent then."""

    paragraphs: tuple[str, ...]
    role: Role = Role.TEXT
    columns: int = 1
    rows: int = 1
    grid: Grid | None = None


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: header rows (repeated on each page) and body rows over columns of relative `widths`.

    The sheet of a table whose words do not fit is turned, unless the author said how it lies: then it is `fixed`.
    `letters` is the size of its text in points, 0 for the template's own. A table that fits no sheet is parted: each
    part begins with the first `keys` columns (0: it is not parted), and there are at least `parts` of them.
    """

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    landscape: bool = False
    borders: bool = True
    fixed: bool = False
    letters: int = 0
    keys: int = 0
    parts: int = 1
