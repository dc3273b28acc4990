"""On which sheet, and in which letters, a table is set: the first way in which no word of it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from munprog.layout.grid import Grid
from munprog.rendering.bands import parted
from munprog.rendering.letters import Letters
from munprog.rendering.sections import Area, Pages
from munprog.rendering.tables import Laid

_TWIPS = 1440 / 25.4
_CROWDED = 1.35
"""How much wider than a sheet a table may be declared before its letters get smaller."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table with the way it is set: its parts, one where it fits a sheet; `tight` where words break all the same."""

    parts: tuple[Laid, ...]
    landscape: bool
    letters: Letters
    tight: bool = False

    @property
    def twins(self) -> frozenset[str]:
        """How the names of the styles end that it, and tables inside it, may be set in."""
        inner = {self.letters.of(one.letters) for part in self.parts for one in part.nested}
        sizes = (self.letters, *(size for one in inner for size in one.down()))
        return frozenset(size.twin for size in sizes if size.twin)


def fitted(grid: Grid, pages: Pages, letters: Letters) -> Fitted:
    """GridError where the rows of the grid do not fit its columns."""
    table = Laid.of(grid)
    ways = [
        (landscape, size, (pages.landscape if landscape else pages.upright).area)
        for landscape, size in _ways(grid, pages, letters)
    ]
    for landscape, size, area in ways:
        if grid.parts > 1:
            parts = _parts(table, area, size, exactly=grid.parts)
            if parts:
                return Fitted(parts, landscape, size)
        elif table.fits(area, size) and (size is not letters or not landscape or not _crowded(grid, area)):
            return Fitted((table,), landscape, size)
    landscape, size, area = ways[-1]
    if grid.parts == 1 and table.fits(area, size):
        return Fitted((table,), landscape, size)
    parts = _parts(table, area, size)
    return Fitted(parts or (table,), landscape, size, tight=not parts and not table.fits(area, size))


def _parts(table: Laid, area: Area, letters: Letters, *, exactly: int = 0) -> tuple[Laid, ...]:
    """Those in which no word breaks, that of a head over columns which the parts divide included."""
    for grids in parted(table.grid, table.head, table.words, area.width, letters, exactly=exactly):
        parts = tuple(map(Laid.of, grids))
        if all(part.fits(area, letters) for part in parts):
            return parts
    return ()


def _ways(grid: Grid, pages: Pages, letters: Letters) -> Iterator[tuple[bool, Letters]]:
    """Landscape or not, and the letters, from the best way to the last one; the sheet turns unless the author fixed
    it, letters get smaller unless the author named their size."""
    sizes = (letters.of(grid.letters),) if grid.letters else (letters, letters.smaller)
    if pages.upright.landscape or (grid.fixed and not grid.landscape):
        yield from ((False, size) for size in sizes)
        return
    if not grid.landscape:
        yield False, sizes[0]
    yield from ((True, size) for size in sizes)


def _crowded(grid: Grid, area: Area) -> bool:
    return sum(grid.widths) * _TWIPS > area.width * _CROWDED
