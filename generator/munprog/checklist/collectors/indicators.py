"""Evidence from the measures: base, targets by period, growth, how they are measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from munprog.checklist.facts import Collector, Facts, Piece, share, shown, title_of
from munprog.model.indicators import Measure
from munprog.model.numbers import format_number

_PATH = ("indicators", "indicators")
_EVENT = "событие"
"""Existence of a document is an event with a date: no base, no dynamics."""


class _Course(NamedTuple):
    """A measure from its base to the value of its last period."""

    measure: Measure
    base: Decimal
    target: Decimal
    periods: int

    @property
    def step(self) -> Decimal:
        return (self.target - self.base) / self.periods

    @property
    def relative(self) -> Decimal:
        return abs(self.target - self.base) / abs(self.base) if self.base else Decimal(0)

    @property
    def printed(self) -> str:
        sign = "+" if self.step > 0 else ""
        unit = f" {self.measure.unit}" if self.measure.unit else ""
        step = f"{sign}{format_number(self.step, decimals=1)}"
        return f"{format_number(self.base)} → {format_number(self.target)}{unit}, в среднем {step} за год"


def _base(facts: Facts) -> Iterator[Piece]:
    yield _of_measures(
        facts,
        "Индикаторы, у которых дано исходное (фактическое) значение",
        lambda one: one.base and one.base.printed,
    )


def _final(facts: Facts) -> Iterator[Piece]:
    last = facts.periods[-1] if facts.periods else ""
    yield _of_measures(
        facts,
        f"Индикаторы, у которых есть цель на {last} год" if last else "Индикаторы с целевыми значениями",
        lambda one: one.target or _is_event(one) or (last in one.values if last else one.values),
        events=True,
    )


def _by_period(facts: Facts) -> Iterator[Piece]:
    yield _of_measures(
        facts,
        "Индикаторы, у которых есть значение на каждый год срока",
        lambda one: one.values and all(period in one.values for period in facts.periods),
    )


def _growth(facts: Facts) -> Iterator[Piece]:
    courses = [one for measure in facts.program.measures if (one := _course(measure))]
    moved = {one.measure.id for one in courses if _is_wanted(one)}
    yield share(
        "Индикаторы, у которых путь от исходного значения к цели идёт в нужную сторону",
        [one.measure for one in courses],
        lambda one: one.id in moved,
        _PATH,
        none="Нет индикаторов, у которых исходное значение и цель заданы числами",
    )
    moving = sorted((one for one in courses if one.base and one.base != one.target), key=lambda one: one.relative)
    for words, found in (("Самое большое изменение", moving[-1:]), ("Самое малое изменение", moving[:-1][:1])):
        for one in found:
            yield shown(f"{words}: «{title_of(one.measure)}»", one.measure.path, figure=one.printed)


def _measurement(facts: Facts) -> Iterator[Piece]:
    yield _of_measures(
        facts,
        "Индикаторы, у которых названы источник данных и периодичность измерения",
        lambda one: one.source and one.period,
        events=True,
    )


def _of_measures(facts: Facts, statement: str, good: Callable[[Measure], object], *, events: bool = False) -> Piece:
    found = [one for one in facts.program.measures if events or not _is_event(one)]
    return share(statement, found, good, _PATH, none="Индикаторов в программе нет")


def _is_event(measure: Measure) -> bool:
    return _EVENT in (measure.kind, measure.direction)


def _course(measure: Measure) -> _Course | None:
    figures = [(period, value.number) for period, value in sorted(measure.values.items()) if value.number is not None]
    base = measure.base
    if base is None or base.value is None or base.value.number is None or not figures or measure.kind == _EVENT:
        return None
    return _Course(measure, base.value.number, figures[-1][1], len(figures))


def _is_wanted(one: _Course) -> bool:
    better = {"рост": one.target > one.base, "снижение": one.target < one.base}
    return better.get(one.measure.direction, True) or one.target == one.base


COLLECTORS = {
    "base-values": Collector("исходные значения индикаторов", ("indicators.indicators",), _base),
    "final-targets": Collector("целевые значения индикаторов", ("indicators.indicators", "program.term"), _final),
    "forecast-values": Collector(
        "значения индикаторов по годам", ("indicators.indicators", "program.term"), _by_period
    ),
    "growth": Collector("исходные и целевые значения индикаторов", ("indicators.indicators",), _growth),
    "measurement": Collector("порядок измерения индикаторов", ("indicators.indicators",), _measurement),
}
