"""The part on money: its text, or what follows from the figures, and the tables of money that have no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from munprog.documents.parts.shared import blocks
from munprog.documents.pieces import Piece, Pieces, listed
from munprog.documents.tables import profile_table
from munprog.layout.flow import Paragraph
from munprog.layout.rows import MONEY
from munprog.layout.view import View
from munprog.model.derived import money_lines
from munprog.model.profile import Part


def finance(view: View) -> Pieces:
    if view.program.finance:
        yield from blocks(view, view.program.finance.text) if view.program.finance.text else _derived(view)
        yield from _tables(view)


def _derived(view: View) -> Iterator[Piece]:
    """«Общий объём финансирования – …, в том числе по годам: …», where nobody wrote a text."""
    whole, years, sources = money_lines(view.program)
    yield Paragraph(whole)
    yield from listed(_ended(years))
    yield Paragraph("По источникам средства распределены так:")
    yield from listed(_ended(sources))


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of an enumeration: after «руб.» a semicolon is not added by itself."""
    return (*(f"{one};" for one in lines[:-1]), *lines[-1:])


def _tables(view: View) -> Iterator[Piece]:
    placed = {part.of for document in view.profile.documents for part in _parts(document.parts)}
    placed |= {id for document in view.profile.documents for id in document.tables}
    for layout in view.profile.tables:
        if layout.id not in placed and not MONEY.isdisjoint(layout.rows):
            yield from profile_table(view, layout.id)


def _parts(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _parts(part.parts)
