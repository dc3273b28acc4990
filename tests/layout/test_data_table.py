"""Tables given cell by cell."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.layout.data_table import data_grid
from munprog.layout.grid import Cell, Grid, Role
from munprog.model.blocks import DataTable
from munprog.model.build import construct
from tests.layout.grids import occupied


def grid(columns: list[dict[str, Any]], *rows: list[Any], **own: Any) -> Grid:
    return data_grid(construct(DataTable, {"title": "Т", "columns": columns, "rows": list(rows), **own}))


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


def test_head_of_several_levels() -> None:
    years = {"title": "Итоги", "columns": [{"title": "2023", "unit": "%"}, {"title": "2024", "align": "right"}]}
    found = grid([{"title": "Школа"}, years], ["Заречная", 12, 7], column_numbers=["А", "1", "2"])
    assert found.head == (
        (Cell(("Школа",), Role.HEAD, rows=2), Cell(("Итоги",), Role.HEAD, columns=2)),
        (Cell(("2023, %",), Role.HEAD), Cell(("2024",), Role.HEAD)),
        (Cell(("А",), Role.HEAD), Cell(("1",), Role.HEAD), Cell(("2",), Role.HEAD)),
    )
    assert [cell.role for cell in found.body[0]] == [Role.TEXT, Role.CENTER, Role.NUMBER]


def test_lists_stand_in_cells() -> None:
    steps = ["создать группу", {"text": "провести:", "items": ["аудит", "опрос"], "style": "а)"}]
    found = grid(
        [{"title": "Участник"}, {"title": "Алгоритм"}],
        ["Школа", steps],
        ["Район", {"text": "Он:", "items": steps, "style": "1."}],
    )
    assert found.body[0][1] == Cell(("– создать группу", "– провести:", "а) аудит", "б) опрос"))
    assert found.body[1][1] == Cell(("Он:", "1. создать группу", "2. провести:", "а) аудит", "б) опрос"))


def test_cells_take_several_rows_and_columns() -> None:
    found = grid(
        [{"title": "А"}] * 3,
        [{"text": "Раздел", "columns": 3}],
        [{"text": "Школа", "rows": 2}, "1", "2"],
        [{"text": "вместе", "columns": 2}],
    )
    assert found.body[0] == (Cell(("Раздел",), Role.DIVIDER, columns=3),)
    assert occupied(found.body, 3) == [["Раздел"] * 3, ["Школа", "1", "2"], ["Школа", "вместе", "вместе"]]


@pytest.mark.parametrize(("orientation", "landscape"), [("portrait", False), ("landscape", True)])
def test_author_says_how_the_sheet_lies(orientation: str, landscape: bool) -> None:
    assert grid([{"title": "А", "width": 250}, {"title": "Б"}], orientation=orientation).landscape is landscape


def test_column_of_long_texts_gets_more_room() -> None:
    assert grid([{"title": "А"}, {"title": "Б"}], ["раз", "слово " * 20]).widths == (60.0, 65.0)


CELLS = st.one_of(
    st.sampled_from(["текст", 1, "–", ""]),
    st.builds(
        lambda columns, rows: {"text": "т", "columns": columns, "rows": rows}, st.integers(1, 4), st.integers(1, 4)
    ),
)


@given(st.integers(1, 5), st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_whatever_is_given_fills_every_place_once(width: int, rows: list[list[Any]]) -> None:
    occupied(grid([{"title": "А"}] * width, *rows).body, width)
