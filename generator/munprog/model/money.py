"""Amounts of money as they are printed: the unit, the decimals, thousands apart or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal

from munprog.model.numbers import Value, format_number, plural

UNITS: Mapping[str, int] = {
    "руб.": 0,
    "рублей": 0,
    "тыс. руб.": 3,
    "тыс. рублей": 3,
    "млн руб.": 6,
    "млн рублей": 6,
    "млрд руб.": 9,
    "млрд рублей": 9,
}
"""Unit as it is written → the power of ten that it holds of roubles."""

_WIDE = Context(prec=100)


@dataclass(frozen=True, slots=True)
class MoneyForm:
    """How amounts in the unit `given` are printed in the unit `unit`.

    `decimals` fixes the digits after the comma; None keeps those that were typed, or that the change of unit leaves.
    """

    given: str
    unit: str
    decimals: int | None = None
    grouped: bool = True

    def converted(self, amount: Decimal) -> Decimal:
        """The same money in the printed unit, exactly."""
        return amount.scaleb(UNITS[self.given] - UNITS[self.unit], _WIDE)

    def printed(self, amount: Value | Decimal) -> str:
        """The figure of a table; «–» and an empty cell stay what they are."""
        if isinstance(amount, Value):
            if amount.number is None:
                return amount.text
            amount = amount.number
        return format_number(self.converted(amount), decimals=self.decimals, grouped=self.grouped)

    def in_sentence(self, amount: Value | Decimal) -> str:
        """The figure with its unit: «1 рубль», «2,5 рубля», «1 234,5 тыс. рублей», «5 руб.»."""
        text = self.printed(amount)
        number = amount.number if isinstance(amount, Value) else amount
        return text if number is None else f"{text} {self._unit_of(number, text)}"

    def _unit_of(self, number: Decimal, text: str) -> str:
        if self.unit != "рублей":
            return self.unit
        return "рубля" if "," in text else plural(self.converted(number), "рубль", "рубля", "рублей")
