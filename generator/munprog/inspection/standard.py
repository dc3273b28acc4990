"""An edition of the standard as data: limits, how binding each requirement is, tables of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from munprog.diagnostics import Severity

_SEVERITIES: Mapping[str, Severity | None] = MappingProxyType(
    {"M": Severity.ERROR, "R": Severity.WARNING, "P": Severity.WARNING, "D": Severity.WARNING, "U": Severity.WARNING}
)
"""M – obligatory, R – recommended, P – practice, D – the tool's own choice, U – not verified. O, both are allowed, and
whatever else it says, is silent."""


@dataclass(frozen=True, slots=True)
class Standard:
    """`since` is the first day of documents that follow it; `limits` are in the units that their names tell."""

    id: str
    title: str
    since: date
    limits: Mapping[str, Any]
    requirements: Mapping[str, Mapping[str, str]]
    agreement: Mapping[str, str]
    """Kind of document → УТВЕРЖДЕНА and its kin."""
    verbs: Mapping[str, Sequence[str]]
    """Kind of act → the words that it may order with."""
    abbreviations: frozenset[str]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Standard:
        """The standard in the data of `schemas/standards/<id>.yaml`."""
        day, month, year = (int(part) for part in str(data["since"]).split("."))
        return cls(
            str(data["id"]),
            str(data["title"]),
            date(year, month, day),
            {key: _number(value) for key, value in data["limits"].items()},
            data["requirements"],
            {kind: word for word, kinds in data["agreement"].items() for kind in kinds},
            data["verbs"],
            frozenset(data["abbreviations"]),
        )

    def severity(self, requirement: str) -> Severity | None:
        """How much a breach of it weighs; None where the standard lets it pass."""
        return _SEVERITIES.get(self.requirements.get(requirement, {}).get("level", "D"))

    def basis(self, requirement: str) -> str:
        clause = self.requirements.get(requirement, {}).get("clause", "")
        return f"{self.title}{', ' + clause if clause else ''}; {requirement}"


def _number(value: Any) -> Any:
    return [float(one) for one in value] if isinstance(value, list) else float(value)


def in_force(standards: Sequence[Standard], day: date | None) -> Standard:
    """The edition that a document of this day follows; the newest one for a document without a date."""
    ordered = sorted(standards, key=lambda one: one.since)
    fitting = [one for one in ordered if day is None or one.since <= day]
    return fitting[-1] if fitting else ordered[0]
