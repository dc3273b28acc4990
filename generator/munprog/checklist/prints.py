"""Prints of the data that an answer rests on: they change with the data, and with nothing else."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""Letters alone, so that no YAML reader takes a print for a number."""
_LENGTH = 10


def print_of(data: Mapping[str, Any], keys: Iterable[str]) -> str:
    """Ten letters for what stands under the keys (`goals.tasks`). Spelling of spaces and the order of keys do not
    count; comments and places do not either."""
    content = [_plain(_under(data, key.split("."))) for key in keys]
    written = json.dumps(content, ensure_ascii=True, sort_keys=True, default=str)
    return sha256(written.encode()).hexdigest()[:_LENGTH].translate(_LETTERS)


def _under(data: Any, keys: list[str]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", " ".join(value.split()))
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
