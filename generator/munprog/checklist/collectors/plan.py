"""Evidence from the plan: how many activities there are, whom they serve, when and by whom they are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from munprog.checklist.facts import Collector, Facts, Piece, presence, share
from munprog.model.assessment import Mark
from munprog.model.coverage import Block
from munprog.model.goals import Task
from munprog.model.plan import Activity

_PATH = ("plan", "schedules")


def _size(facts: Facts) -> Iterator[Piece]:
    schedules = facts.program.schedules
    sections = sum(len(one.sections) for one in schedules)
    figure = f"планов {len(schedules)}, разделов {sections}, мероприятий {len(facts.program.activities)}"
    yield presence("Комплекс мероприятий представлен", facts.program.activities, _PATH, figure=figure)


def _tasks(facts: Facts) -> Iterator[Piece]:
    served = {one.owner.id for one in _task_blocks(facts) if one.owner and one.lines}
    yield share(
        "Задачи, обеспеченные мероприятиями",
        facts.program.tasks,
        lambda one: one.id in served,
        ("goals", "tasks"),
        none="Задач в программе нет",
    )


def _directions(facts: Facts) -> Iterator[Piece]:
    topics = [one for one in facts.profile.topics if one.required] if facts.profile else []
    if topics:
        covered = {topic for one in facts.program.activities for topic in one.topics}
        lacking = [one.title for one in topics if one.id not in covered]
        mark = Mark.PRESENT if not lacking else Mark.PARTLY if len(lacking) < len(topics) else Mark.MISSING
        words = f"кроме: {'; '.join(lacking)}" if lacking else ""
        figure = f"{len(topics) - len(lacking)} из {len(topics)}"
        yield Piece("Темы профиля, по которым есть мероприятия", mark, _PATH, figure, words)
    directions = facts.program.plan.directions if facts.program.plan else ()
    if directions:
        owned = {one.owner.id for one in facts.coverage.blocks if one.owner and one.lines}
        yield share(
            "Направления, по которым есть мероприятия", directions, lambda one: one.id in owned, ("plan", "directions")
        )


def _problems(facts: Facts) -> Iterator[Piece]:
    traced = {line.activity.path for one in _task_blocks(facts) if one.problems for line in one.lines}
    yield _of_activities(
        facts, "Мероприятия, которые через задачи отвечают на проблемы", lambda one: one.path in traced or one.risks
    )


def _results(facts: Facts) -> Iterator[Piece]:
    yield _of_activities(
        facts, "Мероприятия, у которых назван планируемый результат", lambda one: one.result or one.results
    )


def _dates(facts: Facts) -> Iterator[Piece]:
    yield _of_activities(facts, "Мероприятия, у которых указаны сроки", lambda one: one.when or one.calendar)


def _executors(facts: Facts) -> Iterator[Piece]:
    yield _of_activities(facts, "Мероприятия, у которых назван ответственный", lambda one: one.responsible)


def _resources(facts: Facts) -> Iterator[Piece]:
    yield _of_activities(facts, "Мероприятия, у которых названы ресурсы", lambda one: one.resources or one.financed)


def _stakeholders(facts: Facts) -> Iterator[Piece]:
    served = {one for activity in facts.program.activities for one in activity.stakeholders}
    yield share(
        "Заинтересованные стороны, интересам которых служат мероприятия",
        facts.program.general.stakeholders,
        lambda one: one.id in served,
        ("program", "stakeholders"),
        none="Заинтересованных сторон не названо",
    )


def _spread(facts: Facts) -> Iterator[Piece]:
    """How many activities each period of the term has; a school year runs from September."""
    periods = {period: _days(period) for period in facts.periods}
    if not periods:
        return
    start, end = min(first for first, _ in periods.values()), max(last for _, last in periods.values())
    counts = {
        period: sum(
            period in one.calendar or _takes_place(one, bounds, (start, end)) for one in facts.program.activities
        )
        for period, bounds in periods.items()
    }
    empty = [period for period, count in counts.items() if not count]
    mark = Mark.PRESENT if not empty else Mark.PARTLY if len(empty) < len(counts) else Mark.MISSING
    yield Piece(
        "Мероприятия распределены по годам срока", mark, _PATH, ", ".join(f"{one} – {n}" for one, n in counts.items())
    )


def _days(period: str) -> tuple[date, date]:
    if "/" in period:
        return date(int(period[:4]), 9, 1), date(int(period[-4:]), 8, 31)
    return date(int(period), 1, 1), date(int(period), 12, 31)


def _takes_place(activity: Activity, period: tuple[date, date], term: tuple[date, date]) -> bool:
    for one in activity.when:
        if one.recurs:
            return True
        first, last = one.within(*(period if one.months else term))
        if first <= period[1] and last >= period[0]:
            return True
    return False


def _task_blocks(facts: Facts) -> tuple[Block, ...]:
    return tuple(one for one in facts.coverage.blocks if isinstance(one.owner, Task))


def _of_activities(facts: Facts, statement: str, good: Callable[[Activity], object]) -> Piece:
    return share(statement, facts.program.activities, good, _PATH, none="Мероприятий в плане нет")


_PLAN = "plan.schedules"

COLLECTORS = {
    "plan-size": Collector("состав мероприятий", (_PLAN,), _size),
    "tasks-to-activities": Collector("задачи и мероприятия", ("goals.tasks", _PLAN), _tasks),
    "directions-to-activities": Collector("темы и направления мероприятий", ("plan.directions", _PLAN), _directions),
    "activities-to-problems": Collector(
        "мероприятия и проблемы, на которые они отвечают", ("analysis.problems", "goals.tasks", _PLAN), _problems
    ),
    "activities-to-results": Collector("планируемые результаты мероприятий", (_PLAN,), _results),
    "plan-dates": Collector("сроки мероприятий", (_PLAN,), _dates),
    "executors": Collector("ответственные за мероприятия", (_PLAN,), _executors),
    "resources": Collector("ресурсы мероприятий", (_PLAN,), _resources),
    "stakeholders-served": Collector(
        "мероприятия для заинтересованных сторон", ("program.stakeholders", _PLAN), _stakeholders
    ),
    "spread": Collector("сроки мероприятий", (_PLAN, "program.term"), _spread),
}
