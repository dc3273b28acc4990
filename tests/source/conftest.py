"""Texts in which ⟦ and ⟧ show the place that a finding is to name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from munprog.diagnostics import Finding, Severity
from munprog.source import read_bytes
from tests.wording import assert_well_told

Expect = Callable[..., Finding]


def _position(before: str) -> tuple[int, int]:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def _expect(marked: str, code: str, message: str, hint: str = "") -> Finding:
    before, _, rest = marked.partition("⟦")
    inside, _, after = rest.partition("⟧")
    source = read_bytes((before + inside + after).encode(), name="раздел.yaml")

    assert [finding.code for finding in source.findings] == [code]
    (finding,) = source.findings
    assert finding.message == message
    assert hint in finding.hint
    assert_well_told(finding)
    assert finding.severity is Severity.ERROR
    place = finding.place
    assert place.file == "раздел.yaml"
    assert (place.line, place.column) == _position(before)
    assert (place.end_line, place.end_column) == _position(before + inside)
    line = (before.replace("\r", "\n").rpartition("\n")[2] + inside + after).replace("\r", "\n").split("\n")[0]
    assert place.excerpt == line
    return finding


@pytest.fixture
def expect() -> Expect:
    """Read a marked text and check that it has this one finding, there and nowhere else."""
    return _expect
