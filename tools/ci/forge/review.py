"""What the check of a change has to say: findings and differences, from JSON that munprog writes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forge import strict
from forge.refused import Refused

SEVERITIES = ("error", "warning", "note")
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")


@dataclass(frozen=True)
class Finding:
    code: str
    severity: str
    file: str
    line: int
    message: str
    hint: str


@dataclass(frozen=True)
class Program:
    title: str
    change: str
    """added, removed or nothing."""
    unread: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]
    """Title of the section, the difference in words."""


@dataclass(frozen=True)
class Review:
    findings: tuple[Finding, ...]
    programs: tuple[Program, ...]

    def count(self, severity: str) -> int:
        return sum(one.severity == severity for one in self.findings)

    @property
    def silent(self) -> bool:
        """Nobody waits for word of a change that leaves the programmes alone and breaks nothing."""
        return not self.programs and not self.count("error")


def review(findings: bytes, differences: bytes) -> Review:
    """From `validate --format json` and `diff --format json`. Raises Refused."""
    return Review(
        findings=tuple(_finding(one) for one in strict.objects(strict.loaded(findings, "findings.json"), "findings")),
        programs=tuple(
            _program(one) for one in strict.objects(strict.loaded(differences, "differences.json"), "programs")
        ),
    )


def _finding(data: Mapping[str, Any]) -> Finding:
    return Finding(
        code=code(data, "code"),
        severity=strict.one_of(data, "severity", SEVERITIES),
        file=strict.text(data, "file"),
        line=strict.natural(strict.member(data, "start"), "line"),
        message=strict.text(data, "message"),
        hint=strict.text(data, "hint") if data.get("hint") else "",
    )


def _program(data: Mapping[str, Any]) -> Program:
    return Program(
        title=strict.text(data, "title") or strict.text(data, "program"),
        change=strict.one_of(data, "change", ("added", "removed")) if data.get("change") else "",
        unread=tuple(strict.texts(data, "unread")),
        differences=tuple(
            (strict.text(one, "section_title"), strict.text(one, "text")) for one in strict.objects(data, "differences")
        ),
    )


def code(data: Mapping[str, Any], key: str) -> str:
    found = strict.text(data, key)
    if not _CODE.fullmatch(found):
        raise Refused("A code of a finding is not of its form")
    return found
