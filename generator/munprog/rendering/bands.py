"""A table too wide for any sheet, parted into tables one under another: the columns that say what a row is about are
repeated in each, the others follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from munprog.layout.grid import Cell, Grid, Row
from munprog.rendering.letters import Letters
from munprog.rendering.placement import Placed, least_widths

_TWIPS = 1440 / 25.4
_PRESSED = 0.6
"""The share of its declared width that a column is left."""
_ROOM_OF_KEYS = 0.6
"""The share of a sheet that the repeated columns may take."""

Cuts = tuple[int, ...]
"""The first columns of the parts, and the end of the last one."""


def parted(
    grid: Grid, head: Sequence[Sequence[Placed]], words: Sequence[float], width: int, letters: Letters, *, exactly: int
) -> Iterator[tuple[Grid, ...]]:
    """Ways to part `grid`, the best first, so that no word of a column breaks in `width` twips.

    The parts are as few as fit, or `exactly` so many (0: as few). A part begins where a head does, the higher the
    better.
    """
    least = least_widths(words, letters)
    needs = [max(one, round(_PRESSED * wide * _TWIPS)) for one, wide in zip(least, grid.widths, strict=True)]
    for needed in (needs, least):
        for keys in range(min(grid.keys, len(needed) - 2), 0, -1):
            if keys > 1 and sum(needed[:keys]) > width * _ROOM_OF_KEYS:
                continue
            cuts = _cut(needed, keys, _levels(head, keys, len(needed)), width - sum(needed[:keys]), exactly)
            if cuts:
                yield tuple(_part(grid, (*range(keys), *range(first, last))) for first, last in pairwise(cuts))


def _levels(head: Sequence[Sequence[Placed]], keys: int, count: int) -> dict[int, int]:
    """The row of the header, from 0, whose cell is the highest to begin at each column that a part may begin with."""
    levels = dict.fromkeys(range(keys + 1, count), len(head))
    for row, line in reversed(list(enumerate(head))):
        levels |= {column: row for column, _, continued in line if not continued and column in levels}
    return levels


def _cut(needs: Sequence[int], keys: int, levels: dict[int, int], room: int, exactly: int) -> Cuts:
    """Where the parts begin; even parts at high heads, if there are such."""
    found: list[Cuts] = []
    for level in sorted(set(levels.values())):
        places = (keys, *(at for at, own in levels.items() if own <= level), len(needs))
        cuts = _even([sum(needs[first:last]) for first, last in pairwise(places)], room, exactly)
        if cuts:
            found.append(tuple(places[at] for at in cuts))
            sizes = [sum(needs[first:last]) for first, last in pairwise(found[-1])]
            if 2 * min(sizes) >= max(sizes):
                return found[-1]
    return found[0] if found else ()


def _even(sizes: Sequence[int], room: int, exactly: int) -> Cuts:
    """The cut of `sizes` into runs none of which is larger than `room`: few of them, and those alike."""
    best: list[dict[int, tuple[int, Cuts]]] = [{0: (0, (0,))}]
    reached = [0, *accumulate(sizes)]
    for _ in range(exactly or len(sizes)):
        now: dict[int, tuple[int, Cuts]] = {}
        for start, (cost, cuts) in best[-1].items():
            for end in range(start + 1, len(sizes) + 1):
                size = reached[end] - reached[start]
                if size > room:
                    break
                candidate = (cost + size * size, (*cuts, end))
                now[end] = min(now.get(end, candidate), candidate)
        best.append(now)
        if len(sizes) in now and (not exactly or len(best) > exactly):
            return now[len(sizes)][1]
    return ()


def _part(grid: Grid, columns: Sequence[int]) -> Grid:
    """The grid with some of its columns: a cell over several of them keeps its text wherever a piece of it stands."""
    return replace(
        grid,
        widths=tuple(grid.widths[at] for at in columns),
        head=tuple(_rows(grid.head, columns)),
        body=tuple(_rows(grid.body, columns)),
    )


def _rows(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[Row]:
    wanted = set(columns)
    below: dict[int, int] = {}
    """Rows that a cell from above still covers, by column."""
    for row in rows:
        line: list[Cell] = []
        covered = {at for at, left in below.items() if left}
        below = {at: left - 1 for at, left in below.items() if left > 1}
        column = 0
        for cell in row:
            while column in covered:
                column += 1
            places = range(column, column + cell.columns)
            column += cell.columns
            if cell.rows > 1:
                below |= dict.fromkeys(places, cell.rows - 1)
            shown = len(wanted.intersection(places))
            if shown:
                line.append(replace(cell, columns=shown) if shown != cell.columns else cell)
        yield tuple(line)
