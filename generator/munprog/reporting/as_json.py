"""Findings for a program to read: schemas/report.schema.json describes the form."""

from __future__ import annotations

import json
import re
from typing import Any

from munprog.diagnostics import Finding, Place, Related, Severity, Waived
from munprog.reporting.characters import is_hidden
from munprog.reporting.report import Report

_FORM = 1
"""Grows when a field changes its meaning or goes; new fields do not count."""

_NOT_PRINTABLE = re.compile(r"[^\x20-\x7e\n]")


def as_json(report: Report) -> str:
    text = json.dumps(_report(report), ensure_ascii=False, indent=2)
    # The parser sees the same value; a terminal that the report is printed on sees no control character.
    return _NOT_PRINTABLE.sub(lambda found: _escaped(found[0]), text) + "\n"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if is_hidden(character) else character


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": _FORM,
        "tool": {"name": "munprog", "version": report.version},
        "summary": {
            "programs": report.extent.programs,
            "files": report.extent.files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "waived": len(report.waived),
        },
        "findings": [_finding(finding) for finding in report.findings],
        "waived": [_waived(one) for one in report.waived],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "basis": finding.basis,
        "hint": finding.hint,
        "item": finding.item,
        **_place(finding.place),
        "related": [_related(related) for related in finding.related],
    }


def _waived(waived: Waived) -> dict[str, Any]:
    waiver = {"reason": waived.reason, "until": waived.until.isoformat(), **_place(waived.place)}
    return {**_finding(waived.finding), "waiver": waiver}


def _related(related: Related) -> dict[str, Any]:
    return {"message": related.message, **_place(related.place)}


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
