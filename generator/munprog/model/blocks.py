"""Blocks: what free sections, introductions and methods are made of."""

from __future__ import annotations

from munprog.model.item import Item
from munprog.model.numbers import Value


class Column(Item):
    title: str
    unit: str = ""
    width: int = 0


class DataTable(Item):
    """A table given cell by cell; `width` of a column is in millimetres, 0 leaves it to the layout."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    id: str = ""
    note: str = ""


class ListEntry(Item):
    text: str
    style: str = ""
    items: tuple[ListEntry, ...] = ()


class Paragraph(Item):
    text: str
    lead: str = ""


class ListBlock(Item):
    items: tuple[ListEntry, ...]
    style: str = "–"


class Heading(Item):
    text: str
    level: int = 2


class Definition(Item):
    term: str
    text: str


class TableReference(Item):
    """The place where a table made from the programme's data is printed."""

    table: str


Block = Paragraph | ListBlock | Heading | Definition | DataTable | TableReference
Blocks = tuple[Block, ...]
