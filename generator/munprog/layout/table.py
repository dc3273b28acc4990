"""From a declared table layout and records to a grid of cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from munprog.layout.axis import Axis
from munprog.layout.body import body
from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.layout.header import Leaf, header, unfold
from munprog.layout.records import Records
from munprog.layout.totals import with_totals
from munprog.model.profile import TableLayout

PORTRAIT_WIDTH = 170
"""Millimetres between the margins of an upright A4 page (30 and 10 mm, ГОСТ Р 7.0.97-2025)."""


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
    )


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
