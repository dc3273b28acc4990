"""Events of a text without faults, each with the collection it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from munprog.diagnostics import KeyPath
from munprog.source.builder import Event, parser

_FIRST = -2
"""The column of what holds the top level, so that the top level itself comes to stand in column 0."""


@dataclass(slots=True)
class Level:
    """A collection: where it stood and will stand, and how far it has been gone through."""

    mapping: bool
    flow: bool
    old: int
    new: int
    start: int
    since: int
    key: str = ""
    awaits_key: bool = True
    index: int = 0

    def step_on(self, end: int) -> None:
        """Leave a member behind, whose text ends at an offset."""
        self.since = end
        self.index += 1
        self.awaits_key = True


def top() -> Level:
    return Level(mapping=False, flow=False, old=_FIRST, new=_FIRST, start=0, since=0)


def events(content: str) -> Iterator[Event]:
    get_event = parser(content).get_event
    while True:
        event = get_event()
        if event.__class__ is yaml.StreamEndEvent:
            return
        yield event


def path_of(levels: list[Level]) -> KeyPath:
    """Return the key path of the member that the levels below the top have come to."""
    return tuple(level.key if level.mapping else level.index for level in levels[1:])
