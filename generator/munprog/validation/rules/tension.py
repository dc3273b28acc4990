"""Whether the steps of a target are in proportion, and the years of an axis follow each other (R-IND-4, R-IND-7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.finance import TOTAL
from munprog.model.numbers import format_number
from munprog.model.plan import Activity
from munprog.validation.parameters import Parameter
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.indicators import asks_each_year
from munprog.validation.rules.targets import course
from munprog.validation.words import joined, of_period

JUMP = Parameter("jump", Decimal(10), "во сколько раз шаг года может превышать прочие шаги", "раз", 2)


def jump(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        points = course(case, measure)
        steps = [other.number - one.number for one, other in pairwise(points)]
        if len(steps) < 3 or min(steps) < 0 < max(steps):
            continue
        sizes = [abs(step) for step in steps]
        most = max(sizes)
        rest = max(sizes[: sizes.index(most)] + sizes[sizes.index(most) + 1 :])
        if 0 < rest * case.setting(JUMP) < most:
            one, other = points[sizes.index(most)], points[sizes.index(most) + 1]
            yield Fault(
                other.path,
                f"Значение индикатора «{measure.title}» меняется за год сразу на {format_number(most)} – "
                f"с {one.text} до {other.text}, а в прочие годы не больше чем на {format_number(rest)}",
                "Проверьте, нет ли лишней цифры; если скачок задуман, объясните его в программе.",
                related=((one.path, "предыдущее значение"),),
            )


def measure_years(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        each = asks_each_year(case.profile)
        yield from _broken(case, (*measure.path, "values"), measure.values, gaps=not each)


def result_years(case: Case) -> Iterator[Fault]:
    for result in case.program.goals.results if case.program.goals else ():
        yield from _broken(case, (*result.path, "values"), result.values)


def result_outside_term(case: Case) -> Iterator[Fault]:
    for result in case.program.goals.results if case.program.goals and case.periods else ():
        for period in result.values:
            if period not in case.periods:
                yield Fault(
                    (*result.path, "values", period),
                    f"У результата «{result.text}» значение за {of_period(period)} – "
                    f"вне срока программы ({case.term.printed})",
                    "Исправьте год или срок программы в program.yaml.",
                    key=True,
                )


def realisation_years(case: Case) -> Iterator[Fault]:
    for activity in case.program.activities:
        if isinstance(activity.realisation, Mapping):
            runs = [year for year in _missing(activity.realisation) if covers(case, activity, year)]
            yield from _broken(case, (*activity.path, "realisation"), activity.realisation, gaps=bool(runs))


def money_years(case: Case) -> Iterator[Fault]:
    """A year left out between two others, in a table that writes zero where there is no money."""
    money = case.program.finance
    if money is None:
        return
    activities = {one.id: one for one in case.program.activities}
    zeros = any(
        amount.number == 0 for row in money.rows for amounts in row.amounts.values() for amount in amounts.values()
    )
    for row in money.rows:
        activity = activities.get(row.activity)
        for source, given in row.amounts.items():
            amounts = {period: figure for period, figure in given.items() if period != TOTAL}
            runs = activity is None or all(covers(case, activity, year) for year in _missing(amounts))
            yield from _broken(case, (*row.path, "amounts", source), amounts, gaps=zeros and runs)


def analysed_years(case: Case) -> Iterator[Fault]:
    """The years of a table of results; one row alone may lack a year: a small school has no graduates in it."""
    results = case.program.analysis.results if case.program.analysis else None
    for table in results.tables if results else ():
        if gap := _missing(table.years):
            yield Fault(
                (*table.path, "rows"),
                f"В таблице «{table.title}» {_left_out(gap)}",
                "Добавьте значения или прочерк «–» и напишите в тексте, почему данных нет.",
                key=True,
            )


def covers(case: Case, activity: Activity, year: int) -> bool:
    """Whether an activity may run in a year: what recurs, or names no year, runs in every one."""
    moments = (*activity.when, *(one for listed in activity.calendar.values() for one in listed))
    return not moments or any(
        one.first is None or one.last is None or ((one.deadline or one.first.year <= year) and year <= one.last.year)
        for one in map(case.term.dated, moments)
    )


def _broken(case: Case, path: KeyPath, values: Mapping[str, object], *, gaps: bool = True) -> Iterator[Fault]:
    """What is wrong with the years of one mapping: the first of them that is out of order, else those left out.

    A year outside the term has its own finding, and is most often the one that is missing.
    """
    if not values or (case.periods and not set(values) <= set(case.periods)):
        return
    written = _as_written(case, path, values)
    back = next((other for one, other in pairwise(written) if other < one), "")
    if back:
        yield Fault(
            (*path, back),
            f"Годы стоят не по порядку: {joined(written)}",
            "Проверьте, не перепутаны ли годы, и поставьте их по возрастанию.",
            key=True,
        )
    elif gaps and (missing := _missing(values)):
        yield Fault(
            path,
            f"Между {joined(values)} {_left_out(missing)}",
            "Добавьте значение; если его нет, поставьте 0 или прочерк «–».",
            key=True,
        )


def _as_written(case: Case, path: KeyPath, values: Mapping[str, object]) -> list[str]:
    """The keys in the order of the file: the model puts years in theirs."""
    data: Any = case.data.get(str(path[0]), {})
    for key in path[1:]:
        data = data[key]
    return [key for key in data if key in values]


def _missing(periods: Iterable[str]) -> list[int]:
    years = sorted(int(one[:4]) for one in periods)
    return [year for one, other in pairwise(years) for year in range(one + 1, other)]


def _left_out(years: list[int]) -> str:
    return f"пропущен {years[0]} год" if len(years) == 1 else f"пропущены {joined(map(str, years))} годы"


_MR = "МР-2023, §1.2"
_TABLE_2, _TABLE_3 = "МР-2023, табл. 2", "МР-2023, табл. 3"
_IND = ("indicators",)

RULES = (
    Rule("ANA008", "analysed-year-missing", Severity.WARNING, analysed_years, "R-ANA-4", _MR, ("II.8",), ("analysis",)),
    Rule("GOA011", "result-outside-term", Severity.ERROR, result_outside_term, "R-RES-1", _MR, ("II.21",), ("goals",)),
    Rule("GOA012", "result-years", Severity.WARNING, result_years, "R-RES-1", _MR, ("II.21",), ("goals",)),
    Rule(
        "IND014",
        "target-jump",
        Severity.WARNING,
        jump,
        "R-IND-5, R-IND-7",
        _TABLE_2,
        ("I.4", "II.15"),
        _IND,
        (JUMP,),
    ),
    Rule("IND017", "value-years", Severity.WARNING, measure_years, "R-IND-4", _TABLE_2, ("II.21",), _IND),
    Rule("PLA011", "realisation-years", Severity.WARNING, realisation_years, "R-PLA-6", _MR, ("II.22",), ("plan",)),
    Rule("FIN012", "money-years", Severity.WARNING, money_years, "R-FIN-1", _TABLE_3, ("II.27",), ("finance",)),
)
