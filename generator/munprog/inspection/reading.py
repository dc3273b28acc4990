"""From the parts of a package to a document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from munprog.inspection.document import Document, Margin, Paragraph, Row, Run, Section, Table
from munprog.inspection.formats import Formats, integer
from munprog.inspection.package import Unreadable, W, parse, read_parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_BODY = "word/document.xml"
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml")
)
_CHARACTERS = {f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}cr": "\n"}
_A4 = {"w": 11906, "h": 16838}
_MARGINS = {"top": 1134, "right": 850, "bottom": 1134, "left": 1701, "header": 708, "footer": 708, "gutter": 0}
_KINDS = {"default": "", "first": " первой страницы", "even": " чётных страниц"}


def read_document(data: bytes) -> Document:
    """The document in the bytes of a DOCX. Raises `Unreadable`."""
    return _Reader(read_parts(data)).document()


class _Reader:
    """Walks through the text once, counting sections, paragraphs and tables as a person would."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.formats = Formats(parts)
        self.body_part = self._main()
        self.sections: list[Section] = []
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.relations = self._related()
        self.in_section = 0
        """Paragraphs outside tables met in the section at hand."""

    def document(self) -> Document:
        body = parse(self.parts[self.body_part], self.body_part).find(f"{W}body")
        if body is None:
            raise Unreadable("в файле нет текста документа")
        counted = 0
        for child in _unwrapped(body):
            if child.tag == f"{W}p":
                self.in_section += 1
                self._paragraph(child, f"раздел {len(self.sections) + 1}, абзац {self.in_section}")
                ending = child.find(f"{W}pPr/{W}sectPr")
                if ending is not None:
                    self._section(ending)
            elif child.tag == f"{W}tbl":
                counted += 1
                self._table(child, f"таблица {counted}")
            elif child.tag == f"{W}sectPr":
                self._section(child)
        if self.in_section or not self.sections:
            self._section(None)
        return Document(tuple(self.sections), tuple(self.paragraphs), tuple(self.tables))

    def _main(self) -> str:
        """The part that holds the text: Word calls it document.xml, others may call it otherwise."""
        if "_rels/.rels" in self.parts:
            for relation in parse(self.parts["_rels/.rels"], "_rels/.rels"):
                if str(relation.get("Type", "")).endswith("/officeDocument"):
                    name = str(relation.get("Target", "")).lstrip("/")
                    if name in self.parts:
                        return name
        if _BODY not in self.parts:
            raise Unreadable("это не документ Word (DOCX): в файле нет текста документа")
        return _BODY

    def _related(self) -> Mapping[str, str]:
        folder, name = posixpath.split(self.body_part)
        rels = f"{folder}/_rels/{name}.rels"
        if rels not in self.parts:
            return {}
        return {
            str(one.get("Id")): posixpath.normpath(posixpath.join(folder, str(one.get("Target", "")).lstrip("/")))
            for one in parse(self.parts[rels], rels).iter(f"{_RELATIONS}Relationship")
        }

    def _paragraph(self, element: _Element, where: str, table: str | None = None) -> Paragraph:
        style = element.find(f"{W}pPr/{W}pStyle")
        id = str(style.get(f"{W}val", "")) if style is not None else ""
        runs = tuple(
            self.formats.run(text, run.find(f"{W}rPr"), id, table or "")
            for run in _runs(element)
            if (text := _text(run))
        )
        found = Paragraph(
            len(self.paragraphs) + 1,
            where,
            _joined(runs),
            self.formats.look(element, table or ""),
            len(self.sections),
            table is not None,
        )
        self.paragraphs.append(found)
        for inner in _boxed(element):
            self._paragraph(inner, f"{where}, надпись", table)
        return found

    def _table(self, element: _Element, where: str) -> None:
        style = element.find(f"{W}tblPr/{W}tblStyle")
        id = str(style.get(f"{W}val", "")) if style is not None else ""
        at = len(self.tables)
        # Its place is kept before the tables within it come.
        self.tables.append(Table(where, (), 0, 0, len(self.sections), True))
        rows = tuple(
            self._row(row, f"{where}, строка {number}", id)
            for number, row in enumerate((one for one in _unwrapped(element) if one.tag == f"{W}tr"), 1)
        )
        indent = element.find(f"{W}tblPr/{W}tblInd")
        self.tables[at] = Table(
            where,
            rows,
            _width(element),
            integer(str(indent.get(f"{W}w"))) if indent is not None else 0,
            len(self.sections),
            self.formats.bordered(element.find(f"{W}tblPr"), id),
        )

    def _row(self, element: _Element, where: str, style: str) -> Row:
        settings = element.find(f"{W}trPr")
        cells = [one for one in _unwrapped(element) if one.tag == f"{W}tc"]
        return Row(
            tuple(self._cell(cell, f"{where}, ячейка {number}", style) for number, cell in enumerate(cells, 1)),
            _is_on(settings, "tblHeader"),
            _is_on(settings, "cantSplit"),
            any(cell.find(f"{W}tcPr/{W}{name}") is not None for cell in cells for name in ("gridSpan", "vMerge")),
            tuple(_numbers(cell.find(f"{W}tcPr"), "tcW", {"w": 0})["w"] for cell in cells),
        )

    def _cell(self, element: _Element, where: str, style: str) -> tuple[Paragraph, ...]:
        inside = [one for one in _unwrapped(element) if one.tag in (f"{W}p", f"{W}tbl")]
        several = sum(one.tag == f"{W}p" for one in inside) > 1
        found: list[Paragraph] = []
        nested = 0
        for one in inside:
            if one.tag == f"{W}tbl":
                nested += 1
                self._table(one, f"{where}, вложенная таблица {nested}")
            else:
                place = f"{where}, абзац {len(found) + 1}" if several else where
                found.append(self._paragraph(one, place, style))
        return tuple(found)

    def _section(self, element: _Element | None) -> None:
        size = _numbers(element, "pgSz", _A4)
        before = self.sections[-1] if self.sections else None
        title = element is not None and _is_on(element, "titlePg")
        self.sections.append(
            Section(
                len(self.sections) + 1,
                size["w"],
                size["h"],
                _numbers(element, "pgMar", _MARGINS),
                title,
                self._margins(element, "header", before.headers if before else {}),
                self._margins(element, "footer", before.footers if before else {}),
            )
        )
        self.in_section = 0

    def _margins(self, element: _Element | None, side: str, inherited: Mapping[str, Margin]) -> Mapping[str, Margin]:
        found = dict(inherited)
        for reference in element.iter(f"{W}{side}Reference") if element is not None else ():
            kind = str(reference.get(f"{W}type", "default"))
            part = self.relations.get(str(reference.get(f"{_R}id", "")), "")
            if part in self.parts:
                found[kind] = self._margin(part, side, kind)
        return found

    def _margin(self, part: str, side: str, kind: str) -> Margin:
        name = "верхний колонтитул" if side == "header" else "нижний колонтитул"
        where = f"раздел {len(self.sections) + 1}, {name}{_KINDS.get(kind, '')}"
        kept, found, numbered = list(self.paragraphs), [], []
        for element in parse(self.parts[part], part).iter(f"{W}p"):
            one = self._paragraph(element, where)
            found.append(one)
            if _has_page_field(element):
                numbered.append(one)
        self.paragraphs = kept
        return Margin(tuple(found), tuple(numbered))


def _unwrapped(element: _Element) -> Iterator[_Element]:
    """Children, those inside content controls and accepted insertions among them."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child


def _boxed(paragraph: _Element) -> Iterator[_Element]:
    """Paragraphs of the text boxes anchored in it, those that Word keeps for older programs left out."""
    for box in paragraph.iter(f"{W}txbxContent"):
        owners = list(box.iterancestors())
        within = owners[: owners.index(paragraph)]
        if not any(str(one.tag).endswith("}Fallback") or one.tag == f"{W}txbxContent" for one in within):
            yield from box.iterfind(f"{W}p")


def _runs(paragraph: _Element) -> Iterator[_Element]:
    return (one for one in _unwrapped(paragraph) if one.tag == f"{W}r")


def _text(run: _Element) -> str:
    """What a run prints; a break of the page prints nothing."""
    found = []
    for child in run:
        if child.tag == f"{W}t":
            found.append(child.text or "")
        elif child.tag == f"{W}br":
            found.append("" if child.get(f"{W}type") in ("page", "column") else "\n")
        else:
            found.append(_CHARACTERS.get(str(child.tag), ""))
    return "".join(found)


def _joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Neighbours of one look as one: Word splits runs where somebody once paused in typing."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and (last.font, last.size, last.spacing, last.direct) == (run.font, run.size, run.spacing, run.direct):
            found[-1] = Run(last.text + run.text, run.font, run.size, run.spacing, run.direct)
        else:
            found.append(run)
    return tuple(found)


def _numbers(element: _Element | None, name: str, defaults: Mapping[str, int]) -> dict[str, int]:
    child = element.find(f"{W}{name}") if element is not None else None
    own = {str(key).removeprefix(W): str(value) for key, value in child.attrib.items()} if child is not None else {}
    return {key: integer(own.get(key), value) for key, value in defaults.items()}


def _is_on(element: _Element | None, name: str) -> bool:
    child = element.find(f"{W}{name}") if element is not None else None
    return child is not None and child.get(f"{W}val", "1") not in ("0", "false", "off")


def _width(table: _Element) -> int:
    grid = sum(integer(str(one.get(f"{W}w"))) for one in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    told = table.find(f"{W}tblPr/{W}tblW")
    fixed = integer(str(told.get(f"{W}w"))) if told is not None and told.get(f"{W}type", "dxa") == "dxa" else 0
    return max(grid, fixed)


def _has_page_field(paragraph: _Element) -> bool:
    codes = [str(one.get(f"{W}instr", "")) for one in paragraph.iter(f"{W}fldSimple")]
    codes.append("".join(one.text or "" for one in paragraph.iter(f"{W}instrText")))
    return any("PAGE" in code.upper().split() for code in codes)
