"""A file that has been read: its data, its findings, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from munprog.diagnostics import Finding, KeyPath, Place
from munprog.source.frames import Branch, Node, Span, ends, fold
from munprog.source.scalars import Data
from munprog.source.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read; where the whole cannot be understood, `data` is None and a finding says why.

    `refused` holds the paths of values that have a finding already, so that no later check reports them anew.
    """

    name: str
    data: Data
    findings: tuple[Finding, ...]
    text: Text = field(repr=False)
    root: Node = field(repr=False, compare=False)
    refused: tuple[KeyPath, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        return self.text.lines

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return where the value of a path stands, or its key.

        A list item has no key: its first line stands for it. An empty value stands at its key. Where the path
        leads nowhere, the place is the key of the nearest thing that is there.
        """
        holder, node = None, self.root
        for step in path:
            child = _child(node, step)
            if child is None:
                return self._head(holder, node)
            holder, node = child
        return self._head(holder, node) if key else self._whole(holder, node)

    def _head(self, holder: Span | None, node: Node) -> Place:
        if holder is not None:
            return self._stretch(*ends(holder))
        return self.text.first_line_of(node.start) if isinstance(node, Branch) else self._whole(None, node)

    def _whole(self, holder: Span | None, node: Node) -> Place:
        start, end = (node.start, node.end) if isinstance(node, Branch) else ends(node)
        if start < end:
            return self._stretch(start, end)
        if holder is not None:
            return self._stretch(*ends(holder))
        dash = self.text.content[start - 1 : start] == "-"
        return self.text.place(start - 1, start) if dash else self.text.place(start, start)

    def _stretch(self, start: int, end: int) -> Place:
        """Leave out the line breaks that end a block of text."""
        return self.text.place(start, start + len(self.text.content[start:end].rstrip()))


def _child(node: Node, step: str | int) -> tuple[Span | None, Node] | None:
    if not isinstance(node, Branch):
        return None
    children = node.children
    if isinstance(children, dict):
        key = fold(step) if isinstance(step, str) else ""
        return (node.keys[key], children[key]) if key in children else None
    if isinstance(step, int) and 0 <= step < len(children):
        return None, children[step]
    return None
