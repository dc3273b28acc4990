"""Activities: in the term, under a task, answered for (R-PLA-4, R-PLA-5, R-TAS-3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.plan import Activity
from munprog.validation.registry import Case, Fault, Rule


def activity_outside_term(case: Case) -> Iterator[Fault]:
    """Only dated moments are judged: recurrences and months without a year lie in the term by themselves."""
    first, last = case.term.first, case.term.last
    if first is None or last is None or first > last:
        return
    for activity in case.program.activities:
        for at, moment in enumerate(activity.when):
            if moment.first is None or moment.last is None:
                continue
            if moment.last < first or moment.last > last or (moment.first < first and not moment.deadline):
                yield Fault(
                    _path_of_moment(case, activity, at),
                    f"Срок «{moment.text}» выходит за срок программы ({first:%d.%m.%Y} – {last:%d.%m.%Y})",
                    "Поправьте срок мероприятия или срок программы в program.yaml.",
                )


def activity_without_task(case: Case) -> Iterator[Fault]:
    for schedule in case.program.schedules:
        for section in schedule.sections:
            if section.task or section.direction:
                continue
            for activity in section.activities:
                if not activity.tasks:
                    yield Fault(
                        (*activity.path, "id"),
                        f"Мероприятие «{activity.title}» не относится ни к задаче, ни к направлению",
                        "Укажите task или direction у раздела плана либо tasks у мероприятия.",
                    )


def realisation_outside_term(case: Case) -> Iterator[Fault]:
    for activity in case.program.activities if case.periods else ():
        if not isinstance(activity.realisation, Mapping):
            continue
        for period in activity.realisation:
            if period not in case.periods:
                yield Fault(
                    (*activity.path, "realisation", period),
                    f"Показатель реализации за {period} год стоит вне срока программы ({case.term.printed})",
                    "Исправьте год или срок программы в program.yaml.",
                    key=True,
                )


def topic_uncovered(case: Case) -> Iterator[Fault]:
    if case.program.plan is None or "topic" in case.dangling:
        return
    covered = {topic for activity in case.program.activities for topic in activity.topics}
    if not covered:
        return
    missing = [topic.title for topic in case.profile.topics if topic.required and topic.id not in covered]
    if missing:
        yield Fault(
            ("plan", "schedules"),
            f"Мероприятия не охватывают темы профиля: {'; '.join(missing)}",
            "Добавьте мероприятие или укажите тему в topics того, которое её уже охватывает.",
            key=True,
        )


def _path_of_moment(case: Case, activity: Activity, at: int) -> KeyPath:
    """Where a moment is written: alone or in a list, bare or with a note."""
    path: KeyPath = (*activity.path, "when")
    written: Any = case.data
    for key in path:
        written = written[key]
    if isinstance(written, list):
        path, written = (*path, at), written[at]
    return (*path, "when") if isinstance(written, dict) else path


_TABLE = "МР-2023, табл. 4"
_NEEDS = ("plan",)

RULES = (
    Rule(
        "PLA001", "activity-outside-term", Severity.ERROR, activity_outside_term, "R-PLA-5", _TABLE, ("II.22",), _NEEDS
    ),
    Rule(
        "PLA002",
        "activity-without-task",
        Severity.ERROR,
        activity_without_task,
        "R-TAS-3",
        "МР-2023, §1.2",
        ("I.1", "II.3"),
        _NEEDS,
    ),
    Rule("PLA003", "realisation-outside-term", Severity.ERROR, realisation_outside_term, "R-PLA-5", _TABLE, (), _NEEDS),
    Rule(
        "PLA004",
        "topic-uncovered",
        Severity.WARNING,
        topic_uncovered,
        "R-PLA-10, R-PLA-11",
        "Протокол-2022",
        ("I.1",),
        _NEEDS,
    ),
)
