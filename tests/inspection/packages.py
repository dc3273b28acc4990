"""DOCX packages made in the test: an order without a fault, and what a test changes in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/header" '
    'Target="header1.xml"/></Relationships>'
)
STYLES = (
    f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Основа"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Текст"/><w:basedOn w:val="Base"/>'
    '<w:pPr><w:ind w:firstLine="709"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Centre"><w:name w:val="Посередине"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Label"><w:name w:val="Гриф"/>'
    '<w:pPr><w:ind w:left="5103"/></w:pPr></w:style><w:style w:type="table" w:styleId="Grid">'
    '<w:name w:val="Сетка"/><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>'
    "</w:styles>"
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
HEADER = (
    f'<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="Centre"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r>'
    "</w:fldSimple></w:p></w:hdr>"
)
LONG = (
    "Руководителям школ ежегодно до 1\u00a0февраля представлять сведения о выполнении мероприятий и "
    "значениях показателей."
)


def p(text: str, style: str = "Body", settings: str = "", run: str = "") -> str:
    """A paragraph; a tab in the text is a tab."""
    shown = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{settings}</w:pPr>'
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'
    )


def table(*rows: tuple[str, ...], head: int = 1, width: int = 9000, whole: bool = True) -> str:
    size = len(rows[0])
    lines = []
    for at, row in enumerate(rows):
        settings = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if at < head else "")
        cells = "".join(f"<w:tc><w:tcPr/>{p(text, 'Normal')}</w:tc>" for text in row)
        lines.append(f"<w:tr><w:trPr>{settings}</w:trPr>{cells}</w:tr>")
    grid = f'<w:gridCol w:w="{width // size}"/>' * size
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'


ORDER: Mapping[str, str] = {
    "issuer": p("Управление образования Приозерского района", "Centre"),
    "kind": p("ПРИКАЗ", "Centre"),
    "date": p("05.09.2025\t№\u00a012", "Normal"),
    "title": p("Об утверждении программы", "Normal"),
    "preamble": p("В целях поддержки школ"),
    "verb": p("ПРИКАЗЫВАЮ:", "Centre"),
    "first": p("1. Утвердить программу (приложение)."),
    "second": p(LONG),
    "signature": p("Начальник Управления\tА.\u00a0В.\u00a0Озерова", "Normal"),
    "executor": p("Полянская Мария Ильинична, 2-10-14", "Normal"),
    "appendix": "",
    "section": SECTION,
}


def order(
    parts: Mapping[str, str] | None = None, /, *, styles: str = STYLES, header: str = HEADER, **changes: str
) -> bytes:
    """The order with some of its paragraphs changed; `parts` are further parts of the package."""
    body = "".join({**ORDER, **changes}.values())
    return package(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _ROOT,
            "word/_rels/document.xml.rels": _RELATIONS,
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": styles,
            "word/header1.xml": header,
            **(parts or {}),
        }
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()
