"""Numbers and letters before headings, clauses, rows and list items: the schemes that YAML may name.

`arabic` – 1, 2, 3; `roman` – I, II, III; `letters` – а, б, в (without ё, й, ъ, ы, ь: ГОСТ Р 7.0.97-2025); `none`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCHEMES = ("arabic", "roman", "letters", "none")

_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(scheme: str, at: int) -> str:
    """The number `at` (from 1) in a scheme, bare; an empty string in the scheme `none`."""
    if scheme == "none":
        return ""
    if scheme == "roman":
        return roman(at)
    return letters(at) if scheme == "letters" else str(at)


def roman(at: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, at = divmod(at, value)
        text += sign * count
    return text


def letters(at: int) -> str:
    """а … я, then аа, аб …"""
    before, letter = divmod(at - 1, len(_CYRILLIC))
    return (letters(before) if before else "") + _CYRILLIC[letter]


def mark(style: str, *at: int) -> str:
    """The mark of an item in the given style: «1.», «1)», «а)», «I.», or the sign itself; nothing in the style «нет».

    `at` are the numbers (from 1) of the items around it and, last, its own: «1.1.» shows the last two of them.
    """
    counters = style.count("1")
    if counters:
        return ".".join(map(str, at[-counters:])) + style[-1]
    if style == "I.":
        return f"{roman(at[-1])}."
    if style == "а)":
        return f"{letters(at[-1])})"
    return "" if style == "нет" else style


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a row of items is numbered: «I.», «1)», «Мероприятие 1.», from `start` on.

    `suffix` follows the number, `prefix` is a word before it; a prefix without a number stands with the scheme `none`.
    """

    scheme: str = "arabic"
    suffix: str = "."
    prefix: str = ""
    start: int = 1

    @classmethod
    def of(cls, written: object) -> Numbering:
        """From the YAML: the name of a scheme, or a mapping with `scheme` and what differs."""
        if not isinstance(written, Mapping):
            return cls(str(written))
        given: dict[str, Any] = dict(written)
        return cls(**given)

    def bare(self, at: int) -> str:
        """The number of the item `at` (from 1) as a reference prints it."""
        return numeral(self.scheme, at + self.start - 1)

    def mark(self, at: int) -> str:
        """What stands before the item `at` (from 1), empty where nothing does."""
        return self.around(self.bare(at))

    def around(self, number: str) -> str:
        """A number, computed or given by hand, with the word before it and the sign after it."""
        return " ".join(part for part in (self.prefix, f"{number}{self.suffix}" if number else "") if part)
