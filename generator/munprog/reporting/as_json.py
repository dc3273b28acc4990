"""Findings for a program to read: schemas/report.schema.json describes the form."""

from __future__ import annotations

from typing import Any

from munprog.diagnostics import Finding, Place, Related, Waived
from munprog.reporting.printed import printed
from munprog.reporting.report import Counts, ProgramCounts, Report

_FORM = 1
"""Grows when a field changes its meaning or goes; new fields do not count."""


def as_json(report: Report) -> str:
    return printed(_report(report))


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": _FORM,
        "tool": {"name": "munprog", "version": report.version},
        "summary": {
            "programs": report.extent.programs,
            "files": report.extent.files,
            **_counts(report.counts),
        },
        "programs": [_program(one) for one in report.programs],
        "findings": [_finding(finding) for finding in report.findings],
        "waived": [_waived(one) for one in report.waived],
        "known": [_finding(one) for one in report.known],
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "errors": counts.errors,
        "warnings": counts.warnings,
        "notes": counts.notes,
        "waived": counts.waived,
        "known": counts.known,
    }


def _program(program: ProgramCounts) -> dict[str, Any]:
    return {"folder": program.name, "title": program.title, **_counts(program.counts)}


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
        **({"where": place.where} if place.where else {}),
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
