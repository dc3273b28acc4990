"""What the writers of parts share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from munprog.documents.clauses import ClauseWriter, quote
from munprog.documents.pieces import Piece, TablePiece, of_blocks
from munprog.documents.tables import profile_table
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.blocks import Block, Blocks, Clause, ClauseList, Quotation, TableReference
from munprog.model.casing import capital
from munprog.model.mechanisms import Named


def blocks(view: View, content: Blocks) -> Iterator[Piece]:
    """Blocks of the YAML, tables made from data in their places."""
    for block in content:
        yield from _block(view, block, ".")


def clauses(
    view: View, content: tuple[Clause, ...], levels: tuple[str, ...], above: tuple[int, ...] = (), start: int = 1
) -> Iterator[Piece]:
    """Numbered clauses with all that stands inside them; `above` are the numbers that theirs continue."""
    return ClauseWriter(view, levels, lambda block, end: _block(view, block, end), above).pieces(content, start)


def _block(view: View, block: Block, end: str) -> Iterator[Piece]:
    """`end` closes a quotation: «;» between the changes of an amending act, «.» after the last."""
    if isinstance(block, TableReference):
        yield from profile_table(view, block.table)
    elif isinstance(block, ClauseList):
        yield from clauses(view, block.clauses, block.levels, start=block.start)
    elif isinstance(block, Quotation):
        yield from quote(_quotation(view, block), end)
    else:
        yield from of_blocks((block,))


def _quotation(view: View, block: Quotation) -> Iterator[Piece]:
    """Captions are printed as they are given: what is quoted bears the numbers of another document."""
    if block.label:
        yield Paragraph("\n".join(block.label), Style.LABEL)
    if block.title:
        yield Paragraph(block.title, Style.TITLE)
    for piece in blocks(view, block.blocks):
        if isinstance(piece, TablePiece) and piece.title:
            yield Paragraph(piece.title, Style.CAPTION)
            yield replace(piece, title="")
        else:
            yield piece


def sentence(lead: str, text: str) -> Paragraph:
    """«**Lead.** Text»"""
    return Paragraph(text, lead=f"{lead}.")


def named(items: Iterable[Named]) -> Iterator[Paragraph]:
    """«**Kind.** Text» for each item."""
    return (sentence(capital(one.kind), capital(one.text)) for one in items)
