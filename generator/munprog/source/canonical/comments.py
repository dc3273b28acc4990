"""Lines that hold nothing but a comment follow the lines they belong to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from munprog.source.canonical.sheet import Sheet

Columns = tuple[int, int]
"""Where something stood and will stand."""


@dataclass(slots=True)
class Outline:
    """The lines that begin something, the levels open at the end of each, and the lines inside brackets."""

    lines: dict[int, Columns] = field(default_factory=dict)
    open: dict[int, list[Columns]] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)


def place_comments(sheet: Sheet, outline: Outline) -> None:
    """Indent each line of comment like what follows it, or like the level whose column it stands in."""
    begun = sorted(outline.lines)
    opened = sorted(outline.open)
    for line, text in enumerate(sheet.lines):
        if not text.lstrip(" \t").startswith("#") or line in outline.inside or not sheet.is_free(line):
            continue
        after = bisect_left(begun, line)
        following = outline.lines[begun[after]] if after < len(begun) else (0, 0)
        before = bisect_left(opened, line)
        levels = outline.open[opened[before - 1]] if before else []
        sheet.indent(line, _column(sheet.first(line), following, levels))


def _column(old: int, following: Columns, levels: list[Columns]) -> int:
    if old == following[0]:
        return following[1]
    for was, becomes in reversed(levels):
        if was == old or following[0] < was < old:
            return becomes
    return following[1]
