"""The schema files as data, and a walk over every schema in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from munprog.resources import SCHEMAS
from munprog.validation.schema import NAMES

FILES = {
    f"{name}.schema.json": json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    for name in ("common", *NAMES)
}

HOLDERS = ("properties", "patternProperties", "$defs")
LISTS = ("allOf", "anyOf")
SINGLE = ("items", "if", "then", "else", "not", "additionalProperties")


class Found(NamedTuple):
    file: str
    pointer: str
    schema: dict[str, Any]
    role: str
    """What it is to its holder: `property`, `definition`, `items`, `anyOf`, `condition`…"""

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


def walk(file: str) -> Iterator[Found]:
    yield from _walk(file, "", FILES[file], "root")


def everything() -> list[Found]:
    return [found for file in FILES for found in walk(file)]


def target(file: str, reference: str) -> dict[str, Any]:
    home, _, pointer = reference.partition("#/")
    schema: dict[str, Any] = FILES[home or file]
    for key in pointer.split("/"):
        schema = schema[key.replace("~1", "/").replace("~0", "~")]
    return schema


def _walk(file: str, pointer: str, schema: dict[str, Any], role: str) -> Iterator[Found]:
    yield Found(file, pointer, schema, role)
    for word in HOLDERS:
        for name, inner in schema.get(word, {}).items():
            step = name.replace("~", "~0").replace("/", "~1")
            yield from _walk(file, f"{pointer}/{word}/{step}", inner, _role(role, word))
    for word in LISTS:
        for at, inner in enumerate(schema.get(word, ())):
            yield from _walk(file, f"{pointer}/{word}/{at}", inner, _role(role, word))
    for word in SINGLE:
        if isinstance(schema.get(word), dict):
            yield from _walk(file, f"{pointer}/{word}", schema[word], _role(role, word))


def _role(role: str, word: str) -> str:
    """What stands in a condition only asks: it describes nothing that a person writes."""
    if role == "condition" or word in ("if", "then", "else", "not", "allOf"):
        return "condition"
    return {"properties": "property", "patternProperties": "property", "$defs": "definition"}.get(word, word)
