"""From a declared table layout and records to a grid of cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from munprog.layout.axis import Axis
from munprog.layout.body import body
from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.layout.header import Leaf, header, unfold
from munprog.layout.records import Records
from munprog.layout.totals import with_totals
from munprog.model.profile import TableLayout

PORTRAIT_WIDTH = 170
"""Millimetres between the margins of an upright A4 page (30 and 10 mm, ГОСТ Р 7.0.97-2025)."""
NARROW = 15
"""Millimetres of a column that holds but the number of a row."""


def build_grid(layout: TableLayout, records: Records, axes: Mapping[str, Axis]) -> Grid:
    """Lay the records out; `axes` gives the periods that the layout's columns may run over.

    The grid is empty where all of its columns run over an axis without periods.
    """
    heads = tuple(unfold(layout.columns, axes))
    leaves = tuple(leaf for head in heads for leaf in head.leaves)
    if not leaves:
        return Grid(widths=(), head=(), body=())
    return Grid(
        widths=tuple(float(leaf.column.width) for leaf in leaves),
        head=(*header(heads), *column_numbers(layout.column_numbers, len(leaves))),
        body=tuple(body(layout, leaves, with_totals(layout, leaves, records))),
        landscape=_landscape(layout, leaves),
        fixed=layout.orientation != "auto",
        letters=layout.letters,
        keys=0 if layout.bands == "never" else _keys(leaves),
        parts=parts(layout.bands),
    )


def parts(bands: str | int) -> int:
    """How many parts a table has at least."""
    return bands if isinstance(bands, int) else 1


def _keys(leaves: Sequence[Leaf]) -> int:
    """The columns that say what a row is about: those before the first period, else the merged ones, else the first
    that is no number of the row."""
    periods = any(leaf.key is not None for leaf in leaves)
    named = (leaf.key is None and leaf.column.align != "right" and not leaf.column.total for leaf in leaves)
    found = len(list(takewhile(bool, named if periods else (bool(leaf.column.merge) for leaf in leaves))))
    return found or (2 if leaves[0].column.width <= NARROW else 1)


def _landscape(layout: TableLayout, leaves: Sequence[Leaf]) -> bool:
    if layout.orientation == "auto":
        return sum(leaf.column.width for leaf in leaves) > PORTRAIT_WIDTH
    return layout.orientation == "landscape"


def column_numbers(wanted: bool | tuple[str, ...], count: int) -> tuple[Row, ...]:
    """Counted from 1, or as given; a column that no number was given to has an empty cell."""
    if not wanted:
        return ()
    given = wanted if isinstance(wanted, tuple) else tuple(map(str, range(1, count + 1)))
    return (tuple(Cell((number,), Role.HEAD) for number in (*given, *("",) * count)[:count]),)
