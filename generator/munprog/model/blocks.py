"""Blocks: what free sections, introductions and methods are made of."""

from __future__ import annotations

import datetime

from munprog.model.dates import format_date_in_words
from munprog.model.item import Item
from munprog.model.numbers import Value
from munprog.model.quotation import quoted

LEVELS = ("1.", "1)", "а)", "–")
"""Marks of clauses by level where nothing else is said: not more than four levels (G-R18-1)."""


class Column(Item):
    """A column, or a head over `columns`; `align` is `left`, `center` or `right`, empty leaves it to the values."""

    title: str = ""
    unit: str = ""
    width: int = 0
    align: str = ""
    columns: tuple[Column, ...] = ()

    @property
    def leaves(self) -> tuple[Column, ...]:
        return tuple(leaf for one in self.columns for leaf in one.leaves) or (self,)


class ListEntry(Item):
    """An item of a list; `lead` is its bold beginning, mark included, `blocks` are paragraphs and lists under it."""

    text: str = ""
    lead: str = ""
    style: str = ""
    items: tuple[ListEntry, ...] = ()
    blocks: Blocks = ()


class TableCell(Item):
    """A cell with more than a value: a list under its text, or several columns and rows."""

    text: str = ""
    items: tuple[ListEntry, ...] = ()
    style: str = ""
    columns: int = 1
    rows: int = 1

    shorthand = "items"


class DataTable(Item):
    """A table given cell by cell; `width` of a column is in millimetres, 0 leaves it to the layout.

    Without a title it takes no number; without titles of columns it has no head. `column_numbers` stand under the
    head, counted or as given; `orientation` is `auto`, `portrait` or `landscape`. `letters` and `bands` are those of a
    table layout.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value | TableCell, ...], ...]
    title: str = ""
    id: str = ""
    column_numbers: bool | tuple[str, ...] = False
    orientation: str = "auto"
    letters: int = 0
    bands: str | int = "auto"
    note: tuple[str, ...] = ()

    @property
    def leaves(self) -> tuple[Column, ...]:
        return tuple(leaf for column in self.columns for leaf in column.leaves)


class Paragraph(Item):
    text: str
    lead: str = ""


class ListBlock(Item):
    """A list; `start` is the number of its first item, where a list goes on after something else."""

    items: tuple[ListEntry, ...]
    style: str = "–"
    start: int = 1


class Heading(Item):
    text: str
    level: int = 2


class Definition(Item):
    term: str
    text: str


class TableReference(Item):
    """The place where a table made from the programme's data is printed."""

    table: str


class Act(Item):
    """An act that a text names; `issuer` stands in the genitive."""

    kind: str
    date: datetime.date
    number: str
    issuer: str = ""
    title: str = ""

    @property
    def cited(self) -> str:
        """«приказ Управления образования от 10 марта 2022 г. № 214 «Об утверждении …»» (G-R18-2)."""
        parts = (
            self.kind,
            self.issuer,
            f"от {format_date_in_words(self.date)}",
            f"№ {self.number}",
            quoted(self.title) if self.title else "",
        )
        return " ".join(part for part in parts if part)


class Replacement(Item):
    """What an amending act puts in place of words or figures: `old` and `new` are parallel (L-AMD-6)."""

    what: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Clause(Item):
    """A clause: its own text, or an addressee and a lead with sub-clauses; `title` makes a section of it.

    `replace`, `blocks` and `repeals` (acts that are no longer in force) follow its text. `data` names what is drawn
    from other files: the goal behind the text, or tasks, results, measures (of a `level`) as sub-clauses.
    """

    text: str = ""
    id: str = ""
    title: str = ""
    post: str = ""
    addressee: str = ""
    person: str = ""
    lead: str = ""
    replace: Replacement | None = None
    blocks: Blocks = ()
    repeals: tuple[Act, ...] = ()
    data: str = ""
    level: str = ""
    clauses: tuple[Clause, ...] = ()


class ClauseList(Item):
    """Clauses among blocks; `levels` names the kind of number for each level (G-R18-1)."""

    clauses: tuple[Clause, ...]
    levels: tuple[str, ...] = LEVELS
    start: int = 1


class Quotation(Item):
    """The new edition of something, as an amending act prints it: in quotation marks (L-AMD-7, L-AMD-10)."""

    blocks: Blocks
    label: tuple[str, ...] = ()
    title: str = ""


Block = Paragraph | ListBlock | Heading | Definition | DataTable | TableReference | ClauseList | Quotation
Blocks = tuple[Block, ...]
