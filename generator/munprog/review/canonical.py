"""A typed value as plain data in one canonical form.

Places, order of keys, comments and ways of writing are gone; fields at their default are left out, so that a field
that a newer version adds changes nothing in programmes that do not use it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from munprog.model.build import block_kind
from munprog.model.item import Record
from munprog.model.numbers import Value
from munprog.model.when import Moment


def canonical(value: Any) -> Any:
    """Plain data for any value of the model: texts, booleans, lists and mappings with sorted keys."""
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, Mapping):
        return {str(key): canonical(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [canonical(one) for one in value]
    return _leaf(value)


def canonical_text(value: Any) -> str:
    """The canonical form as one text: equal texts are equal values."""
    return json.dumps(canonical(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _record(value: Record) -> dict[str, Any]:
    plain = {
        name: canonical(getattr(value, name))
        for name, default in sorted(value.fields.items())
        if name != "path" and getattr(value, name) != default
    }
    kind = block_kind(value)
    return {"kind": kind, **plain} if kind else plain


def _leaf(value: Any) -> Any:
    if isinstance(value, Value):
        return value.text
    if isinstance(value, Moment):
        return value.printed
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        own = {one.name: getattr(value, one.name) for one in fields(value)}
        defaults = {one.name: one.default for one in fields(value) if one.default is not MISSING}
        return {name: canonical(one) for name, one in own.items() if name not in defaults or one != defaults[name]}
    if value is None or isinstance(value, str | bool | int):
        return value
    raise TypeError(f"no canonical form for {type(value).__name__}")
