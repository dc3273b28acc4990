"""The lines of a text and what is to become of each."""

from __future__ import annotations

from bisect import bisect_right

_BLANKS = " \t"


class Sheet:
    """Edits gathered line by line. No edit spans lines, so none can move what another one points at."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.lines = content.removesuffix("\n").split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._columns: dict[int, int] = {}
        self._edits: dict[int, list[tuple[int, int, str]]] = {}
        self._fixed: dict[int, str] = {}
        self._dropped: set[int] = set()
        self._inside: set[int] = set()
        self._quoted: set[int] = set()

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 0."""
        line = bisect_right(self._starts, offset, hi=len(self.lines)) - 1
        return line, offset - self._starts[line]

    def first(self, line: int) -> int:
        """Return the column of the first character that is no blank."""
        text = self.lines[line]
        return len(text) - len(text.lstrip(_BLANKS))

    def indent(self, line: int, column: int) -> None:
        """Let a line begin at a column."""
        self._columns[line] = max(column, 0)

    def column(self, line: int) -> int:
        """Return where a line will begin."""
        return self._columns.get(line, self.first(line))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text for a stretch of one line."""
        line, column = self.position(start)
        if self.lines[line][column : column + end - start] != text:
            self._edits.setdefault(line, []).append((column, column + end - start, text))

    def drop_blank(self, line: int) -> None:
        """Remove a line that has become empty."""
        self._dropped.add(line)

    def fix(self, line: int, text: str) -> None:
        """Set a line of a block of text, in which every blank may count."""
        self._fixed[line] = text

    def keep(self, first: int, last: int, *, quoted: bool = False) -> None:
        """Mark the lines of one value: blank lines among them have a meaning."""
        self._inside.update(range(first + 1, last + 1))
        if quoted:
            self._quoted.update(range(first, last))

    def is_free(self, line: int) -> bool:
        """Tell whether a line lies outside all values."""
        return line not in self._inside and line not in self._fixed

    def render(self) -> str:
        """Return the text with all edits made."""
        lines: list[str] = []
        after_blank = True
        for number in range(len(self.lines)):
            line = self._render(number)
            free = self.is_free(number)
            if number in self._dropped and not line:
                continue
            if line or not free or not after_blank:
                lines.append(line)
            after_blank = free and not line
        if after_blank and lines:
            lines.pop()
        return "\n".join(lines) + "\n"

    def _render(self, number: int) -> str:
        if number in self._fixed:
            return self._fixed[number]
        line = self.lines[number]
        for start, end, text in sorted(self._edits.get(number, ()), reverse=True):
            line = line[:start] + text + line[end:]
        bare = line.rstrip(_BLANKS)
        if number in self._quoted and bare.endswith("\\"):  # an escaped blank
            bare = line
        stripped = bare.lstrip(_BLANKS)
        if not stripped:
            return ""
        return " " * self._columns[number] + stripped if number in self._columns else bare
