"""Non-breaking spaces where Russian typesetting forbids a line break. Pure and idempotent.

Only a plain space is ever replaced: nothing is added or taken away, so that a text stays what its author typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from munprog.months import MONTHS_GENITIVE

NBSP = "\u00a0"


def _after(ends: Iterable[str]) -> str:
    return "(?:" + "|".join(f"(?<={end} )" for end in ends) + ")"


_SPACE = f"[ {NBSP}]"
_UNITS = (
    r"%|‰|°|г\.|гг\.|год(?:а|у|ы|ов|ам)?\b|лет\b|руб|коп\.|тыс\.|млн\b|млрд\b|чел\.|человек|ед\.|шт\.|экз\.|балл|"
    r"класс|час(?:а|ов)?\b|ч\.|мин\.|л\.|кв\.|км\b|м\b|га\b|мм\b|см\b|"
    r"Мбит|Гбит|минут|дня\b|дней\b"
)
_SHORTENED = [
    rf"(?<!\w){word}\."
    for word in ["п", "пп", "ст", "ч", "гл", "с", "ул", "д", "стр", "рис", "табл", "пос", "пгт", "им", "каб", "тел"]
]
_BEFORE_NAMES_AND_NUMBERS = (
    # № 5, ОГРН 1020000501278, п. 5, ст. 26, с. Приозерье
    _after(["№", "§", "ОКПО", "ОГРН", "ИНН", "КПП", *_SHORTENED]),
    # А. В. Озерова
    r"(?<=(?<!\w)[А-ЯЁ]\. )(?=[А-ЯЁ])",
    # Озерова А. В.
    rf"(?<=[а-яё] )(?=[А-ЯЁ]\.{_SPACE}?[А-ЯЁ]\.)",
    # июня 2026
    "(?=[0-9]{4}(?![0-9]))" + _after(MONTHS_GENITIVE),
    # г. Сыктывкар, but not «2026 г. Программа»
    rf"(?<=(?<!\w)г\. )(?<![0-9]{_SPACE}г\. )(?=[А-ЯЁ])",
)
_AFTER_NUMBERS = (
    # 5 июня, 70 %, 2026 г.
    f"(?={'|'.join(MONTHS_GENITIVE)}|{_UNITS})",
    # 1 234,5
    "(?=[0-9]{3}(?![0-9]))",
)
_BETWEEN_SHORTENED = (
    # тыс. руб.
    r"(?=руб|чел|ед\.|шт\.|экз\.)" + _after([r"тыс\.", "млн", "млрд"]),
    # т. е., т. д., т. п., т. к.
    r"(?<=(?<!\w)т\. )(?=[депк]\.)",
)


def _any(joins: Iterable[str]) -> str:
    return f"(?:{'|'.join(joins)})"


# The space comes first, so that the engine leaps from space to space; what stands before it is looked at backwards.
# A space between two common words is let go after a glance at the letters on either side.
_UNBREAKABLE = re.compile(
    " (?:"
    f"(?=[0-9А-ЯЁ«]){_any(_BEFORE_NAMES_AND_NUMBERS)}"
    f"|(?<=[0-9] ){_any(_AFTER_NUMBERS)}"
    f"|(?<=[.нд] ){_any(_BETWEEN_SHORTENED)}"
    # A dash ends a line and does not begin one.
    "|(?=[–—] )"
    ")"
)


def bind(text: str) -> str:
    """`text` with the spaces that must not break a line made non-breaking."""
    if " " not in text:
        return text
    return _UNBREAKABLE.sub(NBSP, text)
