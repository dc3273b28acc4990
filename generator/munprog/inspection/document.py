"""A document as the checks see it: sections, paragraphs and tables with the look that Word gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from munprog.inspection.words import folded

TWIPS_IN_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. `spacing` is in twips, `size` in points; `direct` names what the run sets itself,
    against its style."""

    text: str
    font: str = ""
    size: float = 10.0
    spacing: int = 0
    direct: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's layout in twips; `line` is in 240ths of a line where `exact` is false, else in twips."""

    style: str = ""
    align: str = "left"
    first: int = 0
    left: int = 0
    line: int = 240
    exact: bool = False
    listed: bool = False
    outlined: bool = False
    direct: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Paragraph:
    """`number` runs through the whole file, `where` names the place to a person; `section` counts from 0."""

    number: int
    where: str
    runs: tuple[Run, ...]
    look: Look = Look()
    section: int = 0
    in_table: bool = False

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @cached_property
    def plain(self) -> str:
        """The text on one line, its spaces made single, spaced capitals folded."""
        return folded(" ".join(self.text.split()))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        lines = (folded(" ".join(line.split())) for line in self.text.split("\n"))
        return tuple(line for line in lines if line)

    @cached_property
    def size(self) -> float:
        """The size in points of most of its text; 0 for an empty one."""
        sizes: dict[float, int] = {}
        for run in self.runs:
            sizes[run.size] = sizes.get(run.size, 0) + len(run.text.strip())
        return max(sizes, key=lambda one: sizes[one]) if sizes and any(sizes.values()) else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[tuple[Paragraph, ...], ...]
    is_head: bool = False
    whole: bool = False
    """Whether it may not be split between pages."""
    spanned: bool = False
    """Whether cells of it are merged with others."""
    widths: tuple[int, ...] = ()
    """Widths of its cells in twips, 0 where the file does not tell."""

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(" ".join(one.plain for one in cell if one.plain) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """`width` and `indent` in twips, the first 0 where the file does not tell it."""

    where: str
    rows: tuple[Row, ...]
    width: int
    indent: int
    section: int
    bordered: bool

    @property
    def first(self) -> Paragraph | None:
        return next((one for row in self.rows for cell in row.cells for one in cell), None)

    @property
    def letters(self) -> int:
        return sum(len(text) for row in self.rows for text in row.texts)


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or a footer: its text, whether a page number stands in it as a field, and how that is set."""

    paragraphs: tuple[Paragraph, ...]
    numbered: tuple[Paragraph, ...] = ()
    """Paragraphs with a PAGE field."""


@dataclass(frozen=True, slots=True)
class Section:
    """Sizes in twips; `headers` and `footers` by kind: default, first, even."""

    number: int
    width: int
    height: int
    margins: Mapping[str, int]
    title_page: bool
    headers: Mapping[str, Margin]
    footers: Mapping[str, Margin]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def text_width(self) -> int:
        return self.width - self.margins["left"] - self.margins["right"] - self.margins.get("gutter", 0)

    @property
    def text_height(self) -> int:
        return self.height - abs(self.margins["top"]) - abs(self.margins["bottom"])

    @property
    def where(self) -> str:
        return f"раздел {self.number}"


@dataclass(frozen=True, eq=False)
class Document:
    """`paragraphs` are those of the text in reading order, cells of tables included."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]

    @cached_property
    def texts(self) -> tuple[Paragraph, ...]:
        """Paragraphs outside tables that have text."""
        return tuple(one for one in self.paragraphs if not one.in_table and one.plain)

    @cached_property
    def filled(self) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.paragraphs if one.plain)

    @cached_property
    def body_size(self) -> float:
        """The size in points of most of the text outside tables; 0 where there is none."""
        weights: dict[float, int] = {}
        for one in self.texts:
            weights[one.size] = weights.get(one.size, 0) + len(one.plain)
        return max(weights, key=lambda one: weights[one]) if weights else 0.0
