"""Dates of official documents: `ДД.ММ.ГГГГ`, `Д месяца ГГГГ г.` (ГОСТ Р 7.0.97-2025, п. 5.10) and ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from munprog.model.numbers import NBSP
from munprog.months import MONTHS_GENITIVE

DATE_PATTERN = (
    r"(?:\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[ \u00a0](?:"
    + "|".join(MONTHS_GENITIVE)
    + r")[ \u00a0]\d{4}(?:[ \u00a0]?г(?:\.|ода)?)?)"
)
_PARTS = re.compile(
    r"(?:(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4})|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    r"|(?P<vd>\d{1,2})[ \u00a0](?P<vm>\w+)[ \u00a0](?P<vy>\d{4})(?:[ \u00a0]?г(?:\.|ода)?)?)"
)


def parse_date(text: str) -> date | None:
    """Return the date written in any of the three forms, None where there is no such day."""
    found = _PARTS.fullmatch(text.strip())
    if not found:
        return None
    part = found.groupdict()
    if part["vm"] and part["vm"] not in MONTHS_GENITIVE:
        return None
    year = int(part["y"] or part["iy"] or part["vy"])
    month = int(part["m"] or part["im"] or MONTHS_GENITIVE.index(part["vm"]) + 1)
    try:
        return date(year, month, int(part["d"] or part["id"] or part["vd"]))
    except ValueError:
        return None


def format_date(day: date) -> str:
    """`ДД.ММ.ГГГГ`, the canonical form of the sources."""
    return f"{day:%d.%m}.{day.year:04d}"


def format_date_in_words(day: date) -> str:
    """`Д месяца ГГГГ г.` with spaces that do not break."""
    return NBSP.join((str(day.day), MONTHS_GENITIVE[day.month - 1], str(day.year), "г."))
