"""What a report tells: the findings, and what was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from munprog.diagnostics import Finding, Severity, Waived


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was looked at."""

    programs: int
    files: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of each weight; `waived` by the programme, `known` from the list of old ones."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    waived: int = 0
    known: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding], *, waived: int = 0, known: int = 0) -> Counts:
        found = Counter(one.severity for one in findings)
        return cls(found[Severity.ERROR], found[Severity.WARNING], found[Severity.NOTE], waived, known)


@dataclass(frozen=True, slots=True)
class ProgramCounts:
    """One programme of many: its folder as shown, its title where it could be read."""

    name: str
    title: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the catalogue says of a code."""

    name: str
    severity: Severity
    title: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of reading, whatever order they came in.

    `waived` are those that programmes ask to put up with, `known` those that the list of old findings names; neither is
    among `findings`. `explanations` are by code, for formats that carry them.
    """

    findings: tuple[Finding, ...]
    extent: Extent
    version: str
    waived: tuple[Waived, ...] = ()
    known: tuple[Finding, ...] = ()
    programs: tuple[ProgramCounts, ...] = ()
    explanations: Mapping[str, Explanation] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=_order)))
        object.__setattr__(self, "waived", tuple(sorted(self.waived, key=lambda one: _order(one.finding))))
        object.__setattr__(self, "known", tuple(sorted(self.known, key=_order)))

    @property
    def counts(self) -> Counts:
        return Counts.of(self.findings, waived=len(self.waived), known=len(self.known))

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.file, place.line, place.column, finding.code, finding.message
