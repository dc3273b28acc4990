"""Values of measures: whether they are numbers, agree with each other and move as wanted (R-IND-5, R-IND-7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from munprog.diagnostics import KeyPath, Severity
from munprog.model.indicators import Measure
from munprog.model.meaning import meaning_of
from munprog.model.numbers import Value, as_written, exact_sum, format_number
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.indicators import HUNDRED, IN_WORDS, is_beyond_whole, value_outside_term, values_of
from munprog.validation.rules.scale import out_of_scale
from munprog.validation.words import of_period

_MOVING = ("рост", "снижение")
_LASTING = ("на дату", "нарастающим итогом")
"""What is reached stays reached; the figure of a period may go up and down."""

_ONE = r"[-−]?\d[\d \u00a0\u202f]*(?:[.,]\d+)?"
_BOUND = r"(?:(?:не (?:менее|более|ниже|выше|реже)|более|менее|выше|ниже|свыше|около|от|до)\s+)?"
_NO_FIGURE = re.compile("[–—-]|_+")
"""A dash where there are no data, a blank for hand filling."""
_PROPORTION = re.compile(rf"{_ONE}\s*(?::|к)\s*{_ONE}")
_WITH_UNIT = re.compile(rf"(?P<number>{_BOUND}{_ONE})[^\d.,]+", re.IGNORECASE)


class Point(NamedTuple):
    """One number of a measure; the base has no period."""

    period: str
    number: Decimal
    text: str
    path: KeyPath


def value_in_words(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        for path, value in values_of(measure) if measure.kind not in IN_WORDS else ():
            if value.number is None and not is_figure(measure, value):
                yield Fault(
                    path,
                    f"У индикатора «{measure.title}» вида «{measure.kind}» значение – не число: «{value.text}»",
                    _as_number(value.text.strip()),
                )


def base_differs(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        base = measure.base
        if base is None or base.numerator is None or base.denominator is None:
            continue
        if base.denominator == 0:
            yield Fault(
                (*base.path, "denominator"),
                f"Знаменатель исходного значения индикатора «{measure.title}» – ноль",
                "Впишите, сколько единиц всего, или оставьте одно значение (value).",
            )
        elif base.value and (ratio := _ratio_instead(measure)):
            yield Fault(
                (*base.path, "value"),
                f"У индикатора «{measure.title}» исходное значение {base.value.text} "
                "расходится с числителем и знаменателем: "
                f"{as_written(base.numerator)} из {as_written(base.denominator)} – это {ratio}",
                "Поправьте значение или числа, из которых оно получено.",
                related=(((*base.path, "numerator"), "числитель"),),
            )


def target_backwards(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        steps = [pair for pair in pairwise(course(case, measure)) if pair[0].number != pair[1].number]
        back = [(one, other) for one, other in steps if (one.number < other.number) is (measure.direction != "рост")]
        if len(back) > 1 and back == steps:
            yield Fault(
                (*measure.path, "direction"),
                f"Все значения индикатора «{measure.title}» движутся в обратную сторону: указано «{measure.direction}»",
                "Поправьте direction или значения.",
            )
            continue
        for one, other in back:
            yield Fault(
                other.path,
                f"У индикатора «{measure.title}» значение за {of_period(other.period)} ({other.text}) "
                f"хуже предыдущего ({one.text}), а желаемое изменение – {measure.direction}",
                "Поправьте одно из двух значений или direction.",
                related=((one.path, "предыдущее значение"),),
            )


def target_still(case: Case) -> Iterator[Fault]:
    """The best that can be is no lack of tension: there is nothing left but to keep it."""
    for measure in case.program.measures:
        points = course(case, measure)
        if len(points) < 2 or points[0].period or len({one.number for one in points}) > 1:
            continue
        base = points[0]
        if base.number != _best(measure):
            yield Fault(
                (*measure.path, "values"),
                f"Значения индикатора «{measure.title}» все годы равны исходному: {base.text}",
                "Поставьте цель, к которой нужно прийти; если уровень важно удержать, укажите direction: сохранение.",
                key=True,
                related=((base.path, "исходное значение"),),
            )


def total_differs(case: Case) -> Iterator[Fault]:
    """A total that a person typed against the values; it is printed as typed."""
    for measure in case.program.measures:
        total = measure.total
        typed = total.value.number if total and total.value else None
        numbers = [one.number for _, one in sorted(measure.values.items()) if one.number is not None]
        if total is None or typed is None or len(numbers) < len(measure.values) or not numbers:
            continue
        wanted = {"сумма": exact_sum(numbers), "последнее": numbers[-1]}.get(total.kind)
        if wanted is not None and typed != wanted and not any(value_outside_term(case)):
            word = "сумма его значений" if total.kind == "сумма" else "значение последнего года"
            yield Fault(
                (*total.path, "value"),
                f"Итог индикатора «{measure.title}» – {format_number(typed)}, а {word} – {format_number(wanted)}",
                f"Разница {format_number(abs(typed - wanted))}. Печатается указанный итог; "
                "уберите его, и он посчитается.",
            )


def _best(measure: Measure) -> Decimal | None:
    """What cannot be bettered; None where there is no such number."""
    if measure.direction == "снижение":
        return Decimal(0)
    return HUNDRED if measure.unit == "%" else None


def is_figure(measure: Measure, value: Value) -> bool:
    """A unit stands in one place: with the measure or, where it has none, behind the number."""
    meaning, text = meaning_of(value), value.text.strip()
    if meaning:
        return meaning.times or not (meaning.unit and measure.unit)
    return bool(_NO_FIGURE.fullmatch(text) or (measure.kind == "отношение" and _PROPORTION.fullmatch(text)))


def _as_number(text: str) -> str:
    found = _WITH_UNIT.fullmatch(text)
    if found:
        return f"Оставьте «{found['number'].strip()}»: единица измерения пишется отдельно, в unit."
    return "Впишите число, а если данных нет – «–». Значения словами бывают у индикаторов вида «качественный»."


def _ratio_instead(measure: Measure) -> str:
    """What numerator and denominator come to, where the base value is no rounding of it.

    A share out of its bounds has a finding already. A number that is no percentage may be per ten, hundred or thousand.
    """
    base = measure.base
    given = base.value.number if base and base.value else None
    if base is None or given is None or base.numerator is None or not base.denominator:
        return ""
    if measure.kind not in ("доля", "отношение", "балл") or is_beyond_whole(measure, given):
        return ""
    decimals = max(-int(given.as_tuple().exponent), 0)
    scales = (100,) if measure.unit == "%" else (1, 10, 100, 1000)
    exact = [base.numerator / base.denominator * scale for scale in scales]
    if any(abs(one - given) <= Decimal(5).scaleb(-decimals - 1) for one in exact):
        return ""
    return format_number(exact[0], decimals=decimals)


def course(case: Case, measure: Measure) -> list[Point]:
    """The numbers of a measure in order of time, where each is to be no worse than the one before.

    Nothing where one of them is wrong by itself: it has its finding.
    """
    if measure.direction not in _MOVING or measure.accumulation not in _LASTING:
        return []
    if _ratio_instead(measure) or out_of_scale(measure):
        return []
    points = [
        Point("" if path[-1] == "value" else str(path[-1]), value.number, value.text, path)
        for path, value in values_of(measure)
        if value.number is not None
    ]
    if any(is_beyond_whole(measure, one.number) for one in points):
        return []
    return [one for one in points if not one.period or not case.periods or one.period in case.periods]


_TABLE = "МР-2023, табл. 2"
_NEEDS = ("indicators",)

RULES = (
    Rule("IND007", "value-in-words", Severity.ERROR, value_in_words, "R-IND-5", _TABLE, ("II.18",), _NEEDS),
    Rule("IND008", "base-differs", Severity.ERROR, base_differs, "R-ANA-7, R-IND-5", _TABLE, ("I.2",), _NEEDS),
    Rule("IND009", "target-backwards", Severity.ERROR, target_backwards, "R-IND-5", _TABLE, ("II.21",), _NEEDS),
    Rule("IND010", "target-still", Severity.WARNING, target_still, "R-IND-7", _TABLE, ("II.24",), _NEEDS),
    Rule("IND020", "measure-total-differs", Severity.WARNING, total_differs, "R-IND-4", _TABLE, ("II.21",), _NEEDS),
)
