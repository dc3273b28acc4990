"""What is said for a period lies in the term, and in that period: calendars and final values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from munprog.diagnostics import KeyPath, Severity
from munprog.model.indicators import Target
from munprog.model.when import Moment
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.plan import spans
from munprog.validation.rules.term import outside
from munprog.validation.words import of_period


def period_outside_term(case: Case) -> Iterator[Fault]:
    for path, period, what in _periods(case) if case.periods else ():
        if period not in case.periods:
            yield Fault(
                path,
                f"{what} – {of_period(period)} – вне срока программы ({case.term.printed})",
                f"Периоды программы: {', '.join(case.periods)}. Исправьте период или срок в program.yaml.",
                key=path[-1] != "by",
                related=((("program", "term"), "срок программы"),),
            )


def moment_outside_period(case: Case) -> Iterator[Fault]:
    """Dates are judged; months without a year lie in their period by themselves."""
    for activity in case.program.activities:
        for period, moments in activity.calendar.items():
            start, end = case.term.days_of(period)
            for moment in map(case.term.dated, moments):
                if moment.first and moment.last and not _meets(moment, start, end):
                    yield Fault(
                        (*activity.path, "calendar", period),
                        f"Срок мероприятия «{activity.title}» – {moment.inside} – не лежит в своём периоде: "
                        f"{of_period(period)} ({start:%d.%m.%Y} – {end:%d.%m.%Y})",
                        "Перенесите срок в свой период. Границы учебного года задаёт term.school_year в program.yaml.",
                    )
    yield from _spans_outside_their_stage(case)


def _spans_outside_their_stage(case: Case) -> Iterator[Fault]:
    """The periods of a staged list lie in their stage, where its own moments are all dated."""
    for stage, component, period in spans(case):
        found = [one for one in map(case.term.dated, stage.when) if one.first and one.last]
        if not found or len(found) < len(stage.when):
            continue
        days = min(one.first for one in found if one.first), max(one.last for one in found if one.last)
        for path, moment, _ in outside(case, period, component.title, days):
            yield Fault(
                path,
                f"Срок «{moment.inside}» не лежит в этапе «{stage.title}» ({days[0]:%d.%m.%Y} – {days[1]:%d.%m.%Y})",
                "Перенесите период в свой этап или поправьте срок этапа (when).",
            )


def _periods(case: Case) -> Iterator[tuple[KeyPath, str, str]]:
    """Where a period is named, the period, and whose it is in words."""
    for activity in case.program.activities:
        what = f"Период сроков мероприятия «{activity.title}»"
        yield from (((*activity.path, "calendar", period), period, what) for period in activity.calendar)
    for whose, target in _targets(case):
        if target.by and "." not in target.by:
            yield (*target.path, "by"), target.by, f"Срок итогового значения {whose}"


def _targets(case: Case) -> Iterator[tuple[str, Target]]:
    results = case.program.goals.results if case.program.goals else ()
    yield from ((f"индикатора «{one.title}»", one.target) for one in case.program.measures if one.target)
    yield from ((f"результата «{one.text}»", one.target) for one in results if one.target)


def _meets(moment: Moment, start: date, end: date) -> bool:
    return bool(moment.first and moment.last and moment.first <= end and moment.last >= start)


RULES = (
    Rule(
        "STR041",
        "period-outside-term",
        Severity.ERROR,
        period_outside_term,
        "R-PLA-5, R-TRM-1",
        "МР-2023, §1.2",
        ("II.20",),
    ),
    Rule(
        "STR042",
        "moment-outside-period",
        Severity.ERROR,
        moment_outside_period,
        "R-PLA-5",
        "Проект-2020",
        ("II.22",),
        ("plan",),
    ),
)
