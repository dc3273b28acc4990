"""Goal, tasks and expected results: each task is worked on and measured, each date lies in the term."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import Severity
from munprog.validation.registry import Case, Fault, Rule


def task_without_activity(case: Case) -> Iterator[Fault]:
    if case.program.plan is None or "task" in case.dangling:
        return
    served = {section.task for schedule in case.program.schedules for section in schedule.sections}
    served |= {task for activity in case.program.activities for task in activity.tasks}
    if not served - {""}:  # a plan by directions, or one whose activities lack their tasks: they have their finding
        return
    for task in case.program.tasks:
        if task.id not in served:
            yield Fault(
                (*task.path, "id"),
                f"У задачи «{task.title}» нет ни одного мероприятия",
                f"В plan.yaml укажите task: {task.id} у раздела плана или добавьте «{task.id}» в tasks мероприятия.",
            )


def task_without_indicator(case: Case) -> Iterator[Fault]:
    if case.program.indicators is None or "task" in case.dangling:
        return
    measured = {indicator.task for indicator in case.program.all_indicators}
    if not measured - {""}:  # grouped by direction (R-IND-2a), or indicators that have their finding
        return
    for task in case.program.tasks:
        if task.id not in measured:
            yield Fault(
                (*task.path, "id"),
                f"У задачи «{task.title}» нет ни одного показателя",
                f"Добавьте в indicators.yaml показатель с task: {task.id}.",
            )


def task_without_result(case: Case) -> Iterator[Fault]:
    goals = case.program.goals
    if goals is None or "task" in case.dangling:
        return
    expected = {task for result in goals.results for task in result.tasks}
    missing = [task for task in goals.tasks if task.id not in expected] if expected else []
    loose = [result for result in goals.results if not result.tasks]
    if missing and loose:  # the tasks are those of the results that name none
        for result in loose if "goals.results[].tasks" not in case.profile.requires.keys else ():
            yield Fault(
                (*result.path, "id"),
                f"Ожидаемый результат «{result.text}» не отнесён ни к одной задаче",
                "Перечислите в tasks задачи, решение которых его даёт: у других результатов они названы.",
            )
        return
    for task in goals.tasks if expected else ():
        if task.id not in expected:
            yield Fault(
                (*task.path, "id"),
                f"Задаче «{task.title}» не соответствует ни один ожидаемый результат",
                f"Добавьте в results результат с tasks: [{task.id}].",
            )


def result_without_measure(case: Case) -> Iterator[Fault]:
    """Figures of its own measure a result too, but not where its neighbours all but agree to name measures."""
    if case.program.indicators is None:
        return
    results = case.program.goals.results if case.program.goals else ()
    linked = sum(bool(one.measures) for one in results)
    forgotten = linked >= max(2, 2 * (len(results) - 1) / 3)
    for result in results:
        if not result.is_measured or (forgotten and not result.measures):
            yield Fault(
                (*result.path, "id"),
                f"Ожидаемый результат «{result.text}» ничем не измеряется",
                "Перечислите в measures индикаторы из indicators.yaml, по которым будет видно, что он достигнут, или "
                "дайте его значения по годам (values), итоговое значение (target) или критерии (criteria).",
            )


def due_outside_term(case: Case) -> Iterator[Fault]:
    goals = case.program.goals
    if goals is None or case.days is None:
        return
    first, last = case.days
    dated = [("цели", goals.goal.due, goals.goal.path)]
    dated += [(f"задачи «{task.title}»", task.due, task.path) for task in goals.tasks]
    for what, due, path in dated:
        if due and not first <= due <= last:
            yield Fault(
                (*path, "due"),
                f"Срок {what} – {due:%d.%m.%Y} – выходит за срок программы ({first:%d.%m.%Y} – {last:%d.%m.%Y})",
                "Поправьте дату или срок программы в program.yaml.",
            )


_GOALS = ("goals",)
_MR = "МР-2023, §1.2"

RULES = (
    Rule(
        "GOA001",
        "task-without-activity",
        Severity.ERROR,
        task_without_activity,
        "R-TAS-3",
        _MR,
        ("I.1", "II.5"),
        ("goals", "plan"),
    ),
    Rule(
        "GOA002",
        "task-without-indicator",
        Severity.ERROR,
        task_without_indicator,
        "R-IND-3",
        _MR,
        ("II.18",),
        ("goals", "indicators"),
    ),
    Rule(
        "GOA003", "task-without-result", Severity.ERROR, task_without_result, "R-RES-1", _MR, ("II.5", "II.17"), _GOALS
    ),
    Rule(
        "GOA004", "result-without-measure", Severity.ERROR, result_without_measure, "R-RES-2", _MR, ("II.18",), _GOALS
    ),
    Rule("GOA005", "due-outside-term", Severity.ERROR, due_outside_term, "R-GOA-1, R-TAS-1", _MR, ("II.15",), _GOALS),
)
