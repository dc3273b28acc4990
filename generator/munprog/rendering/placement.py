"""Where the cells of a grid stand, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat

from munprog.layout.grid import Cell, Row
from munprog.rendering.letters import Letters, longest_word

Placed = tuple[int, Cell, bool]
"""First column, cell, and whether it goes on from a row above."""


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


def longest_words(texts: Iterable[tuple[int, int, str]], count: int) -> list[float]:
    """The width of the longest word of each column in its bound texts, in twips for each point of letters.

    Of each text, the first column of its cell and the number of its columns are given: those of a cell over several
    columns share what its longest word takes more than they have.
    """
    cells: dict[tuple[int, int], list[str]] = {}
    for column, columns, text in texts:
        if columns == 1 or columns < count:
            cells.setdefault((columns, column), []).append(text)
    words = [0.0] * count
    for columns, column in sorted(cells):
        missing = longest_word(cells[columns, column]) - sum(words[column : column + columns])
        if missing > 0:
            for at in range(column, column + columns):
                words[at] += missing / columns
    return words


def least_widths(words: Iterable[float], letters: Letters) -> list[int]:
    """The width of each column, in twips, at which no word of it breaks."""
    return [round(word * letters.size) + letters.margins for word in words]
