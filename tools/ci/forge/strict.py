"""JSON of a stranger: each value is of the kind that is asked for, or all of it is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from forge.refused import Refused

_ITEMS = 20_000
"""Of a list."""
_LONGEST = 2_000
"""Characters of a text; the rest of it is left out."""
_GREATEST = 10_000_000


def loaded(content: bytes, name: str) -> Mapping[str, Any]:
    """Raises Refused."""
    try:
        data = json.loads(content.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused(f"{name} is no JSON") from None
    found: Mapping[str, Any] = _of(data, dict)
    return found


def objects(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [_of(one, dict) for one in _list(data, key)]


def texts(data: Mapping[str, Any], key: str) -> list[str]:
    return [_cut(_of(one, str)) for one in _list(data, key)]


def member(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _of(data.get(key), dict)
    return found


def text(data: Mapping[str, Any], key: str) -> str:
    return _cut(_of(data.get(key), str))


def natural(data: Mapping[str, Any], key: str) -> int:
    found = data.get(key)
    if type(found) is not int or not 1 <= found <= _GREATEST:
        raise Refused("A number of the check is not what it should be")
    return found


def one_of(data: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    found = text(data, key)
    if found not in allowed:
        raise Refused("A word of the check is not among the allowed")
    return found


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    found: list[Any] = _of(data.get(key), list)
    if len(found) > _ITEMS:
        raise Refused("A list of the check is too long")
    return found


def _of(value: object, kind: type) -> Any:
    if not isinstance(value, kind):
        raise Refused("The data of the check are not of their form")
    return value


def _cut(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


def _no_number(_: str) -> NoReturn:
    raise ValueError
