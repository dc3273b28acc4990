"""Numbers of a measure against its kind, unit and each other: shares for percents, jumps, years (R-IND-5, R-IND-7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from munprog.diagnostics import KeyPath, Severity
from munprog.model.indicators import Measure
from munprog.model.numbers import Value, format_number
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.indicators import HUNDRED, values_of
from munprog.validation.words import of_period

_ONE = Decimal(1)
_SHARE = re.compile(r"(?:доля|удельный вес|процент)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?:количество|число|численность)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"%|процент|\bдол[яиею]|темп|прирост|\bк (?:уровню|общ)", re.IGNORECASE)


def base_too_late(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        base = measure.base
        aims = [one for one in measure.values if one in case.periods] if case.periods else list(measure.values)
        if base and base.year and aims and base.year > int(min(aims)[:4]):
            yield Fault(
                (*base.path, "year"),
                f"У индикатора «{measure.title}» исходное значение дано за {base.year} год, "
                f"а первая цель – за {of_period(min(aims))}",
                "Исходное значение показывает положение до начала программы: поправьте год.",
            )


def ratio_for_percent(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        odd = out_of_scale(measure)
        if odd:
            path, value, fitting = odd
            yield Fault(
                path,
                f"Значение {value.text} у индикатора «{measure.title}» "
                f"в сто раз отличается от соседних: похоже, доли смешаны с процентами",
                f"Если имелось в виду {format_number(fitting.normalize())}, поправьте значение.",
            )
        elif _is_share_in_percent(measure):
            yield Fault(
                (*measure.path, "values"),
                f"Все значения индикатора «{measure.title}» не больше 1 %: похоже, вместо процентов записаны доли",
                "Запишите их в процентах: 0,45 – это 45 %.",
                key=True,
            )


def out_of_scale(measure: Measure) -> tuple[KeyPath, Value, Decimal] | None:
    """The one value that is a share among percents or a percent among shares, and what it would be among them."""
    points = [(path, value, value.number) for path, value in values_of(measure) if value.number is not None]
    for at, (path, value, number) in enumerate(points):
        others = [other for one, (_, _, other) in enumerate(points) if one != at]
        near = [other for one, (_, _, other) in enumerate(points) if abs(one - at) == 1]
        if len(others) < 2 or number <= 0 or min(others) <= 0 or (path[-1] == "value" and _is_proved(measure)):
            continue
        if number < 1 < min(others):
            fitting = number * HUNDRED
        elif max(others) < 1 < number:
            fitting = number / HUNDRED
        else:
            continue
        if min(near) / 2 <= fitting <= max(near) * 2:
            return path, value, fitting
    return None


def unit_of_another_kind(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        if not measure.unit:
            continue
        if _SHARE.match(measure.title) and measure.kind == "количество" and measure.unit != "%":
            yield _mismatch(measure, "долю", 'Напишите kind: доля и unit: "%" или поправьте название.')
        elif (
            _COUNT.match(measure.title)
            and measure.kind in ("количество", "доля")
            and measure.unit == "%"
            and not _OF_WHOLE.search(measure.title)
        ):
            yield _mismatch(measure, "количество", "Напишите единицу счёта (ед., чел., школы) или «Доля …» в названии.")


def event_in_motion(case: Case) -> Iterator[Fault]:
    """That a document exists is an event with a date: nothing in it grows or falls."""
    for measure in case.program.measures:
        if measure.kind == "качественный" or not measure.direction:
            continue
        if (measure.kind == "событие") is not (measure.direction == "событие"):
            yield Fault(
                (*measure.path, "direction"),
                f"У индикатора «{measure.title}» вид – «{measure.kind}», а желаемое изменение – «{measure.direction}»",
                "Событие не растёт и не снижается: у него direction: событие."
                if measure.kind == "событие"
                else "Укажите, как меняется значение (рост, снижение, сохранение), или kind: событие.",
            )


def _mismatch(measure: Measure, what: str, hint: str) -> Fault:
    return Fault(
        (*measure.path, "unit"),
        f"Индикатор «{measure.title}» по названию показывает {what}, а измеряется в «{measure.unit}»",
        hint,
    )


def _is_share_in_percent(measure: Measure) -> bool:
    """Growing percentages of which none is above one: small shares fall, or are kept, for good reason."""
    numbers = [value.number for _, value in values_of(measure) if value.number is not None]
    if measure.kind != "доля" or measure.unit != "%" or measure.direction != "рост" or _is_proved(measure):
        return False
    return len(numbers) > 1 and min(numbers) >= 0 and _ONE / 20 < max(numbers) <= 1


def _is_proved(measure: Measure) -> bool:
    return measure.base is not None and measure.base.denominator is not None


_TABLE = "МР-2023, табл. 2"
_NEEDS = ("indicators",)

RULES = (
    Rule("IND011", "base-too-late", Severity.ERROR, base_too_late, "R-ANA-7, R-IND-4", _TABLE, ("I.2",), _NEEDS),
    Rule("IND015", "share-for-percent", Severity.WARNING, ratio_for_percent, "R-IND-5", _TABLE, ("II.18",), _NEEDS),
    Rule("IND016", "unit-unlike-title", Severity.WARNING, unit_of_another_kind, "R-IND-5", _TABLE, ("II.18",), _NEEDS),
    Rule("IND019", "event-in-motion", Severity.ERROR, event_in_motion, "R-IND-5", _TABLE, ("II.18",), _NEEDS),
)
