"""Whom and what the plan answers: stakeholders, tasks of the complex, directions, risks of schools (R-ANA-5)."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import Severity
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.served import tasks_at_work
from munprog.validation.words import joined


def stakeholder_unserved(case: Case) -> Iterator[Fault]:
    served = {one for activity in case.program.activities for one in activity.stakeholders}
    if not served or "stakeholder" in case.dangling:
        return
    for one in case.program.general.stakeholders:
        if one.id not in served:
            yield Fault(
                (*one.path, "id"),
                f"Интересы стороны «{one.name}» не учтены ни в одном мероприятии",
                f"Добавьте «{one.id}» в stakeholders мероприятий plan.yaml, которые ей нужны.",
            )


def task_outside_complex(case: Case) -> Iterator[Fault]:
    plan = case.program.plan
    told = {part.task for part in plan.complex} - {""} if plan else set()
    if not told or "task" in case.dangling:
        return
    missing = [f"«{task.title}»" for task in case.program.tasks if task.id in tasks_at_work(case) - told]
    if missing:
        yield Fault(
            ("plan", "complex"),
            f"В комплексе мероприятий нет {'задачи' if len(missing) == 1 else 'задач'} {joined(missing)}",
            "Добавьте в complex часть с её task: комплекс построен по задачам.",
            key=True,
        )


def direction_unused(case: Case) -> Iterator[Fault]:
    plan = case.program.plan
    if plan is None or "direction" in case.dangling:
        return
    used = {section.direction for schedule in plan.schedules for section in schedule.sections}
    used |= {part.direction for part in plan.complex} | {one.direction for one in case.program.all_indicators}
    for direction in plan.directions if used - {""} else ():
        if direction.id not in used:
            yield Fault(
                (*direction.path, "id"),
                f"По направлению «{direction.title}» нет ни мероприятий, ни показателей",
                f"Укажите direction: {direction.id} у раздела плана или уберите направление.",
            )


def risk_school_differs(case: Case) -> Iterator[Fault]:
    """A school names its risks, a risk its schools: where both do, they say the same."""
    if not case.dangling.isdisjoint(("risk", "school")):
        return
    risks = {one.id: one for one in (case.program.analysis.risks if case.program.analysis else ()) if one.schools}
    schools = {one.id: one for one in case.program.general.schools if one.risks}
    for school in schools.values():
        for at, id in enumerate(school.risks):
            if id in risks and school.id not in risks[id].schools:
                yield Fault(
                    (*risks[id].path, "schools"),
                    f"У риска «{risks[id].title}» не названа школа «{school.short_name}», а у неё он указан",
                    f"Добавьте «{school.id}» в schools риска или уберите риск у школы.",
                    key=True,
                    related=(((*school.path, "risks", at), "риск школы"),),
                )
    for risk in risks.values():
        for at, id in enumerate(risk.schools):
            if id in schools and risk.id not in schools[id].risks:
                yield Fault(
                    (*schools[id].path, "risks"),
                    f"У школы «{schools[id].short_name}» не назван риск «{risk.title}», а он относится и к ней",
                    f"Добавьте «{risk.id}» в risks школы или уберите школу из риска.",
                    key=True,
                    related=(((*risk.path, "schools", at), "школа риска"),),
                )


_MR = "МР-2023, §1.2"
_PLAN = ("plan",)

RULES = (
    Rule("ANA006", "risk-school-differs", Severity.WARNING, risk_school_differs, "R-ANA-5", _MR, (), ("analysis",)),
    Rule("PLA005", "task-outside-complex", Severity.WARNING, task_outside_complex, "R-PLA-1", _MR, ("I.1",), _PLAN),
    Rule("PLA006", "direction-unused", Severity.WARNING, direction_unused, "R-RES-1", _MR, ("I.1",), _PLAN),
    Rule("PLA008", "stakeholder-unserved", Severity.WARNING, stakeholder_unserved, "", _MR, ("II.6",), _PLAN),
)
