"""SARIF 2.1.0, which forges and editors read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from munprog.diagnostics import Finding, Place, Related, Waived
from munprog.reporting.characters import visible
from munprog.reporting.fingerprints import fingerprints
from munprog.reporting.printed import printed, told_whole
from munprog.reporting.report import Explanation, Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_KNOWN = "Прежняя находка: принята списком прежних находок."
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


def as_sarif(report: Report) -> str:
    """`explanations` of the report become the rules' help."""
    waived = {id(one.finding): one for one in report.waived}
    known = {id(one) for one in report.known}
    findings = [*report.findings, *(one.finding for one in report.waived), *report.known]
    codes = sorted({one.code for one in findings})
    results = [
        _result(one, codes.index(one.code), mark, _suppressions(waived.get(id(one)), id(one) in known))
        for one, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {
        "name": "munprog",
        "version": report.version,
        "language": "ru",
        "rules": [_rule(code, report.explanations.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "ru",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }
    return printed({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, explained: Explanation | None) -> dict[str, Any]:
    if explained is None:
        return {"id": code}
    return {
        "id": code,
        "name": explained.name,
        "shortDescription": {"text": _plain(explained.title)},
        "fullDescription": {"text": _plain(explained.what)},
        "help": {"text": _plain(f"{explained.what}\n\nПочему: {explained.why}\n\nПодробнее: munprog explain {code}")},
        "defaultConfiguration": {"level": explained.severity.value},
    }


def _result(finding: Finding, rule: int, mark: str, suppressions: list[dict[str, Any]]) -> dict[str, Any]:
    related = [{"id": at, **_related(one)} for at, one in enumerate(finding.related, 1)]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": _plain(told_whole(finding))},
        "locations": [_location(finding.place)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"munprogItem/v1": mark},
        "suppressions": suppressions,
    }


def _suppressions(waived: Waived | None, known: bool) -> list[dict[str, Any]]:
    if waived:
        text = f"{visible(waived.reason)} (до {waived.until:%d.%m.%Y})"
        return [{"kind": "inSource", "status": "accepted", "justification": text, "location": _location(waived.place)}]
    return [{"kind": "external", "status": "accepted", "justification": _KNOWN}] if known else []


def _related(related: Related) -> dict[str, Any]:
    return {"message": {"text": _plain(visible(related.message))}, **_location(related.place)}


def _location(place: Place) -> dict[str, Any]:
    if place.where:
        where = {"fullyQualifiedName": visible(place.where)}
        return {"physicalLocation": {"artifactLocation": _artifact(place.file)}, "logicalLocations": [where]}
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _artifact(file: str) -> dict[str, str]:
    uri = quote(file, safe="/", errors="backslashreplace")
    if _ABSOLUTE.match(file):
        return {"uri": f"file://{'' if uri.startswith('/') else '/'}{uri.replace('%3A', ':', 1)}"}
    return {"uri": uri, "uriBaseId": _ROOT}


def _plain(text: str) -> str:
    """A text that no viewer takes for one with links or placeholders (§3.11.5, §3.11.6)."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[", text))
