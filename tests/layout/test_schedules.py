"""Rows of schedules: staged lists, numbering, calendars, empty cells."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.layout.records import Heading, Record, Records
from munprog.layout.rows import SOURCES
from munprog.model.build import construct
from munprog.model.profile import TableLayout
from tests.builders import FULL, program, view


def records(rows: str, sections: dict[str, Any] | None = None, /, **own: Any) -> Records:
    layout = construct(TableLayout, {"id": "т", "title": "Т", "rows": rows, "columns": [], **own})
    return SOURCES[rows](view(program({**FULL, **(sections or {})})), layout)


def test_staged_list() -> None:
    first, second, third = records("staged")
    assert first == Record(
        {
            "number": "1",
            "when": ("ноябрь 2024",),
            "component": "Обмен опытом",
            "content": ("1. семинар (Заречная СОШ)", "2. стол"),
        },
        {"mark": {"2024": "+", "IV 2024": "+", "первый": "+"}},
        parent="э1 1",
        groups=(Heading("1 этап, 2024/2025 учебный год", "stage", title="1 этап"),),
    )
    assert (second.parent, second.fields["content"]) == ("э1 1", ("1. итоги",))
    assert (third.parent, third.fields["when"]) == ("э1 2", ("по графику",))


def activities_of(numbering: dict[str, Any] | None, *sections: dict[str, Any]) -> Records:
    made = [{"id": f"р{at}", **one} for at, one in enumerate(sections, 1)]
    schedule = {"id": "п", "kind": "план", "title": "П", "sections": made}
    return records("activities", {"plan": {"schedules": [schedule | ({"numbering": numbering} if numbering else {})]}})


def activity(id: str, **own: Any) -> dict[str, Any]:
    return {"id": id, "title": id, **own}


@pytest.mark.parametrize(
    ("numbering", "numbers", "heads"),
    [
        (None, ["1.1", "1.2", "2.1"], ["1. Кадры", "1. Кадры", "2. Сеть"]),
        ({"order": "заново", "sections": "none"}, ["1", "2", "1"], ["Кадры", "Кадры", "Сеть"]),
        (
            {"order": "подряд", "sections": "roman", "activities": {"scheme": "arabic"}},
            ["1.", "2.", "3."],
            ["I. Кадры", "I. Кадры", "II. Сеть"],
        ),
    ],
)
def test_schedule_is_numbered_as_it_asks(numbering: Any, numbers: list[str], heads: list[str]) -> None:
    found = activities_of(
        numbering,
        {"title": "Кадры", "activities": [activity("а"), activity("б")]},
        {"title": "Сеть", "activities": [activity("в")]},
    )
    assert [record.fields["number"] for record in found] == numbers
    assert [record.groups[0].text for record in found] == heads


def test_section_without_a_title_has_no_head_and_an_activity_may_leave_cells_empty() -> None:
    (found,) = activities_of(None, {"activities": [activity("а")]})
    assert found.groups == ()
    assert {name: found.fields[name] for name in ("when", "responsible", "result", "realisation")} == {
        "when": (),
        "responsible": (),
        "result": "",
        "realisation": "",
    }


def test_calendar_stands_by_period_or_in_one_cell() -> None:
    calendar = {"2024/2025": ["август – сентябрь", {"text": "после ГИА"}], "2025/2026": "май"}
    (found,) = activities_of(None, {"activities": [activity("а", calendar=calendar)]})
    assert found.series["when"] == {"2024/2025": "август – сентябрь, после ГИА", "2025/2026": "май"}
    assert found.fields["when"] == (
        "2024/2025\u00a0уч.\u00a0г. – август – сентябрь, после ГИА",
        "2025/2026\u00a0уч.\u00a0г. – май",
    )


def test_performers_in_words_stand_with_the_participants_where_the_table_shows_these() -> None:
    one = activity("а", responsible=["центр"], others=["Сетевые партнёры"])
    plan = {
        "plan": {
            "schedules": [{"id": "п", "kind": "план", "title": "П", "sections": [{"id": "р", "activities": [one]}]}]
        }
    }
    (alone,) = records("activities", plan)
    (beside,) = records("activities", plan, columns=[{"title": "Участники", "field": "participants"}])
    assert alone.fields["responsible"] == ("Методический центр", "Сетевые партнёры")
    assert beside.fields["responsible"] == ("Методический центр",)
    assert beside.fields["participants"] == ("Сетевые партнёры",)


def test_bodies_are_introduced_where_they_stand_first() -> None:
    of = {"responsible": ["управление", "центр"]}
    section = {"id": "р", "activities": [activity("а", **of), activity("б", **of)]}
    plan = {"plan": {"schedules": [{"id": "п", "kind": "план", "title": "П", "sections": [section]}]}}
    first, second = records("activities", plan, introduce=True)
    assert first.fields["responsible"] == ("Управление образования (далее – УО)", "Методический центр")
    assert second.fields["responsible"] == ("УО", "Методический центр")


@pytest.mark.parametrize(
    ("own", "begins", "ends", "quarters"),
    [
        ({"when": "2024–2025 годы"}, "2024 год", "2025 год", "I II III IV | I II III IV"),
        ({"when": "II квартал 2024 года"}, "II квартал 2024 года", "II квартал 2024 года", "II |"),
        ({"when": "15.02.2024 – 10.05.2025"}, "15.02.2024", "10.05.2025", "I II III IV | I II"),
        ({"when": "до 01.10.2025"}, "", "01.10.2025", "| IV"),
        ({"when": "ежегодно, май"}, "2024 год", "2025 год", "II | II"),
        ({"when": {"text": "после ГИА"}}, "", "", "|"),
        ({"calendar": {"2025": "ноябрь"}}, "ноябрь 2025 года", "ноябрь 2025 года", "| IV"),
    ],
)
def test_beginning_end_and_marks_follow_from_the_words(own: Any, begins: str, ends: str, quarters: str) -> None:
    (found,) = activities_of(None, {"activities": [activity("а", **own)]})
    assert (found.fields["begins"], found.fields["ends"]) == (begins, ends)
    expected = set()
    for year, half in zip(("2024", "2025"), quarters.split("|"), strict=True):
        expected |= {year, *(f"{one} {year}" for one in half.split())} if half.strip() else set()
    assert set(found.series.get("mark", {})) - {"первый"} == expected


def test_rows_stand_under_their_subprogramme() -> None:
    general = {**FULL["program"], "subprograms": [{"id": "п", "title": "Кадры", "tasks": ["кадры"]}]}
    over = Heading("Подпрограмма 1. Кадры", "subprogram", "1", "Кадры", shown=False)
    for rows in ("activities", "measures"):
        assert {one.groups[0] for one in records(rows, {"program": general})} == {over}


def test_stages_mark_the_periods_that_they_touch() -> None:
    stage = {"id": "э", "title": "Э", "when": "июнь – июль 2025", "content": ["."]}
    general = {**FULL["program"], "term": {"years": [2024, 2025], "stages": [stage]}}
    (found,) = records("stages", {"program": general})
    assert found.series == {"mark": dict.fromkeys(["2025", "II 2025", "III 2025", "э"], "+")}
