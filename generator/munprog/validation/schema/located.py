"""What the check needs of a section that was read: its data, and where they stand in the file."""

from __future__ import annotations

from typing import Any, Protocol

from munprog.diagnostics import KeyPath, Place


class Located(Protocol):
    """The part of `munprog.source.Source` that schemas use."""

    @property
    def data(self) -> Any: ...

    @property
    def refused(self) -> tuple[KeyPath, ...]:
        """Paths of values that have a finding already."""
        ...

    def place(self, path: KeyPath, *, key: bool = False) -> Place: ...
