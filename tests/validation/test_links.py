"""The patterns by which links are followed are those that the schemas note."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from munprog.resources import SCHEMAS
from munprog.validation.links import DEFINES, LINKS
from munprog.validation.schema import NAMES

Note = tuple[str, str, str]

AMONG_BLOCKS = ("/blocks", "/clauses")
"""What may stand inside itself in many ways: `munprog.validation.links` finds the ids there without patterns."""
DEPTH = 3
"""How often one definition may stand inside itself: sources of money in sources, three deep."""


@pytest.mark.parametrize(("patterns", "word"), [(DEFINES, "x-defines"), (LINKS, "x-link")], ids=["ids", "links"])
def test_patterns_are_those_of_the_schemas(patterns: tuple[Note, ...], word: str) -> None:
    noted = {note for name in NAMES for note in notes(name, word)}
    assert sorted(noted - set(patterns)) == []
    assert sorted(set(patterns) - noted) == []
    assert len(set(patterns)) == len(patterns)


def notes(name: str, word: str) -> Iterator[Note]:
    """Section, pattern and kind of every place that a schema notes."""
    file = f"{name}.schema.json"
    for pattern, kind in _walk(document(file), file, word, "", ()):
        yield name, pattern.removeprefix("."), kind


@cache
def document(file: str) -> Any:
    return json.loads((SCHEMAS / file).read_text("utf-8"))


def _walk(schema: Any, file: str, word: str, pattern: str, within: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if not isinstance(schema, dict):
        return
    if word in schema:
        yield pattern + ("{}" if "patternProperties" in schema else ""), schema[word]
    if "$ref" in schema and not schema["$ref"].endswith(AMONG_BLOCKS):
        home, _, pointer = schema["$ref"].partition("#/")
        target = f"{home or file}#/{pointer}"
        if within.count(target) < DEPTH:
            inner = document(home or file)
            for step in pointer.split("/"):
                inner = inner[step]
            yield from _walk(inner, home or file, word, pattern, (*within, target))
    for key, inner in schema.get("properties", {}).items():
        yield from _walk(inner, file, word, f"{pattern}.{key}", within)
    yield from _walk(schema.get("items"), file, word, f"{pattern}[]", within)
    for inner in (*schema.get("allOf", ()), *schema.get("anyOf", ()), schema.get("then"), schema.get("else")):
        yield from _walk(inner, file, word, pattern, within)
