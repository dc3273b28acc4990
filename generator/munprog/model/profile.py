"""A profile: what one region's structure of a programme looks like and demands.

A new region is a profile and templates: everything that differs between regions is said here as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from munprog.model.item import Item
from munprog.model.numerals import Numbering


class ColumnLayout(Item):
    """A column, or a head over `columns`.

    `field` names what the row source offers; `periods` repeats the column (or its sub-columns) for each period of an
    axis; `width` is in millimetres; `merge` joins the cells of rows that belong to one item; `align` is `left`,
    `center` or `right`; `empty` stands where there is nothing to print.
    """

    title: str
    field: str = ""
    periods: str = ""
    columns: tuple[ColumnLayout, ...] = ()
    width: int = 25
    merge: bool = False
    align: str = "left"
    empty: str = "–"


class TableLayout(Item):
    """A table made from the programme's data.

    `rows` names a row source, `of` the item it is taken from where there are several (a schedule). `orientation` is
    `auto` (landscape where the widths need it), `portrait` or `landscape`.
    """

    id: str
    title: str
    rows: str
    columns: tuple[ColumnLayout, ...]
    of: str = ""
    dividers: bool = True
    totals: tuple[str, ...] = ()
    column_numbers: bool = False
    orientation: str = "auto"
    note: str = ""


class PassportRow(Item):
    id: str
    title: str


class Part(Item):
    """A part of a document's text: what is printed (`content`, and `of` which item) under which title, and what it
    contains.

    `numbering` is that of the parts inside; `lead` stands before the content, `style` marks its items where they are
    a list.
    """

    content: str = ""
    of: str = ""
    title: str = ""
    numbered: bool = True
    numbering: Numbering = Numbering()
    lead: str = ""
    style: str = ""
    parts: tuple[Part, ...] = ()


class DocumentLayout(Item):
    """A document to build: `kind` chooses the module that prepares it, `template` the DOCX it is poured into.

    `optional` names what the template may leave out: `contacts`, `signatories.name`.
    """

    id: str
    kind: str
    title: str
    template: str
    optional: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    numbering: Numbering = Numbering()


class AppendixStyle(Item):
    """How this region labels appendices: `к акту` or `утверждено`, with or without «№» before the number (G-R19)."""

    form: str = "утверждено"
    number_sign: bool = False


class Topic(Item):
    """Something that the activities of a programme must cover (R-PLA-10, R-PLA-11)."""

    id: str
    title: str
    required: bool = True


class Requirements(Item):
    """What this region demands beyond the schemas: sections, and keys as `section.key.key[]`."""

    sections: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class RuleSetting(Item):
    """How one rule is applied: `severity` replaces its own, `off` silences it; `parameters` are values as written."""

    severity: str = ""
    parameters: Mapping[str, Any] = MappingProxyType({})


class Profile(Item):
    """The profile as it is after inheritance: what it `extends` is merged into it already."""

    id: str
    title: str
    extends: str = ""
    requires: Requirements = Requirements()
    units: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    passport: tuple[PassportRow, ...] = ()
    tables: tuple[TableLayout, ...] = ()
    documents: tuple[DocumentLayout, ...] = ()
    rules: Mapping[str, RuleSetting]
    appendices: AppendixStyle = AppendixStyle()

    def table(self, id: str) -> TableLayout | None:
        return next((one for one in self.tables if one.id == id), None)

    def document(self, id: str) -> DocumentLayout | None:
        return next((one for one in self.documents if one.id == id), None)
