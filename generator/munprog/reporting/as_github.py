"""Annotations on the changed lines of a pull request: workflow commands of GitHub Actions."""

from __future__ import annotations

from munprog.diagnostics import Finding, Place, Severity
from munprog.reporting.as_text import summary
from munprog.reporting.characters import visible
from munprog.reporting.places import where as where_of
from munprog.reporting.printed import told
from munprog.reporting.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_github(report: Report) -> str:
    return "".join(f"{_command(finding)}\n" for finding in report.findings) + f"{summary(report)}\n"


def _command(finding: Finding) -> str:
    place = finding.place
    where: dict[str, object] = {"file": visible(place.file)}
    if not place.where:
        where |= {"line": place.line, "endLine": place.end_line}
    if not place.where and place.line == place.end_line:  # of a stretch of several lines GitHub shows no columns
        where |= {"col": place.column, "endColumn": place.end_column}
    where["title"] = finding.code
    properties = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in where.items())
    also = (f"см. также: {_also(one.place)}: {visible(one.message)}" for one in finding.related)
    lines = [
        f"{visible(place.where)}: {told(finding)}" if place.where else told(finding),
        *([f"Подсказка: {visible(finding.hint)}"] if finding.hint else ()),
        *also,
    ]
    text = "\n".join(lines).translate(_DATA)
    return f"::{_COMMANDS[finding.severity]} {properties}::{text}"


def _also(place: Place) -> str:
    return where_of(place) if place.where else f"{visible(place.file)}:{place.line}"
