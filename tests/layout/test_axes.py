"""The axes of one programme: which periods, called how, with which roles."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.layout.axes import AXES, axes_of
from munprog.layout.rows import records_of
from munprog.layout.table import build_grid
from munprog.model.build import construct
from munprog.model.profile import TableLayout
from tests.builders import FULL, INDICATORS, program, view


def periods(name: str, /, of: str = "", **sections: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": "measures", "columns": [], "of": of})
    found = axes_of(view(program({**FULL, **sections})), layout)
    assert tuple(found) == AXES
    return [(one.id, one.title, one.roles) for one in found[name].periods]


def test_first_year_of_the_term_is_the_next_one() -> None:
    assert periods("term") == [("2024", "2024", ("next", "plan")), ("2025", "2025", ("plan",))]


def test_years_before_the_term_are_facts() -> None:
    values = {"2021": 1, "2022": 2, "2024": 3}
    measure = {**INDICATORS["indicators"][0]["measures"][0], "values": values}
    indicator = {**INDICATORS["indicators"][0], "measures": [measure]}
    assert periods("history", indicators={"indicators": [indicator]}) == [
        ("2021", "2021", ("fact",)),
        ("2022", "2022", ("reporting", "fact")),
        ("2023", "2023", ("current", "fact")),
        ("2024", "2024", ("next", "plan")),
        ("2025", "2025", ("plan",)),
    ]


def test_quarters_stand_under_their_year() -> None:
    found = periods("quarters")
    assert found[:2] == [("I 2024", "I квартал", ("plan",)), ("II 2024", "II квартал", ("plan",))]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("name", "of", "ids"),
    [("years", "", ["2024", "2025"]), ("stages", "", None), ("sources", "", None), ("results", "впр-5", None)],
)
def test_other_axes_have_their_periods(name: str, of: str, ids: list[str] | None) -> None:
    found = [id for id, _, _ in periods(name, of)]
    assert found == ids if ids else found


def test_a_programme_says_which_year_is_which() -> None:
    term = {**FULL["program"]["term"], "roles": {"2022": "отчётный", "2023": "текущий", "2024": "факт"}}
    general = {**FULL["program"], "term": term}
    assert periods("history", program=general) == [
        ("2022", "2022", ("reporting", "fact")),
        ("2023", "2023", ("current", "fact")),
        ("2024", "2024", ("fact",)),
        ("2025", "2025", ("plan",)),
    ]


def heads(columns: list[dict[str, Any]], general: dict[str, Any]) -> list[list[str]]:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": "activities", "columns": columns})
    shown = view(program({**FULL, "program": {**FULL["program"], **general}}))
    grid = build_grid(layout, records_of(shown, layout), axes_of(shown, layout))
    return [[cell.paragraphs[0] for cell in row] for row in grid.head]


def test_headings_of_school_years_and_of_one_period() -> None:
    term = {"school_years": ["2023/2024", "2024/2025", "2025/2026"]}
    label = {"2023/2024": "{first}-{last} учебный год (отчётный)", "plan": "{first}-{last} учебный год"}
    column = {"title": "", "periods": "term", "label": label, "field": "realisation"}
    assert heads([column], {"term": term}) == [
        ["2023-2024 учебный год (отчётный)", "2024-2025 учебный год", "2025-2026 учебный год"]
    ]


def test_the_head_of_a_stage_says_its_years() -> None:
    stages = [
        {"id": "а", "title": "Запуск", "when": "сентябрь 2023 – май 2024", "content": ["."]},
        {"id": "б", "title": "Итог", "when": "2025", "content": ["."]},
    ]
    column = {"title": "", "periods": "stages", "label": "{period} ({years})", "field": "mark"}
    found = heads([column], {"term": {"years": [2023, 2024, 2025], "stages": stages}})
    assert found == [["Запуск (2023–2024)", "Итог (2025)"]]
