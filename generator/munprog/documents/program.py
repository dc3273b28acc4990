"""The programme itself: the parts of the profile in order, with their headings and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from munprog.documents.act import appendix_label, edited_by, program_label
from munprog.documents.parts import write_part
from munprog.documents.pieces import HEADINGS, Piece, RunningText
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.numerals import Numbering
from munprog.model.profile import DocumentLayout, Part
from munprog.model.quotation import quoted


def program_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """label: [str], heading, title, editions: str, body: RunningText."""
    general = view.program.general
    return {
        "label": appendix_label(view, document.id),
        "heading": general.headline,
        "title": general.named,
        "editions": edited_by(view.program.order.editions) if view.program.order else "",
        "body": body_of(view, document),
    }


def body_of(view: View, document: DocumentLayout) -> RunningText:
    """The parts of a document in order, each under its heading, those that are appendices of it under their labels."""
    numbered = tuple(_numbered(view, document.parts, document.numbering))
    appendices = [one for one in numbered if one.part.appendix]
    labels = {id(one): str(at) if len(appendices) > 1 else "" for at, one in enumerate(appendices, 1)}
    numbers = {("part", one.name): one.reference for one in reversed(numbered) if not one.part.appendix}
    numbers |= {("appendix", one.name): labels[id(one)] for one in reversed(appendices)}
    pieces = tuple(piece for one in numbered for piece in (*_label(view, labels.get(id(one))), *one.with_heading))
    return RunningText(pieces, numbers)


def _label(view: View, number: str | None) -> tuple[Piece, ...]:
    return () if number is None else (Paragraph(program_label(view, number), Style.APPENDIX),)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A part that has something to print: its title, number and mark (or empty strings), depth and own pieces."""

    part: Part
    title: str
    number: str
    mark: str
    depth: int
    pieces: tuple[Piece, ...]

    @property
    def with_heading(self) -> tuple[Piece, ...]:
        if not self.title:
            return self.pieces
        heading = f"{self.mark} {self.title}".lstrip()
        return (Paragraph(heading, HEADINGS[min(self.depth, len(HEADINGS) - 1)]), *self.pieces)

    @property
    def name(self) -> str:
        """What a reference calls it."""
        return self.part.of or self.part.content

    @property
    def reference(self) -> str:
        """What follows the word «раздел»: the number, or the title of a part without one."""
        return self.number or (quoted(self.title) if self.title else "")


def _numbered(
    view: View, parts: tuple[Part, ...], numbering: Numbering, above: str = "", depth: int = 0
) -> Iterator[_Numbered]:
    """Each part that has something to print, then the parts inside it; the others take no number, appendices neither.

    Arabic numbers follow those of the parts above (2.1), whatever signs these bear: under «II.» stands «2.1.».
    """
    at = 0
    for part in _expanded(view, parts):
        chain = f"{above}{at + numbering.start}"
        counted = part.numbered and not part.appendix
        number = (chain if numbering.scheme == "arabic" else numbering.bare(at + 1)) if counted else ""
        pieces = write_part(view, part, chain if counted else "")
        inner_above = f"{chain}." if number else above
        inner = tuple(_numbered(view, part.parts, part.numbering, inner_above, depth + 1))
        if pieces or inner:
            at += counted
            mark = numbering.around(number) if number else ""
            yield _Numbered(part, _title(view, part), number, mark, depth, pieces)
            yield from inner


def _expanded(view: View, parts: tuple[Part, ...]) -> Iterator[Part]:
    """A part `section` without `of` stands for every free section that the profile gives no place of its own."""
    for part in parts:
        if part.content == "section" and not part.of:
            placed = {id for document in view.profile.documents for id in _placed(document.parts)}
            for section in view.program.sections:
                if section.id not in placed:
                    yield Part(content="section", of=section.id, numbered=part.numbered, appendix=part.appendix)
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
