"""What a row source offers to a table: records with named fields, and series of values over periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LEVELS = ("subprogram", "task", "direction", "section", "stage")
"""What heads over rows may be."""

Text = str | tuple[str, ...]
"""The content of a cell: one paragraph or several."""
EMPTY: Text = ("",)
"""A field that a person left empty: nothing takes its place, as the sign of the column does that of an empty string."""


def key_of(*ids: str) -> str:
    """The key of a value in a series: its period's id, or those of all its axes, whatever order they stand in."""
    return ids[0] if len(ids) == 1 else "\n".join(sorted(ids))


@dataclass(frozen=True, slots=True)
class Heading:
    """A head over a group of rows: a task, a direction, a section of a plan, a stage.

    `text` is what it says where the layout gives no pattern; `shown` is false for one that stands in the table only
    where the layout asks for its `level`.
    """

    text: str
    level: str = ""
    number: str = ""
    title: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table before it is laid out.

    Records with the same `parent` belong to one item: columns marked `merge` show it once. `groups` are the heads
    over the row, outermost first. A `label` marks a total: it takes the place of the merged columns.
    """

    fields: Mapping[str, Text] = field(default_factory=dict)
    series: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parent: str = ""
    groups: tuple[Heading, ...] = ()
    label: str = ""


Records = tuple[Record, ...]
