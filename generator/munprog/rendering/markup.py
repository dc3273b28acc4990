"""A part of a template as Jinja source. Runs once for a template: docxtpl and lxml are imported here only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from munprog.rendering.faults import FORBIDDEN_TAG, SYNTAX, TOO_LARGE, Spot, TemplateFault

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG = re.compile(r"\{[{%#]")
_MERGING = re.compile(r"\{%\s*(?:vm|hm|colspan|cellbg)\b")
_PARAGRAPH = re.compile(r"<w:p(?=[ />])")


@dataclass(frozen=True, slots=True)
class Markup:
    """Jinja source in which each paragraph of the part begins a line of its own, the first one line 2."""

    file: str
    part: str
    source: str
    paragraphs: tuple[str, ...] = ()
    paged: bool = False
    """Whether it is the text of the document itself, which has pages and sections."""

    def spot(self, line: int) -> Spot:
        """The place of a line of the source."""
        number = min(max(line - 1, 1), max(len(self.paragraphs), 1))
        excerpt = self.paragraphs[number - 1] if self.paragraphs else ""
        return Spot(self.file, self.part, number, excerpt)


def read_markup(xml: bytes, *, file: str, part: str, paged: bool = False) -> Markup:
    """The Jinja source of a WordprocessingML part; TemplateFault for docxtpl's tags that spoil tables."""
    from docxtpl import DocxTemplate
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:  # sound XML, but nested deeper than any document is
        raise Spot(file, part).fault(
            TOO_LARGE, "разметка вложена слишком глубоко", "Сохраните шаблон в Word."
        ) from error
    if root.nsmap.get("w") != _W[1:-1]:
        raise Spot(file, part).fault(SYNTAX, "часть записана с необычными обозначениями", "Сохраните шаблон в Word.")
    for text in root.iter(f"{_W}t"):
        text.text = " ".join((text.text or "").splitlines())
        text.set(_SPACE, "preserve")
    paragraphs = tuple("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p"))
    _refuse_merging(paragraphs, file, part)
    whole = _without_feeds(etree.tostring(root, encoding="unicode"))
    # A tag in a paragraph may be spread over runs; one in an attribute or a field's code is in no paragraph's text.
    if not any(map(_TAG.search, (*paragraphs, whole))):
        return Markup(file, part, "", paragraphs, paged)
    whole = _PARAGRAPH.sub("\n<w:p", whole)
    patched = DocxTemplate("").patch_xml(_keep_lines(whole))
    return Markup(file, part, patched, paragraphs, paged)


def has_tags(xml: bytes) -> bool:
    """Whether a part that is not rendered holds template tags all the same."""
    return b"{{" in xml or b"{%" in xml


def _refuse_merging(paragraphs: tuple[str, ...], file: str, part: str) -> None:
    found = [
        Spot(file, part, number, text).finding(
            FORBIDDEN_TAG,
            "тег объединения или заливки ячеек (vm, hm, colspan, cellbg) портит таблицу",
            "Таблицу с объединёнными ячейками печатает тег {{p …}}: её вид задаёт профиль.",
        )
        for number, text in enumerate(paragraphs, 1)
        if _MERGING.search(text)
    ]
    if found:
        raise TemplateFault(found)


def _without_feeds(xml: str) -> str:
    return xml.replace("\r", " ").replace("\n", " ")


def _keep_lines(xml: str) -> str:
    """Rows and cells that hold a {%tr …%} or {%tc …%} are dropped whole: their line feeds go before them."""
    for name in ("tr", "tc"):
        dropped = re.compile(
            rf"<w:{name}[ >](?:(?!<w:{name}[ >]).)*?\{{[%{{#]{name} (?:(?!<w:{name}[ >]).)*?</w:{name}>", re.DOTALL
        )
        xml = dropped.sub(lambda row: "\n" * row[0].count("\n") + row[0].replace("\n", ""), xml)
    return xml
