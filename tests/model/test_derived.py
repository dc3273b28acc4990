"""Rows of the passport: derived from the sections, or given by hand."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.model.derived import ROWS, given_row, passport_row
from munprog.model.general import Subprogram
from munprog.model.profile import PassportRow
from tests.builders import FULL, GENERAL, GOALS, INDICATORS, MEASURE, PASSPORT, program

DERIVED = {
    "name": ("Муниципальная программа «Поддержка школ»",),
    "grounds": (
        "1. Приказ Управления образования от 1\u00a0июня\u00a02024\u00a0г. № 05-П «О школах» (в ред. от 02.06.2024)",
        "2. Устав района",
    ),
    "developers": ("Управление образования",),
    "responsible": ("Управление образования",),
    "coexecutors": ("Методический центр",),
    "executors": ("Управление образования", "Методический центр"),
    "participants": ("Методический центр",),
    "subprograms": ("Подпрограмма 1 «Кадры»;", "Подпрограмма 3 «Уроки»."),
    "goal": ("Снизить долю до 10 %.",),
    "tasks": ("1. Закрыть вакансии", "2. Улучшить уроки"),
    "indicators": ("1. Доля несдавших – 10,0 % к 2025 году",),
    "term": ("2024–2025 годы",),
    "stages": ("2024–2025 годы:", "I этап – 2024 год;", "II этап – 2025 год."),
    "mechanism": ("– совещания;", "– курсы."),
    "results": ("1. Доля снижена.",),
    "finance": (
        "Общий объём финансирования – 1\u00a0351,0 тыс. руб., в том числе по годам:",
        "2024 год – 100,5 тыс. руб.;",
        "2025 год – 1\u00a0250,5 тыс. руб.;",
        "по источникам:",
        "местный бюджет – 1\u00a0350,5 тыс. руб.;",
        "прочие источники – 0,5 тыс. руб.",
    ),
    "control": ("Управление образования", "Отчёт раз в год."),
}
SUBPROGRAMS = [
    {
        "id": "п1",
        "title": "Кадры",
        "executor": "центр",
        "tasks": ["кадры"],
        "goal": "Закрыть вакансии.",
        "rows": {"инструменты": "Отсутствуют"},
    },
    {"id": "п3", "title": "Уроки", "number": "3", "tasks": ["уроки"], "term": "2025 год"},
]
STAGES = [{"id": "э1", "title": "I этап", "when": "2024 год"}, {"id": "э2", "title": "II этап", "when": "2025 год"}]
GROUNDS = [
    {
        "kind": "приказ",
        "issuer": "Управления образования",
        "date": "01.06.2024",
        "number": "05-П",
        "title": "О школах",
        "edition": "в ред. от 02.06.2024",
    },
    {"kind": "иное", "title": "Устав района"},
]


def row(id: str, **own: Any) -> PassportRow:
    return PassportRow(id=id, title="", **own)


def general(**own: Any) -> dict[str, Any]:
    return {**GENERAL, **own}


def measures(*own: dict[str, Any]) -> dict[str, Any]:
    return {"indicators": [{**INDICATORS["indicators"][0], "measures": [{**MEASURE, **one} for one in own]}]}


def test_every_row_is_expected_here() -> None:
    assert set(DERIVED) == set(ROWS)


@pytest.mark.parametrize("id", ROWS)
def test_row_follows_from_its_sections(id: str) -> None:
    term = {"years": [2024, 2025], "stages": STAGES}
    found = program({**FULL, "program": general(grounds=GROUNDS, subprograms=SUBPROGRAMS, term=term)})
    assert passport_row(found, row(id)) == DERIVED[id]


@pytest.mark.parametrize("id", [id for id in ROWS if id not in ("name", "term", "stages")])
def test_row_is_empty_where_its_sections_are_absent(id: str) -> None:
    assert passport_row(program(), row(id)) == ()


def test_passport_of_a_subprogramme_says_what_concerns_it() -> None:
    money = {
        "unit": "тыс. руб.",
        "sources": [{"id": "м", "title": "Местный бюджет"}],
        "rows": [{"task": id, "amounts": {"м": {"2024": sum}}} for id, sum in (("кадры", 5), ("уроки", 7))],
    }
    found = program({**FULL, "program": general(subprograms=SUBPROGRAMS), "finance": money})
    first, second = found.general.subprograms

    def lines(id: str, of: Subprogram) -> tuple[str, ...]:
        return given_row(found, id, of) or passport_row(found, row(id), of)

    assert {id: lines(id, first) for id in ("name", "responsible", "goal", "tasks", "indicators", "finance")} == {
        "name": ("Подпрограмма 1 «Кадры»",),
        "responsible": ("Методический центр",),
        "goal": ("Закрыть вакансии.",),
        "tasks": ("1. Закрыть вакансии",),
        "indicators": ("1. Доля несдавших – 10,0 % к 2025 году",),
        "finance": (
            "Общий объём финансирования – 5 тыс. руб., в том числе по годам:",
            "2024 год – 5 тыс. руб.;",
            "2025 год – 0 тыс. руб.;",
            "по источникам:",
            "местный бюджет – 5 тыс. руб.",
        ),
    }
    assert lines("инструменты", first) == ("Отсутствуют",)
    assert [lines(id, second) for id in ("term", "goal", "indicators", "results")] == [("2025 год",), (), (), ()]


def test_unknown_row_is_empty() -> None:
    assert passport_row(program(FULL), row("погода")) == ()


def test_other_kinds_of_programme_are_named_by_their_kind() -> None:
    assert passport_row(program(FULL), row("name", heading=False)) == ("«Поддержка школ»",)
    assert passport_row(program(program=general(kind="комплекс мер")), row("name")) == (
        "Комплекс мер «Поддержка школ»",
    )


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        ({"years": [2024]}, "2024 год"),
        ({"years": [2024, 2025, 2026]}, "2024–2026 годы"),
        ({"school_years": ["2024/2025"]}, "2024/2025 учебный год"),
        ({"school_years": ["2024/2025", "2025/2026"]}, "2024/2025–2025/2026 учебные годы"),
        ({"start": "01.09.2024", "end": "31.05.2026"}, "2024–2026 годы"),
        ({"duration": "три года"}, "три года"),
    ],
)
def test_term(term: dict[str, Any], printed: str) -> None:
    assert passport_row(program(program=general(term=term)), row("term")) == (printed,)


def test_number_of_a_task_given_by_hand() -> None:
    tasks = [{**GOALS["tasks"][0], "number": "А"}, GOALS["tasks"][1]]
    found = program(goals={**GOALS, "tasks": tasks})
    assert passport_row(found, row("tasks")) == ("А. Закрыть вакансии", "2. Улучшить уроки")


def test_only_the_measures_of_the_goal_are_named() -> None:
    found = program(goals=GOALS, indicators=measures({"id": "охват", "title": "Охват"}, {}))
    assert passport_row(found, row("indicators")) == ("1. Доля несдавших – 10,0 % к 2025 году",)


@pytest.mark.parametrize("chosen", [[], ["нет-такого"]])
def test_all_measures_where_the_goal_names_none(chosen: list[str]) -> None:
    found = program(
        goals={**GOALS, "goal": {**GOALS["goal"], "measures": chosen}},
        indicators=measures(
            {"id": "а", "title": "Охват", "unit": "чел.", "values": {"2025": 30, "2024": 20}},
            {"id": "б", "title": "Положение", "unit": "", "values": {"2024": "утверждено"}},
            {"id": "в", "title": "Балл", "values": {}},
        ),
    )
    assert passport_row(found, row("indicators")) == (
        "1. Охват – 30 чел. к 2025 году",
        "2. Положение – утверждено к 2024 году",
        "3. Балл",
    )


def test_mechanism_of_the_passport_goes_before_that_of_its_section() -> None:
    found = program({**FULL, "passport": {**PASSPORT, "mechanism": ["приказы"]}})
    assert passport_row(found, row("mechanism")) == ("приказы",)


def test_id_that_names_nobody_is_printed_as_it_is() -> None:
    found = program(passport={**PASSPORT, "developers": ["центр", "неизвестный"]})
    assert passport_row(found, row("developers")) == ("Методический центр", "неизвестный")


def test_target_of_a_school_year() -> None:
    found = program(indicators=measures({"id": "а", "title": "Охват", "values": {"2024/2025": 30}}))
    assert passport_row(found, row("indicators")) == ("1. Охват – 30 % к концу 2024/2025 учебного года",)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("«О школах»", "«О школах»"),
        ("Об утверждении «Плана»", "«Об утверждении «Плана»"),
        ("«Об утверждении «Плана»", "«Об утверждении «Плана»"),
        ("«Школы» и «Кадры»", "««Школы» и «Кадры»"),
    ],
)
def test_title_of_a_ground_is_quoted_once(title: str, printed: str) -> None:
    found = program(program=general(grounds=[{"kind": "приказ", "title": title}]))
    assert passport_row(found, row("grounds")) == (f"1. Приказ {printed}",)


def test_name_of_the_programme_is_quoted_once() -> None:
    assert passport_row(program(program=general(title="Наши «Школы»")), row("name")) == (
        "Муниципальная программа «Наши «Школы»",
    )


def test_totals_of_money_given_by_hand() -> None:
    money = {**FULL["finance"], "totals": {"total": "1 400", "2025": "1 299,5"}}
    assert passport_row(program({**FULL, "finance": money}), row("finance")) == (
        "Общий объём финансирования – 1\u00a0400,0 тыс. руб., в том числе по годам:",
        "2024 год – 100,5 тыс. руб.;",
        "2025 год – 1\u00a0299,5 тыс. руб.;",
        *DERIVED["finance"][3:],
    )


def test_row_given_by_hand() -> None:
    found = program(passport={**PASSPORT, "rows": {"goal": "Своя цель", "прочее": ["раз", "два"]}})
    assert given_row(found, "goal") == ("Своя цель",)
    assert given_row(found, "прочее") == ("раз", "два")
    assert given_row(found, "tasks") == ()
    assert given_row(program(), "goal") == ()


def test_lead_and_marks_of_a_derived_row_are_the_profile_s() -> None:
    found = passport_row(program(FULL), row("tasks", lead="Решаются задачи:", style="–"))
    assert found == ("Решаются задачи:", "– Закрыть вакансии;", "– Улучшить уроки.")
    assert passport_row(program(), row("tasks", lead="Решаются задачи:")) == ()
    assert passport_row(program(FULL), row("term", lead="Программа действует:")) == (
        "Программа действует:",
        "2024–2025 годы",
    )


def test_row_by_hand_may_have_a_lead_and_marks() -> None:
    rows = {"grounds": {"lead": "Основания:", "style": "1)", "items": ["закон", "концепция"]}, "goal": "Учить лучше."}
    found = program(passport={"rows": rows})
    assert given_row(found, "grounds") == ("Основания:", "1) закон", "2) концепция")
    assert given_row(found, "goal") == ("Учить лучше.",)


def test_final_value_of_a_measure() -> None:
    target = {"value": "не менее 80", "by": 2025}
    found = program(indicators=measures({"values": None, "target": target}))
    assert passport_row(found, row("indicators")) == ("1. Доля несдавших – не менее 80 % к 2025 году",)


def test_words_before_the_title() -> None:
    made = program(program=general(heading="Программа", title="по поддержке школ"))
    assert passport_row(made, row("name")) == ("Программа по поддержке школ",)
    made = program(program=general(heading="Проект по работе со школами", title="Школа – школе"))
    assert passport_row(made, row("name")) == ("Проект по работе со школами «Школа – школе»",)
