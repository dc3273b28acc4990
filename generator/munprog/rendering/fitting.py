"""On which sheet, and in which letters, a table is set: the first way in which no word of it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from munprog.layout.grid import Grid
from munprog.rendering.letters import Letters
from munprog.rendering.sections import Area, Pages
from munprog.rendering.tables import Laid

_TWIPS = 1440 / 25.4
_CROWDED = 1.35
"""How much wider than a sheet a table may be declared before its letters get smaller."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table with the way it is set; `tight` where words break all the same."""

    table: Laid
    landscape: bool
    small: bool
    tight: bool = False


def fitted(grid: Grid, pages: Pages, letters: Letters) -> Fitted:
    """GridError where the rows of the grid do not fit its columns."""
    table = Laid.of(grid)
    found = Fitted(table, grid.landscape, small=False)
    for landscape, small in _ways(grid, pages):
        area = (pages.landscape if landscape else pages.upright).area
        size = letters.smaller if small else letters
        found = Fitted(table, landscape, small, tight=not table.fits(area, size))
        if not found.tight and (small or not landscape or not _crowded(grid, area)):
            return found
    return found


def _ways(grid: Grid, pages: Pages) -> Iterator[tuple[bool, bool]]:
    """Landscape or not, small or not, from the best way to the last one; the sheet turns unless the author fixed it."""
    if pages.upright.landscape:
        yield from ((False, False), (False, True))
        return
    if not grid.landscape:
        yield False, False
    if not grid.landscape and grid.fixed:
        yield False, True
        return
    yield from ((True, False), (True, True))


def _crowded(grid: Grid, area: Area) -> bool:
    return sum(grid.widths) * _TWIPS > area.width * _CROWDED
