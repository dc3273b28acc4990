"""Every value of the data that were read, with the path that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from munprog.diagnostics import KeyPath


def values(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """The data themselves under `path`, then all that is in them, in the order of the file."""
    stack = [(path, data)]
    while stack:
        path, value = stack.pop()
        yield path, value
        inner: Iterable[tuple[str | int, Any]] = ()
        if isinstance(value, dict):
            inner = value.items()
        elif isinstance(value, list):
            inner = enumerate(value)
        stack += reversed([((*path, key), one) for key, one in inner])


def texts(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The texts among them; keys are none."""
    return ((at, value) for at, value in values(data, path) if isinstance(value, str))
