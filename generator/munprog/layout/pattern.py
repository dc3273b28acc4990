"""Patterns of a layout: a text with places for values, as «Задача {number}. {title}{, unit}»."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([^\w{}]*)([a-z_]+)([^\w{}]*)\}")


def names_in(pattern: str) -> tuple[str, ...]:
    """The values that a pattern asks for."""
    return tuple(found[2] for found in _PLACE.finditer(pattern))


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with its values; marks inside the braces, as in `{, unit}`, are printed only with a value.

    Nothing but a name can be asked for; what has no value gives nothing.
    """

    def value(found: re.Match[str]) -> str:
        text = values.get(found[2], "")
        return f"{found[1]}{text}{found[3]}" if text else ""

    return _PLACE.sub(value, pattern)
