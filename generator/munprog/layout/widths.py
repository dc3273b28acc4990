"""Widths of columns: as declared, but never so narrow that a word would break in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from munprog.layout.grid import Role, Row
from munprog.layout.typography import bind

PORTRAIT, LANDSCAPE = 170.0, 257.0
"""Millimetres between the margins of A4 upright and turned (30 and 10, 20 and 20 mm; ГОСТ Р 7.0.97-2025)."""

_PADDING = 4.2
"""The margins of a cell at both sides, and a little for the difference between fonts."""
_EM = 11 * 25.4 / 72
"""The size of text in tables, in millimetres."""
_BOLD = 1.06
"""How much wider bold letters run."""
_BOLD_ROLES = (Role.TOTAL, Role.TOTAL_NUMBER)
_ADVANCES = {
    180: "\"'",
    250: " \u00a0.,",
    280: "ijlt;:/",
    330: "frI!()[]-",
    400: "sJзг",
    440: "эаеёстacez?„“",
    470: "ьяв",
    500: "клорухчЗbdghknopquvxy0123456789«»–*§",
    530: "бдъийнпц",
    570: "РБЬГFPS+−=",
    620: "ЕЁТмELTZ",
    670: "фЧЭыВКСЯBCR",
    720: "ДЛжУЪАИЙНОПХЦwADGHKNOQUVXY",
    780: "юшщФm&",
    890: "%ЫМЖMW",
    1000: "№—ШЩЮ",
}
"""Widths of letters in thousandths of an em, as in Times New Roman and the fonts of its metrics."""
_ADVANCE = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters}
_UNKNOWN = 720
_WORDS = re.compile(r"(?<=[ ])|(?<=[^\W\d]-)(?=[^\W\d])")
"""Where a line may end: after a space and after a hyphen inside a word."""


def fit(declared: Sequence[float], rows: Iterable[Row], *, room: float) -> tuple[float, ...]:
    """Widths in millimetres that fill `room`, in the declared proportions where words allow it.

    A column that would break a word is widened to its longest one, at the cost of the others; where the words do not
    fit the page together, all get their share of it.
    """
    needed = _needed(len(declared), rows)
    if sum(needed) >= room:
        return _scaled(needed, room)
    widths = _scaled(declared, room)
    tight: set[int] = set()
    while short := {at for at, width in enumerate(widths) if at not in tight and width < needed[at] - 1e-9}:
        tight |= short
        left = room - sum(needed[at] for at in tight)
        loose = sum(width for at, width in enumerate(declared) if at not in tight)
        widths = tuple(needed[at] if at in tight else width * left / loose for at, width in enumerate(declared))
    return widths


def _scaled(widths: Sequence[float], room: float) -> tuple[float, ...]:
    whole = sum(widths)
    return tuple(width * room / whole for width in widths)


def _needed(columns: int, rows: Iterable[Row]) -> tuple[float, ...]:
    """The width of the longest word in each column; cells that span columns ask for nothing."""
    needed = [0.0] * columns
    occupied = [0] * columns
    for row in rows:
        at = 0
        for cell in row:
            while at < columns and occupied[at]:
                at += 1
            if cell.columns == 1 and at < columns:
                bold = _BOLD if cell.role in _BOLD_ROLES else 1.0
                needed[at] = max(needed[at], bold * max(map(_longest, cell.paragraphs), default=0.0))
            for column in range(at, min(at + cell.columns, columns)):
                occupied[column] = cell.rows
            at += cell.columns
        occupied = [max(0, left - 1) for left in occupied]
    return tuple(width + _PADDING for width in needed)


def _longest(text: str) -> float:
    words = _WORDS.split(bind(text))
    longest = max(sum(_ADVANCE.get(letter, _UNKNOWN) for letter in word.rstrip(" ")) for word in words)
    return longest * _EM / 1000
