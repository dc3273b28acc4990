"""Running text as data: paragraphs, headings, captions and tables, in the order in which they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from munprog.layout.grid import Grid


class Style(StrEnum):
    """Paragraph styles that every template offers; the value is the style's id in the DOCX."""

    BODY = "Body"
    LIST = "ListItem"
    LIST_NESTED = "ListItem2"
    LIST_DEEP = "ListItem3"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    CAPTION = "TableCaption"
    NOTE = "TableNote"
    LABEL = "AppendixLabel"
    TITLE = "DocumentTitle"
    APPENDIX = "AppendixPage"
    """The label of an appendix, which begins a page."""
    EXECUTOR = "ExecutorMark"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style; `lead` is its bold beginning, set apart from the text by the writer; a table of
    contents finds it by its `anchor`, a number from 1 (0: none)."""

    text: str
    style: Style = Style.BODY
    lead: str = ""
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with the caption above it and the notes under it (empty strings print nothing); `continued` stands above
    each part of a table that fits no sheet, but the first."""

    grid: Grid
    caption: str = ""
    notes: tuple[str, ...] = ()
    continued: str = "Продолжение таблицы"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs: position and name of each, one under another; `frame` are the lines of an electronic signature's
    mark, which stands where the hand would sign (empty: the place stays free)."""

    signatories: tuple[tuple[str, str], ...]
    frame: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents on a page of its own: text, level from 1 and anchor of each heading."""

    title: str
    entries: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in the right lower corner of the sheet it stands on (G-R31-1); `content` is what it says."""

    content: str


Block = Paragraph | Table | Signatures | Contents | Code
Flow = tuple[Block, ...]
"""A run of blocks. A table that asks for landscape is set in a section of its own by the writer."""
