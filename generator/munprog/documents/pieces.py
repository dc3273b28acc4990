"""The parts of a document before its tables have numbers and its references are resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from munprog.documents.references import Numbers, References
from munprog.layout import flow
from munprog.layout.data_table import data_grid
from munprog.layout.flow import Contents, Paragraph, Signatures, Style
from munprog.layout.grid import Cell, Grid, Row
from munprog.model import blocks
from munprog.model.footnotes import Footnotes
from munprog.model.listing import punctuated
from munprog.model.numerals import mark

HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table with its id; an empty title leaves it without caption and number."""

    id: str
    title: str
    grid: Grid
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClausePiece:
    """A clause as it is printed; texts refer to it by its id and print its number."""

    paragraph: Paragraph
    id: str
    number: str


Piece = Paragraph | TablePiece | ClausePiece | Signatures | Contents
Pieces = Iterable[Piece]


@dataclass(frozen=True, slots=True)
class RunningText:
    """Running text whose references are not resolved yet; `numbers` are those of what it contains beside tables,
    `footnotes` how their marks look."""

    pieces: tuple[Piece, ...]
    numbers: Numbers = field(default_factory=dict)
    footnotes: str = "*"

    @property
    def contents(self) -> Numbers:
        """What a reference may lead to inside it. Of tables with one id, the first is meant."""
        tables = [(piece.id, str(at)) for piece, at in _numbered(self.pieces) if isinstance(piece, TablePiece) and at]
        clauses = [piece for piece in self.pieces if isinstance(piece, ClausePiece) and piece.id]
        return {
            **{("table", id): at for id, at in reversed(tables) if id},
            **{("clause", one.id): one.number for one in reversed(clauses)},
            **self.numbers,
        }


def assemble(body: RunningText, references: References) -> flow.Flow:
    """Number the captioned tables in the order of printing and resolve every reference."""
    known = references.before(body.contents)
    finished = _assembled(body, known)
    return with_entries(finished) if any(isinstance(block, Contents) for block in finished) else finished


def with_entries(body: flow.Flow) -> flow.Flow:
    """The headings numbered for the table of contents, and listed in it."""
    anchors = {at: number for number, at in enumerate((at for at, one in enumerate(body) if _is_heading(one)), 1)}
    found = tuple(
        replace(block, anchor=anchors[at]) if isinstance(block, Paragraph) and at in anchors else block
        for at, block in enumerate(body)
    )
    entries = tuple(
        (block.text, HEADINGS.index(block.style) + 1, block.anchor)
        for block in found
        if isinstance(block, Paragraph) and block.anchor
    )
    return tuple(replace(block, entries=entries) if isinstance(block, Contents) else block for block in found)


def _is_heading(block: flow.Block) -> bool:
    return isinstance(block, Paragraph) and block.style in HEADINGS


def _assembled(body: RunningText, known: References) -> flow.Flow:
    return tuple(
        block
        for piece, at in _numbered(body.pieces)
        for block in _finished(piece, at, known, Footnotes(body.footnotes))
    )


def _numbered(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
    """Each piece with the number of its caption, 0 where it has none."""
    number = 0
    for piece in pieces:
        captioned = isinstance(piece, TablePiece) and bool(piece.title)
        number += captioned
        yield piece, number if captioned else 0


def _finished(piece: Piece, number: int, known: References, footnotes: Footnotes) -> Iterator[flow.Block]:
    """The piece with its references resolved, and its footnotes under it."""

    def finished(text: str) -> str:
        return known.text(footnotes.marked(text))

    if isinstance(piece, ClausePiece):
        piece = piece.paragraph
    if isinstance(piece, Paragraph):
        yield replace(piece, lead=finished(piece.lead), text=finished(piece.text))
        yield from (Paragraph(known.text(line), Style.NOTE) for line in footnotes.lines)
    elif isinstance(piece, TablePiece):
        caption = f"Таблица {number} – {finished(piece.title)}" if number else ""
        grid = replace(piece.grid, head=_rows(piece.grid.head, finished), body=_rows(piece.grid.body, finished))
        notes = tuple(known.text(note) for note in (*footnotes.lines, *piece.notes))
        yield flow.Table(grid, caption, notes, f"Продолжение таблицы {number or ''}".rstrip())
    else:
        yield piece


def _rows(rows: tuple[Row, ...], finished: Callable[[str], str]) -> tuple[Row, ...]:
    return tuple(tuple(_cell(cell, finished) for cell in row) for row in rows)


def _cell(cell: Cell, finished: Callable[[str], str]) -> Cell:
    if any("[[" in text for text in cell.paragraphs):
        cell = replace(cell, paragraphs=tuple(map(finished, cell.paragraphs)))
    if cell.grid:
        inner = replace(cell.grid, head=_rows(cell.grid.head, finished), body=_rows(cell.grid.body, finished))
        cell = replace(cell, grid=inner)
    return cell


def paragraphs(texts: Iterable[str]) -> Iterator[Paragraph]:
    return (Paragraph(text) for text in texts)


def listed(texts: Iterable[str], mark_style: str = "–", style: Style = Style.LIST) -> Iterator[Paragraph]:
    """A list with typed marks: numbers of an official text are part of its words."""
    return (Paragraph(f"{mark(mark_style, at)} {text}", style) for at, text in enumerate(punctuated(texts), 1))


def of_blocks(content: blocks.Blocks, *, depth: int = 0) -> Iterator[Piece]:
    """Blocks of the YAML as pieces of a document; `depth` is how many items of lists they stand in.

    A reference to a data table is left to the caller.
    """
    for block in content:
        if isinstance(block, blocks.Paragraph):
            yield Paragraph(block.text, lead=block.lead)
        elif isinstance(block, blocks.Heading):
            yield Paragraph(block.text, HEADINGS[min(block.level, len(HEADINGS)) - 1])
        elif isinstance(block, blocks.Definition):
            yield Paragraph(f"– {block.text}", lead=block.term)
        elif isinstance(block, blocks.DataTable):
            yield data_table(block)
        elif isinstance(block, blocks.ListBlock):
            yield from _list(block.items, block.style, depth=depth, start=block.start)


def data_table(table: blocks.DataTable) -> TablePiece:
    """A table of a section's key may be referred to by the key; one among blocks needs an id of its own."""
    key = table.path[-1] if table.path else ""
    id = table.id or (key if isinstance(key, str) else "")
    return TablePiece(id, table.title, data_grid(table), table.note)


_LISTS = (Style.LIST, Style.LIST_NESTED, Style.LIST_DEEP)


def _list(entries: tuple[blocks.ListEntry, ...], style: str, *, depth: int = 0, start: int = 1) -> Iterator[Piece]:
    of_level = _LISTS[min(depth, len(_LISTS) - 1)]
    for at, entry in enumerate(entries, start):
        sign = mark(style, at)
        if entry.lead:
            yield Paragraph(entry.text, of_level, lead=f"{sign} {entry.lead}")
        else:
            yield Paragraph(f"{sign} {entry.text}", of_level)
        yield from _list(entry.items, entry.style or "–", depth=depth + 1)
        yield from of_blocks(entry.blocks, depth=depth + 1)
