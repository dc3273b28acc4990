"""Analysis: each problem and risk is answered, each school stands in a table of results once."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import KeyPath, Severity
from munprog.validation.links import same
from munprog.validation.registry import Case, Fault, Rule


def problem_unanswered(case: Case) -> Iterator[Fault]:
    analysis = case.program.analysis
    if analysis is None or case.program.goals is None or "problem" in case.dangling:
        return
    answered = {problem for task in case.program.tasks for problem in task.problems}
    if len(analysis.problems) > 1 and not answered:
        yield Fault(
            ("goals", "tasks"),
            "Ни одна задача не говорит, на какую проблему она отвечает",
            "Назовите у каждой задачи её проблемы из analysis.yaml (ключ problems).",
            key=True,
        )
        return
    for problem in analysis.problems:
        if problem.id not in answered:
            yield Fault(
                (*problem.path, "id"),
                f"На проблему «{problem.title}» не отвечает ни одна задача",
                f"Добавьте «{problem.id}» в problems той задачи goals.yaml, которая её решает.",
            )


def risk_unmet(case: Case) -> Iterator[Fault]:
    analysis = case.program.analysis
    if analysis is None or case.program.goals is None or case.program.plan is None or "risk" in case.dangling:
        return
    met = {risk for task in case.program.tasks for risk in task.risks}
    met |= {risk for activity in case.program.activities for risk in activity.risks}
    if len(analysis.risks) > 1 and not met:
        yield Fault(
            ("analysis", "risks"),
            "Ни одна задача и ни одно мероприятие не говорит, какой риск школ снимает",
            "Назовите риски у задач (goals.yaml) или мероприятий (plan.yaml), ключ risks.",
            key=True,
        )
        return
    for risk in analysis.risks:
        if risk.id not in met:
            yield Fault(
                (*risk.path, "id"),
                f"Риск «{risk.title}» не снимает ни одна задача и ни одно мероприятие",
                f"Добавьте «{risk.id}» в risks задачи (goals.yaml) или мероприятия (plan.yaml).",
            )


def school_twice(case: Case) -> Iterator[Fault]:
    analysis, names = case.program.analysis, {one.id: one.short_name for one in case.program.general.schools}
    for table in analysis.results.tables if analysis and analysis.results else ():
        seen: dict[str, KeyPath] = {}
        for row in table.rows:
            path = (*row.path, "school")
            if same(row.school) in seen:
                yield Fault(
                    path,
                    f"Школа «{names.get(row.school, row.school)}» стоит в таблице «{table.title}» дважды",
                    "Оставьте одну строку или исправьте обозначение школы.",
                    related=((seen[same(row.school)], "первая строка"),),
                )
            seen.setdefault(same(row.school), path)


_MR = "МР-2023, §1.2"

RULES = (
    Rule(
        "ANA001",
        "problem-unanswered",
        Severity.ERROR,
        problem_unanswered,
        "R-STR-2",
        _MR,
        ("II.14", "II.17"),
        ("analysis", "goals"),
    ),
    Rule("ANA002", "risk-unmet", Severity.ERROR, risk_unmet, "R-ANA-5", _MR, ("II.26",), ("analysis", "goals", "plan")),
    Rule("ANA003", "school-twice", Severity.ERROR, school_twice, "R-ANA-4", _MR, ("I.2",), ("analysis",)),
)
