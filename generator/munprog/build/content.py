"""What documents are made of, as digests: where they are equal, the documents are.

Nothing heavy is imported here: it is by these digests that a build finds it has nothing to render.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import munprog
from munprog.model.item import Record

_LIBRARIES = ("docxtpl", "jinja2", "lxml", "markupsafe", "python-docx", "segno")
"""What else leaves its traces in the bytes of a document."""
_SCALARS = (str, bool, int, float)


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def digest_of(*values: object) -> str:
    """The digest of values of the model, of layouts and of contexts: of every field, in the order it is held in.

    Raises `TypeError` for a value of another kind.
    """
    text = json.dumps([_plain(one) for one in values], ensure_ascii=False, separators=(",", ":"))
    return digest(text.encode("utf-8", "surrogatepass"))


@cache
def tool_digest() -> str:
    """The tool itself: its code, whatever version it says it is, the libraries beneath it and the packer."""
    from importlib.metadata import version

    root = Path(munprog.__file__).parent
    code = {path.relative_to(root).as_posix(): digest(path.read_bytes()) for path in sorted(root.rglob("*.py"))}
    return digest_of(code, {name: version(name) for name in _LIBRARIES}, zlib.ZLIB_RUNTIME_VERSION)


def _plain(value: Any) -> Any:
    """A text stands for itself, all else bears the name of its type: equal data of two types are not equal."""
    if value is None or isinstance(value, _SCALARS):
        return value
    if isinstance(value, tuple | list):
        return ["[]", *map(_plain, value)]
    names = _fields_of(type(value))  # type: ignore[arg-type]  # a type is hashable
    if names is not None:
        return [type(value).__name__, *(_plain(getattr(value, name)) for name in names)]
    if isinstance(value, Mapping):
        return ["{}", *([_plain(key), _plain(one)] for key, one in value.items())]
    if isinstance(value, set | frozenset):
        return ["set", *sorted(json.dumps(_plain(one), ensure_ascii=False) for one in value)]
    if isinstance(value, Decimal | date):
        return [type(value).__name__, str(value)]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    raise TypeError(f"no digest for {type(value).__name__}")


@cache
def _fields_of(kind: type[object]) -> tuple[str, ...] | None:
    """The fields of a record or a dataclass; None for a type that has none."""
    if issubclass(kind, Record):
        return tuple(kind.fields)
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else None
