"""What can be wrong with a template, and with a document made from it, as findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from munprog.diagnostics import Finding, Place, Severity

BODY_PART = "word/document.xml"

UNKNOWN_NAME = "TPL001"
FORBIDDEN_TAG = "TPL002"
SYNTAX = "TPL003"
FORBIDDEN_PART = "TPL004"
FORBIDDEN_FIELD = "TPL005"
MISSING_STYLE = "TPL006"
TOO_LARGE = "TPL007"
NOT_A_DOCUMENT = "TPL008"
WRONG_SPOT = "TPL009"
WRONG_VALUE = "TPL010"
NOT_PRINTED = "TPL011"
LOST = "TPL012"
BAD_CHARACTER = "TPL013"


class TemplateFault(Exception):
    """A template that cannot be used, or a document that came out wrong. Carries at least one finding."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        # The only argument, so that the exception survives the way out of a worker process.
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(f"{fault.place.file}: {fault.code} {fault.message}" for fault in self.findings)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a template something stands: the part, the number of the paragraph in it (from 1) and its text."""

    file: str
    part: str = BODY_PART
    paragraph: int = 1
    excerpt: str = ""

    def finding(self, code: str, message: str, hint: str = "") -> Finding:
        """An error whose line is the number of the paragraph: a DOCX has no lines of its own."""
        where = "" if self.part == BODY_PART else f"{self.part}: "
        paragraph = max(self.paragraph, 1)
        end = len(self.excerpt) + 1
        place = Place(self.file, paragraph, 1, paragraph, end, self.excerpt)
        return Finding(code, Severity.ERROR, where + message, place, hint)

    def fault(self, code: str, message: str, hint: str = "") -> TemplateFault:
        return TemplateFault([self.finding(code, message, hint)])
