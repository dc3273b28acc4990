"""The parts of a document before its tables have numbers and its references are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from munprog.layout import flow
from munprog.layout.data_table import data_grid
from munprog.layout.flow import Paragraph, Style
from munprog.layout.grid import Grid, Row
from munprog.model import blocks
from munprog.model.references import resolve

HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Letters of enumerations: without ё, й, ъ, ы, ь (ГОСТ Р 7.0.97-2025)."""


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table with its id; an empty title leaves it without caption and number."""

    id: str
    title: str
    grid: Grid
    notes: tuple[str, ...] = ()


Piece = Paragraph | TablePiece
Pieces = Iterable[Piece]


@dataclass(frozen=True, slots=True)
class References:
    """Numbers that references of one document resolve to: (kind, id) → number."""

    numbers: Mapping[tuple[str, str], str]

    def text(self, text: str) -> str:
        return resolve(text, lambda kind, id: self.numbers.get((kind, id)))


def assemble(pieces: Pieces, references: References) -> flow.Flow:
    """Number the captioned tables in the order of printing and resolve every reference."""
    ordered = tuple(pieces)
    tables = (piece for piece in ordered if isinstance(piece, TablePiece) and piece.title)
    numbers = {("table", table.id): str(at) for at, table in enumerate(tables, 1)}
    known = References({**references.numbers, **numbers})
    return tuple(_finished(piece, known, numbers) for piece in ordered)


def _finished(piece: Piece, known: References, numbers: Mapping[tuple[str, str], str]) -> flow.Block:
    if isinstance(piece, Paragraph):
        return replace(piece, text=known.text(piece.text), lead=known.text(piece.lead))
    caption = f"Таблица {numbers['table', piece.id]} – {known.text(piece.title)}" if piece.title else ""
    grid = replace(piece.grid, head=_rows(piece.grid.head, known), body=_rows(piece.grid.body, known))
    return flow.Table(grid, caption, tuple(known.text(note) for note in piece.notes))


def _rows(rows: tuple[Row, ...], known: References) -> tuple[Row, ...]:
    return tuple(
        tuple(
            replace(cell, paragraphs=tuple(map(known.text, cell.paragraphs)))
            if any("[[" in text for text in cell.paragraphs)
            else cell
            for cell in row
        )
        for row in rows
    )


def paragraphs(texts: Iterable[str]) -> Iterator[Paragraph]:
    return (Paragraph(text) for text in texts)


def listed(texts: Iterable[str], mark_style: str = "–", style: Style = Style.LIST) -> Iterator[Paragraph]:
    """A list with typed marks: numbers of an official text are part of its words."""
    return (Paragraph(f"{mark(mark_style, at)} {text}", style) for at, text in enumerate(punctuated(texts), 1))


def punctuated(texts: Iterable[str]) -> tuple[str, ...]:
    """Items of a list that end with nothing get «;», the last one «.»; what an author typed stays."""
    items = tuple(texts)
    return tuple(
        text if text.endswith((".", ";", ":", ",", "!", "?", "…")) else f"{text}{'.' if at == len(items) else ';'}"
        for at, text in enumerate(items, 1)
    )


def mark(style: str, at: int) -> str:
    """The mark of the item `at` (from 1) in a list of the given style."""
    if style in ("1.", "1)"):
        return f"{at}{style[1]}"
    if style == "а)":
        return f"{_CYRILLIC[(at - 1) % len(_CYRILLIC)]})"
    return style


def of_blocks(content: blocks.Blocks) -> Iterator[Piece]:
    """Blocks of the YAML as pieces of a document. A reference to a data table is left to the caller."""
    for block in content:
        if isinstance(block, blocks.Paragraph):
            yield Paragraph(f" {block.text}" if block.lead else block.text, lead=block.lead)
        elif isinstance(block, blocks.Heading):
            yield Paragraph(block.text, HEADINGS[min(block.level, len(HEADINGS)) - 1])
        elif isinstance(block, blocks.Definition):
            yield Paragraph(f" – {block.text}", lead=block.term)
        elif isinstance(block, blocks.DataTable):
            yield data_table(block)
        elif isinstance(block, blocks.ListBlock):
            yield from _list(block.items, block.style)


def data_table(table: blocks.DataTable) -> TablePiece:
    id = table.id or str(table.path[-1])
    return TablePiece(id, table.title, data_grid(table), (table.note,) if table.note else ())


def _list(entries: tuple[blocks.ListEntry, ...], style: str, *, nested: bool = False) -> Iterator[Paragraph]:
    for at, entry in enumerate(entries, 1):
        yield Paragraph(f"{mark(style, at)} {entry.text}", Style.LIST_NESTED if nested else Style.LIST)
        yield from _list(entry.items, entry.style or "–", nested=True)
