"""Values in a canonical spelling that the caller knows: dates, periods, numbers."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from munprog.diagnostics import KeyPath
from munprog.source.builder import Event
from munprog.source.canonical.levels import Level, events, path_of, top
from munprog.source.canonical.writing import write_value
from munprog.source.scalars import Data, Refusal, resolve

Rewrite = Callable[[KeyPath, Data], str | None]


def rewrite_values(content: str, rewrite: Rewrite) -> str:
    """Offer each value that stands in one line to be spelled anew."""
    levels = [top()]
    pieces: list[str] = []
    done = 0
    for event in events(content):
        kind, level = event.__class__, levels[-1]
        if kind is yaml.ScalarEvent:
            if level.mapping and level.awaits_key:
                level.key, level.awaits_key = event.value, False
                continue
            start, end = event.start_mark.index, event.end_mark.index
            spelling = _respelled(event, content[start:end], levels, rewrite)
            if spelling is not None:
                pieces += content[done:start], spelling
                done = end
            level.step_on(end)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            mapping = kind is yaml.MappingStartEvent
            levels.append(Level(mapping=mapping, flow=event.flow_style, old=0, new=0, start=0, since=0))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            levels.pop()
            levels[-1].step_on(event.end_mark.index)
    return "".join([*pieces, content[done:]])


def _respelled(event: Event, written: str, levels: list[Level], rewrite: Rewrite) -> str | None:
    if not written or "\n" in written:
        return None
    value = resolve(event.value) if event.implicit[0] else event.value
    if isinstance(value, Refusal):
        return None
    spelling = rewrite(path_of(levels), value)
    return None if spelling is None else write_value(spelling, flow=levels[-1].flow)
