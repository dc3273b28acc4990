"""Money: where it goes, when, and whether what a person typed agrees with what is summed (R-FIN-1…5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from munprog.diagnostics import KeyPath, Severity
from munprog.model.finance import TOTAL, ZERO, Estimate, Finance, FinanceRow, Source
from munprog.model.finance_tree import counted_rows, key_of, paid_activities
from munprog.model.numbers import Value, format_number
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import of_period


def money_without_mark(case: Case) -> Iterator[Fault]:
    activities = {one.id: one for one in case.program.activities}
    for row in case.program.finance.rows if case.program.finance else ():
        activity = activities.get(row.activity)
        if activity and not activity.financed:
            yield Fault(
                (*row.path, "activity"),
                f"Деньги даны мероприятию «{activity.title}», которое в плане не отмечено как финансируемое",
                "Поставьте у мероприятия financed: true или уберите строку.",
                related=(((*activity.path, "id"), "мероприятие в плане"),),
            )


def mark_without_money(case: Case) -> Iterator[Fault]:
    if case.program.finance is None or not case.dangling.isdisjoint(("activity", "section", "task", "subprogram")):
        return
    paid = paid_activities(case.program)
    for activity in case.program.activities:
        if activity.financed and activity.id not in paid:
            yield Fault(
                (*activity.path, "financed"),
                f"Мероприятие «{activity.title}» отмечено как финансируемое, но денег на него не дано",
                f"Добавьте в finance.yaml строку с activity: {activity.id} или уберите отметку.",
            )


def period_outside_term(case: Case) -> Iterator[Fault]:
    for row in case.program.finance.rows if case.program.finance and case.periods else ():
        for source, amounts in row.amounts.items():
            for period in amounts:
                if period not in (*case.periods, TOTAL):
                    yield Fault(
                        (*row.path, "amounts", source, period),
                        f"Сумма за {of_period(period)} стоит вне срока программы ({case.term.printed})",
                        "Исправьте год или срок программы в program.yaml.",
                        key=True,
                    )
    estimate = case.program.finance.estimate if case.program.finance else None
    if estimate and case.periods and case.days and not case.days[0].year <= estimate.year <= case.days[1].year:
        yield Fault(
            (*estimate.path, "year"),
            f"Смета составлена на {estimate.year} год – вне срока программы ({case.term.printed})",
            "Исправьте год сметы или срок программы в program.yaml.",
        )


def row_twice(case: Case) -> Iterator[Fault]:
    seen: dict[tuple[str, str], KeyPath] = {}
    for row in case.program.finance.rows if case.program.finance else ():
        level, id = key = key_of(row)
        place = (*row.path, {"program": "whole", "row": "id"}.get(level, level))
        if key in seen and level != "row":  # rows with the same id have a finding of their own
            yield Fault(
                place,
                f"{_WHOM[level].format(id)} деньги даны дважды",
                "Сложите суммы в одной строке: иначе они попадут в итог два раза.",
                related=((seen[key], "первая строка"),),
            )
        seen.setdefault(key, place)


def part_exceeds_whole(case: Case) -> Iterator[Fault]:
    """«В том числе» is a part of its source and cannot be more."""
    money = case.program.finance
    if money is None or "source" in case.dangling:
        return
    for row in money.rows:
        for source in money.sources:
            yield from _parts(row, source)


def total_differs(case: Case) -> Iterator[Fault]:
    money = case.program.finance
    if money is None or case.program.plan is None or "source" in case.dangling or any(period_outside_term(case)):
        return
    for row in money.rows:
        if row.activity and row.parts:
            yield from _totals(case, money, (row,), row.totals, (*row.path, "totals"))
    yield from _totals(case, money, counted_rows(case.program), money.totals, ("finance", "totals"))


def estimate_differs(case: Case) -> Iterator[Fault]:
    """The estimate of a year pays for what table 3 gives the activity in that year."""
    money = case.program.finance
    if money is None or money.estimate is None or not case.dangling.isdisjoint(("activity", "source")):
        return
    estimate, year = money.estimate, str(money.estimate.year)
    if case.periods and year not in case.periods:
        return
    differing = _differing(money, estimate, year)
    if not differing:
        return
    estimated = {row.activity for row in estimate.rows}
    meant = next((one for one in case.periods if not _differing(money, estimate, one)), "")
    if meant or (len(estimated) > 1 and estimated <= differing.keys()):
        yield Fault(
            (*estimate.path, "year"),
            f"Смета на {year} год расходится с таблицей финансирования на этот год",
            f"Её суммы – за {meant} год: исправьте year." if meant else "Проверьте год сметы и единицу её сумм.",
        )
        return
    for activity, (spent, planned) in differing.items():
        title = next((one.title for one in case.program.activities if one.id == activity), activity)
        yield _difference_of(activity, title, spent, planned, money, estimate)


_WHOM: Mapping[str, str] = {
    "activity": "Мероприятию «{}»",
    "section": "Разделу плана «{}»",
    "task": "Задаче «{}»",
    "subprogram": "Подпрограмме «{}»",
    "program": "Программе в целом",
}
"""Level of an object → how a message names who gets the money."""


def _differing(money: Finance, estimate: Estimate, year: str) -> dict[str, tuple[Decimal, Decimal]]:
    """Activity → its money by the estimate and by the table of that year, where the two differ."""
    rows = [row for row in money.rows if row.activity]
    times = Counter(row.activity for row in rows)
    planned = {row.activity: money.amount((row,), (year,)) for row in rows}
    spent: dict[str, Decimal] = {}
    for row in estimate.rows:
        spent[row.activity] = spent.get(row.activity, ZERO) + row.total(money.summed).amount
    both = {one: (spent.get(one, ZERO), planned.get(one, ZERO)) for one in (*spent, *planned) if times[one] < 2}
    return {activity: amounts for activity, amounts in both.items() if amounts[0] != amounts[1]}


def _difference_of(
    activity: str, title: str, spent: Decimal, planned: Decimal, money: Finance, estimate: Estimate
) -> Fault:
    row = next((row for row in estimate.rows if row.activity == activity), None)
    if row is None:
        return Fault(
            (*next(row.path for row in money.rows if row.activity == activity), "activity"),
            f"В смете на {estimate.year} год нет мероприятия «{title}», хотя деньги на него даны",
            "Добавьте строку в estimate.rows.",
        )
    return Fault(
        (*row.path, "activity"),
        f"Смета на {estimate.year} год даёт мероприятию «{title}» {money.printed(spent)} {money.unit}, "
        f"а таблица финансирования – {money.printed(planned)}",
        f"Разница {_difference(spent, planned)}: приведите суммы в соответствие.",
        related=tuple(((*one.path, "activity"), "в таблице") for one in money.rows if one.activity == activity),
    )


def _parts(row: FinanceRow, source: Source) -> Iterator[Fault]:
    whole = row.amounts.get(source.id, {})
    for part in source.including:
        for period, figure in row.amounts.get(part.id, {}).items():
            amount, limit = figure.amount, whole[period].amount if period in whole else ZERO
            if amount > limit:
                yield Fault(
                    (*row.path, "amounts", part.id, period),
                    f"«В том числе» больше целого: «{part.title}» – {format_number(amount)}, "
                    f"а весь источник «{source.title}» – {format_number(limit)}",
                    f"Проверьте обе суммы за {of_period(period)}.",
                )
        yield from _parts(row, part)
    for period, figure in whole.items() if len(source.including) > 1 else ():
        parts = [row.amounts.get(part.id, {}).get(period) for part in source.including]
        added = sum((one.amount for one in parts if one), ZERO)
        if added > figure.amount and not any(one.amount > figure.amount for one in parts if one):
            yield Fault(
                (*row.path, "amounts", source.id, period),
                f"Части «в том числе» вместе больше целого: {format_number(added)} из {format_number(figure.amount)}",
                f"Проверьте суммы источника «{source.title}» и его частей за {of_period(period)}.",
            )


def _totals(
    case: Case, money: Finance, rows: tuple[FinanceRow, ...], given: Mapping[str, Value], path: KeyPath
) -> Iterator[Fault]:
    for period, figure in given.items():
        typed = figure.number
        if typed is None or (period == TOTAL and not case.periods):
            continue
        computed = money.amount(rows, case.periods if period == TOTAL else (period,))
        if typed != computed and not _is_rounding(money, typed, computed):
            yield Fault(
                (*path, period),
                f"Итог {'за все годы' if period == TOTAL else f'за {of_period(period)}'}, указанный вручную, "
                f"расходится с суммой: {format_number(typed, grouped=True)} против "
                f"{format_number(computed, grouped=True)}",
                f"Разница {_difference(typed, computed)}. Печатается указанный итог; уберите его, и он посчитается.",
            )


def _is_rounding(money: Finance, typed: Decimal, computed: Decimal) -> bool:
    """Whether a total is the exact one in the decimals that the section prints."""
    return money.decimals is not None and typed == computed.quantize(Decimal(1).scaleb(-money.decimals), ROUND_HALF_UP)


def _difference(one: Decimal, other: Decimal) -> str:
    return format_number(abs(one - other), grouped=True)


_TABLE = "МР-2023, табл. 3"
_NEEDS = ("finance", "plan")

RULES = (
    Rule("FIN001", "money-without-mark", Severity.ERROR, money_without_mark, "R-FIN-4", _TABLE, ("II.27",), _NEEDS),
    Rule("FIN002", "mark-without-money", Severity.ERROR, mark_without_money, "R-FIN-4", _TABLE, ("II.27",), _NEEDS),
    Rule("FIN003", "money-outside-term", Severity.ERROR, period_outside_term, "R-FIN-4", _TABLE, (), ("finance",)),
    Rule("FIN004", "money-twice", Severity.ERROR, row_twice, "R-FIN-1", _TABLE, (), ("finance",)),
    Rule("FIN005", "part-exceeds-whole", Severity.ERROR, part_exceeds_whole, "R-FIN-2", _TABLE, (), ("finance",)),
    Rule("FIN006", "total-differs", Severity.WARNING, total_differs, "R-FIN-3", _TABLE, ("II.27",), _NEEDS),
    Rule("FIN007", "estimate-differs", Severity.ERROR, estimate_differs, "R-FIN-5", _TABLE, ("II.27",), _NEEDS),
)
