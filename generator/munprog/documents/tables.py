"""Tables of a document: those that the profile declares, the passport, the results of one procedure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from munprog.documents.pieces import Piece, TablePiece, paragraphs
from munprog.layout.axes import axes_of
from munprog.layout.flow import Paragraph, Style
from munprog.layout.grid import Cell, Grid, Role
from munprog.layout.headings import groups_of
from munprog.layout.rows import MONEY, records_of
from munprog.layout.sources.plan import schedule_of
from munprog.layout.table import build_grid
from munprog.layout.view import View
from munprog.model.analysis import ResultTable
from munprog.model.derived import given_row, passport_row
from munprog.model.general import Subprogram
from munprog.model.profile import TableLayout
from munprog.model.subprogram import part_of

_OF_SUBPROGRAM = frozenset(("finance_sources", "finance_years"))
"""Tables of money that may be `of` a subprogramme."""


def profile_table(view: View, id: str) -> Iterator[Piece]:
    """The table that the profile declares under `id`; nothing where there is no such table or no row for it."""
    layout = view.profile.table(id)
    if layout:
        yield from _table(view, layout, id, _title(view, layout))


def tables_of(view: View, rows: str) -> Iterator[Piece]:
    """The tables that the profile makes from one row source, whatever it calls them."""
    for layout in view.profile.tables:
        if rows in layout.rows:
            yield from _table(view, layout, layout.id, _title(view, layout))


def result_table(view: View, table: ResultTable) -> Iterator[Piece]:
    """One procedure by school and year, in the profile's layout for results."""
    layouts = [one for one in view.profile.tables if "results" in one.rows]
    if layouts:
        layout = min(layouts, key=lambda one: bool(one.of))  # one that is made for any table, if there is such
        own = type(layout)(**{**layout.__dict__, "of": table.id})
        yield from _table(view, own, table.id, f"{table.title}, {table.unit}")


def _table(view: View, layout: TableLayout, id: str, title: str) -> Iterator[Piece]:
    records = records_of(view, layout)
    if records:
        grids = [(head, build_grid(layout, group, axes_of(view, layout))) for head, group in groups_of(layout, records)]
        if grids[0][1].widths:
            yield from paragraphs((layout.before,) if layout.before else ())
            if layout.caption == "heading":
                yield Paragraph(title, Style.HEADING_2)
            caption = title if layout.caption == "numbered" else ""
            for at, (head, grid) in enumerate(grids):
                if head:
                    yield Paragraph(head, Style.HEADING_3)
                last = at == len(grids) - 1
                yield TablePiece(id, "" if at else caption, grid, (layout.note,) if layout.note and last else ())
            yield from paragraphs((layout.after,) if layout.after else ())


def passport_table(view: View, subprogram: Subprogram | None = None) -> TablePiece:
    """The rows of the profile in order: as given by hand, or as derived from the sections (R-PAS-1); those of a
    subprogramme where one is named."""
    rows = []
    for row in view.profile.subprogram_passport if subprogram else view.profile.passport:
        lines = given_row(view.program, row.id, subprogram) or passport_row(view.program, row, subprogram)
        grid = _row_table(view, row.table, subprogram) if row.table else None
        if grid:
            lines = lines or ((row.lead,) if row.lead else ())
        if lines or grid:
            rows.append((Cell((row.title,), Role.TEXT), Cell(lines, Role.TEXT, grid=grid)))
    id = f"паспорт-{subprogram.id}" if subprogram else "паспорт"
    return TablePiece(id, "", Grid(widths=(50.0, 120.0), head=(), body=tuple(rows)))


def _row_table(view: View, id: str, subprogram: Subprogram | None) -> Grid | None:
    """The table that stands inside a row of the passport, None where it has no rows."""
    layout = view.profile.table(id)
    if layout is None:
        return None
    if subprogram and _OF_SUBPROGRAM.isdisjoint(layout.rows):
        view = replace(view, program=part_of(view.program, subprogram))
    elif subprogram:
        layout = type(layout)(**{**layout.__dict__, "of": subprogram.id})
    pieces = _table(view, layout, id, "")
    return next((piece.grid for piece in pieces if isinstance(piece, TablePiece)), None)


def _title(view: View, layout: TableLayout) -> str:
    """A schedule bears its own title, an estimate says its year, and tables of money their unit."""
    money = view.program.finance
    if layout.rows in (("activities",), ("staged",)):
        schedule = schedule_of(view, layout)
        return schedule.title if schedule else layout.title
    if money is None or MONEY.isdisjoint(layout.rows):
        return layout.title
    year = f", {money.estimate.year} год" if "estimate" in layout.rows and money.estimate else ""
    unit = f", {layout.money.unit or money.unit}" if layout.money.unit_in_title else ""
    return f"{layout.title}{year}{unit}"
