"""The coverage matrix: who serves whom, and every link of the chain that is missing."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

from munprog.model.coverage import coverage
from munprog.model.plan import Direction
from tests.builders import FULL, program


def changed(**sections: Any) -> dict[str, Any]:
    return {**deepcopy(dict(FULL)), **sections}


def test_lines_stand_under_their_task_with_measures_and_money() -> None:
    goals = deepcopy(FULL["goals"])
    goals["tasks"][0]["problems"] = ["итоги"]
    found = coverage(program(changed(goals=goals)))
    staff, lessons = found.blocks
    assert [one.title for one in staff.problems] == ["Слабые итоги"]
    assert [(line.activity.title, [one.id for one in line.measures], line.money) for line in staff.lines] == [
        ("Курсы", ["доля"], Decimal("1351.0")),
        ("Набор учителей", ["доля"], None),
    ]
    assert lessons.lines == ()
    assert [one.text for one in found.gaps] == [
        "Задача «Улучшить уроки» не отвечает ни на одну проблему",
        "Задача «Улучшить уроки» не обеспечена ни одним мероприятием",
        "Задача «Улучшить уроки» не имеет ни одного индикатора",
        "Задача «Улучшить уроки» не имеет ожидаемого результата",
    ]
    assert found.gaps[0].path == ("goals", "tasks", 1, "id")


def test_a_problem_without_task_and_money_that_is_not_there() -> None:
    plan = deepcopy(FULL["plan"])
    section = plan["schedules"][0]["sections"][0]
    section["activities"][1]["financed"] = True
    found = coverage(program(changed(plan=plan)))
    assert [one.title for one in found.unanswered] == ["Слабые итоги"]
    texts = [one.text for one in found.gaps]
    assert texts[0] == "На проблему «Слабые итоги» не отвечает ни одна задача"
    assert "Мероприятие «Набор учителей» отмечено как финансируемое, а денег на него нет" in texts


def test_directions_own_activities_too_and_strays_are_told() -> None:
    plan = deepcopy(FULL["plan"])
    plan["directions"] = [{"id": "работа", "title": "Работа"}, {"id": "отдых", "title": "Отдых"}]
    section = plan["schedules"][0]["sections"][0]
    del section["task"]
    stray = {**deepcopy(section), "id": "прочее"}
    for one in stray["activities"]:
        one["id"] += "-2"
    section["direction"] = "работа"
    plan["schedules"][0]["sections"].append(stray)
    found = coverage(program(changed(plan=plan)))
    owners = [one.owner for one in found.blocks]
    assert [getattr(one, "title", None) for one in owners[2:]] == ["Работа", "Отдых", None]
    assert isinstance(owners[2], Direction)
    assert [len(one.lines) for one in found.blocks] == [0, 0, 2, 0, 2]
    texts = [one.text for one in found.gaps]
    assert "Для направления «Отдых» нет мероприятий" in texts
    assert "Мероприятие «Курсы» не связано ни с задачей, ни с направлением" in texts


def test_what_is_unknown_is_not_missing() -> None:
    from munprog.model.build import build

    built, _ = build(
        {key: deepcopy(FULL[key]) for key in ("program", "goals")},
        frozenset({"plan", "indicators", "analysis", "finance"}),
    )
    assert built is not None
    assert [one.text for one in coverage(built).gaps] == ["Задача «Улучшить уроки» не имеет ожидаемого результата"]
