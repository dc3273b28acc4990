"""Code quality reports of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

from munprog.diagnostics import Severity
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
                "description": told_whole(one),
                "severity": _SEVERITIES[one.severity],
                "fingerprint": mark,
                "location": {
                    "path": one.place.file,
                    "lines": {"begin": one.place.line, "end": one.place.end_line},
                },
            }
            for one, mark in zip(report.findings, marks, strict=True)
        ]
    )
