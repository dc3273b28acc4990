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

    `field` names what the row source offers, `text` is a pattern of several such names. `periods` repeats the column
    (or its sub-columns) for each period of an axis that has one of the `roles`; `label` is the pattern of its title,
    one for all, for a role, or for one period by its id. `stacked` is a pattern that sets the periods one under
    another in one cell.
    `numbering` counts the rows instead, in the `order` `anew` under each head, `running` on, or `nested` (2.1).
    A sub-column with `roles` stands under periods of these roles alone. `merge` joins the cells of rows that belong
    to one item (yes) or say the same (`same`); `width` is in millimetres; `align` is `left`, `center` or `right`;
    `empty` stands where there is nothing to print, `sign` instead of «+» where there is a mark; `total` says what a
    row of totals makes of the column: `sum`.
    """

    title: str
    field: str = ""
    text: str = ""
    numbering: Numbering | None = None
    order: str = "anew"
    periods: str = ""
    roles: tuple[str, ...] = ()
    label: str | Mapping[str, str] = ""
    stacked: str = ""
    columns: tuple[ColumnLayout, ...] = ()
    width: int = 25
    merge: bool | str = False
    align: str = "left"
    empty: str = "–"
    sign: str = ""
    total: str = ""


class DividerLayout(Item):
    """A level of heads over rows: `of` which groups, `text` as a pattern of {number} and {title}.

    Their own numbers are printed unless `numbering` counts them, in the `order` `anew`, `running` or `nested`.
    """

    of: str
    text: str = ""
    numbering: Numbering | None = None
    order: str = "anew"

    shorthand = "of"


class TotalLayout(Item):
    """A total `of` each group of a level, or of the whole `program`; `text` is the pattern of its label.

    `by` names a field by whose values the total is shown once more, part by part.
    """

    of: str
    text: str = ""
    by: str = ""

    shorthand = "of"


class FixedRow(Item):
    """A row that the layout itself gives: its last cell goes on to the edge of the table.

    `place` is `top` or `bottom`, `role` is `text`, `divider` or `total`.
    """

    cells: tuple[str, ...]
    place: str = "top"
    role: str = "text"


class MoneyLayout(Item):
    """How one table prints money, where it differs from finance.yaml.

    `unit` may be another one than that of the data; `decimals` is a number, or `typed` for the digits that were
    typed. `split` parts the money of each object: by `source`, `executor`, `code`. `levels` are those of the tree of
    objects that are printed (all, if none is named).
    """

    unit: str = ""
    decimals: str = ""
    grouped: bool | None = None
    unit_in_title: bool = True
    split: tuple[str, ...] = ("source",)
    levels: tuple[str, ...] = ()


class TableLayout(Item):
    """A table made from the programme's data.

    `rows` names row sources: of several, the rows of one task stand together. `of` is the item that they are taken
    from where there are several (a schedule). `dividers` are heads over groups: all that the source has, none, or
    these levels. `introduce` gives bodies their full names where they stand first. `column_numbers` are given or
    counted. `orientation` is `auto` (landscape where the widths need it), `portrait` or `landscape`. `letters` is the
    size of its text in points, 0 for the template's own. `bands` parts a table that fits no sheet into tables one
    under another (`auto`), does `never` do so, or makes at least that many. `caption` is
    `numbered` («Таблица 1 – …»), `heading` (the title alone, as a heading) or `none`. `apart` makes a table of its own
    of each group of a level, under that group's head.
    """

    id: str
    title: str
    rows: tuple[str, ...]
    columns: tuple[ColumnLayout, ...]
    of: str = ""
    caption: str = "numbered"
    apart: DividerLayout | None = None
    dividers: bool | tuple[DividerLayout, ...] = True
    totals: tuple[TotalLayout, ...] = ()
    fixed_rows: tuple[FixedRow, ...] = ()
    introduce: bool = False
    column_numbers: bool | tuple[str, ...] = False
    orientation: str = "auto"
    letters: int = 0
    bands: str | int = "auto"
    before: str = ""
    note: str = ""
    after: str = ""
    money: MoneyLayout = MoneyLayout()

    def total(self, of: str) -> TotalLayout | None:
        """How the total of this level is printed; None where none is asked for."""
        return next((one for one in self.totals if one.of == of), None)


class PassportRow(Item):
    """A row of the passport: a line that leads to what it holds, and the marks of its items where it is a list; a
    `table` of the profile stands in the same cell below. Without `heading` the name of the programme is its title
    alone."""

    id: str
    title: str
    lead: str = ""
    style: str = ""
    table: str = ""
    heading: bool = True


class Part(Item):
    """A part of a document's text: what is printed (`content`, and `of` which item) under which title, and what it
    contains.

    `appendix` puts it on pages of its own as an appendix to the programme; its number is that among the appendices.
    `numbering` is that of the parts inside; `lead` stands before the content, `style` marks its items where they are
    a list.
    """

    content: str = ""
    of: str = ""
    title: str = ""
    numbered: bool = True
    appendix: bool = False
    numbering: Numbering = Numbering()
    lead: str = ""
    style: str = ""
    parts: tuple[Part, ...] = ()


class DocumentLayout(Item):
    """A document to build: `kind` chooses the module that prepares it, `template` the DOCX it is poured into.

    `heading` are the words on a line above the title. `spaced_kind` sets the kind of the act with its letters apart
    (G-FNT-7). `optional` names what the template may leave out: `contacts`, `signatories.name`. `levels` are the marks
    of its clauses by level, empty for the usual ones. `registration` says how an act bears its date and number:
    `раздельно`, at the left and the right, or `строкой`, «от 25.06.2020 № 381». `contacts` are the patterns of the
    letterhead's lines with names of `Contacts`; empty for the usual lines. `words` stand before the parts of minutes
    (`present`, `agenda`, `heard`, `decided`) instead of the usual ones.
    """

    id: str
    kind: str
    title: str
    template: str
    heading: str = ""
    optional: tuple[str, ...] = ()
    spaced_kind: bool = False
    tables: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    numbering: Numbering = Numbering()
    levels: tuple[str, ...] = ()
    registration: str = "раздельно"
    contacts: tuple[str, ...] = ()
    words: Mapping[str, str] = MappingProxyType({})


class AppendixStyle(Item):
    """How this region labels appendices: `к акту`, `утверждено`, or `гриф` without the word «Приложение»; with or
    without «№» before the number (G-R19)."""

    form: str = "утверждено"
    number_sign: bool = False


class Topic(Item):
    """Something that the activities of a programme must cover (R-PLA-10, R-PLA-11)."""

    id: str
    title: str
    required: bool = True


class Role(Item):
    """Someone who has to agree to the content before it is approved."""

    role: str
    title: str


class Requirements(Item):
    """What this region demands beyond the schemas: sections, and keys as `section.key.key[]`."""

    sections: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class RuleSetting(Item):
    """How one rule is applied: `severity` replaces its own, `off` silences it; `parameters` are values as written."""

    severity: str = ""
    parameters: Mapping[str, Any] = MappingProxyType({})


class Formatting(Item):
    """What the formatting standard demands otherwise here: its limits and how binding its requirements are, by name."""

    limits: Mapping[str, Any] = MappingProxyType({})
    requirements: Mapping[str, Any] = MappingProxyType({})


class Profile(Item):
    """The profile as it is after inheritance: what it `extends` is merged into it already.

    `footnotes` is how their marks look: `*`, `<*>` or `*(1)`. `signoffs` are the roles that have to sign, with a key
    unless `signatures` is `none`.
    """

    id: str
    title: str
    extends: str = ""
    requires: Requirements = Requirements()
    units: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    passport: tuple[PassportRow, ...] = ()
    subprogram_passport: tuple[PassportRow, ...] = ()
    tables: tuple[TableLayout, ...] = ()
    documents: tuple[DocumentLayout, ...] = ()
    rules: Mapping[str, RuleSetting]
    appendices: AppendixStyle = AppendixStyle()
    footnotes: str = "*"
    signoffs: tuple[Role, ...] = ()
    signatures: str = "required"
    formatting: Formatting = Formatting()

    def table(self, id: str) -> TableLayout | None:
        return next((one for one in self.tables if one.id == id), None)

    def document(self, id: str) -> DocumentLayout | None:
        return next((one for one in self.documents if one.id == id), None)
