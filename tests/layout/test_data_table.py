"""Tables given cell by cell."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.layout.data_table import data_grid
from munprog.layout.grid import Cell, Grid, Role
from munprog.model.blocks import DataTable
from munprog.model.build import construct


def grid(columns: list[dict[str, Any]], *rows: list[Any]) -> Grid:
    return data_grid(construct(DataTable, {"title": "Т", "columns": columns, "rows": list(rows)}))


def test_head_names_the_unit() -> None:
    found = grid([{"title": "Школа"}, {"title": "Учителей", "unit": "чел."}])
    assert found.head == ((Cell(("Школа",), Role.HEAD), Cell(("Учителей, чел.",), Role.HEAD)),)
    assert found.body == ()


def test_figures_stand_in_the_middle_words_at_the_left() -> None:
    found = grid([{"title": "А"}] * 5, ["Заречная СОШ", "1 234,5", "–", "", 12])
    assert found.body == (
        (
            Cell(("Заречная СОШ",), Role.TEXT),
            Cell(("1 234,5",), Role.CENTER),
            Cell(("–",), Role.CENTER),
            Cell(("",), Role.CENTER),
            Cell(("12",), Role.CENTER),
        ),
    )


def test_short_row_is_filled_up_and_a_long_one_cut() -> None:
    found = grid([{"title": "А"}, {"title": "Б"}], ["Школа"], ["Школа", "Район", "лишнее"])
    assert found.body == (
        (Cell(("Школа",)), Cell(("",))),
        (Cell(("Школа",)), Cell(("Район",))),
    )


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        ([{}, {}, {"width": 85}], (60.0, 25.0, 85.0)),
        ([{"width": 140}, {"width": 30}], (140.0, 30.0)),
    ],
)
def test_widths_are_declared_or_those_of_a_first_and_other_columns(
    columns: list[dict[str, Any]], widths: tuple[float, ...]
) -> None:
    assert grid([{"title": "А", **one} for one in columns]).widths == widths


@pytest.mark.parametrize(("width", "landscape"), [(121, False), (122, True)])
def test_table_that_is_much_too_wide_turns(width: int, landscape: bool) -> None:
    assert grid([{"title": "А", "width": width}, {"title": "Б", "width": 100}]).landscape is landscape
