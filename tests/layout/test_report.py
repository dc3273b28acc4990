"""Tables of the yearly report: plan against fact, levels by the wanted direction, exact to the last rounding."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from munprog.layout.records import Record, Records
from munprog.layout.rows import SOURCES
from munprog.layout.sources.report import percent
from munprog.model.build import construct
from munprog.model.numbers import Value
from munprog.model.profile import TableLayout
from munprog.model.report import level_of
from tests.builders import FULL, REPORT, view
from tests.builders import program as build


def records(rows: str, report: dict[str, Any] | None = None, /, **own: Any) -> Records:
    made = view(build({**FULL, "monitoring/2024": {**REPORT, **(report or {})}, **own.pop("sections", {})}))
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": rows, "columns": [], **own})
    return SOURCES[rows](replace(made, report=made.program.monitoring[-1]), layout)


def figures(record: Record) -> tuple[Any, ...]:
    return tuple(record.fields[one] for one in ("plan", "fact", "level"))


@pytest.mark.parametrize(
    ("direction", "plan", "fact", "level"),
    [
        ("рост", "80", "77,2", "96,5"),
        ("рост", "3", "1", "33,3"),
        ("не ниже", "80", "120", "150,0"),
        ("снижение", "20", "25", "80,0"),
        ("снижение", "20", "0", "100,0"),
        ("сохранение", "20", "25", "80,0"),
        ("сохранение", "20", "16", "80,0"),
        ("рост", "0", "5", ""),
        ("рост", "0", "0,0", "100,0"),
        ("событие", "положение утверждено", "положение утверждено", "100,0"),
        ("событие", "положение утверждено", "–", ""),
        ("рост", "2000", "1", "0,1"),
    ],
)
def test_level(direction: str, plan: str, fact: str, level: str) -> None:
    """A half rounds up, once: 1/2000 is 0,05 %."""
    assert percent(level_of(direction, Value.of(plan), Value.of(fact))) == level


def test_measures_with_the_year_before() -> None:
    (found,) = records("report_measures")
    assert found == Record(
        {
            "number": "1.1",
            "indicator": "Успешность",
            "measure": "Доля несдавших",
            "unit": "%",
            "previous": "34,5",
            "plan": "20",
            "fact": "25",
            "level": "80,0",
            "reason": "Новая школа",
        },
        parent="успех",
    )
    later = {"monitoring/2025": {"year": 2025, "measures": [{"measure": "доля", "fact": "9,5"}]}}
    (found,) = records("report_measures", sections=later)
    assert (found.fields["previous"], *figures(found)) == ("25", "10,0", "9,5", "105,3")


def test_activities_as_reported() -> None:
    (found,) = records("report_activities")
    assert {key: found.fields[key] for key in ("number", "activity", "plan", "status", "result", "reason")} == {
        "number": "1.1",
        "activity": "Курсы",
        "plan": "Обучены 5 учителей",
        "status": "выполнено частично",
        "result": "Обучен 1",
        "reason": "Болезнь",
    }


def test_money_of_every_level() -> None:
    found = records("report_finance", money={"levels": ["task", "activity"]})
    assert [(one.fields["status"], one.fields["source"], *figures(one)) for one in found[:3]] == [
        ("Задача 1", "Всего", "100,5", "90,0", "89,6"),
        ("Задача 1", "Местный бюджет", "100,0", "90,0", "90,0"),
        ("Задача 1", "Прочие источники", "0,5", "–", ""),
    ]
    assert [one.fields["difference"] for one in found[:2]] == ["10,5", "10,0"]
    assert found[3].fields["reason"] == "Торги"


def test_a_revised_plan_goes_before_that_of_the_programme() -> None:
    revised = [{"activity": "курсы", "fact": {"местный": 45}, "plan": {"местный": 60}}]
    found = records("report_finance", {"finance": revised}, money={"split": [], "levels": ["program", "activity"]})
    assert [figures(one) for one in found] == [("60,0", "45,0", "75,0"), ("60,0", "45,0", "75,0")]
