"""Tables of money: the tree of the programme, parts by executor and КБК, units, volumes beside money."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.layout.records import Record, Records
from munprog.layout.rows import SOURCES
from munprog.model.build import construct
from munprog.model.profile import TableLayout
from tests.builders import FINANCE, FULL, PLAN, view
from tests.builders import program as build

CODE = {"administrator": "975", "section": "0709", "article": "01 1 00 10350", "kind": "612"}
SUBPROGRAMS = [
    {"id": "п1", "title": "Кадры", "executor": "управление", "tasks": ["кадры"]},
    {"id": "п2", "title": "Уроки", "executor": "центр", "tasks": ["уроки"]},
]
ROWS: list[dict[str, Any]] = [
    {
        "activity": "курсы",
        "allocations": [
            {"executor": "управление", "code": CODE, "amounts": {"местный": {"2024": "10,50", "2025": 1}}},
            {"executor": "центр", "code": "976 0703", "amounts": {"местный": {"2024": 2}, "прочие": {"2025": "–"}}},
        ],
    },
    {"activity": "набор", "note": "Без финансирования"},
    {"task": "уроки", "amounts": {"прочие": {"2024": "0", "2025": ""}}},
    {"id": "прочее", "title": "Прочее", "status": "Отдельное мероприятие", "amounts": {"местный": {"2025": 4}}},
    {"title": "Печать", "number": "1.1", "within": "прочее", "amounts": {"местный": {"2025": 3}}},
]


def records(rows: str = "finance_tree", money: list[dict[str, Any]] | None = None, /, **own: Any) -> Records:
    sections = {
        **FULL,
        "program": {**FULL["program"], "subprograms": SUBPROGRAMS},
        "finance": {**FINANCE, "rows": ROWS if money is None else money, **own.pop("finance", {})},
        **own.pop("sections", {}),
    }
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": rows, "columns": [], **own})
    return SOURCES[rows](view(build(sections)), layout)


def shown(record: Record, *fields: str) -> tuple[Any, ...]:
    amount = record.series.get("amount", {})
    return (*(record.fields.get(one, "") for one in fields), *amount.values(), record.fields.get("total", ""))


def test_every_object_has_its_status_and_the_sum_of_what_is_beneath_it() -> None:
    found = records(money={"split": []})
    assert [shown(one, "status", "title", "executor") for one in found] == [
        ("Муниципальная программа", "Поддержка школ", ("УО", "Методический центр"), "12,5", "4,0", "16,5"),
        ("Подпрограмма 1", "Кадры", ("УО", "Методический центр"), "12,5", "1,0", "13,5"),
        ("Задача 1", "Закрыть вакансии", ("УО", "Методический центр"), "12,5", "1,0", "13,5"),
        ("Мероприятие 1.1", "Курсы", ("УО", "Методический центр"), "12,5", "1,0", "13,5"),
        ("Мероприятие 1.2", "Набор учителей", ("УО",), ""),
        ("Подпрограмма 2", "Уроки", ("Методический центр",), "0,0", "", "0,0"),
        ("Задача 2", "Улучшить уроки", ("Методический центр",), "0,0", "", "0,0"),
        ("Отдельное мероприятие", "Прочее", (), "0,0", "4,0", "4,0"),
        ("", "Печать", (), "0,0", "3,0", "3,0"),
    ]
    assert found[4].fields["amount"] == "Без финансирования"


def test_a_row_over_others_is_printed_as_typed_and_not_added() -> None:
    whole = {"whole": True, "totals": {"2024": "12,6", "total": 17}}
    first = {"subprogram": "п1", "amounts": {"местный": {"2024": 13, "total": "99"}}}
    found = records("finance_tree", [*ROWS, whole, first], money={"levels": ["program", "subprogram"]})
    assert [shown(one, "source") for one in found[:3]] == [
        ("Всего", "12,6", "4,0", "17,0"),
        ("Местный бюджет", "12,5", "4,0", "16,5"),
        ("Прочие источники", "0,0", "–", "0,0"),
    ]
    assert [shown(one, "source") for one in found[3:6]] == [
        ("Всего", "13,0", "1,0", "14,0"),
        ("Местный бюджет", "13,0", "1,0", "99,0"),
        ("Прочие источники", "0,0", "–", "0,0"),
    ]


def test_parts_by_executor_and_code() -> None:
    found = records(money={"split": ["executor", "code"], "levels": ["activity"]})
    assert [shown(one, "executor", "code", "code_article") for one in found[:3]] == [
        ("Всего", "", "", "12,5", "1,0", "13,5"),
        (("УО",), ("975 0709 01 1 00 10350 612",), ("01 1 00 10350",), "10,5", "1,0", "11,5"),
        (("Методический центр",), ("976 0703",), "", "2,0", "–", "2,0"),
    ]


def test_total_of_the_programme_once_more_by_executor() -> None:
    found = records("finance", totals=[{"of": "program", "text": "Итого", "by": "executor"}])
    totals = [shown(one) for one in found if one.label and one.fields["source"] == "Всего"]
    assert totals == [("12,5", "4,0", "16,5"), ("10,5", "1,0", "11,5"), ("2,0", "–", "2,0")]
    assert list(dict.fromkeys(one.label for one in found if one.label)) == ["Итого", "УО", "Методический центр"]


@pytest.mark.parametrize(
    ("finance", "money", "expected"),
    [
        ({"decimals": 2}, {}, ("10,50", "1,00", "11,50")),
        ({"decimals": None}, {}, ("10,50", "1", "11,50")),
        ({}, {"decimals": "typed", "unit": "руб."}, ("10\u00a0500", "1\u00a0000", "11\u00a0500")),
        ({"grouped": False}, {"decimals": "0", "unit": "руб."}, ("10500", "1000", "11500")),
        ({}, {"decimals": "5", "unit": "млн рублей"}, ("0,01050", "0,00100", "0,01150")),
    ],
)
def test_a_table_has_its_own_unit_and_decimals(finance: dict[str, Any], money: dict[str, Any], expected: Any) -> None:
    rows = [{"activity": "курсы", "amounts": {"местный": {"2024": "10,50", "2025": 1}}}]
    found = records("finance_sources", rows, finance=finance, money=money)
    assert shown(found[0]) == expected


def test_money_by_year_has_its_sources_side_by_side() -> None:
    rows = [{"activity": "курсы", "amounts": {"местный": {"2024": 10, "2025": 1}, "прочие": {"2025": 2}}}]
    found = records("finance_years", rows, finance={"decimals": 0})
    assert [(one.fields["year"], one.fields["total"], one.series["amount"]) for one in found] == [
        ("Всего", "13", {"местный": "11", "софин": "0", "прочие": "2"}),
        ("2024", "10", {"местный": "10", "софин": "0", "прочие": "0"}),
        ("2025", "3", {"местный": "1", "софин": "0", "прочие": "2"}),
    ]


def test_codes_of_one_executor_stand_together() -> None:
    parts = [("управление", "1"), ("центр", "2"), ("управление", "3")]
    amounts = {"местный": {"2024": 1}}
    row = {
        "activity": "курсы",
        "allocations": [{"executor": who, "code": code, "amounts": amounts} for who, code in parts],
    }
    _, *found = records("finance_tree", [row], money={"split": ["executor", "code"], "levels": ["activity"]})
    assert [(one.fields["executor"], one.fields["code"]) for one in found] == [
        (("УО",), ("1",)),
        (("УО",), ("3",)),
        (("Методический центр",), ("2",)),
    ]


def test_zeros_dashes_and_empty_cells_stay_what_they_are() -> None:
    rows = [
        {"activity": "курсы", "amounts": {"местный": {"2024": "0", "2025": "0,0"}, "прочие": {"2024": "–", "2025": ""}}}
    ]
    found = records("finance", rows, finance={"decimals": None})
    assert [shown(one, "source") for one in found] == [
        ("Всего", "0", "0,0", "0,0"),
        ("Местный бюджет", "0", "0,0", "0,0"),
        ("Прочие источники", "–", "", "–"),
    ]


def test_volumes_stand_beside_money() -> None:
    activities = PLAN["schedules"][0]["sections"][0]["activities"]
    section = {
        **PLAN["schedules"][0]["sections"][0],
        "activities": [activities[0], {**activities[1], "measures": ["доля"]}],
    }
    plan = {**PLAN, "schedules": [{**PLAN["schedules"][0], "sections": [section]}]}
    found = records("volumes", sections={"plan": plan}, money={"split": []})
    assert [(shown(one, "number", "measure", "volume_total"), one.series["volume"]) for one in found] == [
        (("1.1", "Обучены 5 учителей", "5", "12,5", "1,0", "13,5"), {"2024": "5", "2025": "–"}),
        (("1.2", "Доля несдавших", "10,0", ""), {"2024": "20", "2025": "10,0"}),
    ]
    assert found[1].fields["amount"] == "Без финансирования"


def test_rows_in_a_circle_are_left_out() -> None:
    circle = [
        {"id": "а", "title": "А", "within": "б", "amounts": {"местный": {"2024": 1}}},
        {"id": "б", "title": "Б", "within": "а", "amounts": {"местный": {"2024": 1}}},
    ]
    assert next(one.fields["total"] for one in records("finance_tree", [*ROWS[:1], *circle])) == "13,5"
