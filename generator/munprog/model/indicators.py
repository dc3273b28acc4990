"""indicators.yaml: показатель (`Indicator`) made concrete by индикаторы (`Measure`), МР-2023 table 2."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from munprog.model.item import Item
from munprog.model.numbers import Value, as_written


class Base(Item):
    """The actual value before the programme: a value, or a ratio of two numbers."""

    year: int | None = None
    value: Value | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def printed(self) -> str:
        ratio = (
            f"{as_written(self.numerator)} из {as_written(self.denominator)}"
            if self.numerator is not None and self.denominator is not None
            else ""
        )
        if self.value and ratio:
            return f"{self.value.text} ({ratio})"
        return self.value.text if self.value else ratio


class Measure(Item):
    """An индикатор: what is measured, in which unit, whence, and the value wanted in each period."""

    id: str
    title: str
    kind: str
    direction: str
    source: str
    period: str
    values: Mapping[str, Value]
    unit: str = ""
    accumulation: str = ""
    base: Base | None = None


class Indicator(Item):
    """A показатель under a task or a direction."""

    id: str
    title: str
    measures: tuple[Measure, ...]
    criterion: str = ""
    task: str = ""
    direction: str = ""
    level: str = ""
    number: str = ""


class Indicators(Item):
    """The whole of indicators.yaml."""

    indicators: tuple[Indicator, ...]
