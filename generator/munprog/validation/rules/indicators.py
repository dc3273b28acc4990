"""Indicators and measures: years, units, shares (R-IND-3…5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from munprog.diagnostics import KeyPath, Severity
from munprog.model.indicators import Measure
from munprog.model.meaning import meaning_of
from munprog.model.numbers import Value, format_number
from munprog.model.profile import ColumnLayout, Profile
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import among, joined, of_period, suggestion

HUNDRED = Decimal(100)
IN_WORDS = ("событие", "качественный")
"""Kinds of measures whose values are words, and that need none for each year."""


def indicator_without_owner(case: Case) -> Iterator[Fault]:
    for indicator in case.program.all_indicators:
        if not indicator.task and not indicator.direction:
            yield Fault(
                (*indicator.path, "id"),
                f"Показатель «{indicator.title}» не относится ни к задаче, ни к направлению",
                "Укажите обозначение задачи из goals.yaml (task) или направления из plan.yaml (direction).",
            )


def value_outside_term(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures if case.periods else ():
        for period in _outside(case, measure):
            yield Fault(
                (*measure.path, "values", period),
                f"У индикатора «{measure.title}» значение за {of_period(period)} – "
                f"вне срока программы ({case.term.printed})",
                "Исправьте год или срок программы в program.yaml.",
                key=True,
                related=((("program", "term"), "срок программы"),),
            )


def _outside(case: Case, measure: Measure) -> tuple[str, ...]:
    """Periods of values beyond the term; facts of the years before it belong where a table shows them."""
    shown = any(_over_history(table.columns) for table in case.profile.tables)
    before = case.periods[0] if shown and case.periods else ""
    return tuple(one for one in measure.values if one not in case.periods and not one < before)


def _over_history(columns: Iterable[ColumnLayout]) -> bool:
    return any(one.periods == "history" or _over_history(one.columns) for one in columns)


def value_missing(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures if asks_each_year(case.profile) else ():
        missing = [period for period in case.periods if period not in measure.values]
        if measure.values and missing and not _outside(case, measure) and measure.kind not in IN_WORDS:
            yield Fault(
                (*measure.path, "values"),
                f"У индикатора «{measure.title}» нет значения за {joined(missing)} {_years(missing)}",
                "Дайте промежуточное значение на каждый год срока программы.",
                key=True,
            )


def unknown_unit(case: Case) -> Iterator[Fault]:
    known = case.profile.units
    for measure in case.program.measures if known else ():
        if measure.unit and measure.unit not in known:
            yield Fault(
                (*measure.path, "unit"),
                f"Единица измерения «{measure.unit}» не входит в список профиля {case.profile.id}",
                suggestion(measure.unit, known, f"{among(known)} Список дополняет профиль."),
            )


def share_unit(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        if measure.kind == "доля" and measure.unit != "%" and measure.unit in case.profile.units:
            yield Fault(
                (*measure.path, "unit"),
                f"Доля измеряется в процентах, а здесь «{measure.unit}»",
                'Напишите unit: "%" или укажите другой вид индикатора (kind).',
            )


def share_range(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        values = [(("values", period), value) for period, value in measure.values.items()]
        if measure.base and measure.base.value:
            values.append((("base", "value"), measure.base.value))
        aim = meaning_of(measure.target.value) if measure.target and measure.target.value else None
        if measure.target and aim and not aim.times and is_beyond_whole(measure, aim.number):
            yield _beyond_whole(measure, measure.target.path, format_number(aim.number))
        for keys, value in values:
            if value.number is not None and is_beyond_whole(measure, value.number):
                yield _beyond_whole(measure, (*measure.path, *keys), value.text)


def _beyond_whole(measure: Measure, path: KeyPath, number: str) -> Fault:
    return Fault(
        path,
        f"Доля лежит в пределах от 0 до 100 %, а у индикатора «{measure.title}» – {number} %",
        "Проверьте значение. Если это темп роста или отношение, поменяйте kind.",
    )


def asks_each_year(profile: Profile) -> bool:
    """Whether the profile prints measures with a column for each period of the term."""
    return any(_by_period(column) for table in profile.tables if "measures" in table.rows for column in table.columns)


def _by_period(column: ColumnLayout) -> bool:
    return column.periods == "term" or any(map(_by_period, column.columns))


def values_of(measure: Measure) -> Iterator[tuple[KeyPath, Value]]:
    """The base value and those of the periods in order of time, each with its path."""
    if measure.base and measure.base.value:
        yield (*measure.base.path, "value"), measure.base.value
    for period, value in sorted(measure.values.items()):
        yield (*measure.path, "values", period), value


def is_beyond_whole(measure: Measure, number: Decimal) -> bool:
    return measure.kind == "доля" and measure.unit == "%" and not 0 <= number <= HUNDRED


def _years(periods: list[str]) -> str:
    return "год" if len(periods) == 1 else "годы"


_TABLE = "МР-2023, табл. 2"
_NEEDS = ("indicators",)

RULES = (
    Rule(
        "IND001",
        "indicator-without-task",
        Severity.ERROR,
        indicator_without_owner,
        "R-IND-3",
        _TABLE,
        ("II.18",),
        _NEEDS,
    ),
    Rule("IND002", "unknown-unit", Severity.ERROR, unknown_unit, "R-IND-5", _TABLE, ("II.18",), _NEEDS),
    Rule("IND003", "share-unit", Severity.ERROR, share_unit, "R-IND-5", _TABLE, (), _NEEDS),
    Rule("IND004", "share-out-of-range", Severity.ERROR, share_range, "R-IND-5", _TABLE, (), _NEEDS),
    Rule("IND005", "value-outside-term", Severity.ERROR, value_outside_term, "R-IND-4", _TABLE, ("II.21",), _NEEDS),
    Rule("IND006", "value-missing", Severity.ERROR, value_missing, "R-IND-4", _TABLE, ("II.21",), _NEEDS),
)
