"""What a report tells: the findings, and what was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from munprog.diagnostics import Finding, Severity, Waived


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was looked at."""

    programs: int
    files: int


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of reading, whatever order they came in."""

    findings: tuple[Finding, ...]
    extent: Extent
    version: str
    waived: tuple[Waived, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=_order)))
        object.__setattr__(self, "waived", tuple(sorted(self.waived, key=lambda one: _order(one.finding))))

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.file, place.line, place.column, finding.code, finding.message
