"""The text of a file, and the way from an offset in it to a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from munprog.diagnostics import Place

_BREAK = re.compile(r"\r\n?|\n")
_CONTENT = re.compile(r"[^\r\n]*")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Text:
    """What a file holds, decoded, without its byte order mark.

    No slots: lines are indexed when first asked for. An excerpt can always be printed: half a surrogate pair,
    which no encoding takes, is replaced in it.
    """

    name: str
    content: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.content))]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a final line break begins no further line."""
        lines = _BREAK.split(self.content)
        return tuple(lines[:-1] if not lines[-1] else lines)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, less the blanks at its end; never before the offset."""
        found = _CONTENT.match(self.content, offset)
        return offset + len(found[0].rstrip(" \t")) if found else offset

    def first_in_line(self, offset: int) -> int:
        """Return where the first character that is no blank stands in the line of an offset."""
        start = self.line_start(offset)
        line = self.content[start : self.line_end(offset)]
        return start + len(line) - len(line.lstrip(" \t"))

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of a stretch; without an end, that of one character."""
        start = min(max(start, 0), len(self.content))
        line, column = self.position(start)
        if end is None:
            end_line, end_column = line, column + 1
        else:
            end_line, end_column = self.position(max(start, end))
        begin = self._starts[line - 1]
        found = _CONTENT.match(self.content, begin)
        excerpt = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", found[0]) if found else ""
        return Place(self.name, line, column, end_line, end_column, excerpt)

    def first_line_of(self, start: int) -> Place:
        """Return the place from an offset to the end of its line."""
        return self.place(start, self.line_end(start))
