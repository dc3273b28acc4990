"""What checks find, and the case that they look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from munprog.inspection.acts import Act
from munprog.inspection.document import Document, Paragraph
from munprog.inspection.standard import Standard


@dataclass(frozen=True, slots=True)
class Case:
    """A document, what kind of act it seems to be, and the standard it is measured by."""

    document: Document
    act: Act
    standard: Standard

    def limit(self, name: str) -> float:
        return float(self.standard.limits[name])


@dataclass(frozen=True, slots=True)
class Fault:
    """Faults of one code and message are one finding with several places, so a message quotes nothing of a paragraph.

    `part` are the first and the last character of the paragraph's text that are meant, the last exclusive.
    """

    code: str
    requirement: str
    message: str
    hint: str = ""
    at: Paragraph | None = None
    where: str = ""
    part: tuple[int, int] | None = None


Check = Callable[[Case], Iterator[Fault]]
