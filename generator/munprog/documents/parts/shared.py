"""What the writers of parts share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from munprog.documents.pieces import Piece, of_blocks
from munprog.documents.tables import profile_table
from munprog.layout.flow import Paragraph
from munprog.layout.view import View
from munprog.model.blocks import Blocks, TableReference
from munprog.model.casing import capital
from munprog.model.mechanisms import Named


def blocks(view: View, content: Blocks) -> Iterator[Piece]:
    """Blocks of the YAML, tables made from data in their places."""
    for block in content:
        if isinstance(block, TableReference):
            yield from profile_table(view, block.table)
        else:
            yield from of_blocks((block,))


def sentence(lead: str, text: str) -> Paragraph:
    """«**Lead.** Text»"""
    return Paragraph(text, lead=f"{lead}.")


def named(items: Iterable[Named]) -> Iterator[Paragraph]:
    """«**Kind.** Text» for each item."""
    return (sentence(capital(one.kind), capital(one.text)) for one in items)
