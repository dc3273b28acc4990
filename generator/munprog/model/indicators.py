"""indicators.yaml: показатель (`Indicator`) made concrete by индикаторы (`Measure`), МР-2023 table 2."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from munprog.model.item import Item
from munprog.model.numbers import NBSP, Value, as_written, format_number
from munprog.model.periods import by_period


class Base(Item):
    """The actual value before the programme: a value, or a ratio of two numbers of `counted` things («чел.»)."""

    year: int | None = None
    value: Value | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    counted: str = ""

    @property
    def ratio(self) -> str:
        """«20 чел. из 140», empty where the two numbers are not given."""
        if self.numerator is None or self.denominator is None:
            return ""
        part = f"{as_written(self.numerator)} {self.counted}".rstrip()
        return f"{part} из {as_written(self.denominator)}"

    @property
    def printed(self) -> str:
        """«14,3 (20 из 140)», as it stands in the cell of a table."""
        if self.value and self.ratio:
            return f"{self.value.text} ({self.ratio})"
        return self.value.text if self.value else self.ratio

    @property
    def sentence(self) -> str:
        """«2019 г. – 20 чел. из 140 – 14,3 %», as it stands behind a clause."""
        year = f"{self.year}{NBSP}г." if self.year else ""
        return " – ".join(part for part in (year, self.ratio, self.value.text if self.value else "") if part)


class Target(Item):
    """A single final value instead of one for each year: `value` by the end of the period or the day `by`."""

    shorthand = "value"
    value: Value | None = None
    by: str = ""

    @property
    def printed(self) -> str:
        """«не менее 80 % к 2024 году»."""
        return " ".join(part for part in (self.value.text if self.value else "", by_period(self.by)) if part)


class Total(Item):
    """The column «всего» of a measure: what it means, and the figure where it is given by hand."""

    shorthand = "kind"
    kind: str
    value: Value | None = None


class Measure(Item):
    """An индикатор: what is measured, in which unit, whence, and the value wanted in each period or at the end.

    `clause` says it as a clause of a text does («не менее 80 % школ приняли участие …»).
    """

    id: str
    title: str
    kind: str
    direction: str = ""
    source: str = ""
    period: str = ""
    values: Mapping[str, Value]
    target: Target | None = None
    total: Total | None = None
    unit: str = ""
    accumulation: str = ""
    base: Base | None = None
    clause: str = ""

    @property
    def sentence(self) -> str:
        """The measure as a clause of a text says it: as given, or its title with the value to be reached."""
        target = self.target.printed if self.target else ""
        return self.clause or (f"{self.title} – {target}" if target else self.title)

    @property
    def total_printed(self) -> str:
        """The total as given or computed from the values; empty where there is none to compute."""
        total = self.total
        if total is None:
            return ""
        if total.value:
            return total.value.text
        numbers = [one.number for _, one in sorted(self.values.items()) if one.number is not None]
        if not numbers or len(numbers) < len(self.values):
            return self._last_text if total.kind == "последнее" else ""
        if total.kind == "сумма":
            return format_number(sum(numbers, Decimal(0)))
        return format_number(numbers[-1]) if total.kind == "последнее" else self._multiple(numbers[-1])

    @property
    def _last_text(self) -> str:
        return self.values[max(self.values)].text if self.values else ""

    def _multiple(self, last: Decimal) -> str:
        base = self.base.value.number if self.base and self.base.value else None
        return f"в {format_number(last / base, decimals=1)} раза" if base else ""


class Indicator(Item):
    """A показатель under a task or a direction, measured at one level or several."""

    id: str
    title: str
    measures: tuple[Measure, ...]
    criterion: str = ""
    task: str = ""
    direction: str = ""
    level: tuple[str, ...] = ()
    number: str = ""


class Indicators(Item):
    """The whole of indicators.yaml."""

    indicators: tuple[Indicator, ...]
