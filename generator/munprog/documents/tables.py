"""Tables of a document: those that the profile declares, the passport, the results of one procedure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from munprog.documents.pieces import TablePiece
from munprog.layout.grid import Cell, Grid, Role
from munprog.layout.rows import SOURCES
from munprog.layout.sources.plan import schedule_of
from munprog.layout.table import Axis, build_grid
from munprog.layout.view import View
from munprog.model.analysis import ResultTable
from munprog.model.derived import given_row, passport_row
from munprog.model.profile import TableLayout


def profile_table(view: View, id: str) -> Iterator[TablePiece]:
    """The table that the profile declares under `id`; nothing where there is no such table or no row for it."""
    layout = view.profile.table(id)
    if layout:
        yield from _table(view, layout, id, _title(view, layout))


def tables_of(view: View, rows: str) -> Iterator[TablePiece]:
    """The tables that the profile makes from one row source, whatever it calls them."""
    for layout in view.profile.tables:
        if layout.rows == rows:
            yield from _table(view, layout, layout.id, _title(view, layout))


def result_table(view: View, table: ResultTable) -> Iterator[TablePiece]:
    """One procedure by school and year, in the profile's layout for results."""
    layouts = [one for one in view.profile.tables if one.rows == "results"]
    if layouts:
        layout = min(layouts, key=lambda one: bool(one.of))  # one that is made for any table, if there is such
        own = type(layout)(**{**layout.__dict__, "of": table.id})
        yield from _table(view, own, table.id, f"{table.title}, {table.unit}")


def _table(view: View, layout: TableLayout, id: str, title: str) -> Iterator[TablePiece]:
    records = SOURCES[layout.rows](view, layout)
    if records:
        grid = build_grid(layout, records, _axes(view, layout))
        if grid.widths:
            yield TablePiece(id, title, grid, (layout.note,) if layout.note else ())


def passport_table(view: View) -> TablePiece:
    """The rows of the profile in order: as given by hand, or as derived from the sections (R-PAS-1)."""
    rows = []
    for row in view.profile.passport:
        lines = given_row(view.program, row.id) or passport_row(view.program, row.id)
        if lines:
            rows.append((Cell((row.title,), Role.TEXT), Cell(lines, Role.TEXT)))
    return TablePiece("паспорт", "", Grid(widths=(50.0, 120.0), head=(), body=tuple(rows)))


def _title(view: View, layout: TableLayout) -> str:
    """A schedule bears its own title, an estimate says its year, and tables of money their unit."""
    money = view.program.finance
    if layout.rows == "activities":
        schedule = schedule_of(view, layout.of)
        return schedule.title if schedule else layout.title
    if layout.rows == "estimate" and money and money.estimate:
        return f"{layout.title}, {money.estimate.year} год, {money.unit}"
    return f"{layout.title}, {money.unit}" if layout.rows == "finance" and money else layout.title


def _axes(view: View, layout: TableLayout) -> Mapping[str, Axis]:
    """Every axis that a profile may name; the years of results are those of the table that the layout is for."""
    money, analysis = view.program.finance, view.program.analysis
    sources = {one.id: one.title for one in money.sources} if money else {}
    results = analysis.results.tables if analysis and analysis.results else ()
    years = next((one.years for one in results if one.id == layout.of), ())
    return {
        "term": view.term_axis,
        "sources": Axis(tuple(sources), sources),
        "results": Axis(years, {year: year for year in years}),
    }
