"""Indents, blanks, quotes and blank lines in canonical form, found by walking through the events."""

from __future__ import annotations

import re

import yaml

from munprog.source.builder import Event
from munprog.source.canonical.comments import Outline, place_comments
from munprog.source.canonical.levels import Level, events, top
from munprog.source.canonical.sheet import Sheet
from munprog.source.canonical.writing import rewrite_quotes

_STEP = 2
_BLOCK_HEAD = re.compile(r"[|>](?P<before>[+-]?)(?P<digit>[1-9]?)(?P<after>[+-]?)")
_MARK = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)[ \t]*", re.MULTILINE)
_GAP = re.compile(r"[ \t]*")


class Unsupported(Exception):
    """A construct whose lines cannot be moved with certainty."""


def lay_out(content: str) -> str:
    """Return a text, whose only line breaks are LF, with its lines and blanks in order."""
    return _Layout(content).run()


class _Layout:
    def __init__(self, content: str) -> None:
        self._content = content
        self._sheet = Sheet(content)
        self._outline = Outline()
        self._levels = [top()]

    def run(self) -> str:
        for event in events(self._content):
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                self._start(event, mapping=kind is yaml.MappingStartEvent)
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self._end(event)
            elif kind is yaml.DocumentEndEvent:
                self._drop_marks(0, self._levels[0].start)
                self._drop_marks(event.start_mark.index, len(self._content))
        place_comments(self._sheet, self._outline)
        return self._sheet.render()

    def _scalar(self, event: Event) -> None:
        level = self._levels[-1]
        start, end = event.start_mark.index, event.end_mark.index
        if level.mapping and level.awaits_key:
            self._key(event, level, start, end)
            return
        if event.style in ("|", ">"):
            self._approach(start, own_line=True)
            self._block(start, end, level)
        elif start < end or not level.mapping:
            self._approach(start, own_line=start < end)
            self._text(event, start, end, level)
        level.step_on(end)

    def _key(self, event: Event, level: Level, start: int, end: int) -> None:
        level.key, level.awaits_key = event.value, False
        colon = end + len(self._gap(end))
        if self._content[colon : colon + 1] != ":":
            if level.flow:  # `{word}`: a key without a value
                self._quotes(event, start, end, key=True)
                level.since = end
                return
            raise Unsupported
        if not level.flow:
            self._line(start, level.new)
            self._sheet.replace(end, colon, "")
        elif self._content[colon + 1 : colon + 2] not in (" ", "\n", "\t"):
            self._sheet.replace(colon, colon + 1, ": ")
        self._quotes(event, start, end, key=True)
        level.since = colon + 1

    def _start(self, event: Event, *, mapping: bool) -> None:
        parent, start = self._levels[-1], event.start_mark.index
        if parent.mapping and parent.awaits_key:
            raise Unsupported
        flow: bool = event.flow_style
        if len(self._levels) == 1:
            parent.start = start
        self._approach(start, own_line=flow)
        column = self._sheet.position(start)[1]
        since = start + 1 if flow else start
        self._levels.append(Level(mapping, flow, column, parent.new + _STEP, start, since))
        if not flow:
            self._open(start)

    def _end(self, event: Event) -> None:
        level = self._levels.pop()
        parent = self._levels[-1]
        end = event.end_mark.index if level.flow else level.since
        if level.flow and not parent.flow:
            self._shift_flow(level, parent, end)
        parent.step_on(end)

    def _drop_marks(self, start: int, end: int) -> None:
        """Take each `---` and `...` away, and its line where nothing else stands in it."""
        for mark in _MARK.finditer(self._content, start, end):
            self._sheet.replace(*mark.span(), "")
            self._sheet.drop_blank(self._sheet.position(mark.start())[0])

    def _approach(self, start: int, *, own_line: bool = False) -> None:
        """Put in order what stands between a value and the key or dash before it."""
        level = self._levels[-1]
        if level.flow or len(self._levels) == 1:
            return
        if level.mapping:
            after = level.since
        else:
            dash = self._dash(level, start)
            self._line(dash, level.new)
            after = dash + 1
        gap = self._content[after:start]
        if not gap.strip(" \t"):
            self._sheet.replace(after, start, " " if own_line or start > after else "")
        elif own_line:
            self._line(start, level.new + _STEP)

    def _dash(self, level: Level, start: int) -> int:
        if level.index == 0:
            return level.start
        pattern = re.compile(rf"^ {{{level.old}}}-(?=[ \n\t]|\Z)", re.MULTILINE)
        found = pattern.search(self._content, level.since, start + 1)
        if found is None:
            raise Unsupported
        return found.end() - 1

    def _line(self, start: int, column: int) -> None:
        """Let a line begin at a column, if it is this offset that begins it."""
        line, old = self._sheet.position(start)
        if self._sheet.first(line) == old:
            self._sheet.indent(line, column)
            self._outline.lines[line] = (old, column)
        self._open(start)

    def _open(self, start: int) -> None:
        line = self._sheet.position(start)[0]
        self._outline.open[line] = [(level.old, level.new) for level in self._levels[1:] if not level.flow]

    def _text(self, event: Event, start: int, end: int, level: Level) -> None:
        first, last = self._sheet.position(start)[0], self._sheet.position(end)[0]
        quoted = self._content[start : start + 1] in ('"', "'")
        if first == last:
            self._quotes(event, start, end, key=False)
            return
        self._sheet.keep(first, last, quoted=quoted)
        if not level.flow:
            for line in range(first + 1, last + 1):
                self._sheet.indent(line, level.new + _STEP)

    def _quotes(self, event: Event, start: int, end: int, *, key: bool) -> None:
        written = self._content[start:end]
        if event.style in ('"', "'") and "\n" not in written:
            flow = self._levels[-1].flow
            text = rewrite_quotes(written, event.value, flow=flow, key=key)
            # After a closing quote a comment needs no blank, after anything else it does.
            after = " " if self._content.startswith("#", end) else ""
            self._sheet.replace(start, end, text + after)

    def _block(self, start: int, end: int, level: Level) -> None:
        """Move the lines of a block of text with the level they hang on, and change nothing else in them."""
        head = _BLOCK_HEAD.match(self._content, start)
        assert head is not None
        first = self._sheet.position(start)[0] + 1
        last = len(self._sheet.lines) if end >= len(self._content) else self._sheet.position(end)[0]
        digit = int(head["digit"] or 0)
        old = level.old + digit if digit else self._text_column(first, last)
        new = level.new + (digit or _STEP)
        filled = [line for line in range(first, last) if self._is_filled(line, old)]
        if filled and not self._content.endswith("\n") and filled[-1] == len(self._sheet.lines) - 1:
            self._sheet.replace(start, head.end(), head[0][0] + head["digit"] + "-")
        if "+" not in head[0]:
            last = filled[-1] + 1 if filled else first
        for line in range(first, last):
            text = self._sheet.lines[line]
            bare = text.lstrip(" ")
            blanks = len(text) - len(bare) - old + new
            self._sheet.fix(line, " " * blanks + bare if self._is_filled(line, old) else "")

    def _text_column(self, first: int, last: int) -> int:
        """Return the column of the first line of a block of text that has any."""
        lines = self._sheet.lines[first:last]
        return next((len(text) - len(text.lstrip(" ")) for text in lines if text.strip(" ")), len(self._content))

    def _is_filled(self, line: int, column: int) -> bool:
        text = self._sheet.lines[line]
        return bool(text.strip(" ")) or len(text) > column

    def _shift_flow(self, level: Level, parent: Level, end: int) -> None:
        """Move the further lines of brackets with the first one; inside them the author's order stays."""
        first, last = self._sheet.position(level.start)[0], self._sheet.position(end)[0]
        if self._sheet.first(first) == level.old:
            shift = self._sheet.column(first) - level.old
        else:
            shift = parent.new - parent.old
        for line in range(first + 1, last + 1):
            self._sheet.indent(line, self._sheet.first(line) + shift)
        self._outline.inside.update(range(first + 1, last + 1))

    def _gap(self, start: int) -> str:
        found = _GAP.match(self._content, start)
        return found[0] if found else ""
