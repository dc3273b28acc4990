"""Dates and numbers as they are printed, or blanks for the hand (G-R10-2, G-R11-1)."""

from __future__ import annotations

import datetime

from munprog.model.dates import format_date

BLANK_DATE = "«____» __________ 20___ г."
BLANK_NUMBER = "_______"
SHORT_BLANKS = "от ____________ № ______"
"""A line of a block in the corner must not be longer than eight centimetres (G-CHG-6)."""


def date_and_number(date: datetime.date | None, number: str) -> str:
    """«от 05.06.2024 № 05-П» with blanks for what is not given."""
    if date:
        return f"от {format_date(date)} № {number or BLANK_NUMBER}"
    return f"от ____________ № {number}" if number else SHORT_BLANKS
