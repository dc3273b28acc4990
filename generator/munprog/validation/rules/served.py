"""Links the other way round: what nothing serves, measures or answers (R-STR-2).

A programme that does not use a kind of link at all is silent: it says so nowhere, and nothing can be missed. What
lacks a link that its neighbours have was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from munprog.diagnostics import Severity
from munprog.validation.registry import Case, Fault, Rule


def measure_unserved(case: Case) -> Iterator[Fault]:
    """Of the measures of a task without activities the task itself is told."""
    if not case.dangling.isdisjoint(("measure", "task")) or not _mostly(case.program.activities, "measures"):
        return
    served = {one for activity in case.program.activities for one in activity.measures}
    busy = tasks_at_work(case)
    for indicator in case.program.all_indicators:
        for measure in indicator.measures:
            if measure.id not in served and (not indicator.task or indicator.task in busy):
                yield Fault(
                    (*measure.path, "id"),
                    f"Ни одно мероприятие не работает на индикатор «{measure.title}»",
                    f"Добавьте «{measure.id}» в measures мероприятий plan.yaml, которые меняют его значение.",
                )


def measure_unused(case: Case) -> Iterator[Fault]:
    goals = case.program.goals
    if goals is None or "measure" in case.dangling or not all(one.measures for one in goals.results):
        return
    used = {*goals.goal.measures, *(one for result in goals.results for one in result.measures)}
    owned = (measure for one in case.program.all_indicators if one.task or one.direction for measure in one.measures)
    for measure in owned:
        if measure.id not in used:
            yield Fault(
                (*measure.path, "id"),
                f"Индикатор «{measure.title}» не показывает ни один ожидаемый результат и ни саму цель",
                f"Добавьте «{measure.id}» в measures результата (goals.yaml), о котором он говорит.",
            )


def goal_unmeasured(case: Case) -> Iterator[Fault]:
    goals = case.program.goals
    if goals is None or not case.program.measures or goals.goal.measures or _demanded(case, "goals.goal.measures"):
        return
    yield Fault(
        ("goals", "goal", "text"),
        "Не видно, по каким индикаторам проверяется цель",
        "Перечислите их в measures цели: по ним будет видно, что она достигнута.",
    )


def task_without_problem(case: Case) -> Iterator[Fault]:
    """Where a problem is left without a task, the missing link is told there."""
    goals, analysis = case.program.goals, case.program.analysis
    if goals is None or analysis is None or not analysis.problems or _demanded(case, "goals.tasks[].problems"):
        return
    answered = {problem for task in goals.tasks for problem in task.problems}
    if _mostly(goals.tasks, "problems") and answered >= {one.id for one in analysis.problems}:
        for task in goals.tasks:
            if not task.problems:
                yield Fault(
                    (*task.path, "id"),
                    f"Задача «{task.title}» не отвечает ни на одну проблему",
                    "Назовите в problems проблемы из analysis.yaml, ради которых она поставлена.",
                )


def result_unserved(case: Case) -> Iterator[Fault]:
    if case.program.goals is None or "result" in case.dangling or not _mostly(case.program.activities, "results"):
        return
    served = {one for activity in case.program.activities for one in activity.results}
    busy = tasks_at_work(case)
    for result in case.program.goals.results:
        if result.id not in served and busy.intersection(result.tasks):
            yield Fault(
                (*result.path, "id"),
                f"К ожидаемому результату «{result.text}» не ведёт ни одно мероприятие",
                f"Добавьте «{result.id}» в results мероприятий plan.yaml, которые его дают.",
            )


def result_beside_tasks(case: Case) -> Iterator[Fault]:
    """Of a task that no result names the task itself is told."""
    if not case.dangling.isdisjoint(("measure", "task")):
        return
    owners = {measure.id: one.task for one in case.program.all_indicators for measure in one.measures if one.task}
    results = case.program.goals.results if case.program.goals else ()
    expected = {task for result in results for task in result.tasks}
    titles = {task.id: task.title for task in case.program.tasks}
    for result in results:
        measured = {owners.get(measure, "") for measure in result.measures}
        if measured and measured <= expected and measured.isdisjoint(result.tasks):
            yield Fault(
                (*result.path, "measures"),
                f"Результат «{result.text}» отнесён к одним задачам ({_named(titles, result.tasks)}), "
                f"а его индикаторы – к другим ({_named(titles, sorted(measured))})",
                "Поправьте tasks результата или его measures.",
                key=True,
            )


def _named(titles: Mapping[str, str], ids: Iterable[str]) -> str:
    return ", ".join(f"«{titles.get(one, one)}»" for one in ids)


def activity_unmeasured(case: Case) -> Iterator[Fault]:
    if not _mostly(case.program.activities, "measures") or _demanded(case, f"{_ACTIVITIES}.measures"):
        return
    for activity in case.program.activities:
        if not activity.measures:
            yield Fault(
                (*activity.path, "id"),
                f"Мероприятие «{activity.title}» не связано ни с одним индикатором",
                "Назовите в measures индикаторы, значения которых оно меняет.",
            )


_ACTIVITIES = "plan.schedules[].sections[].activities[]"


def tasks_at_work(case: Case) -> set[str]:
    served = {section.task for schedule in case.program.schedules for section in schedule.sections}
    return (served | {task for activity in case.program.activities for task in activity.tasks}) - {""}


def _mostly(items: Sequence[Any], link: str) -> bool:
    """Whether the items use a kind of link: at least two thirds of them, and more than one."""
    linked = sum(1 for one in items if getattr(one, link))
    return linked > 1 and linked * 3 >= len(items) * 2


def _demanded(case: Case, key: str) -> bool:
    """What the profile demands is told by its own rule."""
    return key in case.profile.requires.keys


_MR = "МР-2023, §1.2"
_NEEDS = ("plan", "goals", "indicators")

RULES = (
    Rule("GOA006", "goal-unmeasured", Severity.WARNING, goal_unmeasured, "R-GOA-2", _MR, ("II.15",), _NEEDS[1:]),
    Rule(
        "GOA007",
        "task-without-problem",
        Severity.WARNING,
        task_without_problem,
        "R-STR-2",
        _MR,
        ("II.14",),
        ("goals", "analysis"),
    ),
    Rule(
        "GOA013", "result-beside-tasks", Severity.WARNING, result_beside_tasks, "R-RES-1", _MR, ("II.17",), _NEEDS[1:]
    ),
    Rule("GOA014", "result-unserved", Severity.WARNING, result_unserved, "R-STR-2", _MR, ("II.5",), _NEEDS[:2]),
    Rule("IND012", "measure-unserved", Severity.WARNING, measure_unserved, "R-STR-2", _MR, ("II.5", "II.18"), _NEEDS),
    Rule("IND013", "measure-unused", Severity.NOTE, measure_unused, "R-RES-2", _MR, ("II.18",), _NEEDS[1:]),
    Rule("PLA007", "activity-unmeasured", Severity.NOTE, activity_unmeasured, "R-STR-2", _MR, ("II.5",), _NEEDS[:1]),
)
