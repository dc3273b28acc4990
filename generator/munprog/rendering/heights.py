"""How high the rows of a table are, and which of them therefore stay on one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from munprog.layout.grid import Cell, Grid, Role
from munprog.rendering.letters import Letters
from munprog.rendering.placement import Placed, edges, placed

_CELL_PADDING = 56
"""What the margins of a cell add to its height, in twips."""

_SMALL = 20
"""Rows of a table that may be kept whole."""

_TALL = 4
"""Lines of a row that may be cut without harm."""

_TOTALS = (Role.TOTAL, Role.TOTAL_CENTER, Role.TOTAL_NUMBER)

_GROUP = 8
"""Rows of a merged group that are kept together."""


def head_heights(head: Sequence[Sequence[Placed]], borders: Sequence[int], letters: Letters) -> list[int]:
    """Heights in twips that header rows need for cells which cover several of them; 0 where a row fits by itself.

    LibreOffice cuts such a cell off where the header is repeated, if its rows are not high enough without it.
    """
    lines = [0] * len(head)
    heights = [0] * len(head)
    spanning: list[tuple[int, int, int]] = []
    for number, line in enumerate(head):
        for column, cell, continued in line:
            if continued:
                continue
            needed = _lines_of(column, cell, borders, letters)
            if cell.rows == 1:
                lines[number] = max(lines[number], needed)
            else:
                spanning.append((number + cell.rows - 1, number, needed))
    for last, first, needed in sorted(spanning):
        missing = needed - sum(lines[first : last + 1])
        if missing > 0:
            lines[last] += missing
            heights[last] = round(lines[last] * letters.line) + _CELL_PADDING
    return heights


def kept(
    body: Sequence[Sequence[Placed]], borders: Sequence[int], letters: Letters, room: float, *, goes_on: bool = False
) -> list[bool]:
    """Which rows stay on a page with the row after them: those of a merged group, and of a table no higher than `room`.

    A merged text that a page cuts in two is hard to read, and so is a small table; the last row does not stand alone,
    nor does a total without a row that it counts. With `goes_on` the table has company below, and stays with that.
    """
    if not body:
        return []
    if len(body) <= _SMALL and sum(_row_height(line, borders, letters) for line in body) <= room:
        return [True] * (len(body) - 1) + [goes_on]
    tied = [any(continued for _, _, continued in line) for line in body[1:]] + [False]
    result = _without_long_groups(tied)
    for at, (row, after) in enumerate(pairwise(body)):
        result[at] |= _is_total(after) and not _is_total(row)
    if goes_on:
        result[-1] = True
    elif len(result) > 1 and not tied[-2]:
        result[-2] = True
    return result


def first_may_split(body: Sequence[Sequence[Placed]], borders: Sequence[int], letters: Letters) -> int | None:
    """The first row below the heads that a table begins with, where it is tall: it may be cut by the end of a page.

    LibreOffice loses the rows after it where it just does not fit, if head, header and row hold together.
    """
    heads = next((at for at, line in enumerate(body) if line[0][1].role is not Role.DIVIDER), 0)
    return heads if heads and _row_height(body[heads], borders, letters) > _TALL * letters.line else None


def _is_total(line: Sequence[Placed]) -> bool:
    return line[0][1].role in _TOTALS


def _without_long_groups(tied: Sequence[bool]) -> list[bool]:
    result: list[bool] = []
    for at, goes_on in enumerate(tied):
        if not goes_on:
            rows = at - len(result)
            result += [rows < _GROUP] * rows + [False]
    return result


def _row_height(line: Sequence[Placed], borders: Sequence[int], letters: Letters) -> float:
    lines = max(
        (
            _lines_of(column, cell, borders, letters)
            for column, cell, continued in line
            if not continued and cell.rows == 1
        ),
        default=1,
    )
    return lines * letters.line + _CELL_PADDING


def _lines_of(column: int, cell: Cell, borders: Sequence[int], letters: Letters) -> int:
    width = borders[column + cell.columns] - borders[column]
    lines = sum(_line_count(text, width, letters) for text in cell.paragraphs)
    return lines + _inner_lines(cell.grid, width, letters) if cell.grid else lines


def _inner_lines(grid: Grid, width: int, letters: Letters) -> int:
    """Lines that a table inside a cell takes, the paddings of its rows included."""
    room, count = width - letters.margins, len(grid.widths)
    borders = edges(grid.widths, room, (0,) * count)
    rows = (*placed(grid.head, count), *placed(grid.body, count))
    return ceil(sum(_row_height(line, borders, letters) for line in rows) / letters.line) + 1


def _line_count(text: str, width: int, letters: Letters) -> int:
    """Lines of `text` in a cell of `width` twips, as words fill them one after another."""
    room = max((width - letters.margins) // letters.mean, 1)
    count, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > room:
            count, used = count + 1, 0
        used += len(word) + (1 if used else 0)
    return count
