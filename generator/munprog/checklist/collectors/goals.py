"""Evidence from the goal, tasks and expected results, and from what they are linked with."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.checklist.facts import Collector, Facts, Piece, presence, share, shown
from munprog.model.goals import ExpectedResult

_TASKS = ("goals", "tasks")
_NO_TASKS = "Задач в программе нет"
_RESULTS = ("goals", "results")
_NO_RESULTS = "Ожидаемых результатов в программе нет"


def _goal(facts: Facts) -> Iterator[Piece]:
    goal = facts.program.goals.goal if facts.program.goals else None
    due = f"к {goal.due:%d.%m.%Y}" if goal and goal.due else ""
    yield presence("Цель поставлена", goal, ("goals", "goal", "text"), figure=due, quotation=goal.text if goal else "")


def _goal_measures(facts: Facts) -> Iterator[Piece]:
    goal = facts.program.goals.goal if facts.program.goals else None
    wanted = goal.measures if goal else ()
    titles = [one.title for one in facts.program.measures if one.id in wanted]
    yield presence(
        "Цель измеряется индикаторами", titles, ("goals", "goal"), figure=str(len(titles)), quotation="; ".join(titles)
    )


def _expected(facts: Facts) -> Iterator[Piece]:
    found = _results(facts)
    yield presence(
        "Ожидаемые результаты названы",
        found,
        _RESULTS,
        figure=str(len(found)),
        quotation=found[0].text if found else "",
    )


def _tasks_to_problems(facts: Facts) -> Iterator[Piece]:
    yield share(
        "Задачи, которые отвечают на проблемы или риски",
        facts.program.tasks,
        lambda one: one.problems or one.risks,
        _TASKS,
        none=_NO_TASKS,
    )


def _problems_to_tasks(facts: Facts) -> Iterator[Piece]:
    analysis = facts.program.analysis
    unanswered = {one.id for one in facts.coverage.unanswered}
    yield share(
        "Проблемы, на которые отвечают задачи",
        analysis.problems if analysis else (),
        lambda one: one.id not in unanswered,
        ("analysis", "problems"),
        none="Проблем в программе не названо",
    )


def _tasks_beside_goal(facts: Facts) -> Iterator[Piece]:
    goals = facts.program.goals
    if goals:
        yield shown("Цель", goals.goal.path, quotation=goals.goal.text)
        for at, task in enumerate(goals.tasks, 1):
            yield shown(f"Задача {task.number or at}", task.path, quotation=task.title)


def _tasks_to_indicators(facts: Facts) -> Iterator[Piece]:
    """Of their own, or those that their expected results are measured by."""
    measured = {one.task for one in facts.program.all_indicators}
    measured |= {task for one in _results(facts) if one.is_measured for task in one.tasks}
    directions = {one.direction for one in facts.program.all_indicators} - {""}
    yield share(
        "Задачи, у которых есть показатели", facts.program.tasks, lambda one: one.id in measured, _TASKS, none=_NO_TASKS
    )
    if directions and facts.program.plan:
        yield share(
            "Направления, у которых есть показатели",
            facts.program.plan.directions,
            lambda one: one.id in directions,
            ("plan", "directions"),
            none="Направлений в плане нет",
        )


def _tasks_to_results(facts: Facts) -> Iterator[Piece]:
    expected = {task for one in _results(facts) for task in one.tasks}
    yield share(
        "Задачи, которым соответствуют ожидаемые результаты",
        facts.program.tasks,
        lambda one: one.id in expected,
        _TASKS,
        none=_NO_TASKS,
    )


def _results_to_tasks(facts: Facts) -> Iterator[Piece]:
    known = {one.id for one in facts.program.tasks}
    yield share(
        "Ожидаемые результаты, связанные с задачами",
        _results(facts),
        lambda one: known.intersection(one.tasks),
        _RESULTS,
        none=_NO_RESULTS,
    )


def _results_to_measures(facts: Facts) -> Iterator[Piece]:
    yield share(
        "Ожидаемые результаты, которые измеряются индикаторами, значениями или критериями",
        _results(facts),
        lambda one: one.is_measured,
        _RESULTS,
        none=_NO_RESULTS,
    )


def _results_to_activities(facts: Facts) -> Iterator[Piece]:
    direct = {result for one in facts.program.activities for result in one.results}
    served = {block.owner.id for block in facts.coverage.blocks if block.owner and block.lines}
    yield share(
        "Ожидаемые результаты, к которым ведут мероприятия",
        _results(facts),
        lambda one: one.id in direct or served.intersection(one.tasks),
        _RESULTS,
        none=_NO_RESULTS,
    )


def _results(facts: Facts) -> tuple[ExpectedResult, ...]:
    return facts.program.goals.results if facts.program.goals else ()


_BOTH = ("goals.tasks", "analysis.problems")
_TASKS_RESULTS = ("goals.tasks", "goals.results")
_TASKS_INDICATORS = ("goals.tasks", "goals.results", "indicators.indicators")

COLLECTORS = {
    "goal": Collector("цель", ("goals.goal",), _goal),
    "goal-measures": Collector("цель и её индикаторы", ("goals.goal", "indicators.indicators"), _goal_measures),
    "expected-results": Collector("ожидаемые результаты", ("goals.results",), _expected),
    "tasks-to-problems": Collector("задачи и их связь с проблемами", _BOTH, _tasks_to_problems),
    "problems-to-tasks": Collector("проблемы и отвечающие на них задачи", _BOTH, _problems_to_tasks),
    "tasks-beside-goal": Collector("цель или задачи", ("goals.goal", "goals.tasks"), _tasks_beside_goal),
    "tasks-to-indicators": Collector("задачи и их показатели", _TASKS_INDICATORS, _tasks_to_indicators),
    "tasks-to-results": Collector("задачи и ожидаемые результаты", _TASKS_RESULTS, _tasks_to_results),
    "results-to-tasks": Collector("ожидаемые результаты и задачи", _TASKS_RESULTS, _results_to_tasks),
    "results-to-measures": Collector("ожидаемые результаты и их индикаторы", ("goals.results",), _results_to_measures),
    "results-to-activities": Collector(
        "ожидаемые результаты и мероприятия", ("goals.results", "plan.schedules"), _results_to_activities
    ),
}
