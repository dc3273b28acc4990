"""What a value as written comes to, for rules to compare: its bound, its number, whether it is a multiple."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from munprog.model.numbers import Value, parse_number

_NUMBER = r"[-−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?"
_BOUNDS: Mapping[str, str] = {
    "не менее": "≥", "не ниже": "≥", "не реже": "≥", "от": "≥", "минимум": "≥",
    "не более": "≤", "не выше": "≤", "не чаще": "≤", "до": "≤", "максимум": "≤",
    "более": ">", "выше": ">", "свыше": ">", "больше": ">",
    "менее": "<", "ниже": "<", "меньше": "<",
    "около": "≈", "примерно": "≈",
}  # fmt: skip
_WORDS = "|".join(sorted(_BOUNDS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?:(?P<bound>{_WORDS})(?:,? чем)? )?(?P<times>в )?(?P<number>{_NUMBER})"
    rf"(?:-(?:х|ми|го|й|и|ти))?(?:(?: ?[–—] ?| до |-)(?P<upper>{_NUMBER}))?(?: ?(?P<unit>[^\d]*))?",
    re.IGNORECASE,
)
_TIMES = re.compile(r"раза?(?: .*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """`bound` is one of = ≥ ≤ > < ≈; `upper` ends a range; `times` marks «в N раз» – a multiple of the base.

    `unit` is what stands after the number: «%», «раза», «школ».
    """

    bound: str
    number: Decimal
    upper: Decimal | None = None
    times: bool = False
    unit: str = ""


def meaning_of(value: Value) -> Meaning | None:
    """None for words, dashes and blanks: «положение утверждено», «–»."""
    if value.number is not None:
        return Meaning("=", value.number)
    found = _WRITTEN.fullmatch(" ".join(value.text.split()).rstrip(".;"))
    number = parse_number(found["number"]) if found else None
    if found is None or number is None:
        return None
    unit, times = found["unit"] or "", bool(found["times"])
    if times is not bool(_TIMES.fullmatch(unit)):
        return None
    upper = parse_number(found["upper"]) if found["upper"] else None
    bound = "=" if upper is not None or not found["bound"] else _BOUNDS[found["bound"].lower()]
    return Meaning(bound, number, upper, times, unit)
