"""The programme itself: the parts of the profile in order, with their headings and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from munprog.documents.act import appendix_label, appendix_numbers, quoted
from munprog.documents.parts import write_part
from munprog.documents.pieces import HEADINGS, Piece, References, assemble
from munprog.layout.flow import Paragraph
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout, Part


def program_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """label: [str], heading: str, title: str, body: Flow."""
    general = view.program.general
    numbered = tuple(_numbered(view, document.parts, ""))
    numbers = {("part", one.part.of or one.part.content): one.number for one in numbered}
    pieces = (piece for one in numbered for piece in _with_heading(view, one))
    return {
        "label": appendix_label(view, document.id),
        "heading": "Муниципальная программа" if general.kind == "программа" else general.kind.capitalize(),
        "title": quoted(general.title),
        "body": assemble(pieces, References(appendix_numbers(view) | numbers)),
    }


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A part that has something to print: its number (or an empty string) and its own pieces."""

    part: Part
    number: str
    pieces: tuple[Piece, ...]


def _with_heading(view: View, one: _Numbered) -> Iterator[Piece]:
    title = _title(view, one.part)
    if title:
        level = min(one.number.count("."), len(HEADINGS) - 1)
        yield Paragraph(f"{one.number}. {title}" if one.number else title, HEADINGS[level])
    yield from one.pieces


def _numbered(view: View, parts: tuple[Part, ...], above: str) -> Iterator[_Numbered]:
    """Each part that has something to print, then the parts inside it; the others take no number."""
    at = 0
    for part in _expanded(view, parts):
        pieces = write_part(view, part)
        number = f"{above}{at + 1}" if part.numbered else ""
        inner = tuple(_numbered(view, part.parts, f"{number}." if number else above))
        if pieces or inner:
            at += part.numbered
            yield _Numbered(part, number, pieces)
            yield from inner


def _expanded(view: View, parts: tuple[Part, ...]) -> Iterator[Part]:
    """A part `section` without `of` stands for every free section that the profile gives no place of its own."""
    for part in parts:
        if part.content == "section" and not part.of:
            placed = {id for document in view.profile.documents for id in _placed(document.parts)}
            for section in view.program.sections:
                if section.id not in placed:
                    yield Part(content="section", of=section.id, numbered=part.numbered)
        else:
            yield part


def _placed(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield from (part.of,) if part.content == "section" and part.of else ()
        yield from _placed(part.parts)


def _title(view: View, part: Part) -> str:
    if part.content == "section" and not part.title:
        return next((one.title for one in view.program.sections if one.id == part.of), "")
    return part.title
