"""Where a finding is, in words that outlive the lines: `indicators/кадры/measures/доля-обученных/values/2025`.

Keys as they stand; of a list, the item's id, else the words by which a person would tell it from its neighbours. Lines
that move and items that change their order leave it as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from munprog.diagnostics import KeyPath

_NAMES = (
    "id", "activity", "school", "body", "document", "item", "code", "title", "name", "term", "short", "text", "number",
    "date", "position", "kind",
)  # fmt: skip
"""Keys whose value tells an item from its neighbours, the best first."""

_LONGEST = 60


def item_of(data: Mapping[str, Any], path: KeyPath) -> str:
    """The lasting name of a key path that begins with its section; `data` are the sections as read."""
    section, *rest = path
    words = [str(section)]
    value = data.get(str(section))
    for at, step in enumerate(rest):
        if isinstance(step, int):
            words.append(_of_list(value, step))
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            if at or step != section:
                words.append(_word(step))
            value = value.get(step) if isinstance(value, dict) else None
    return "/".join(words)


def _of_list(items: Any, position: int) -> str:
    """The name of an item; the second of one name is told from the first by its turn."""
    if not isinstance(items, list) or position >= len(items):
        return f"№{position + 1}"
    name = _name(items[position])
    before = sum(_name(one) == name for one in items[:position])
    if not name:
        return f"№{before + 1}"
    return f"{name} ({before + 1})" if before else name


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return _word(item)
    found = (item[name] for name in _NAMES if not isinstance(item.get(name), dict | list | None))
    return next((word for word in map(_word, found) if word), "")


def _word(value: Any) -> str:
    if isinstance(value, dict | list) or value is None:
        return ""
    text = unicodedata.normalize("NFC", " ".join(str(value).split())).replace("/", "∕")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
