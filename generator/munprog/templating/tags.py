"""The tags of a template in the order of its text, whatever runs Word has split them into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from munprog.inspection.document import Document, Paragraph

_TAG = re.compile(
    r"\{\{(?P<print>.{0,300}?)\}\}|\{%(?P<do>.{0,300}?)%\}|\{#.{0,300}?#\}|(?P<open>\{\{|\{%|\{#|\}\}|%\})", re.DOTALL
)
_PREFIX = re.compile(r"^(?:tr|tc|p|r)(?=\s)")
_DASHES = re.compile(r"^[-+]|[-+]$")


@dataclass(frozen=True, slots=True)
class Tag:
    """`kind` is `print`, `do` or `open`, a bracket without its pair; `prefix` is docxtpl's p, r, tr or tc."""

    kind: str
    text: str
    prefix: str
    at: Paragraph
    start: int
    end: int


def tags(paragraphs: tuple[Paragraph, ...]) -> Iterator[Tag]:
    for paragraph in paragraphs:
        for found in _TAG.finditer(paragraph.text):
            kind = found.lastgroup
            if kind is None:
                continue  # a comment
            text = found[kind]
            prefix = _PREFIX.match(text)
            inner = _DASHES.sub("", text[prefix.end() :] if prefix else text).strip()
            yield Tag(kind, inner, prefix[0] if prefix else "", paragraph, *found.span())


def parts(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """Paragraphs of the text, then of each header and footer: a loop opened in one ends in it."""
    yield document.paragraphs
    seen = set()
    for section in document.sections:
        for margin in (*section.headers.values(), *section.footers.values()):
            if id(margin) not in seen:
                seen.add(id(margin))
                yield margin.paragraphs
