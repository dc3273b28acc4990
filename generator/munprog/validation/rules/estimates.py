"""Dates of the estimate, money in years without work, marks and sources without money (R-FIN-4, R-FIN-5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from munprog.diagnostics import KeyPath, Severity
from munprog.model.finance import EstimateRow, walk
from munprog.model.plan import Activity
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import joined


def estimate_dates(case: Case) -> Iterator[Fault]:
    """Where most lines lie in another year, the year of the estimate is wrong, and is told."""
    estimate = case.program.finance.estimate if case.program.finance else None
    if estimate is None:
        return
    astray = [one for row in estimate.rows if (one := _other_year(row, estimate.year))]
    for row in estimate.rows:
        if row.works_to < row.works_from:
            yield Fault(
                (*row.path, "works_to"),
                f"Работы заканчиваются ({row.works_to:%d.%m.%Y}) раньше, чем начинаются ({row.works_from:%d.%m.%Y})",
                "Проверьте works_from и works_to.",
                related=(((*row.path, "works_from"), "начало работ"),),
            )
        elif (other := _other_year(row, estimate.year)) and len(astray) * 2 <= len(estimate.rows):
            path, day = other
            yield Fault(
                path,
                f"Дата работ {day:%d.%m.%Y} не лежит в году сметы – {estimate.year}",
                "Поправьте дату или перенесите строку в смету другого года.",
            )


def money_without_work(case: Case) -> Iterator[Fault]:
    """Only of activities whose every date is known: what recurs or names no year may need money in any."""
    activities = {one.id: one for one in case.program.activities}
    for row in case.program.finance.rows if case.program.finance and case.days else ():
        years = _years(case, activities[row.activity]) if row.activity in activities else None
        idle = [
            (source, period)
            for source, amounts in row.amounts.items()
            for period, amount in amounts.items()
            if years and period.isdigit() and period in case.periods and int(period) not in years and amount.amount > 0
        ]
        if idle:
            listed = dict.fromkeys(period for _, period in idle)
            yield Fault(
                (*row.path, "amounts", *idle[0]),
                f"Деньги даны на {joined(listed)} {'год' if len(listed) == 1 else 'годы'}, "
                f"а мероприятие «{activities[row.activity].title}» в это время не проводится",
                "Поправьте год суммы или срок мероприятия в plan.yaml.",
                key=True,
                related=(((*activities[row.activity].path, "when"), "срок мероприятия"),),
            )


def mark_for_nothing(case: Case) -> Iterator[Fault]:
    activities = {one.id: one for one in case.program.activities}
    for row in case.program.finance.rows if case.program.finance else ():
        activity = activities.get(row.activity)
        figures = [amount for part in row.parts for amounts in part.amounts.values() for amount in amounts.values()]
        if activity and activity.financed and figures and not row.note and not any(one.amount for one in figures):
            yield Fault(
                (*row.path, "activity"),
                f"Мероприятие «{activity.title}» отмечено как финансируемое, а все его суммы – нули",
                "Впишите суммы или уберите у мероприятия financed: true вместе со строкой.",
                related=(((*activity.path, "financed"), "отметка в плане"),),
            )


def source_unused(case: Case) -> Iterator[Fault]:
    money = case.program.finance
    if money is None or "source" in case.dangling or not any(row.parts for row in money.rows):
        return
    estimated = {one for row in (money.estimate.rows if money.estimate else ()) for one in row.amounts}
    for source, _ in walk(money.sources):
        below = {source.id, *(one.id for one, _ in walk(source.including))}
        if below.isdisjoint(estimated) and not any(row.gives(one) for row in money.rows for one in below):
            yield Fault(
                (*source.path, "id"),
                f"Из источника «{source.title}» не дано ни одной суммы",
                "Впишите суммы или уберите источник: он займёт в таблице пустую строку.",
            )


def _other_year(row: EstimateRow, year: int) -> tuple[KeyPath, date] | None:
    for key, day in (("works_from", row.works_from), ("works_to", row.works_to)):
        if day.year != year:
            return (*row.path, key), day
    return None


def _years(case: Case, activity: Activity) -> range | None:
    """The years an activity runs in; None where they are not all known, or stages part them."""
    if case.days is None:
        return None
    moments = [case.term.dated(one) for one in activity.when]
    spans = [one.within(*case.days) for one in moments if one.first and one.last]
    if len(spans) < len(moments) or not spans or activity.calendar:
        return None
    return range(min(first for first, _ in spans).year, max(last for _, last in spans).year + 1)


_TABLE = "МР-2023, табл. 3"
_MONEY, _BOTH = ("finance",), ("finance", "plan")

RULES = (
    Rule("FIN008", "estimate-dates", Severity.ERROR, estimate_dates, "R-FIN-5", _TABLE, ("II.27",), _MONEY),
    Rule("FIN010", "money-without-work", Severity.WARNING, money_without_work, "R-FIN-4", _TABLE, ("II.25",), _BOTH),
    Rule("FIN011", "mark-for-nothing", Severity.WARNING, mark_for_nothing, "R-FIN-4", _TABLE, ("II.27",), _BOTH),
    Rule("FIN013", "source-unused", Severity.NOTE, source_unused, "R-FIN-2", _TABLE, (), _MONEY),
)
