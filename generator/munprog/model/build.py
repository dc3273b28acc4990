"""From the data of the sections to the typed programme.

The data have passed their schemas, so only what a schema cannot say is found here: a date that no calendar has, a
`when` in no known form. Such a section is left out and the fault reported.
"""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from munprog.diagnostics import KeyPath
from munprog.model import blocks
from munprog.model.analysis import Analysis
from munprog.model.dates import DATE_PATTERN, parse_date
from munprog.model.expertise import Expertise
from munprog.model.finance import Finance
from munprog.model.general import General
from munprog.model.goals import Goals
from munprog.model.indicators import Indicators
from munprog.model.item import REQUIRED, Item
from munprog.model.mechanisms import Mechanisms
from munprog.model.minutes import Minutes
from munprog.model.numbers import Value, as_written, parse_number
from munprog.model.numerals import Numbering
from munprog.model.order import Order
from munprog.model.passport import Passport
from munprog.model.plan import Plan
from munprog.model.profile import RuleSetting
from munprog.model.program import Program
from munprog.model.report import YearReport
from munprog.model.section import FreeSection
from munprog.model.signoff import SignOffs
from munprog.model.when import Moment, parse_moment

SECTIONS: Mapping[str, type[Item]] = {
    "program": General,
    "passport": Passport,
    "analysis": Analysis,
    "goals": Goals,
    "indicators": Indicators,
    "plan": Plan,
    "finance": Finance,
    "mechanisms": Mechanisms,
    "order": Order,
    "expertise": Expertise,
    "signoff": SignOffs,
}
FOLDERS: Mapping[str, type[Item]] = {"sections": FreeSection, "minutes": Minutes, "monitoring": YearReport}
"""Folders of which every file is a section of one kind; its name is `<folder>/<file>`."""

_BLOCKS: Mapping[str, type[blocks.Block]] = {
    "абзац": blocks.Paragraph,
    "список": blocks.ListBlock,
    "заголовок": blocks.Heading,
    "определение": blocks.Definition,
    "таблица": blocks.DataTable,
    "данные": blocks.TableReference,
    "пункты": blocks.ClauseList,
    "новая редакция": blocks.Quotation,
}

_BLOCK_KINDS: Mapping[type[object], str] = {kind: word for word, kind in _BLOCKS.items()}


def block_kind(value: object) -> str:
    """The word of the YAML for a block's kind; empty for what is no block."""
    return _BLOCK_KINDS.get(type(value), "")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A value that no form fits; `form` is `date`, `when` or `number`."""

    path: KeyPath
    form: str
    text: str


T = TypeVar("T")


class _Refused(Exception):
    def __init__(self, fault: Unreadable) -> None:
        super().__init__(fault)
        self.fault = fault


def build(
    sections: Mapping[str, Any], unknown: frozenset[str] = frozenset()
) -> tuple[Program | None, tuple[Unreadable, ...]]:
    """Make the programme of valid sections (name → data); None where program.yaml itself is unknown.

    `unknown` names sections that could not be read; those refused here join them.
    """
    built: dict[str, Item] = {}
    faults: list[Unreadable] = []
    for name, data in sections.items():
        folder, slash, _ = name.partition("/")
        try:
            built[name] = construct(FOLDERS[folder] if slash else SECTIONS[name], data, (name,))
        except _Refused as refusal:
            faults.append(refusal.fault)
    refused = unknown | {str(fault.path[0]) for fault in faults}
    if "program" not in built:
        return None, tuple(faults)
    general = built.pop("program")
    held = {
        folder: tuple(built.pop(name) for name in sorted(built) if name.startswith(f"{folder}/")) for folder in FOLDERS
    }
    return Program(general=general, unknown=refused, **held, **built), tuple(faults)  # type: ignore[arg-type]


def construct(kind: type[T], data: Any, path: KeyPath = ()) -> T:
    """Make one value of a model class from plain data that its schema has accepted."""
    value: T = _value(kind, data, path)
    return value


def _value(hint: Any, data: Any, path: KeyPath) -> Any:
    read = _READERS.get(hint)
    if read:
        return read(data, path)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(hint, data, path)
    if origin is tuple:
        return _tuple(hint, data, path)
    if origin is not None and issubclass(origin, Mapping):
        inner = get_args(hint)[1]
        return {key: _value(inner, data[key], (*path, key)) for key in _in_order(data or {})}
    return _record(hint, data, path)


def _in_order(data: Mapping[str, Any]) -> Sequence[str]:
    """Years follow each other, in whatever order they are written: what a document prints may not hang on that."""
    return sorted(data) if all(key[:4].isdecimal() for key in data) else list(data)


def _record(kind: Any, data: Any, path: KeyPath) -> Any:
    if not isinstance(data, Mapping):
        data = {kind.shorthand: data}
    values = {
        name: _value(hint, data.get(name), (*path, name))
        for name, hint, required in _plan(kind)
        if required or data.get(name) is not None
    }
    return kind(path=path, **values)


@cache
def _plan(kind: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple((name, hints[name], default is REQUIRED) for name, default in kind.fields.items() if name != "path")


def _union(hint: Any, data: Any, path: KeyPath) -> Any:
    options = [option for option in get_args(hint) if option is not type(None)]
    if blocks.Paragraph in options:
        return _block(data, path)
    if len(options) == 2:  # a text, or a value for each period; yes or no, or how
        simple = isinstance(data, bool) if options[0] is bool else not isinstance(data, Mapping | list)
        return _value(options[0] if simple else options[1], data, path)
    return None if data is None else _value(options[0], data, path)


def _tuple(hint: Any, data: Any, path: KeyPath) -> tuple[Any, ...]:
    if data is None:
        return ()
    inner = get_args(hint)[0]
    if not isinstance(data, list):
        return (_value(inner, data, path),)
    return tuple(_value(inner, item, (*path, at)) for at, item in enumerate(data))


def _block(data: Any, path: KeyPath) -> Any:
    if not isinstance(data, Mapping):
        return blocks.Paragraph(text=as_written(data), path=path)
    return _record(_BLOCKS[data["kind"]], data, path)


def _date(data: Any, path: KeyPath) -> datetime.date:
    found = parse_date(str(data))
    if found is None:
        raise _Refused(Unreadable(path, "date", str(data)))
    return found


def _moment(data: Any, path: KeyPath) -> Moment:
    if isinstance(data, Mapping) and "text" in data:
        return Moment(data["text"])
    words, note = (data["when"], data.get("note", "")) if isinstance(data, Mapping) else (data, "")
    found = parse_moment(as_written(words), note)
    if found is None:
        raise _Refused(_no_moment(as_written(words), (*path, "when") if isinstance(data, Mapping) else path))
    return found


def _no_moment(text: str, path: KeyPath) -> Unreadable:
    """A day that no calendar has is told by itself: the words around it are in order."""
    impossible = next((day for day in re.findall(DATE_PATTERN, text) if parse_date(day) is None), None)
    return Unreadable(path, "date", impossible) if impossible else Unreadable(path, "when", text)


def _rule_setting(data: Any, path: KeyPath) -> RuleSetting:
    """What stands beside the severity are parameters, whose types the rule alone knows."""
    rest = {key: value for key, value in data.items() if key != "severity"}
    return RuleSetting(severity=data.get("severity", ""), parameters=rest, path=path)


def _decimal(data: Any, path: KeyPath) -> Decimal:
    found = parse_number(data)
    if found is None:
        raise _Refused(Unreadable(path, "number", as_written(data)))
    return found


_READERS: Mapping[Any, Callable[[Any, KeyPath], Any]] = {
    str: lambda data, _: as_written(data),
    bool: lambda data, _: bool(data),
    int: lambda data, _: int(data),
    datetime.date: _date,
    Moment: _moment,
    Decimal: _decimal,
    Value: lambda data, _: Value.of(data),
    RuleSetting: _rule_setting,
    Numbering: lambda data, _: Numbering.of(data),
}
