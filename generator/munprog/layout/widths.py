"""Widths of columns: as declared, but never so narrow that a word would break in the middle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from munprog.layout.grid import Row
from munprog.layout.typography import bind

PORTRAIT, LANDSCAPE = 170.0, 257.0
"""Millimetres between the margins of A4 upright and turned (30 and 10, 20 and 20 mm; ГОСТ Р 7.0.97-2025)."""

_PADDING = 4.5
"""The margins of a cell at both sides, and a little for the difference between fonts."""
_EM = 4.233
"""Twelve points, the size of text in tables."""
_WIDE, _CAPITAL, _NARROW, _LETTER = 0.78, 0.7, 0.3, 0.52
_WIDE_LETTERS = frozenset("жмшщыюфЖМШЩЫЮФmwMW%№—")
_NARROW_LETTERS = frozenset(".,;:!|'()[]il «»\u00a0")
_BREAKS = " -\u2013\u2014/"
"""Where a line may end; the sign before the break stays on the line."""


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
                needed[at] = max(needed[at], max(map(_longest, cell.paragraphs), default=0.0))
            for column in range(at, min(at + cell.columns, columns)):
                occupied[column] = cell.rows
            at += cell.columns
        occupied = [max(0, left - 1) for left in occupied]
    return tuple(width + _PADDING for width in needed)


def _longest(text: str) -> float:
    words = bind(text)
    for sign in _BREAKS:
        words = words.replace(sign, f"{sign}\n")
    return max((sum(map(_width, word.rstrip(" "))) for word in words.split("\n")), default=0.0)


def _width(letter: str) -> float:
    if letter in _WIDE_LETTERS:
        return _WIDE * _EM
    if letter in _NARROW_LETTERS:
        return _NARROW * _EM
    return (_CAPITAL if letter.isupper() else _LETTER) * _EM
