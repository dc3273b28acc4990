"""What is wrong with a section, fault by fault: jsonschema finds, this module keeps one of each.

Only facts of an error are used (`validator`, `validator_value`, `instance`, the path), never a library's words.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.validation.schema.dialect import extras, make_validator
from munprog.validation.schema.guess import meant
from munprog.validation.schema.nodes import Documents, first, keys

_FOREMOST = ("type", "enum", "const", "minLength", "minItems", "minProperties", "pattern", "anyOf")
"""What may be wrong with one value, the most telling first: the rest follows from it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `word` is the keyword of the schema that is not met, `asked` what it asks for, at `path`.

    `key` is the missing or unknown key, `guess` the one that an unknown key was meant to be; `repeats` are positions
    of items that stand in a list already.
    """

    word: str
    path: KeyPath
    asked: Any = None
    value: Any = None
    key: str = ""
    guess: str = ""
    repeats: tuple[int, ...] = ()


Explain = Callable[[Any], list[Fault]]


def make_explainer(documents: Documents, file: str) -> Explain:
    """Prepare the explanation of one section.

    A misspelt key is first read as what it was meant to be, so that what follows from it is not reported beside it.
    """
    iter_errors = make_validator(documents, file).iter_errors

    def explain(data: Any) -> list[Fault]:
        faults = [_with_guess(documents, file, data, fault) for fault in _faults(iter_errors(data))]
        misspelt = [fault for fault in faults if fault.guess]
        if not misspelt:
            return faults
        places = {(*fault.path, fault.guess) for fault in misspelt}
        rest = _faults(iter_errors(_repaired(data, misspelt)))
        return misspelt + [fault for fault in rest if not any(fault.path[: len(one)] == one for one in places)]

    return explain


def _with_guess(documents: Documents, file: str, data: Any, fault: Fault) -> Fault:
    if fault.word != "additionalProperties":
        return fault
    *_, nodes = documents.along(file, data, fault.path)
    titles = {
        key: str(first(documents.child(nodes, key, None), "title") or "")
        for key in keys(nodes)
        if key not in fault.value
    }
    return replace(fault, guess=meant(fault.key, titles))


def _repaired(data: Any, misspelt: Iterable[Fault]) -> Any:
    repaired = copy.deepcopy(data)
    for fault in sorted(misspelt, key=lambda one: len(one.path), reverse=True):
        holder = repaired
        for key in fault.path:
            holder = holder[key]
        holder.setdefault(fault.guess, holder.pop(fault.key))
    return repaired


def _faults(errors: Iterable[Any]) -> list[Fault]:
    """One fault for each missing or unknown key, one for each value, one for the repeats of a list."""
    keyed: dict[tuple[KeyPath, str], Fault] = {}
    values: dict[KeyPath, Fault] = {}
    for error in errors:
        for fault in _of(error):
            if fault.key or fault.repeats:
                keyed.setdefault((fault.path, fault.key), fault)
            elif fault.path not in values or _rank(fault) < _rank(values[fault.path]):
                values[fault.path] = fault
    wanting = {path for path, key in keyed if key}
    kept = [fault for fault in values.values() if not (fault.word == "minProperties" and fault.path in wanting)]
    return [*keyed.values(), *kept]


def _of(error: Any) -> Iterator[Fault]:
    path, value = tuple(error.absolute_path), error.instance
    if error.validator == "required":
        yield from (Fault("required", path, value=value, key=key) for key in error.validator_value if key not in value)
    elif error.validator == "additionalProperties":
        yield from (Fault("additionalProperties", path, value=value, key=key) for key in extras(value, error.schema))
    elif error.validator == "uniqueItems":
        yield Fault("uniqueItems", path, repeats=tuple(at for at, one in enumerate(value) if one in value[:at]))
    else:
        yield Fault(str(error.validator), path, error.validator_value, value)


def _rank(fault: Fault) -> tuple[int, int]:
    """Of two complaints about a type, the one that allows more is the outer one."""
    order = _FOREMOST.index(fault.word) if fault.word in _FOREMOST else len(_FOREMOST)
    kinds = len(fault.asked) if fault.word == "type" and isinstance(fault.asked, list) else 0
    return order, -kinds
