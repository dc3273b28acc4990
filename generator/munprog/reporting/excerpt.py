"""The line of a finding with its place marked, cut to the width there is."""

from __future__ import annotations

from typing import NamedTuple

from munprog.diagnostics import Place
from munprog.reporting.characters import is_hidden, spelt, width

_TAB = 4
_CUT = "…"


class Excerpt(NamedTuple):
    """What stands in the file, and the carets for the line beneath it."""

    line: str
    carets: str


class _Cell(NamedTuple):
    """One character of the file as shown."""

    shown: str
    width: int


def excerpt(place: Place, room: int) -> Excerpt:
    text = place.excerpt.rstrip("\r\n")
    first = min(place.column - 1, len(text))
    last = place.end_column - 1 if place.end_line == place.line else len(text)
    # A line may be as long as the file: what is farther off than the room cannot be shown anyway.
    begin, end = max(0, first - room), min(len(text), first + room)
    cells = _cells(text[begin:end])
    first, last = first - begin, last - begin
    low, high = _window(cells, first, last, room, whole=(begin, end) == (0, len(text)))
    before = _CUT if begin + low > 0 else ""
    after = _CUT if begin + high < len(text) else ""
    offset = len(before) + _width(cells[low:first])
    marked = max(1, _width(cells[first : min(last, high)]))
    line = before + "".join(cell.shown for cell in cells[low:high]) + after
    return Excerpt(line, " " * offset + "^" * marked)


def _cells(text: str) -> list[_Cell]:
    cells: list[_Cell] = []
    column = 0
    for character in text:
        cell = _cell(character, column)
        column += cell.width
        cells.append(cell)
    return cells


def _cell(character: str, column: int) -> _Cell:
    if character == "\t":
        step = _TAB - column % _TAB
        return _Cell(" " * step, step)
    if is_hidden(character):
        escape = spelt(character)
        return _Cell(escape, len(escape))
    return _Cell(character, width(character))


def _window(cells: list[_Cell], first: int, last: int, room: int, *, whole: bool) -> tuple[int, int]:
    """From which cell to which to show: the place first, then as much on both sides as there is room for."""
    if whole and _width(cells) <= room:
        return 0, len(cells)
    room -= 2 * len(_CUT)
    low = high = first
    while high < min(last, len(cells)) and cells[high].width <= room:
        room -= cells[high].width
        high += 1
    grown = True
    while grown:
        grown = False
        if low > 0 and cells[low - 1].width <= room:
            low, grown = low - 1, True
            room -= cells[low].width
        if high < len(cells) and cells[high].width <= room:
            room -= cells[high].width
            high, grown = high + 1, True
    return low, high


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)
