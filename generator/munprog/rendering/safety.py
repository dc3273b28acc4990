"""What a template's package may hold: text, styles and pictures, nothing that runs, links out or hides a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from munprog.diagnostics import Finding
from munprog.rendering.faults import FORBIDDEN_FIELD, FORBIDDEN_PART, NOT_A_DOCUMENT, Spot

_SUFFIXES = frozenset({"xml", "rels", "png", "jpg", "jpeg", "odttf"})
_FIELDS = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "TOC", "SEQ", "STYLEREF", "NOTEREF", "TITLE"}
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FORBIDDEN_ELEMENTS = {
    "altChunk": "вставленный документ другого формата (altChunk)",
    "subDoc": "вложенный документ",
    "object": "объект OLE",
    "OLEObject": "объект OLE",
    "control": "элемент управления ActiveX",
    "attachedTemplate": "присоединённый шаблон",
    "mailMerge": "слияние с источником данных",
    "movie": "вложенное видео",
}
_FORBIDDEN_RELATIONS = re.compile(
    r"/(oleObject|package|control|vbaProject|wordVbaData|aFChunk|subDocument|attachedTemplate|frame|"
    r"mailMergeSource|mailMergeHeaderSource|keyMapCustomizations|attachedToolbars|ui/extensibility)$",
    re.IGNORECASE,
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"


def unsafe(parts: Mapping[str, bytes], *, file: str) -> Iterator[Finding]:
    """A finding for everything in the package that a template may not hold."""
    for name, data in parts.items():
        spot = Spot(file, name)
        suffix = name.rpartition(".")[2].lower()
        if name == "word/vbaProject.bin" or suffix not in _SUFFIXES:
            what = "макрос" if "vba" in name.lower() else "вложенный файл"
            yield spot.finding(
                FORBIDDEN_PART, f"{what} в шаблоне не допускается", "Удалите его и сохраните шаблон как «.docx»."
            )
        elif suffix in ("xml", "rels"):
            yield from _unsafe_xml(data, name, spot)
    if not any(name == _TYPES and _MAIN.encode() in data for name, data in parts.items()):
        yield Spot(file).finding(
            NOT_A_DOCUMENT, "это не обычный документ Word", "Сохраните шаблон как «.docx», не «.docm» и не «.dotx»."
        )


def _unsafe_xml(data: bytes, name: str, spot: Spot) -> Iterator[Finding]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield spot.finding(
            FORBIDDEN_PART,
            "описание типа документа (DOCTYPE) в шаблоне не допускается",
            "Откройте шаблон в Word и сохраните заново.",
        )
        return
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        yield spot.finding(NOT_A_DOCUMENT, "часть шаблона повреждена", "Откройте шаблон в Word и сохраните заново.")
        return
    if name.endswith(".rels"):
        yield from _unsafe_relations(root, spot)
    else:
        yield from _unsafe_elements(root, spot)
        yield from _unsafe_fields(root, spot)


def _unsafe_relations(root: ElementTree.Element, spot: Spot) -> Iterator[Finding]:
    for relation in root:
        target = relation.get("Target", "")
        if relation.get("TargetMode", "").lower() == "external" or re.match(r"[A-Za-z][\w+.-]*:|//|\\\\", target):
            yield spot.finding(
                FORBIDDEN_PART,
                f"внешняя ссылка «{target}» в шаблоне не допускается",
                "Уберите гиперссылку (Ctrl+Shift+F9) или связанный рисунок: адрес остаётся обычным текстом.",
            )
        elif _FORBIDDEN_RELATIONS.search(relation.get("Type", "")):
            yield spot.finding(FORBIDDEN_PART, f"вложение «{target}» в шаблоне не допускается", "Удалите его.")


def _unsafe_elements(root: ElementTree.Element, spot: Spot) -> Iterator[Finding]:
    for element in root.iter():
        what = _FORBIDDEN_ELEMENTS.get(str(element.tag).rpartition("}")[2])
        if what and (element.tag.startswith(_W) or "office:office" in element.tag):
            yield spot.finding(FORBIDDEN_PART, f"{what} в шаблоне не допускается", "Удалите этот объект в Word.")


def _unsafe_fields(root: ElementTree.Element, spot: Spot) -> Iterator[Finding]:
    for code in _field_codes(root):
        word = code.split(maxsplit=1)[0].upper() if code.strip() else ""
        if word not in _FIELDS and not re.match(r"\s*HYPERLINK\s+\\l\s", code, re.IGNORECASE):
            yield spot.finding(
                FORBIDDEN_FIELD,
                f"поле «{word or 'без имени'}» в шаблоне не допускается",
                "Замените поле обычным текстом (Ctrl+Shift+F9): разрешены номера страниц, ссылки и оглавление.",
            )


def _field_codes(root: ElementTree.Element) -> Iterator[str]:
    """Codes of all fields: one code may be spread over many runs, and fields may stand within fields."""
    open_codes: list[list[str]] = []
    for element in root.iter():
        if element.tag == f"{_W}fldSimple":
            yield element.get(f"{_W}instr", "")
        elif element.tag == f"{_W}fldChar":
            kind = element.get(f"{_W}fldCharType")
            if kind == "begin":
                open_codes.append([])
            elif kind == "end" and open_codes:
                yield "".join(open_codes.pop())
        elif element.tag == f"{_W}instrText":
            if open_codes:
                open_codes[-1].append(element.text or "")
            else:
                yield element.text or ""
    yield from ("".join(code) for code in open_codes)
