"""Plain scalars by the core schema of YAML 1.2; whatever it does not name is text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Scalar: TypeAlias = bool | int | Decimal | str | None
Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"

STARTERS = frozenset("0123456789+-.~nNtTfF")
"""Any other first character makes a plain scalar text: a cheap test that spares most of them the rest."""

MAX_DIGITS = 40
"""Digits of a number in full: more than any sum or code of accounts has, few enough to calculate with."""

_EXPONENT = 4
_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE](?P<exponent>[-+]?[0-9]+))?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
_SPECIAL = re.compile(
    r"[-+]?(?:\.(?P<inf>inf|Inf|INF)|\.(?P<nan>nan|NaN|NAN)|0x(?P<hex>[0-9a-fA-F]+)|0o(?P<oct>[0-7]+))"
)
_DECIMAL = "Впишите десятичное число или возьмите текст в кавычки: {}."
_NAMES = {
    "inf": ("Бесконечность здесь не число", "Впишите само число или возьмите текст в кавычки: {}."),
    "nan": ("«не число» здесь не значение", "Если значения нет, уберите его или впишите «–»."),
    "hex": (
        "Шестнадцатеричная запись числа не принимается",
        _DECIMAL,
    ),
    "oct": (
        "Восьмеричная запись числа не принимается",
        _DECIMAL,
    ),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a form of number is not accepted, and how to write it."""

    message: str
    hint: str


def resolve(text: str) -> Scalar | Refusal:
    """Return the value of a plain scalar."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    number = _FLOAT.fullmatch(text)
    if number is not None:
        return _number(text, number["exponent"] or "")
    special = _SPECIAL.fullmatch(text)
    if special is None:
        return text
    message, hint = _NAMES[special.lastgroup or ""]
    return Refusal(f"{message}: {text}", hint.format(_quoted(text)))


def _number(text: str, exponent: str) -> int | Decimal | Refusal:
    if _LEADING_ZERO.match(text):
        return Refusal(
            f"Число начинается с нуля: {_short(text)}",
            f"Если это номер, код или дата, возьмите в кавычки: {_quoted(text)}; если число, уберите ноль.",
        )
    if len(text) > 2 * MAX_DIGITS or len(exponent) > _EXPONENT:  # before it costs anything to calculate
        return _too_long(text)
    number = Decimal(text)
    if not -MAX_DIGITS < number.adjusted() < MAX_DIGITS or len(number.as_tuple().digits) > MAX_DIGITS:
        return _too_long(text)
    return int(text) if _INTEGER.fullmatch(text) else number


def _too_long(text: str) -> Refusal:
    return Refusal(
        f"Слишком длинное число: {_short(text)}",
        f"Если это номер или код, возьмите его в кавычки: {_quoted(text)}.",
    )


def _quoted(text: str) -> str:
    return f'"{_short(text)}"'


def _short(text: str) -> str:
    return text if len(text) <= MAX_DIGITS else text[:MAX_DIGITS] + "…"
