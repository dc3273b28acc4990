"""The axes of one programme: which periods, called how, with which roles."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.layout.axes import AXES, axes_of
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
