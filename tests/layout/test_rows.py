"""Row sources: what each of them offers to a table."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from munprog.layout.records import Heading, Record, Records, Text
from munprog.layout.rows import MONEY, SOURCES, records_of
from munprog.model.build import construct
from munprog.model.profile import TableLayout
from tests.builders import ANALYSIS, FINANCE, FULL, GENERAL, INDICATORS, PLAN, view
from tests.builders import program as build


def records(rows: str, sections: dict[str, Any] | None = None, /, **own: Any) -> Records:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": rows, "columns": [], **own})
    return SOURCES[rows](view(build({**FULL, **(sections or {})})), layout)


def task(title: str = "Закрыть вакансии", number: str = "1", *, shown: bool = True) -> Heading:
    return Heading(f"Задача {number}. {title}", "task", number, title, shown)


@pytest.mark.parametrize("rows", SOURCES)
def test_nothing_comes_of_absent_sections(rows: str) -> None:
    bare = {key: value for key, value in GENERAL.items() if key not in ("schools", "stakeholders")}
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": rows, "columns": []})
    assert SOURCES[rows](view(build(program=bare)), layout) == ()


def test_measures() -> None:
    assert records("measures") == (
        Record(
            {
                "number": "1.1",
                "indicator": "Успешность",
                "criterion": "Качество",
                "level": "школьный",
                "scope": ("Качество", "школьный"),
                "measure": "Доля несдавших, %",
                "unit": "%",
                "base": "34,5 (69 из 200)",
                "base_year": "2023",
                "target": "",
                "total": "",
                "source": "Протоколы",
                "period": "раз в год",
                "direction": "снижение",
                "kind": "доля",
                "accumulation": "на дату",
                "character": ("доля", "снижение", "на дату"),
            },
            {"value": {"2023": "34,5 (69 из 200)", "2024": "20", "2025": "10,0"}},
            parent="успех",
            groups=(task(),),
        ),
    )


def test_measures_under_a_direction_or_under_nothing() -> None:
    indicator = {key: value for key, value in INDICATORS["indicators"][0].items() if key != "task"}
    plan = {**PLAN, "directions": [{"id": "н", "title": "Кадровое"}]}
    sections = {"plan": plan, "indicators": {"indicators": [{**indicator, "direction": "н"}, indicator]}}
    assert [record.groups for record in records("measures", sections)] == [
        (Heading("Направление 1. Кадровое", "direction", "1", "Кадровое"),),
        (),
    ]


def test_activities() -> None:
    first, second = records("activities")
    assert first == Record(
        {
            "number": "1.1",
            "activity": "Курсы",
            "when": ("сентябрь 2024", "май (повторно)"),
            "responsible": ("УО", "Методический центр"),
            "participants": ("Методический центр",),
            "performers": ("УО", "Методический центр", "участвуют: Методический центр"),
            "result": "Обучены 5 учителей",
            "resources": "Деньги",
            "consequences": "",
            "measures": ("Доля несдавших",),
            "indicators": "1.1",
            "schools": "",
            "begins": "май 2024 года",
            "ends": "сентябрь 2024 года",
            "realisation": ("2024\u00a0г. – 5;", "2025\u00a0г. – –."),
        },
        {
            "mark": {"2024": "+", "II 2024": "+", "III 2024": "+", "первый": "+"},
            "realisation": {"2024": "5", "2025": "–"},
        },
        groups=(task(shown=False), Heading("1. Кадры", "section", "1", "Кадры")),
    )
    assert second.fields["realisation"] == "Объявлен набор"
    assert set(second.series) == {"mark"}


def test_realisation_in_several_lines() -> None:
    plan = deepcopy(PLAN)
    plan["schedules"][0]["sections"][0]["activities"][0]["realisation"] = "2024 – 17\n2025 – 17"
    assert records("activities", {"plan": plan})[0].fields["realisation"] == ("2024 – 17", "2025 – 17")


@pytest.mark.parametrize(
    ("of", "titles"),
    [
        ({}, ["Курсы", "Набор учителей"]),
        ({"of": "дорожная карта"}, ["Курсы", "Набор учителей"]),
        ({"of": "план"}, ["Отчёт"]),
        ({"of": "второй"}, ["Отчёт"]),
        ({"of": "нет такого"}, []),
    ],
)
def test_schedule_is_named_by_id_or_kind(of: dict[str, str], titles: list[str]) -> None:
    activity = {"id": "отчёт", "title": "Отчёт", "when": "2024", "responsible": ["центр"], "result": "Да"}
    section = {"id": "р", "title": "Р", "activities": [activity]}
    second = {"id": "второй", "kind": "план", "title": "План", "sections": [section]}
    found = records("activities", {"plan": {"schedules": [*PLAN["schedules"], second]}}, **of)
    assert [record.fields["activity"] for record in found] == titles


NO_CODE = dict.fromkeys(("code", "code_administrator", "code_section", "code_article", "code_kind"), "")


def test_activities_with_their_measures() -> None:
    first, second = records("activity_measures")
    named = ("number", "activity", "measure")
    assert tuple(first.fields[name] for name in named) == ("1.1", "Курсы", "Доля несдавших, %")
    assert (first.parent, first.series["value"]["2024"]) == ("курсы", "20")
    assert (second.fields["activity"], "measure" in second.fields) == ("Набор учителей", False)


def test_rows_of_one_task_stand_together() -> None:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": ["measures", "activities"], "columns": []})
    found = records_of(view(build(FULL)), layout)
    shown = [str(record.fields.get("measure") or record.fields.get("activity")) for record in found]
    assert shown == ["Доля несдавших, %", "Курсы", "Набор учителей"]


def amounts(*of: str) -> dict[str, dict[str, str]]:
    """The only stage of the small programme lasts its first year."""
    return {"amount": dict(zip(("2024", "2025"), of, strict=True)), "stage_amount": {"первый": of[0]}}


def test_finance_shows_each_source_and_counts_the_top_ones() -> None:
    own: dict[str, Any] = {"number": "1.1", "activity": "Курсы", "executor": ("УО",), **NO_CODE}
    under: dict[str, Any] = {"parent": "activity:курсы", "groups": (task(),)}
    assert records("finance") == (
        Record({"source": "Всего", "total": "1\u00a0351,0", **own}, amounts("100,5", "1\u00a0250,5"), **under),
        Record({"source": "Местный бюджет", "total": "1\u00a0350,5", **own}, amounts("100,0", "1\u00a0250,5"), **under),
        Record({"source": "в том числе софинансирование", "total": "30,0", **own}, amounts("30,0", "0,0"), **under),
        Record({"source": "Прочие источники", "total": "0,5", **own}, amounts("0,5", "0,0"), **under),
    )


def test_finance_totals() -> None:
    two = {"activity": "набор", "amounts": {"местный": {"2025": 7}}}
    found = records("finance", {"finance": {**FINANCE, "rows": [FINANCE["rows"][0], two]}}, totals=["task", "program"])
    labels = {record.label: record for record in reversed(found) if record.label}
    assert {label: record.fields["total"] for label, record in labels.items()} == {
        "Итого по задаче 1": "1\u00a0358,0",
        "Всего по программе": "1\u00a0358,0",
    }
    assert labels["Итого по задаче 1"].groups == (task(),)
    assert labels["Всего по программе"].groups == ()
    assert [record.label for record in found] == [""] * 7 + ["Итого по задаче 1"] * 4 + ["Всего по программе"] * 4


def totals_by_owner(tasks: list[dict[str, Any]], *sections: dict[str, Any]) -> list[tuple[tuple[str, ...], str, str]]:
    """Groups, label and number of each row of all money, one activity to a section of the plan."""
    plan = {
        "directions": [{"id": "первое", "title": "Первое"}, {"id": "второе", "title": "Второе"}],
        "schedules": [
            {
                **PLAN["schedules"][0],
                "sections": [
                    {"title": "Р", **section, "activities": [{**activity, "id": section["id"], **section["activity"]}]}
                    for section in sections
                    for activity in PLAN["schedules"][0]["sections"][0]["activities"][1:]
                ],
            }
        ],
    }
    rows = [{"activity": section["id"], "amounts": {"местный": {"2024": 1}}} for section in sections]
    given = {"plan": plan, "goals": {**FULL["goals"], "tasks": tasks}, "finance": {**FINANCE, "rows": rows}}
    found = records("finance", given, totals=["task"])
    return [
        (tuple(one.text for one in record.groups), record.label, str(record.fields.get("number", "")))
        for record in found
        if record.fields["source"] == "Всего"
    ]


def test_total_is_called_by_its_task_or_direction() -> None:
    tasks = [{"id": "кадры", "title": "Кадры", "due": "31.12.2024", "number": "1.1"}]
    sections = [
        {"id": "а", "task": "кадры", "activity": {}},
        {"id": "б", "direction": "второе", "activity": {}},
        {"id": "в", "direction": "второе", "activity": {"tasks": ["кадры"]}},
        {"id": "г", "activity": {}},
    ]
    assert totals_by_owner(tasks, *sections) == [
        ((), "", "4.1"),
        ((), "Итого", ""),
        (("Задача 1.1. Кадры",), "", "1.1"),
        (("Задача 1.1. Кадры",), "", "3.1"),
        (("Задача 1.1. Кадры",), "Итого по задаче 1.1", ""),
        (("Направление 2. Второе",), "", "2.1"),
        (("Направление 2. Второе",), "Итого по направлению 2", ""),
    ]


def test_total_given_by_hand_is_printed_as_given() -> None:
    row = {**FINANCE["rows"][0], "totals": {"2024": "999,9", "total": "2 000"}}
    finance = {**FINANCE, "rows": [row], "totals": {"total": 5}}
    found = records("finance", {"finance": finance}, totals=["program"])
    assert (found[0].fields["total"], found[0].series) == ("2\u00a0000,0", amounts("999,9", "1\u00a0250,5"))
    assert found[1].fields["total"] == "1\u00a0350,5"
    assert (found[4].label, found[4].fields["total"]) == ("Всего по программе", "5,0")


def test_estimate() -> None:
    assert records("estimate") == (
        Record(
            {
                "number": "1",
                "activity": "Курсы",
                "item": "Оплата",
                "works": "01.09.2024 – 30.09.2024",
                "received": ("III квартал 2024 года",),
                "total": "100,0",
            },
            {"amount": {"местный": "100,0", "софин": "30,0"}},
        ),
    )


def test_parts_of_a_source_that_nobody_gave_money_to_are_not_shown() -> None:
    row = {"activity": "курсы", "amounts": {"местный": {"2024": 5}}}
    found = records("finance", {"finance": {**FINANCE, "rows": [row]}})
    assert [record.fields["source"] for record in found] == ["Всего", "Местный бюджет", "Прочие источники"]


def test_activity_that_is_not_in_the_plan_is_named_by_its_id() -> None:
    row = {**FINANCE["rows"][0], "activity": "чужое"}
    found = records("finance", {"finance": {**FINANCE, "rows": [row]}})
    assert {(record.fields["number"], record.fields["activity"], record.groups) for record in found} == {
        ("", "чужое", ())
    }


def test_results_of_one_procedure() -> None:
    assert records("results", of="впр-5") == (
        Record({"number": "1", "school": "Заречная СОШ"}, {"value": {"2023": "34,5", "2022": "40"}}),
        Record(series={"value": {"2023": "20"}}, label="Приозерский район"),
    )
    assert records("results", of="нет-такой") == ()


ONE_ROW: dict[str, dict[str, Text]] = {
    "schools": {
        "number": "1",
        "school": "Заречная школа",
        "short_name": "Заречная СОШ",
        "group": "базово неуспевающие",
        "location": "с. Заречье",
        "identified": "Низкие результаты ВПР",
        "risks": ("Нехватка учителей",),
    },
    "stakeholders": {"number": "1", "stakeholder": "Родители", "interests": ("– качество;", "– безопасность.")},
    "stages": {"number": "1", "stage": "Первый", "when": ("2024 год",), "content": ("Начало",)},
    "used_resources": {"number": "1", "resource": "Библиотека", "use": "Читальный зал", "access": "Все школы"},
    "resources_to_develop": {"number": "1", "resource": "Лаборатория", "need": "Приборы", "effect": "Опыты"},
    "missing_resources": {"number": "1", "resource": "Мастерская", "need": "Станки", "effect": "Труды"},
    "components": {"number": "1", "component": "Система мониторинга", "state": "Работает"},
    "risks": {"number": "1", "risk": "Нехватка учителей", "schools": "Заречная СОШ", "evidence": "Две вакансии"},
    "problems": {
        "number": "1",
        "problem": "Слабые итоги",
        "desired": "10 %",
        "actual": "34 %",
        "causes": ("Ресурсы: нет учителя",),
        "source": "ВПР",
    },
    "monitoring": {"number": "1", "block": "Нормативная база", "analyzed": "Акты", "outcome": "Справка"},
    "implementation_risks": {
        "number": "1",
        "risk": "Средства поступят поздно",
        "kind": "Финансовый",
        "probability": "средняя",
        "impact": "высокое",
        "mitigation": ("закупки по частям",),
        "responsible": ("УО",),
    },
    "criteria": {
        "number": "1",
        "criterion": "Показатели",
        "weight": "1",
        "formula": "Σ СД / N",
        "source": "Отчёты",
        "points": ("90 % – 10 баллов",),
    },
    "grades": {"number": "1", "grade": "высокая", "bounds": "от 0,9 до 1,0", "meaning": "Хвалить"},
}


@pytest.mark.parametrize("rows", ONE_ROW)
def test_sources_of_plain_rows(rows: str) -> None:
    (found,) = records(rows)
    assert replace(found, series={}) == Record(ONE_ROW[rows])


def test_ids_that_lead_nowhere_are_printed_as_they_are() -> None:
    risk = {"id": "р", "title": "Риск", "schools": ["заречье", "чужая"]}
    assert records("risks", {"analysis": {**ANALYSIS, "risks": [risk]}})[0].fields["schools"] == "Заречная СОШ, чужая"
    tables = [{**ANALYSIS["results"]["tables"][0], "rows": [{"school": "чужая", "values": {"2023": 1}}]}]
    found = records("results", {"analysis": {**ANALYSIS, "results": {"tables": tables}}}, of="впр-5")
    assert found[0].fields["school"] == "чужая"


def test_every_source_is_tried_here() -> None:
    assert set(SOURCES) == {
        *ONE_ROW,
        *MONEY,
        "report_measures",
        "report_activities",
        "measures",
        "activity_measures",
        "activities",
        "staged",
        "results",
    }  # money has tests of its own
