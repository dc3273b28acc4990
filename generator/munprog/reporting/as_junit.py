"""JUnit's XML, which every server that runs tests shows: a suite for each programme, a case for each finding.

An error is a failure; what does not fail a check – warnings, notes, waived findings – is a skipped case with its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from munprog.diagnostics import Finding, Severity
from munprog.reporting.as_text import SEVERITIES
from munprog.reporting.characters import visible
from munprog.reporting.places import where
from munprog.reporting.printed import told
from munprog.reporting.report import Report

_Case = tuple[Finding, str]
"""A finding and, where it is no failure, why."""


def as_junit(report: Report) -> str:
    cases = sorted(_cases(report), key=lambda one: (one[0].place.file, one[0].place.line, one[0].place.column))
    suites = []
    for name in (one.name for one in report.programs):
        suites.append(_suite(name, [one for one in cases if _lies_in(one, name)]))
        cases = [one for one in cases if not _lies_in(one, name)]
    if cases or not suites:  # profiles, templates
        suites.append(_suite("munprog", cases))
    counts = _counts(len(report.findings) + len(report.waived) + len(suites), report.findings, len(report.waived))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="munprog {escape(report.version)}" {counts}>\n'
    return f"{head}{''.join(suites)}</testsuites>\n"


def _lies_in(case: _Case, folder: str) -> bool:
    return case[0].place.file.startswith(f"{folder}/")


def _cases(report: Report) -> Iterator[_Case]:
    for one in report.findings:
        yield one, "" if one.severity is Severity.ERROR else SEVERITIES[one.severity]
    for waived in report.waived:
        yield waived.finding, f"исключение до {waived.until:%d.%m.%Y}: {visible(waived.reason)}"


def _suite(name: str, cases: list[_Case]) -> str:
    failed = [one for one, reason in cases if not reason]
    counts = _counts(len(cases) + 1, failed, len(cases) - len(failed), all_fail=True)
    title = quoteattr(visible(name))
    # A suite without a case would be no result at all to some servers.
    whole = f'    <testcase classname={title} name="Программа проверена" time="0"/>\n'
    return f"  <testsuite name={title} {counts}>\n{whole}{''.join(map(_case, cases))}  </testsuite>\n"


def _counts(tests: int, failed: Iterable[Finding], skipped: int, *, all_fail: bool = False) -> str:
    found = list(failed)
    failures = sum(all_fail or one.severity is Severity.ERROR for one in found)
    return f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped + len(found) - failures}" time="0"'


def _case(case: _Case) -> str:
    finding, reason = case
    place = finding.place
    file, spot = visible(place.file), where(place)
    name = f"{finding.code} {spot} {told(finding)}"
    line = "" if place.where else f' line="{place.line}"'
    head = f"    <testcase classname={quoteattr(file)} name={quoteattr(name)} file={quoteattr(file)}{line}"
    hint = f"\nПодсказка: {visible(finding.hint)}" if finding.hint else ""
    words = escape(f"{spot}: {finding.code} {told(finding)}{hint}")
    if reason:
        inner = f"      <skipped message={quoteattr(reason)}>{words}</skipped>\n"
    else:
        inner = f'      <failure type="{finding.code}" message={quoteattr(told(finding))}>{words}</failure>\n'
    return f'{head} time="0">\n{inner}    </testcase>\n'
