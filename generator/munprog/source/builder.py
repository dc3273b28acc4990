"""Events of libyaml → data and places, in one pass and with a stack of our own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from munprog.diagnostics import Finding, KeyPath, Place
from munprog.source import faults, features
from munprog.source.characters import BLANKS, find_controls, find_escapes, without_controls
from munprog.source.frames import Frame, ListFrame, MappingFrame, Node, Span, ends, fold, span
from munprog.source.scalars import STARTERS, Data, Refusal, resolve
from munprog.source.stop import Stop
from munprog.source.syntax import explain
from munprog.source.text import Text

Event: TypeAlias = Any
"""One of PyYAML's events; their stubs leave every attribute untyped."""

parser: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Built:
    """What could be read of a text; the data are None unless the whole of it has a meaning."""

    data: Data = None
    root: Node = 0
    findings: list[Finding] = field(default_factory=list)
    refused: list[KeyPath] = field(default_factory=list)


class _Stopped(Exception):
    """Reading further would serve nobody; the finding says why."""


def build(text: Text) -> Built:
    """Read a text to its end, or to where it stops making sense."""
    controls = find_controls(text)
    content = without_controls(text.content) if controls else text.content
    builder = _Builder(text)
    with _paused_collector():
        # What a control character breaks has been reported with it.
        built = builder.run(content, forgive=bool(controls))
    if controls:
        built.data = None
        built.findings += controls
    built.findings.sort(key=lambda finding: (finding.place.line, finding.place.column))
    return built


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Keep the cyclic collector from walking, again and again, through a tree that only grows."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Builder:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._built = Built()
        self._document = ListFrame(0, flow=False)
        self._frame: Frame = self._document
        self._stack: list[Frame] = [self._document]
        self._last: Span = 0
        self._started = False
        self._whole = True
        self._handlers: dict[type[Any], Callable[[Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document_start,
            yaml.DocumentEndEvent: self._ignore,
            yaml.StreamStartEvent: self._ignore,
        }

    def run(self, content: str, *, forgive: bool) -> Built:
        try:
            self._read(content)
        except _Stopped:
            return self._built
        except yaml.MarkedYAMLError as error:
            if not forgive:
                self._broken(self._stop(error))
            return self._built
        except (yaml.YAMLError, ValueError, OverflowError):  # only the pure-Python reader's, on odd escapes
            self._broken(Stop(problem="", at=ends(self._last)[1], last=ends(self._last)))
            return self._built
        if not forgive and () not in self._built.refused:
            self._top_level()
        data = self._document.data[0] if self._document.data else None
        if self._whole and isinstance(data, dict):
            self._built.data, self._built.root = data, self._document.nodes[0]
        return self._built

    def _read(self, content: str) -> None:
        get_event = parser(content).get_event
        handlers = self._handlers
        for _ in range(faults.MAX_EVENTS):
            event = get_event()
            kind = event.__class__
            if kind is yaml.StreamEndEvent:
                return
            handlers[kind](event)
        self._halt(faults.too_many(self._text.place(ends(self._last)[0])))

    def _top_level(self) -> None:
        """Report a file that holds anything but keys with values."""
        text, document = self._text, self._document
        if not document.data:
            self._report(faults.empty(text.place(0, 0), comments=bool(text.content.strip())))
        elif not isinstance(document.data[0], dict):
            self._report(features.top_level(text, document.data[0], document.nodes[0]))

    def _scalar(self, event: Event) -> None:
        node = self._last = span(event.start_mark.index, event.end_mark.index)
        value: str = event.value
        plain: bool = event.implicit[0]
        frame = self._frame
        if not plain and event.style == '"':
            for finding in find_escapes(self._text, *ends(node), value):
                self._report(finding)
        if event.tag is not None or event.anchor is not None:
            self._properties(event)
        if frame.awaits_key:
            self._key(frame, value, node, plain=plain)
        elif plain and (not value or value[0] in STARTERS):
            frame.add(self._resolved(value, node), node)
        else:
            frame.add(value, node)

    def _resolved(self, text: str, node: Span) -> Data:
        value = resolve(text)
        if not isinstance(value, Refusal):
            return value
        self._refuse()
        self._report(faults.error("SRC010", value.message, self._place(node), value.hint))
        return text

    def _key(self, frame: Frame, key: str, node: Span, *, plain: bool) -> None:
        assert isinstance(frame, MappingFrame)
        if plain and key == "<<":
            self._report(features.merge(self._place(node)))
            frame.skip_key(merges=True)
            return
        if plain and not key.isascii() and key.strip(BLANKS) != key:
            self._whole = False
            self._report(features.blank_beside_key(self._text, ends(node), key.strip(BLANKS)))
        first = frame.keys.get(fold(key))
        if first is None:
            frame.take_key(key, node)
        else:
            self._report(faults.duplicate(key, self._place(node), self._place(first)))
            # Which key was meant is not known, so that nothing can be said of what the mapping lacks.
            self._built.refused.append(self._path(self._stack[1:-1]))
            frame.skip_key()

    def _mapping(self, event: Event) -> None:
        self._start(event, MappingFrame(event.start_mark.index, flow=event.flow_style))

    def _sequence(self, event: Event) -> None:
        self._start(event, ListFrame(event.start_mark.index, flow=event.flow_style))

    def _start(self, event: Event, frame: Frame) -> None:
        if event.tag is not None or event.anchor is not None:
            self._properties(event)
        if len(self._stack) > faults.MAX_DEPTH:
            self._halt(faults.too_deep(self._text.place(event.start_mark.index)))
        self._stack.append(frame)
        self._frame = frame

    def _end(self, event: Event) -> None:
        frame = self._stack.pop()
        if frame.flow:
            self._last = span(frame.branch.start, event.end_mark.index)
        frame.branch.end = ends(self._last)[1]
        parent = self._frame = self._stack[-1]
        if isinstance(parent, MappingFrame) and parent.awaits_key:
            self._complex_key(parent, frame.branch.start)
        else:
            parent.add(frame.data, frame.branch)

    def _complex_key(self, parent: MappingFrame, start: int) -> None:
        """Report a collection in place of a key; inside another one it is part of the same fault."""
        self._whole = False
        if not any(frame.awaits_key for frame in self._stack[:-1]):
            self._report(features.complex_key(self._text, start))
        parent.skip_key()

    def _alias(self, event: Event) -> None:
        node = self._last = span(event.start_mark.index, event.end_mark.index)
        frame = self._frame
        if not (isinstance(frame, MappingFrame) and frame.merges):
            self._refuse()
            self._report(features.alias(self._place(node)))
        if isinstance(frame, MappingFrame) and frame.awaits_key:
            frame.skip_key()
        else:
            frame.add(None, node)

    def _document_start(self, event: Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if self._started:
            self._halt(features.second_document(self._text.first_line_of(start)))
        self._started = True
        if event.version is not None or event.tags:
            for finding in features.directives(self._text, start, end):
                self._report(finding)

    def _ignore(self, event: Event) -> None:
        pass

    def _properties(self, event: Event) -> None:
        self._refuse()
        self._report(features.properties(self._text, event.start_mark.index, anchor=event.anchor))

    def _refuse(self) -> None:
        if not self._frame.awaits_key:
            self._built.refused.append(self._path(self._stack[1:]))

    @staticmethod
    def _path(frames: list[Frame]) -> KeyPath:
        return tuple(frame.position for frame in frames)

    def _place(self, where: Span) -> Place:
        return self._text.place(*ends(where))

    def _report(self, finding: Finding) -> None:
        self._built.findings.append(finding)
        if len(self._built.findings) == faults.MAX_FINDINGS:
            self._halt(faults.too_faulty(finding.place))

    def _halt(self, finding: Finding) -> None:
        self._built.findings.append(finding)
        raise _Stopped

    def _broken(self, stop: Stop) -> None:
        """Report a syntax fault, unless it follows from what has been reported.

        That is an anchor, alias or tag in its line, or a blank that shifts an indent in any line above.
        """
        finding = explain(self._text, stop)
        line = finding.place.line
        told = ((other.code, other.place.line) for other in self._built.findings)
        if not any(code == "SRC003" or (code == "SRC005" and at == line) for code, at in told):
            self._built.findings.append(finding)

    def _stop(self, error: yaml.MarkedYAMLError) -> Stop:
        brackets = [frame.branch.start for frame in self._stack if frame.flow]
        at, since = error.problem_mark, error.context_mark
        return Stop(
            problem=error.problem or "",
            context=error.context or "",
            at=at.index if at else ends(self._last)[1],
            since=since.index if since else None,
            last=ends(self._last),
            bracket=brackets[-1] if brackets else None,
        )
