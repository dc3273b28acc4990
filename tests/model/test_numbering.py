"""Numbers follow from order; a number given by hand wins and is inherited by what stands below it."""

from __future__ import annotations

from typing import Any

from munprog.model.numbering import numbered, numbers_of
from munprog.model.program import Program
from tests.builders import GOALS, INDICATORS, PLAN, program


def task(id: str, **own: Any) -> dict[str, Any]:
    return {"id": id, "title": id, "due": "31.12.2024", **own}


def indicator(id: str, **own: Any) -> dict[str, Any]:
    return {"id": id, "title": id, "measures": [], **own}


def activity(id: str, **own: Any) -> dict[str, Any]:
    return {"id": id, "title": id, "when": "2024", "responsible": ["центр"], "result": "да", **own}


def schedule(*sections: dict[str, Any], directions: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    listed = [{"id": f"р{at}", "title": "Раздел", **section} for at, section in enumerate(sections)]
    one = {"id": "план", "kind": "план", "title": "План", "sections": listed}
    return {"schedules": [one], **({"directions": directions} if directions else {})}


def goals(*tasks: dict[str, Any]) -> dict[str, Any]:
    return {**GOALS, "tasks": list(tasks)}


def by_id(program: Program) -> dict[str, str]:
    numbers = numbers_of(program)
    tasks = {item.id: numbers[item.path] for item in program.tasks}
    indicators = {item.id: numbers[item.path] for item in program.all_indicators}
    return tasks | indicators | {item.id: numbers[item.path] for item in program.activities}


def test_paths_lead_to_the_items() -> None:
    assert dict(numbers_of(program(goals=GOALS, indicators=INDICATORS, plan=PLAN))) == {
        ("goals", "tasks", 0): "1",
        ("goals", "tasks", 1): "2",
        ("goals", "results", 0): "1",
        ("indicators", "indicators", 0): "1.1",
        ("plan", "schedules", 0, "sections", 0): "1",
        ("plan", "schedules", 0, "sections", 0, "activities", 0): "1.1",
        ("plan", "schedules", 0, "sections", 0, "activities", 1): "1.2",
    }


def test_indicators_count_under_their_task() -> None:
    indicators = [
        indicator("а", task="вторая"),
        indicator("б", task="первая"),
        indicator("в", task="вторая"),
        indicator("г", task="нет-такой"),
        indicator("д"),
    ]
    found = program(goals=goals(task("первая"), task("вторая")), indicators={"indicators": indicators})
    assert by_id(found) == {"первая": "1", "вторая": "2", "а": "2.1", "б": "1.1", "в": "2.2", "г": "1", "д": "1"}


def test_indicators_count_under_their_direction() -> None:
    plan = schedule(directions=[{"id": "первое", "title": "А"}, {"id": "второе", "title": "Б"}])
    indicators = {"indicators": [indicator("а", direction="второе"), indicator("б", direction="второе")]}
    assert by_id(program(plan=plan, indicators=indicators)) == {"а": "2.1", "б": "2.2"}


def test_number_given_by_hand_wins() -> None:
    found = program(
        goals=goals(task("первая", number="IV"), task("вторая")),
        indicators={"indicators": [indicator("а", task="первая"), indicator("б", task="первая", number="5")]},
        plan=schedule(
            {"number": "10", "activities": [activity("в"), activity("г", number="10.7"), activity("д")]},
            {"activities": [activity("е")]},
        ),
    )
    assert by_id(found) == {
        "первая": "IV",
        "вторая": "2",
        "а": "IV.1",
        "б": "5",
        "в": "10.1",
        "г": "10.7",
        "д": "10.3",
        "е": "2.1",
    }


def test_computed_number_is_told_beside_the_given_one() -> None:
    found = program(goals=goals(task("первая", number="7"), task("вторая")))
    assert list(numbered(found)) == [
        (("goals", "tasks", 0), "1", "7"),
        (("goals", "tasks", 1), "2", ""),
        (("goals", "results", 0), "1", ""),
    ]


def test_each_schedule_begins_anew() -> None:
    one = schedule({"activities": [activity("а")]})["schedules"][0]
    two = schedule({"activities": [activity("б")]})["schedules"][0]
    assert by_id(program(plan={"schedules": [one, two]})) == {"а": "1.1", "б": "1.1"}
