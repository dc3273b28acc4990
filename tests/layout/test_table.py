"""Declared table layouts and records become grids without gaps or overlaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.layout.axis import Axis, Period
from munprog.layout.grid import Cell, Grid, Role
from munprog.layout.records import Heading, Record, key_of
from munprog.layout.table import build_grid
from munprog.model.build import construct
from munprog.model.profile import TableLayout
from tests.layout.grids import occupied

TERM = Axis((Period("2024", "2024 год"), Period("2025", "2025 год")))
AXES = {"term": TERM, "sources": Axis((Period("м", "Местный бюджет"),))}


def column(title: str, field: str = "", **own: Any) -> dict[str, Any]:
    return {"title": title, **({"field": field} if field else {}), **own}


def grid(columns: list[dict[str, Any]], *records: Record, **own: Any) -> Grid:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": "measures", "columns": columns, **own})
    return build_grid(layout, records, AXES)


def head(*columns: dict[str, Any]) -> list[list[tuple[str, int, int]]]:
    """Text, columns and rows of each cell of the header."""
    found = grid(list(columns)).head
    assert {cell.role for row in found for cell in row} == {Role.HEAD}
    return [[(cell.paragraphs[0], cell.columns, cell.rows) for cell in row] for row in found]


def body(columns: list[dict[str, Any]], *records: Record, **own: Any) -> list[list[str]]:
    found = grid(columns, *records, **own)
    return occupied(found.body, len(found.widths))


def test_header_of_one_level() -> None:
    assert head(column("А", "a"), column("Б", "b")) == [[("А", 1, 1), ("Б", 1, 1)]]


def test_header_of_two_levels() -> None:
    assert head(column("А", "a"), column("Б", columns=[column("В", "v"), column("Г", "g")])) == [
        [("А", 1, 2), ("Б", 2, 1)],
        [("В", 1, 1), ("Г", 1, 1)],
    ]


def test_header_of_three_levels_with_unequal_spans() -> None:
    inner = column("Факт", columns=[column("план", "p"), column("дело", "d"), column("доля", "s")])
    assert head(column("А", "a"), column("Б", columns=[column("В", "v"), inner])) == [
        [("А", 1, 3), ("Б", 4, 1)],
        [("В", 1, 2), ("Факт", 3, 1)],
        [("план", 1, 1), ("дело", 1, 1), ("доля", 1, 1)],
    ]


def test_header_of_four_levels() -> None:
    years = column("Годы", "value", periods="term", columns=[column("план", "value"), column("факт", "fact")])
    assert head(column("Б", columns=[column("В", "v"), years]), column("А", "a")) == [
        [("Б", 5, 1), ("А", 1, 4)],
        [("В", 1, 3), ("Годы", 4, 1)],
        [("2024 год", 2, 1), ("2025 год", 2, 1)],
        [("план", 1, 1), ("факт", 1, 1), ("план", 1, 1), ("факт", 1, 1)],
    ]


def test_periods_stand_under_the_title_of_their_column() -> None:
    assert head(column("Значение", "value", periods="term")) == [
        [("Значение", 2, 1)],
        [("2024 год", 1, 1), ("2025 год", 1, 1)],
    ]


def test_periods_without_a_title_stand_by_themselves() -> None:
    assert head(column("А", "a"), column("", "value", periods="term")) == [
        [("А", 1, 1), ("2024 год", 1, 1), ("2025 год", 1, 1)]
    ]


def test_column_runs_over_the_axis_that_it_names() -> None:
    assert head(column("Деньги", "amount", periods="sources")) == [[("Деньги", 1, 1)], [("Местный бюджет", 1, 1)]]


def test_numbers_of_columns_stand_under_the_header() -> None:
    found = grid([column("А", "a"), column("Б", "value", periods="term")], column_numbers=True)
    assert [cell.paragraphs for cell in found.head[-1]] == [("1",), ("2",), ("3",)]
    assert len(found.head) == 3
    assert {cell.role for cell in found.head[-1]} == {Role.HEAD}
    assert occupied(found.head, 3)[-1] == ["1", "2", "3"]


def test_widths_are_those_of_the_lowest_columns() -> None:
    group = column("Б", width=99, columns=[column("В", "v", width=50), column("Г", "g", width=20)])
    assert grid([column("А", "a", width=100), group]).widths == (100.0, 50.0, 20.0)
    assert grid([column("А", "a", width=70), column("Б", "value", periods="term", width=50)]).widths == (70, 50, 50)


def test_periods_of_a_term_without_years_take_no_column() -> None:
    layout = construct(
        TableLayout,
        {
            "id": "т",
            "title": "Т",
            "rows": "measures",
            "columns": [column("А", "a"), column("Годы", "value", periods="term")],
        },
    )
    found = build_grid(layout, (Record({"a": "раз"}),), {"term": Axis()})
    assert found.head == ((Cell(("А",), Role.HEAD),),)
    assert found.body == ((Cell(("раз",)),),)


@pytest.mark.parametrize(
    ("orientation", "widths", "landscape"),
    [
        ("auto", (85, 85), False),
        ("auto", (85, 86), True),
        ("portrait", (200, 200), False),
        ("landscape", (10, 10), True),
    ],
)
def test_orientation(orientation: str, widths: tuple[int, int], landscape: bool) -> None:
    columns = [column("А", "a", width=widths[0]), column("Б", "b", width=widths[1])]
    assert grid(columns, orientation=orientation).landscape is landscape


def test_fields_and_series_fill_their_columns() -> None:
    columns = [column("А", "a"), column("Б", "value", periods="term"), column("В", "v")]
    record = Record({"a": "раз", "v": ("два", "три")}, {"value": {"2025": "10", "2024": "5"}})
    assert body(columns, record) == [["раз", "5", "10", "два|три"]]


def test_what_is_missing_is_shown_by_the_sign_of_its_column() -> None:
    columns = [column("А", "a"), column("Б", "b", empty=""), column("В", "value", periods="term", empty="х")]
    assert body(columns, Record({"a": ""}, {"value": {"2024": "5"}})) == [["–", "", "5", "х"]]


@pytest.mark.parametrize(
    ("align", "role", "total"),
    [
        ("left", Role.TEXT, Role.TOTAL),
        ("center", Role.CENTER, Role.TOTAL_CENTER),
        ("right", Role.NUMBER, Role.TOTAL_NUMBER),
    ],
)
def test_role_follows_from_alignment(align: str, role: Role, total: Role) -> None:
    columns = [column("А", "a"), column("Б", "b", align=align)]
    found = grid(columns, Record({"a": "раз", "b": "два"}), Record({"b": "три"}, label="Итого"))
    assert found.body == (
        (Cell(("раз",), Role.TEXT), Cell(("два",), role)),
        (Cell(("Итого",), Role.TOTAL), Cell(("три",), total)),
    )


def test_rows_of_one_item_share_the_merged_cells() -> None:
    columns = [column("А", "a", merge=True), column("Б", "b"), column("В", "v", merge=True)]
    found = grid(
        columns,
        Record({"a": "раз", "b": "1", "v": "да"}, parent="первый"),
        Record({"a": "раз", "b": "2", "v": "да"}, parent="первый"),
        Record({"a": "раз", "b": "3", "v": "да"}, parent="второй"),
    )
    assert found.body == (
        (Cell(("раз",), rows=2), Cell(("1",)), Cell(("да",), rows=2)),
        (Cell(("2",)),),
        (Cell(("раз",)), Cell(("3",)), Cell(("да",))),
    )
    assert occupied(found.body, 3) == [["раз", "1", "да"], ["раз", "2", "да"], ["раз", "3", "да"]]


def test_rows_without_a_parent_are_never_merged() -> None:
    columns = [column("А", "a", merge=True), column("Б", "b")]
    found = grid(columns, Record({"a": "раз", "b": "1"}), Record({"a": "раз", "b": "2"}))
    assert found.body == ((Cell(("раз",)), Cell(("1",))), (Cell(("раз",)), Cell(("2",))))


def test_dividers_stand_where_a_head_changes() -> None:
    columns = [column("А", "a"), column("Б", "b")]
    records = [
        Record({"a": "1", "b": "1"}, groups=(Heading("Задача 1"), Heading("Раздел 1"))),
        Record({"a": "2", "b": "2"}, groups=(Heading("Задача 1"), Heading("Раздел 1"))),
        Record({"a": "3", "b": "3"}, groups=(Heading("Задача 1"), Heading("Раздел 2"))),
        Record({"a": "4", "b": "4"}, groups=(Heading("Задача 2"), Heading("Раздел 2"))),
    ]
    found = grid(columns, *records)
    assert [row[0].paragraphs[0] for row in found.body] == [
        *("Задача 1", "Раздел 1", "1", "2"),
        *("Раздел 2", "3"),
        *("Задача 2", "Раздел 2", "4"),
    ]
    assert found.body[0] == (Cell(("Задача 1",), Role.DIVIDER, columns=2),)
    assert [row[0].paragraphs[0] for row in grid(columns, *records, dividers=False).body] == ["1", "2", "3", "4"]


def test_label_of_a_total_fills_the_merged_columns() -> None:
    columns = [column("№", "n", merge=True), column("А", "a", merge=True), column("Б", "b"), column("В", "v")]
    found = grid(columns, Record({"b": "1", "v": "2"}, label="Итого"), Record({"b": "3", "v": "4"}, label="Итого"))
    assert found.body == (
        (
            Cell(("Итого",), Role.TOTAL, columns=2, rows=2),
            Cell(("1",), Role.TOTAL),
            Cell(("2",), Role.TOTAL),
        ),
        (Cell(("3",), Role.TOTAL), Cell(("4",), Role.TOTAL)),
    )


def test_label_of_a_total_fills_what_stands_before_the_first_value() -> None:
    columns = [column("№", "n"), column("Школа", "s"), column("Годы", "value", periods="term")]
    found = grid(columns, Record(series={"value": {"2024": "5"}}, label="Район"))
    assert occupied(found.body, 4) == [["Район", "Район", "5", "–"]]
    assert found.body[0][0] == Cell(("Район",), Role.TOTAL, columns=2)


def test_label_of_a_total_leaves_the_periods_alone() -> None:
    columns = [column("Школа", "s"), column("Годы", "value", periods="term")]
    assert body(columns, Record(series={"value": {"2025": "5"}}, label="Район")) == [["Район", "–", "5"]]


def test_different_labels_are_different_totals() -> None:
    columns = [column("Школа", "s"), column("Б", "b")]
    found = body(columns, Record({"b": "1"}, label="Район"), Record({"b": "2"}, label="Область"))
    assert found == [["Район", "1"], ["Область", "2"]]


def test_text_given_once_spans_the_columns_of_the_periods() -> None:
    columns = [column("А", "a"), column("Дело", "r", periods="term", align="center"), column("Б", "b")]
    found = grid(
        columns,
        Record({"a": "раз", "r": "издан приказ", "b": "да"}),
        Record({"a": "два", "b": "нет"}, {"r": {"2025": "3"}}),
    )
    assert found.body == (
        (Cell(("раз",)), Cell(("издан приказ",), Role.TEXT, columns=2), Cell(("да",))),
        (Cell(("два",)), Cell(("–",), Role.CENTER), Cell(("3",), Role.CENTER), Cell(("нет",))),
    )


def test_text_given_once_in_a_merged_column_spans_the_rows_of_its_item() -> None:
    columns = [column("Дело", "r", periods="term", merge=True), column("Б", "b")]
    found = grid(
        columns,
        Record({"r": "издан приказ", "b": "1"}, parent="первый"),
        Record({"r": "издан приказ", "b": "2"}, parent="первый"),
        Record({"b": "3"}, {"r": {"2024": "5"}}, parent="второй"),
        Record({"b": "4"}, {"r": {"2024": "5"}}, parent="второй"),
    )
    assert found.body[:2] == (
        (Cell(("издан приказ",), rows=2, columns=2), Cell(("1",))),
        (Cell(("2",)),),
    )
    assert occupied(found.body, 3) == [
        ["издан приказ", "издан приказ", "1"],
        ["издан приказ", "издан приказ", "2"],
        ["5", "–", "3"],
        ["5", "–", "4"],
    ]


def test_group_of_columns_without_periods_takes_no_place() -> None:
    layout = construct(
        TableLayout,
        {
            "id": "т",
            "title": "Т",
            "rows": "measures",
            "columns": [column("А", "a"), column("Годы", columns=[column("План", "value", periods="term")])],
        },
    )
    found = build_grid(layout, (Record({"a": "раз"}),), {"term": Axis()})
    assert found.head == ((Cell(("А",), Role.HEAD),),)
    assert found.body == ((Cell(("раз",)),),)


def test_values_by_period_go_before_a_text_given_once() -> None:
    record = Record({"r": "издан приказ"}, {"r": {"2024": "1"}})
    assert body([column("Дело", "r", periods="term")], record) == [["1", "–"]]


def test_text_given_once_does_not_spread_over_another_field() -> None:
    years = column("Годы", periods="term", columns=[column("план", "p"), column("факт", "f")])
    assert body([years], Record({"p": "да"}, {"f": {"2024": "1", "2025": "2"}})) == [["да", "1", "да", "2"]]


HISTORY = Axis(
    (
        Period("2022", "2022", ("fact",)),
        Period("2023", "2023", ("reporting",)),
        Period("2024", "2024", ("plan",)),
        Period("2025", "2025", ("plan",)),
    )
)


def titles(found: Grid) -> list[list[str]]:
    return [["|".join(cell.paragraphs) for cell in row] for row in found.head]


def laid(columns: list[dict[str, Any]], *records: Record, axes: Mapping[str, Axis] = AXES, **own: Any) -> Grid:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": "measures", "columns": columns, **own})
    return build_grid(layout, records, axes)


def test_periods_are_chosen_and_called_by_their_role() -> None:
    fact = column("", "v", periods="term", roles=["fact", "reporting"], label={"fact": "{period} год (факт)"})
    plan = column("План", "v", periods="term", roles=["plan"], label="{period} г.")
    found = laid([fact, plan], Record(series={"v": {"2022": "1", "2025": "2"}}), axes={"term": HISTORY})
    assert titles(found) == [["2022 год (факт)", "2023", "План"], ["2024 г.", "2025 г."]]
    assert occupied(found.body, 4) == [["1", "–", "–", "2"]]


def test_columns_under_periods_are_unequal_where_a_role_says_so() -> None:
    parts = [column("факт", "f", roles=["fact"]), column("план", "p", roles=["plan"]), column("!", "n")]
    found = laid([column("Годы", periods="term", columns=parts)], axes={"term": HISTORY})
    assert titles(found)[1:] == [
        ["2022", "2023", "2024", "2025"],
        ["факт", "!", "!", "план", "!", "план", "!"],
    ]
    assert [cell.columns for cell in found.head[1]] == [2, 1, 2, 2]


def test_axes_stand_one_inside_another() -> None:
    inner = column("", "amount", periods="sources")
    axes = {"term": TERM, "sources": Axis.of("мб", "рб")}
    record = Record(series={"amount": {key_of("2024", "рб"): "5", key_of("мб", "2025"): "7"}})
    found = laid([column("Деньги", periods="term", columns=[inner])], record, axes=axes)
    assert titles(found) == [["Деньги"], ["2024 год", "2025 год"], ["мб", "рб", "мб", "рб"]]
    assert occupied(found.body, 4) == [["–", "5", "7", "–"]]


def test_periods_of_one_year_stand_under_it() -> None:
    quarters = Axis(tuple(Period(f"{q} {year}", q, over=(f"{year} год",)) for year in (2024, 2025) for q in "IV"))
    assert titles(laid([column("Когда", "w", periods="term")], axes={"term": quarters})) == [
        ["Когда"],
        ["2024 год", "2025 год"],
        ["I", "V", "I", "V"],
    ]


def test_periods_stand_one_under_another_in_a_cell() -> None:
    years = column("Показатель", "r", periods="term", stacked="{period} – {value};")
    assert body([years], Record(series={"r": {"2024": "30 %", "2025": "40 %"}}), Record({"r": "Утверждение"})) == [
        ["2024 год – 30 %;|2025 год – 40 %;"],
        ["Утверждение"],
    ]


def test_fields_stand_together_in_a_cell() -> None:
    columns = [column("А", text="{a}{, unit}"), column("Б", text="х"), column("В", text="{list}\n{a}")]
    first = Record({"a": "Доля", "unit": "%", "list": ("раз", "два")})
    assert body(columns, first, Record({"a": "Число"}), Record()) == [
        ["Доля, %", "х", "раз, два|Доля"],
        ["Число", "х", "Число"],
        ["–", "х", "–"],
    ]


def test_an_empty_value_given_for_a_period_stays_empty() -> None:
    record = Record(series={"v": {"2024": "", "2025": "0"}})
    assert body([column("", "v", periods="term")], record, Record()) == [["", "0"], ["–", "–"]]


def test_equal_texts_are_joined_within_the_cell_at_their_left() -> None:
    columns = [column("А", "a", merge="same"), column("Б", "b", merge="same"), column("В", "v")]
    rows = [("1", "x", "1"), ("1", "x", "2"), ("2", "x", "3"), ("2", "", "4"), ("2", "", "5")]
    found = grid(columns, *(Record(dict(zip("abv", row, strict=True))) for row in rows))
    assert [[cell.rows for cell in row] for row in found.body] == [[2, 2, 1], [1], [3, 1, 1], [1, 1], [1, 1]]


TASK_1, TASK_2 = Heading("Задача 1. А", "task", "1", "А", shown=False), Heading("Задача 2. Б", "task", "2", "Б")
PART_1, PART_2 = Heading("1. Один", "section", "1", "Один"), Heading("2. Два", "section", "2", "Два")
GROUPED = [
    Record({"a": "1"}, groups=(TASK_1, PART_1)),
    Record({"a": "2"}, groups=(TASK_1, PART_1)),
    Record({"a": "3"}, groups=(TASK_1, PART_2)),
    Record({"a": "4"}, groups=(TASK_2, PART_2)),
]


def lines(columns: list[dict[str, Any]], **own: Any) -> list[str]:
    return [" ".join("|".join(cell.paragraphs) for cell in row) for row in grid(columns, *GROUPED, **own).body]


@pytest.mark.parametrize(
    ("dividers", "expected"),
    [
        (True, ["1. Один", "1", "2", "2. Два", "3", "Задача 2. Б", "2. Два", "4"]),
        (["task"], ["Задача 1. А", "1", "2", "3", "Задача 2. Б", "4"]),
        ([{"of": "section", "text": "{title}"}], ["Один", "1", "2", "Два", "3", "4"]),
        (
            [
                {"of": "task", "numbering": {"scheme": "roman", "prefix": "Раздел"}},
                {"of": "section", "numbering": "letters"},
            ],
            ["Раздел I. А", "а. Один", "1", "2", "б. Два", "3", "Раздел II. Б", "а. Два", "4"],
        ),
        (
            [{"of": "task"}, {"of": "section", "numbering": "arabic", "order": "running", "text": "{number}) {title}"}],
            ["Задача 1. А", "1) Один", "1", "2", "2) Два", "3", "Задача 2. Б", "3) Два", "4"],
        ),
        (
            [{"of": "task"}, {"of": "section", "numbering": "arabic", "order": "nested"}],
            ["Задача 1. А", "1.1. Один", "1", "2", "1.2. Два", "3", "Задача 2. Б", "2.1. Два", "4"],
        ),
    ],
)
def test_heads_are_those_of_the_levels_asked_for(dividers: Any, expected: list[str]) -> None:
    assert lines([column("А", "a")], dividers=dividers) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("anew", ["1.", "2.", "1.", "1."]),
        ("running", ["1.", "2.", "3.", "4."]),
        ("nested", ["1.1.", "1.2.", "2.1.", "2.2."]),
    ],
)
def test_rows_are_numbered(order: str, expected: list[str]) -> None:
    columns = [column("№", numbering={"scheme": "arabic"}, order=order), column("А", "a")]
    found = lines(columns, dividers=["section"] if order == "nested" else [{"of": "task"}, {"of": "section"}])
    numbers = [line.split()[0] for line in found if line[-1] in "1234" and not line.startswith("Задача")]
    assert numbers == expected


def test_rows_of_one_item_share_their_number() -> None:
    columns = [column("№", numbering="arabic", merge=True), column("А", "a")]
    records = [Record({"a": "1"}, parent="п"), Record({"a": "2"}, parent="п"), Record({"a": "3"}, parent="в")]
    assert body(columns, *records) == [["1.", "1"], ["1.", "2"], ["2.", "3"]]


def test_fixed_rows_stand_above_and_below() -> None:
    rows = [
        {"cells": ["Организационные"], "role": "divider"},
        {"cells": ["Всего", "х"], "place": "bottom", "role": "total"},
        {"cells": ["1", "2", "3", "лишняя"]},
    ]
    found = grid([column("А", "a")] * 3, Record({"a": "да"}), fixed_rows=rows)
    assert occupied(found.body, 3) == [["Организационные"] * 3, ["1", "2", "3"], ["да"] * 3, ["Всего", "х", "х"]]
    assert (found.body[0][0].role, found.body[3][0].role) == (Role.DIVIDER, Role.TOTAL)


def test_columns_are_summed_by_group_and_in_all() -> None:
    columns = [column("Кто", "who"), column("Сумма", "sum", total="sum")]
    columns.append(column("", "v", periods="term", total="sum"))
    records = [
        Record({"who": "УО", "sum": "1\u00a0000,5"}, {"v": {"2024": "1"}}, groups=(TASK_1,)),
        Record({"who": "ЦО", "sum": "2,25"}, {"v": {"2024": "не менее 2"}}, groups=(TASK_1,)),
        Record({"who": "УО", "sum": "–"}, {"v": {"2025": "3"}}, groups=(TASK_2,)),
    ]
    totals = ["task", {"of": "program", "text": "ВСЕГО", "by": "who"}]
    assert occupied(grid(columns, *records, totals=totals).body, 4) == [
        ["УО", "1\u00a0000,5", "1", "–"],
        ["ЦО", "2,25", "не менее 2", "–"],
        ["Итого по задаче 1", "1\u00a0002,75", "1", "–"],
        ["Задача 2. Б"] * 4,
        ["УО", "–", "–", "3"],
        ["Итого по задаче 2", "–", "–", "3"],
        ["ВСЕГО", "1\u00a0002,75", "1", "3"],
        ["УО", "1\u00a0000,5", "1", "3"],
        ["ЦО", "2,25", "–", "–"],
    ]


FIELDS = [f"поле-{at}" for at in range(12)]
FORMS = ["leaf", "merged", "same", "counted", "stacked", "periods", "merged periods", "nested", "group"]


@st.composite
def layouts(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Trees of columns up to four levels deep; no field stands in two columns."""
    left = iter(FIELDS)

    def leaf(**own: Any) -> dict[str, Any]:
        return column(draw(st.sampled_from(["", "Графа"])), next(left, "другое"), **own)

    def tree(depth: int) -> dict[str, Any]:
        form = draw(st.sampled_from(FORMS[: 7 if depth < 2 else 9]))
        if form == "group":
            return column("Группа", columns=[tree(depth - 1) for _ in range(draw(st.integers(1, 3)))])
        if form == "nested":
            inner = leaf(periods="sources", merge=draw(st.sampled_from([False, True, "same"])))
            return column(draw(st.sampled_from(["", "Годы"])), periods="term", columns=[leaf(roles=["plan"]), inner])
        if form == "counted":
            return column(
                "№", numbering="roman", order=draw(st.sampled_from(["anew", "running", "nested"])), merge=True
            )
        if form == "stacked":
            return leaf(periods="term", stacked="{period} – {value}", merge="same")
        if "periods" in form:
            return leaf(periods="term", merge="merged" in form)
        return leaf(merge="same" if form == "same" else form == "merged", total=draw(st.sampled_from(["", "sum"])))

    return [tree(draw(st.integers(1, 4))) for _ in range(draw(st.integers(1, 4)))]


A, B, V = Heading("А", "task"), Heading("Б", "section"), Heading("В", "task", shown=False)
TEXTS = st.sampled_from(["", "раз", "два"])
SERIES: st.SearchStrategy[Mapping[str, str]] = st.dictionaries(st.sampled_from(["2024", "2025", "2030"]), TEXTS)
RECORDS = st.builds(
    Record,
    fields=st.dictionaries(st.sampled_from(FIELDS), st.one_of(TEXTS, st.just(("раз", "два")))),
    series=st.dictionaries(st.sampled_from(FIELDS), SERIES),
    parent=st.sampled_from(["", "первый", "второй"]),
    groups=st.sampled_from([(), (A,), (A, B), (V, B)]),
    label=st.sampled_from(["", "", "Итого", "Всего"]),
)


DIVIDERS = st.sampled_from([True, False, ["section"], [{"of": "task", "numbering": "roman"}, {"of": "section"}]])


@given(layouts(), st.lists(RECORDS, max_size=8), DIVIDERS, st.booleans())
def test_cells_fill_every_place_once(
    columns: list[dict[str, Any]], records: list[Record], dividers: Any, column_numbers: bool
) -> None:
    found = grid(columns, *records, dividers=dividers, column_numbers=column_numbers)
    occupied(found.head, len(found.widths))
    rows = occupied(found.body, len(found.widths))
    plain = [row for row, cells in zip(rows, found.body, strict=True) if {c.role for c in cells} != {Role.DIVIDER}]
    assert len(plain) == len(records)


def test_no_columns_where_no_axis_has_periods() -> None:
    layout = [column("Годы", "value", periods="none")]
    table = construct(TableLayout, {"id": "т", "title": "Т", "rows": "measures", "columns": layout})
    assert build_grid(table, (Record(),), {"none": Axis()}) == Grid(widths=(), head=(), body=())


def test_sign_of_a_column_stands_in_place_of_the_mark() -> None:
    marks = Record(series={"mark": {"2025": "+"}})
    assert body([column("", "mark", periods="term", sign="V", empty="")], marks) == [["", "V"]]
