"""What a document seems to be: its kind, head, text, appendices, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from munprog.inspection.document import Document, Paragraph, Row
from munprog.inspection.words import NAME, SPACE

_KIND = re.compile(r"(приказ|постановление|распоряжение|решение|протокол|заключение)(?:\s+№.*)?", re.IGNORECASE)
_VERB = re.compile(
    r"(?:^|\s)(приказывает|приказываю|постановляет|постановляю|обязываю|распоряжаюсь|предлагаю|решил[аои]?|постановил[аои]?)\s*:$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"приложение(?:\s*№?\s*(\d+))?(?:\s+(к\s.*))?", re.IGNORECASE)
_HEAD = 40
_FAR_RIGHT = 2268
"""From 4 cm on a paragraph stands in the right zone, in twips."""
ORDERING = frozenset({"приказ", "постановление", "распоряжение", "решение"})


@dataclass(frozen=True, slots=True)
class Label:
    """«Приложение 1» on an appendix and the lines under it."""

    at: Paragraph
    number: str
    under: tuple[str, ...]
    position: int
    """Where it stands in `Document.filled`."""


@dataclass(frozen=True, slots=True)
class Act:
    """Positions count in `Document.filled`; -1 where there is none."""

    kind: str = ""
    kind_at: int = -1
    verb: str = ""
    verb_at: int = -1
    end: int = 0
    """Where the act ends and its appendices begin."""
    labels: tuple[Label, ...] = ()

    @property
    def orders(self) -> bool:
        """Whether it is an act that orders something, not its appendix alone."""
        return self.kind in ORDERING or bool(self.verb and self.kind != "протокол")


def act_of(document: Document) -> Act:
    filled = document.filled
    framed = {
        one for table in document.tables if table.bordered for row in table.rows for cell in row.cells for one in cell
    }
    labels = tuple(_labels(filled, framed))
    kind, kind_at = "", -1
    for at, one in enumerate(filled[:_HEAD]):
        found = next((match for line in one.lines if (match := _KIND.fullmatch(line))), None)
        if found and one not in framed:
            kind, kind_at = found[1].casefold(), at
            break
    verb, verb_at = "", -1
    for at, one in enumerate(filled[: 2 * _HEAD]):
        told = _VERB.search(one.plain)
        if told and at > kind_at and one not in framed:
            verb, verb_at = told[1].casefold(), at
            break
    # A label before the act's text belongs to a document that is itself an appendix.
    first = next((one.position for one in labels if one.position > max(kind_at, verb_at)), len(filled))
    if labels and labels[0].position < kind_at:
        kind, kind_at = "", -1
    if verb_at > first:
        verb, verb_at = "", -1
    return Act(kind, kind_at, verb, verb_at, first, labels)


def _labels(filled: Sequence[Paragraph], framed: set[Paragraph]) -> list[Label]:
    found = []
    for at, one in enumerate(filled):
        told = _LABEL.fullmatch(one.lines[0]) if one.lines and one not in framed else None
        if told is None:
            continue
        under = [*([told[2]] if told[2] else ()), *one.lines[1:]]
        after = at + 1
        while after < len(filled) and after < at + 6 and not _opens_title(filled[after], one):
            under += filled[after].lines
            after += 1
        if under or one.look.align in ("right", "center") or one.look.left >= _FAR_RIGHT:
            found.append(Label(one, told[1] or "", tuple(under), at))
    return found


def _opens_title(paragraph: Paragraph, label: Paragraph) -> bool:
    """Whether the label is over: a paragraph that stands otherwise than it, or another table."""
    same = paragraph.look.align == label.look.align and abs(paragraph.look.left - label.look.left) < 100
    return not same or paragraph.look.outlined or paragraph.section != label.section


def signature_rows(document: Document, act: Act) -> list[tuple[Paragraph, str]]:
    """Lines of the act that end in a name: a position, a tab or cells between, then initials and surname."""
    if act.verb_at < 0:
        return []
    inside = set(document.filled[act.verb_at : act.end])
    found: list[tuple[Paragraph, str]] = []
    for table in document.tables:
        found += [
            (row.cells[0][0], "\t".join(text for text in row.texts if text))
            for row in table.rows
            if not table.bordered and row.cells and row.cells[0] and _in(row, inside) and _signs("\t".join(row.texts))
        ]
    for one in document.filled[act.verb_at + 1 : act.end]:
        if not one.in_table and len(one.text) < 200 and _signs(one.text.strip()):
            found.append((one, one.text))
    return found


def _in(row: Row, inside: set[Paragraph]) -> bool:
    return any(one in inside for cell in row.cells for one in cell)


def _signs(text: str) -> bool:
    """Whether a name stands apart at the end, or ends a short line that is no clause."""
    if re.search(rf"(?:^|\t|{SPACE}{{3,}}){NAME}\s*$", text):
        return True
    return len(text) < 100 and re.search(rf"^\D.*{SPACE}{NAME}$", text) is not None and not text.endswith(".")
