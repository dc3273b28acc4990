"""Hints: what the schema says is to be written at a place, and what the author most likely has in hand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from munprog.validation.schema.dialect import is_number
from munprog.validation.schema.explain import Fault
from munprog.validation.schema.guess import near, nearest_first
from munprog.validation.schema.nodes import Nodes, first

_LENGTH = 90

_BARE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`–][^#:,\[\]{}\"']*")
_UNIT = re.compile(r"([-−]?[0-9][0-9 \u00a0]*(?:[.,][0-9]+)?)[ \u00a0]*([^0-9\s.,].*)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TIGHT_DASH = re.compile(r"(?:^|\s)-([^\W\d_]\S*)")
_REFERENCE = re.compile(r"[^\W\d_]+:\S+")
_YES_NO: Mapping[str, str] = {"да": "true", "нет": "false", "yes": "true", "no": "false", "1": "true", "0": "false"}


def advise(nodes: Nodes, key: str = "") -> str:
    """What the schema says is to be written here, with its first example."""
    description = str(first(nodes, "description") or "")
    examples = first(nodes, "examples")
    if not examples:
        return description
    example = f"{key}: {inline(examples[0])}" if key else inline(examples[0])
    return f"{description} Например: {_written(example)}".strip()


def of_kind(fault: Fault, nodes: Nodes, key: str) -> str:
    """A value of the wrong kind: the same value put right where that can be told."""
    if hint := _mark_misread(fault):
        return hint
    ready = _put_right(fault)
    return f"Запишите так: {_written(f'{key}: {ready}')}" if ready and key else advise(nodes, key)


def of_choice(fault: Fault) -> str:
    values = [str(value) for value in (fault.asked if isinstance(fault.asked, list) else [fault.asked])]
    guess = near(str(fault.value), values)
    opening = f"Возможно, имелось в виду «{guess}». " if guess else ""
    return f"{opening}Можно написать: {listed(nearest_first(str(fault.value), values))}"


def of_form(fault: Fault, nodes: Nodes, form: str, key: str) -> str:
    """How the form is written; where a form has a definition of its own, in the words of that."""
    text = str(fault.value).strip()
    told = tuple(node for node in nodes if node.schema.get("x-form") == form) if form else nodes
    if form == "id" and (hint := _tight_dash(text)):
        return hint
    if form == "id" and (fixed := re.sub(r"[\W_]+", "-", text).strip("-")) and not fixed.isdigit():
        return f"Здесь подойдёт: {fixed}. {first(told, 'description')}"
    if form in ("number", "amount") and (found := _UNIT.fullmatch(text)):
        return f"Оставьте одно число, без «{found[2]}». {advise(told, key)}"
    return advise(told, key)


def of_wrong_key(fault: Fault, nodes: Nodes) -> str:
    told = tuple(node for node in nodes if "patternProperties" in node.schema)
    if fault.key[:1].isdigit() and fault.value[fault.key] is None:
        return "В фигурных скобках запятая отделяет ключи: число с запятой возьмите в кавычки. " + advise(told)
    year = _YEAR.search(fault.key)
    opening = f"Здесь подойдёт: {year[0]}. " if year else ""
    return f"{opening}{advise(told)}"


def of_emptiness(nodes: Nodes, key: str, *, needed: bool) -> str:
    remedy = "Впишите значение." if needed or not key else "Впишите значение или удалите ключ."
    return f"{remedy} {advise(nodes, key)}"


def listed(words: list[str]) -> str:
    """«а, б, в.» – with one full stop, whatever the last word ends with."""
    return f"{', '.join(words).removesuffix('.')}."


def inline(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, str):
        return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return str(value) if is_number(value) else json.dumps(value)


def cut(text: str, most: int = _LENGTH) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _written(yaml: str) -> str:
    """Between marks, so that the full stop of the sentence is no part of it."""
    return f"`{cut(yaml)}`."


def _mark_misread(fault: Fault) -> str:
    """The dash of an item, or the brackets of a reference, that YAML took for something else."""
    if "array" in _kinds(fault):
        written = next(iter(fault.value), "") if isinstance(fault.value, dict) else fault.value
        return _tight_dash(str(written))
    innermost = fault.value
    while isinstance(innermost, list) and len(innermost) == 1:
        innermost = innermost[0]
    if "string" in _kinds(fault) and isinstance(fault.value, list) and _REFERENCE.fullmatch(str(innermost)):
        quoted = _written(f'"[[{innermost}]]"')
        return f"Текст, который начинается со ссылки, возьмите в кавычки: {quoted}"
    return ""


def _tight_dash(text: str) -> str:
    found = _TIGHT_DASH.search(text)
    return f"После дефиса нужен пробел: {_written(f'- {found[1]}')}" if found else ""


def _kinds(fault: Fault) -> list[Any]:
    return fault.asked if isinstance(fault.asked, list) else [fault.asked]


def _put_right(fault: Fault) -> str:
    kinds = _kinds(fault)
    if "boolean" in kinds:
        return _YES_NO.get(str(fault.value).strip().casefold(), "")
    if "array" in kinds and isinstance(fault.value, str):
        return f"[{inline(fault.value)}]"
    if "string" in kinds and is_number(fault.value):
        return json.dumps(str(fault.value))
    return ""
