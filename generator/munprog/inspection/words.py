"""Patterns of official Russian that several checks read."""

from __future__ import annotations

import re
from datetime import date

from munprog.months import MONTHS_GENITIVE

SPACE = "[ \u00a0\u202f]"
_SPACED = re.compile(rf"(?<!\w)[А-ЯЁ](?:{SPACE}[А-ЯЁ]){{3,}}(?!\w)")
NAME = rf"(?:[А-ЯЁ]\.{SPACE}?[А-ЯЁ]\.{SPACE}?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+{SPACE}[А-ЯЁ]\.{SPACE}?[А-ЯЁ]\.)"
"""Initials with a surname, in either order."""
BLANK = re.compile("_{2,}")
_NUMERIC = re.compile(r"\b(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.(\d{4})\b")
_VERBAL = re.compile(rf"\b([1-9]|[12]\d|3[01]){SPACE}({'|'.join(MONTHS_GENITIVE)}){SPACE}(\d{{4}})\b")


def folded(text: str) -> str:
    """«П Р И К А З» as «ПРИКАЗ»: capitals set apart by spaces are one word."""
    return _SPACED.sub(lambda found: re.sub(SPACE, "", found[0]), text)


def first_date(text: str) -> date | None:
    """The first date that stands in the text in one of the two forms of the standard."""
    found = []
    if numeric := _NUMERIC.search(text):
        found.append((numeric.start(), int(numeric[3]), int(numeric[2]), int(numeric[1])))
    if verbal := _VERBAL.search(text):
        found.append((verbal.start(), int(verbal[3]), MONTHS_GENITIVE.index(verbal[2]) + 1, int(verbal[1])))
    for _, year, month, day in sorted(found):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def millimetres(twips: float) -> str:
    """«12,5 мм»."""
    return f"{round(twips * 25.4 / 1440, 1):g}".replace(".", ",") + " мм"


def centimetres(twips: float) -> str:
    return f"{round(twips * 2.54 / 1440, 2):g}".replace(".", ",") + " см"


def number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
