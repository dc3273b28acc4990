"""The finding and the place it points at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

KeyPath = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value."""


class Severity(StrEnum):
    """How much a finding weighs: only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. `excerpt` is the text of its first line, so that a report needs no file.

    `where` names the place in a file that has no lines of its own, as a person would («таблица 3, строка 2, ячейка 1»):
    `line` is then the running number of the paragraph and serves the order of findings alone, columns count in
    `excerpt`.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    excerpt: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding names, and what stands there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at the place where it is to be mended.

    `basis` is what the demand rests on: the source's clause and the requirement's id, ready to print. `item` names the
    place in words that outlive lines (`indicators/кадры/measures/доля/values/2025`); empty where there is no such name.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    basis: str = ""
    related: tuple[Related, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the programme's authors ask to put up with: why, until which day, and where they say so."""

    finding: Finding
    reason: str
    until: date
    place: Place
