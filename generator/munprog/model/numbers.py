"""Numbers as people write them: read exactly, printed in the Russian form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

_WRITTEN = re.compile(r"[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[-−]?\d+(?:[.,]\d+)?")
_SPACES = str.maketrans({" ": None, NBSP: None, "\u202f": None, ",": ".", MINUS: "-"})
_WIDE = Context(prec=100)
"""Room for every digit that the reader lets through: the usual 28 are not enough for a long number and its decimals."""


def parse_number(written: object) -> Decimal | None:
    """Return the exact value of a number as written (`70.5`, `70,5`, `1 234,5`), None for anything else."""
    if isinstance(written, bool) or written is None:
        return None
    if isinstance(written, int | Decimal):
        return Decimal(written)
    text = str(written).strip()
    return Decimal(text.translate(_SPACES)) if _WRITTEN.fullmatch(text) else None


def format_number(value: Decimal, *, decimals: int | None = None, grouped: bool = False) -> str:
    """Print a number with a decimal comma.

    `decimals` fixes the number of digits after the comma, a half rounding up; None keeps those of the value.
    `grouped` parts thousands by a non-breaking space.
    """
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    text = format(value, ",f" if grouped else "f")
    return text.replace(",", NBSP).replace(".", ",").replace("-", MINUS)


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
