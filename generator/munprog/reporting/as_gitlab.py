"""Code quality reports of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

from munprog.diagnostics import Finding, Place, Severity
from munprog.reporting.characters import visible
from munprog.reporting.fingerprints import fingerprints
from munprog.reporting.printed import printed, told_whole
from munprog.reporting.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report) -> str:
    marks = fingerprints(report.findings)
    return printed(
        [
            {
                "type": "issue",
                "check_name": one.code,
                "description": _told(one),
                "severity": _SEVERITIES[one.severity],
                "fingerprint": mark,
                "location": {
                    "path": one.place.file,
                    "lines": _lines(one.place),
                },
            }
            for one, mark in zip(report.findings, marks, strict=True)
        ]
    )


def _told(finding: Finding) -> str:
    where = finding.place.where
    return f"{visible(where)}: {told_whole(finding)}" if where else told_whole(finding)


def _lines(place: Place) -> dict[str, int]:
    """GitLab asks for lines of every file, of a DOCX too."""
    return {"begin": 1, "end": 1} if place.where else {"begin": place.line, "end": place.end_line}
