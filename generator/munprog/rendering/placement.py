"""Where the cells of a grid stand, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat

from munprog.layout.grid import Cell, Row
from munprog.rendering.letters import Letters

Placed = tuple[int, Cell, bool]
"""First column, cell, and whether it goes on from a row above."""

CELL_MARGINS = 170
"""What the margins of a cell take of its width, in twips."""

_CELL_PADDING = 56


_SMALL = 20
"""Rows of a table that may be kept whole."""

_GROUP = 8
"""Rows of a merged group that are kept together."""


class GridError(ValueError):
    """A grid whose rows do not fit its columns: a defect of whoever made the grid."""


def placed(rows: Sequence[Row], count: int) -> list[list[Placed]]:
    """The cells of each row from left to right, those that go on from above included; `count` columns are filled."""
    covered: dict[int, tuple[int, Cell]] = {}
    result: list[list[Placed]] = []
    for number, row in enumerate(rows, 1):
        if not covered and len(row) == count and all(cell.columns == 1 == cell.rows for cell in row):
            result.append(list(zip(range(count), row, repeat(False))))
            continue
        line: list[Placed] = []
        column = 0
        for cell in row:
            if covered:
                column = _continued(column, covered, line)
            line.append((column, cell, False))
            columns = cell.columns
            if columns != 1 or cell.rows != 1:
                _check_span(cell, column, covered, number)
                if cell.rows > 1:
                    covered[column] = (cell.rows, cell)
            column += columns
        if covered:
            column = _continued(column, covered, line)
            covered = {at: (left - 1, cell) for at, (left, cell) in covered.items() if left > 1}
        if column != count or not line:
            raise GridError(f"row {number} covers {column} of {count} columns")
        result.append(line)
    if covered:
        raise GridError("a cell covers rows below the last one")
    return result


def _continued(column: int, covered: dict[int, tuple[int, Cell]], line: list[Placed]) -> int:
    """Place what covers this row from above, from `column` on; the first column that is free."""
    while column in covered:
        cell = covered[column][1]
        line.append((column, cell, True))
        column += cell.columns
    return column


def _check_span(cell: Cell, column: int, covered: dict[int, tuple[int, Cell]], number: int) -> None:
    if cell.columns < 1 or cell.rows < 1:
        raise GridError(f"row {number}: the cell at column {column + 1} covers nothing")
    if any(column < other < column + cell.columns for other in covered):
        raise GridError(f"row {number}: the cell at column {column + 1} overlaps one from above")


def edges(widths: Sequence[float], total: int, least: Sequence[int]) -> list[int]:
    """Edges of columns, from 0 to `total` twips, in proportion to the relative `widths`.

    A column does not get narrower than its `least` width; where those take more than there is, they share it.
    """
    if not widths or min(widths) <= 0:
        raise GridError(f"widths of columns must be positive: {tuple(widths)}")
    wanted = _widened(widths, total, least)
    whole = sum(wanted)
    return [0, *(round(total * reached / whole) for reached in accumulate(wanted))]


def _widened(widths: Sequence[float], total: int, least: Sequence[int]) -> Sequence[float]:
    if sum(least) >= total:
        return least
    fixed: dict[int, float] = {}
    while True:
        rest = total - sum(fixed.values())
        free = sum(width for at, width in enumerate(widths) if at not in fixed)
        scaled = [fixed.get(at, width * rest / free) for at, width in enumerate(widths)]
        narrow = {at: float(least[at]) for at, width in enumerate(scaled) if at not in fixed and width < least[at]}
        if not narrow:
            return scaled
        fixed |= narrow


def least_widths(texts: Iterable[tuple[int, str]], count: int, letters: Letters) -> list[int]:
    """The width of each column, in twips, at which no word of its bound texts breaks."""
    columns: list[list[str]] = [[] for _ in range(count)]
    for column, text in texts:
        columns[column].append(text)
    return [round(letters.longest_word(column)) + CELL_MARGINS for column in columns]


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
            needed = sum(_line_count(text, _span(borders, column, cell), letters) for text in cell.paragraphs)
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


def kept(body: Sequence[Sequence[Placed]], borders: Sequence[int], letters: Letters, room: float) -> list[bool]:
    """Which rows stay on a page with the row after them: those of a merged group, and of a table no higher than `room`.

    A merged text that a page cuts in two is hard to read, and so is a small table.
    """
    if not body:
        return []
    if len(body) <= _SMALL and sum(_row_height(line, borders, letters) for line in body) <= room:
        return [True] * (len(body) - 1) + [False]
    tied = [any(continued for _, _, continued in line) for line in body[1:]] + [False]
    return _without_long_groups(tied)


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
            sum(_line_count(text, _span(borders, column, cell), letters) for text in cell.paragraphs)
            for column, cell, continued in line
            if not continued and cell.rows == 1
        ),
        default=1,
    )
    return lines * letters.line + _CELL_PADDING


def _span(borders: Sequence[int], column: int, cell: Cell) -> int:
    return borders[column + cell.columns] - borders[column]


def _line_count(text: str, width: int, letters: Letters) -> int:
    """Lines of `text` in a cell of `width` twips, as words fill them one after another."""
    room = max((width - CELL_MARGINS) // letters.mean, 1)
    count, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > room:
            count, used = count + 1, 0
        used += len(word) + (1 if used else 0)
    return count
