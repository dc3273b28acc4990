"""Numbers as people write them: read exactly, printed in the Russian form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

_WRITTEN = re.compile(r"[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[-−]?\d+(?:[.,]\d+)?")
_SPACES = str.maketrans({" ": None, NBSP: None, "\u202f": None, ",": ".", MINUS: "-"})
_WIDE = Context(prec=100)
"""Room for every digit that the reader lets through: the usual 28 are not enough for a long number and its decimals."""


_LONGEST = 80
"""Letters of the longest text that is taken for a number: beyond it nothing could be summed exactly."""


def parse_number(written: object) -> Decimal | None:
    """Return the exact value of a number as written (`70.5`, `70,5`, `1 234,5`), None for anything else."""
    if isinstance(written, bool) or written is None:
        return None
    if isinstance(written, int | Decimal):
        return Decimal(written)
    text = str(written).strip()
    return Decimal(text.translate(_SPACES)) if len(text) <= _LONGEST and _WRITTEN.fullmatch(text) else None


def format_number(value: Decimal, *, decimals: int | None = None, grouped: bool = False) -> str:
    """Print a number with a decimal comma.

    `decimals` fixes the number of digits after the comma, a half rounding up; None keeps those of the value.
    `grouped` parts thousands by a non-breaking space.
    """
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    text = format(value, ",f" if grouped else "f")
    return text.replace(",", NBSP).replace(".", ",").replace("-", MINUS)


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum without rounding, with as many decimals as the finest of the numbers."""
    total = Decimal(0)
    for one in numbers:
        total = _WIDE.add(total, one)
    return total


def plural(number: Decimal, one: str, few: str, many: str) -> str:
    """The form of a noun that a number asks for: 1 рубль, 2 рубля, 5 рублей; a fraction asks for «рубля»."""
    if number != number.to_integral_value(context=_WIDE):
        return few
    hundred = int(abs(number) % 100)
    if 11 <= hundred <= 14:
        return many
    return {1: one, 2: few, 3: few, 4: few}.get(hundred % 10, many)


def as_written(value: object) -> str:
    """Print a scalar of the source as its author wrote it, with a decimal comma for numbers."""
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, bool):
        return "да" if value else "нет"
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a table: the text to print and, where it is a number, its exact value.

    «0», «0,0», «–» and an empty cell are four different values: only the first two are numbers.
    """

    text: str
    number: Decimal | None

    @classmethod
    def of(cls, written: object) -> Value:
        return cls(as_written(written), parse_number(written))

    @classmethod
    def total(cls, values: Iterable[Value]) -> Value:
        """The exact sum; where nothing is a number, the sign that stands in their place («–», empty), else 0."""
        found = tuple(values)
        numbers = [one.number for one in found if one.number is not None]
        return cls.of(exact_sum(numbers)) if numbers or not found else found[0]

    @property
    def amount(self) -> Decimal:
        """What the figure adds to a sum."""
        return Decimal(0) if self.number is None else self.number
