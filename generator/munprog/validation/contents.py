"""The readable sections walked once, for all rules that look at every value or every text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.source import values
from munprog.validation import links
from munprog.validation.prose import Prose, prose


@dataclass(frozen=True)
class Contents:
    """All that `data` hold, with key paths that begin with the section, in the order of the files."""

    data: Mapping[str, Any]

    @cached_property
    def values(self) -> tuple[tuple[KeyPath, Any], ...]:
        return tuple((path, value) for path, value in values(self.data) if path)

    @cached_property
    def texts(self) -> tuple[tuple[KeyPath, str], ...]:
        return tuple((path, value) for path, value in self.values if isinstance(value, str))

    @cached_property
    def mappings(self) -> tuple[tuple[KeyPath, Mapping[str, Any]], ...]:
        return tuple((path, value) for path, value in self.values if isinstance(value, dict))

    @cached_property
    def defined(self) -> tuple[links.Found, ...]:
        """Every id that an item bears."""
        return tuple(links.defined(self.data))

    @cached_property
    def linked(self) -> tuple[links.Found, ...]:
        """Every id by which one item leads to another."""
        return tuple(links.linked(self.data))

    @cached_property
    def prose(self) -> Prose:
        return prose(self.texts)
