"""What a row source offers to a table: records with named fields, and series of values over periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Text = str | tuple[str, ...]
"""The content of a cell: one paragraph or several."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table before it is laid out.

    Records with the same `parent` belong to one item: columns marked `merge` show it once. `groups` are the heads
    over the row, outermost first. A `label` marks a total: it takes the place of the merged columns.
    """

    fields: Mapping[str, Text] = field(default_factory=dict)
    series: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parent: str = ""
    groups: tuple[str, ...] = ()
    label: str = ""


Records = tuple[Record, ...]
