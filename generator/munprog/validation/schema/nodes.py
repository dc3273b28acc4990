"""Schemas as a person sees them: everything that they say of one place in the data.

A property has its own title beside a `$ref`, the definition behind it adds form and examples, a branch of `if` adds
keys. `Nodes` gathers all of these for any place, the nearest first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from munprog.diagnostics import KeyPath

COMMON = "common.schema.json"


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a schema, and the file in which its `#/…` references start."""

    schema: Mapping[str, Any]
    file: str


Nodes = tuple[Node, ...]
"""All that speaks of one place, the nearest first."""


class Documents:
    """Schema files of one directory, each read once."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._read: dict[str, dict[str, Any]] = {}

    def document(self, file: str) -> dict[str, Any]:
        if file not in self._read:
            self._read[file] = json.loads((self._directory / file).read_text(encoding="utf-8"))
        return self._read[file]

    def root(self, file: str, data: Any) -> Nodes:
        return tuple(self._branches(Node(self.document(file), file), data))

    def target(self, node: Node) -> Node:
        """Where the `$ref` of a node leads."""
        file, _, pointer = node.schema["$ref"].partition("#/")
        file = file or node.file
        found: Any = self.document(file)
        for key in pointer.split("/"):
            found = found[key.replace("~1", "/").replace("~0", "~")]
        return Node(found, file)

    def child(self, nodes: Nodes, key: str | int, data: Any) -> Nodes:
        """What speaks of the value under a key (or at a list position); `data` is that value."""
        steps = (_step(node, key) for node in nodes)
        return tuple(inner for step in steps if step for inner in self._branches(step, data))

    def along(self, file: str, data: Any, path: KeyPath) -> Iterator[Nodes]:
        """What speaks of each place from the top of a file down to `path`."""
        nodes = self.root(file, data)
        yield nodes
        for key in path:
            data = _inner(data, key)
            nodes = self.child(nodes, key, data)
            yield nodes

    def _branches(self, node: Node, data: Any) -> Iterator[Node]:
        yield node
        if "$ref" in node.schema:
            yield from self._branches(self.target(node), data)
        for part in node.schema.get("allOf", ()):
            yield from self._branches(Node(part, node.file), data)
        if "if" in node.schema:
            word = "then" if holds(node.schema["if"], data) else "else"
            if word in node.schema:
                yield from self._branches(Node(node.schema[word], node.file), data)


def first(nodes: Nodes, keyword: str) -> Any:
    """The nearest word on a matter (`title`, `examples`, …), None where nobody speaks of it."""
    return next((node.schema[keyword] for node in nodes if keyword in node.schema), None)


def keys(nodes: Nodes) -> tuple[str, ...]:
    """The keys that may stand in a mapping, in the order of the schema."""
    return tuple(dict.fromkeys(key for node in nodes for key in node.schema.get("properties", ())))


def holds(condition: Mapping[str, Any], data: Any) -> bool:
    """Whether data meet an `if`: of the few words that conditions in these schemas are made of."""
    return all(_CONDITIONS[word](asked, data) for word, asked in condition.items() if word in _CONDITIONS)


def _holds_properties(asked: Mapping[str, Any], data: Any) -> bool:
    return not isinstance(data, dict) or all(holds(one, data[key]) for key, one in asked.items() if key in data)


_CONDITIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": lambda asked, data: isinstance(data, {"object": dict, "array": list}.get(asked, object)),
    "required": lambda asked, data: not isinstance(data, dict) or all(key in data for key in asked),
    "properties": _holds_properties,
    "const": lambda asked, data: bool(asked == data),
    "enum": lambda asked, data: data in asked,
    "not": lambda asked, data: not holds(asked, data),
    "anyOf": lambda asked, data: any(holds(one, data) for one in asked),
}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as JSON Schema means it: `$` is the very end, where Python's lets a line break follow."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


def _step(node: Node, key: str | int) -> Node | None:
    found = node.schema.get("items") if isinstance(key, int) else _under_key(node.schema, key)
    return Node(found, node.file) if isinstance(found, dict) else None


def _under_key(schema: Mapping[str, Any], key: str) -> Any:
    if key in schema.get("properties", ()):
        return schema["properties"][key]
    for pattern, inner in schema.get("patternProperties", {}).items():
        if compiled(pattern).search(key):
            return inner
    return schema.get("additionalProperties")


def _inner(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(str(key))
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None
