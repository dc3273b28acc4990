"""Where the cells of a table given by hand stand: spans fitted into its columns, row after row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Columns and rows that a cell takes."""


@dataclass(frozen=True, slots=True)
class RowShape:
    """One row: `claimed` places, those that cells from above cover included; the first `columns` and `spans` of the
    cells that have room, cut to it; and how many places at the right are `free`."""

    claimed: int
    columns: tuple[int, ...]
    spans: tuple[Span, ...]
    free: int


def shapes(rows: Sequence[Iterable[Span]], width: int) -> Iterator[RowShape]:
    """The shape of each row of a table of `width` columns; nothing overlaps, nothing runs out of the table."""
    covered = [0] * width
    for number, row in enumerate(rows):
        taken = [height > 0 for height in covered]
        claimed = sum(taken)
        spans: list[Span] = []
        firsts: list[int] = []
        for columns, height in row:
            claimed += columns
            column = taken.index(False) if False in taken else width
            end = column
            while end < min(column + columns, width) and not taken[end]:
                taken[end] = True
                covered[end] = min(height, len(rows) - number)
                end += 1
            if end > column:
                firsts.append(column)
                spans.append((end - column, min(height, len(rows) - number)))
        yield RowShape(claimed, tuple(firsts), tuple(spans), taken.count(False))
        covered = [max(height - 1, 0) for height in covered]
