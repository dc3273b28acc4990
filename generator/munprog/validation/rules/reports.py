"""The yearly report: what it must explain, and which year it is on (R-DOC-8)."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import KeyPath, Severity
from munprog.model.numbers import format_number
from munprog.model.report import level_of
from munprog.validation.registry import Case, Fault, Rule

_DONE = "выполнено"


def unexplained(case: Case) -> Iterator[Fault]:
    """What was not reached or not done has its reason beside it."""
    measures = {one.id: one for one in case.program.measures}
    titles = {one.id: one.title for one in case.program.activities}
    for report in case.program.monitoring:
        for fact in report.measures:
            measure = measures.get(fact.measure)
            plan = measure.values.get(report.year) if measure else None
            level = level_of(measure.direction, plan, fact.fact) if measure and plan else None
            if measure and plan and level is not None and level < 1 and not fact.reason:
                yield Fault(
                    (*fact.path, "fact"),
                    f"План индикатора «{measure.title}» не достигнут ({fact.fact.text} при плане {plan.text}), "
                    "а причина не названа",
                    "Назовите причину в ключе reason: для неё в таблице отчёта есть графа.",
                )
        for done in report.activities:
            if done.status != _DONE and not done.reason:
                yield Fault(
                    (*done.path, "status"),
                    f"Мероприятие «{titles.get(done.activity, done.activity)}» – {done.status}, а причина не названа",
                    "Назовите причину в ключе reason: для неё в таблице отчёта есть графа.",
                )


def wrong_year(case: Case) -> Iterator[Fault]:
    seen: dict[str, KeyPath] = {}
    for report in case.program.monitoring:
        place = (*report.path, "year")
        if case.periods and report.year not in case.periods:
            yield Fault(
                place,
                f"Отчёт за {report.year} год – вне срока программы ({case.term.printed})",
                "Исправьте year или срок программы в program.yaml.",
            )
        elif report.year in seen:
            yield Fault(
                place,
                f"За {report.year} год уже есть отчёт",
                "Оставьте один файл на каждый год.",
                related=((seen[report.year], "первый отчёт"),),
            )
        seen.setdefault(report.year, place)


def overspent(case: Case) -> Iterator[Fault]:
    """More spent from a source than the revised plan of the report itself allows."""
    for report in case.program.monitoring:
        for one in report.finance:
            for source, fact in one.fact.items():
                plan = one.plan.get(source)
                if plan and plan.number is not None and fact.amount > plan.number:
                    yield Fault(
                        (*one.path, "fact", source),
                        f"Израсходовано больше уточнённого плана: {format_number(fact.amount, grouped=True)} при плане "
                        f"{format_number(plan.number, grouped=True)}",
                        "Проверьте суммы: сверх плана деньги не расходуются.",
                    )


_BASIS = "МР-2023, §1.5"

RULES = (
    Rule(
        "FIN026", "unexplained-deviation", Severity.WARNING, unexplained, "R-DOC-8", _BASIS, (), ("indicators", "plan")
    ),
    Rule("FIN027", "report-of-wrong-year", Severity.ERROR, wrong_year, "R-DOC-8", _BASIS),
    Rule("FIN028", "overspent", Severity.WARNING, overspent, "R-DOC-8", _BASIS),
)
