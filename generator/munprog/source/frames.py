"""Collections while they are being read, and the tree of places that stays of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from munprog.source.scalars import Data

Span: TypeAlias = int
"""Start and end of a scalar in one number: unlike a tuple it leaves the cyclic collector nothing to do."""

_BITS = 32
_MASK = (1 << _BITS) - 1


def span(start: int, end: int) -> Span:
    return start << _BITS | end


def ends(packed: Span) -> tuple[int, int]:
    """Return start and end of a span."""
    return packed >> _BITS, packed & _MASK


class Branch:
    """Where a collection starts and ends, and its members; `keys` is empty for a list. Keys stand in NFC."""

    __slots__ = ("children", "end", "keys", "start")

    def __init__(self, start: int, keys: Mapping[str, Span], children: dict[str, Node] | list[Node]) -> None:
        self.start = start
        self.end = start
        self.keys = keys
        self.children = children


Node: TypeAlias = Span | Branch


_NO_KEYS: Mapping[str, Span] = MappingProxyType({})


class ListFrame:
    """A sequence, or the document, which holds one value."""

    __slots__ = ("branch", "data", "flow", "nodes")
    awaits_key = False

    def __init__(self, start: int, *, flow: bool) -> None:
        self.data: list[Data] = []
        self.nodes: list[Node] = []
        self.branch = Branch(start, _NO_KEYS, self.nodes)
        self.flow = flow

    @property
    def position(self) -> int:
        return len(self.data)

    def add(self, value: Data, node: Node) -> None:
        self.data.append(value)
        self.nodes.append(node)


class MappingFrame:
    """A mapping between one key and the next; what belongs to a refused key is read and dropped."""

    __slots__ = ("_key", "_span", "awaits_key", "branch", "data", "flow", "keys", "merges", "nodes")

    def __init__(self, start: int, *, flow: bool) -> None:
        self.data: dict[str, Data] = {}
        self.keys: dict[str, Span] = {}
        self.nodes: dict[str, Node] = {}
        self.branch = Branch(start, self.keys, self.nodes)
        self.flow = flow
        self.awaits_key = True
        self.merges = False
        self._key: str | None = None
        self._span: Span = 0

    @property
    def position(self) -> str:
        return self._key or ""

    def take_key(self, key: str, where: Span) -> None:
        self.awaits_key = False
        self._key = key
        self._span = where

    def skip_key(self, *, merges: bool = False) -> None:
        self.awaits_key = False
        self.merges = merges
        self._key = None

    def add(self, value: Data, node: Node) -> None:
        self.awaits_key = True
        self.merges = False
        key = self._key
        if key is not None:
            self.data[key] = value
            key = fold(key)
            self.keys[key] = self._span
            self.nodes[key] = node


Frame: TypeAlias = ListFrame | MappingFrame


def fold(key: str) -> str:
    """Return the form in which keys are compared."""
    return key if key.isascii() else unicodedata.normalize("NFC", key)
