"""Faults in words: code, message and hint of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from munprog.diagnostics import KeyPath
from munprog.validation.schema import advice, codes
from munprog.validation.schema.dialect import is_number
from munprog.validation.schema.explain import Fault
from munprog.validation.schema.nodes import Nodes, first

ANYWHERE = "waivers"
"""The key that any mapping may have: not worth a word among those that a place asks for."""

BLANK = " \t\r\n\u00a0\ufeff"

_EXPECTED: Mapping[str, str] = {
    "string": "текст",
    "array": "список",
    "object": "набор ключей",
    "integer": "целое число",
    "number": "число",
    "boolean": "true или false",
    "null": "пустое место",
}
_FORMS: Mapping[str, tuple[str, str]] = {
    "date": ("дата", "не похоже на дату"),
    "when": ("срок", "не похоже на срок"),
    "number": ("число", "не похоже на число"),
    "amount": ("число", "не похоже на число"),
    "id": ("обозначение", "не годится как обозначение"),
}
_BOUNDS: Mapping[str, str] = {"minimum": "меньше допустимого", "maximum": "больше допустимого"}
_SIZES = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")


class Text(NamedTuple):
    code: str
    message: str
    hint: str


def missing(fault: Fault, inner: Nodes) -> Text:
    """A missing key; `inner` speaks of its value."""
    message = f"Не указан обязательный ключ `{fault.key}`{_in_brackets(inner)}"
    return Text(codes.MISSING, message, advice.advise(inner, fault.key))


def unknown(fault: Fault, inner: Nodes, allowed: tuple[str, ...]) -> Text:
    """An unknown key; `inner` speaks of the key that it was meant to be."""
    free = [key for key in allowed if key not in fault.value and key != ANYWHERE]
    hint = advice.listed([f"Здесь могут стоять ключи: {', '.join(free)}"]) if free else "Удалите этот ключ."
    if fault.guess:
        hint = f"Возможно, имелось в виду `{fault.guess}`{_in_brackets(inner)}."
    return Text(codes.UNKNOWN, f"Неизвестный ключ `{fault.key}`", hint)


def wrong_key(fault: Fault, nodes: Nodes) -> Text:
    """A key of a mapping whose keys are data: years, ids of sources."""
    message = f"Ключ `{fault.key}` записан не по форме{_in_brackets(nodes)}"
    return Text(codes.FORM, message, advice.of_wrong_key(fault, nodes))


def repeated(item: Any, path: KeyPath, nodes: Nodes) -> Text:
    return Text(codes.SIZE, f"{_label(path, nodes)}: {_shown(item)} уже есть в этом списке", "Удалите повтор.")


def wrong_value(fault: Fault, nodes: Nodes, *, needed: bool) -> Text:
    """Anything that is wrong with one value; `needed` says that its key must stay."""
    label, form = _label(fault.path, nodes), str(first(nodes, "x-form") or "")
    key = fault.path[-1] if fault.path and isinstance(fault.path[-1], str) else ""
    if _is_empty(fault.value):
        hint = advice.of_emptiness(nodes, key, needed=needed)
        return Text(codes.SIZE, f"{label}: {_emptiness(fault.value)}", hint)
    if fault.word == "type":
        message = f"{label}: ожидается {_wanted(fault.asked, form)}, а здесь {_kind(fault.value, fault.asked)}"
        return Text(codes.TYPE, message, advice.advise(nodes, key) if form else advice.of_kind(fault, nodes, key))
    if fault.word in ("enum", "const"):
        message = f"{label}: {_shown(fault.value)} нет среди допустимых значений"
        return Text(codes.CHOICE, message, advice.of_choice(fault))
    if fault.word in _BOUNDS:
        message = f"{label}: {_shown(fault.value)} – {_BOUNDS[fault.word]} ({fault.asked})"
        return Text(codes.FORM, message, advice.advise(nodes, key))
    if fault.word in _SIZES:
        extent = "слишком мало" if fault.word.startswith("min") else "слишком много"
        return Text(codes.SIZE, f"{label}: {extent} (предел – {fault.asked})", advice.advise(nodes, key))
    _, misformed = _FORMS.get(form, ("", "записано не по форме"))
    message = f"{label}: {_shown(fault.value)} – {misformed}"
    return Text(codes.FORM, message, advice.of_form(fault, nodes, form, key))


def _label(path: KeyPath, nodes: Nodes) -> str:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if path and isinstance(path[-1], int):
        return f"`{key}`, пункт {path[-1] + 1}{_in_brackets(nodes)}"
    return f"`{key}`{_in_brackets(nodes)}" if key else f"Файл{_in_brackets(nodes)}"


def _in_brackets(nodes: Nodes) -> str:
    title = first(nodes, "title")
    return f" ({title})" if title else ""


def _is_empty(value: Any) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip(BLANK))


def _emptiness(value: Any) -> str:
    if value is None:
        return "значение не указано"
    if isinstance(value, list):
        return "список пуст"
    return "нет ни одного ключа" if isinstance(value, dict) else "пустой текст"


def _wanted(asked: str | list[str], form: str) -> str:
    if form in _FORMS:
        return _FORMS[form][0]
    kinds = [asked] if isinstance(asked, str) else asked
    return " или ".join(_EXPECTED[kind] for kind in kinds if kind != "null")


def _kind(value: Any, asked: str | list[str]) -> str:
    if isinstance(value, bool):
        return "true или false"
    if is_number(value):
        return "дробное число" if "integer" in asked else "число"
    return "набор ключей" if isinstance(value, dict) else "список" if isinstance(value, list) else "текст"


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return advice.cut(advice.inline(value), 50)
    return f"«{advice.cut(value, 50)}»" if isinstance(value, str) else str(value)


def basis(chain: list[Nodes]) -> str:
    """The requirements of the nearest place, up to the top, that names any."""
    found = next((named for nodes in reversed(chain) if (named := first(nodes, "x-requirement"))), ())
    return ", ".join(found)
