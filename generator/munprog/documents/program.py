"""The programme itself: the parts of the profile in order, with their headings and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.documents.act import appendix_label, appendix_numbers, draft_mark, quoted
from munprog.documents.parts import write_part
from munprog.documents.pieces import HEADINGS, Piece, References, assemble
from munprog.layout.flow import Paragraph
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout, Part


def program_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """label: [str], heading: str, title: str, body: Flow."""
    general = view.program.general
    pieces = tuple(_parts(view, document.parts, ""))
    return {
        "draft": draft_mark(view),
        "label": appendix_label(view, document.id),
        "heading": "Муниципальная программа" if general.kind == "программа" else general.kind.capitalize(),
        "title": quoted(general.title),
        "body": assemble(pieces, References(appendix_numbers(view) | part_numbers(view, document))),
    }


def part_numbers(view: View, document: DocumentLayout) -> dict[tuple[str, str], str]:
    """What `[[раздел:…]]` resolves to: the number of each part by its content, or by the item it prints."""
    return {("part", part.of or part.content): number for part, number, _ in _numbered(view, document.parts, "")}


def _parts(view: View, parts: tuple[Part, ...], above: str) -> Iterator[Piece]:
    for part, number, pieces in _numbered(view, parts, above):
        level = number.count(".") if number else 0
        title = _title(view, part)
        if title:
            yield Paragraph(f"{number}. {title}" if number else title, HEADINGS[min(level, len(HEADINGS) - 1)])
        yield from pieces


def _numbered(view: View, parts: tuple[Part, ...], above: str) -> Iterator[tuple[Part, str, tuple[Piece, ...]]]:
    """Each part that has something to print, with its number and its own pieces; then the parts inside it."""
    at = 0
    for part in _expanded(view, parts):
        pieces = write_part(view, part)
        number = f"{above}{at + 1}" if part.numbered else ""
        inner = tuple(_numbered(view, part.parts, f"{number}." if number else above))
        if pieces or inner:
            at += part.numbered
            yield part, number, pieces
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
