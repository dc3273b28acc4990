"""Activities: in the term, under a task, answered for (R-PLA-4, R-PLA-5, R-TAS-3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from munprog.diagnostics import Severity
from munprog.model.plan import ComponentSpan, ScheduleStage, StageComponent
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.term import outside
from munprog.validation.words import joined, of_period


def activity_outside_term(case: Case) -> Iterator[Fault]:
    sections = [section for schedule in case.program.schedules for section in schedule.sections]
    for title, activity in [(section.title, one) for section in sections for one in section.activities]:
        for path, moment, span in outside(case, activity, f"{title} {activity.title}"):
            yield Fault(
                path,
                f"Срок мероприятия «{activity.title}» – {moment.inside} – выходит за срок программы ({span})",
                "Поправьте срок мероприятия или срок программы в program.yaml.",
            )
    for stage, component, period in spans(case):
        for path, moment, span in outside(case, period, f"{stage.title} {component.title}"):
            yield Fault(
                path,
                f"Период составляющей «{component.title}» – {moment.inside} – выходит за срок программы ({span})",
                "Поправьте период составляющей или срок программы в program.yaml.",
            )


def spans(case: Case) -> Iterator[tuple[ScheduleStage, StageComponent, ComponentSpan]]:
    """The periods of staged lists, each with its component and stage."""
    for stage in (stage for schedule in case.program.schedules for stage in schedule.stages):
        for component in stage.components:
            yield from ((stage, component, span) for span in component.spans)


def activity_without_task(case: Case) -> Iterator[Fault]:
    """A plan that comes without tasks and directions, by its act alone, has nothing to name."""
    if not case.program.tasks and not (case.program.plan and case.program.plan.directions):
        return
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
                    f"У мероприятия «{activity.title}» показатель реализации за {of_period(period)} – "
                    f"вне срока программы ({case.term.printed})",
                    "Исправьте год или срок программы в program.yaml.",
                    key=True,
                )


def topic_uncovered(case: Case) -> Iterator[Fault]:
    if case.program.plan is None or "topic" in case.dangling:
        return
    covered = {topic for activity in case.program.activities for topic in activity.topics}
    if not covered:
        return
    missing = [f"«{topic.title}»" for topic in case.profile.topics if topic.required and topic.id not in covered]
    if missing:
        yield Fault(
            ("plan", "schedules"),
            f"Мероприятия не охватывают {'тему' if len(missing) == 1 else 'темы'} профиля {joined(missing)}",
            "Добавьте мероприятие или укажите тему в topics того, которое её уже охватывает.",
            key=True,
        )


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
