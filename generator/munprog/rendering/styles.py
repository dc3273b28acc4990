"""The named styles that the writers use, and the ids under which a template holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from munprog.layout.flow import Style
from munprog.layout.grid import Role
from munprog.rendering.letters import SMALL_SIZE, TIGHT_MARGINS, TWINS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

AFTER_TABLE = "BodyAfterTable"
BEFORE_SIGNATURE: Mapping[str, str] = {
    Style.BODY: "BodyBeforeSignature",
    Style.LIST: "BodyBeforeSignature",
    Style.LIST_NESTED: "ListItem2BeforeSignature",
    Style.LIST_DEEP: "ListItem2BeforeSignature",
    Style.NOTE: "TableNoteKept",
    "SectionEnd": "SectionEndKept",
}
"""Style → its twin that goes to the page of the signature below it."""
SECTION_END = "SectionEnd"
SIGNATURE = "Signature"
SIGNATURE_NAME = "SignatureName"
ELECTRONIC_SIGNATURE = "ElectronicSignature"
TABLE_OF_SIGNATURES = "TableSignature"
CONTENTS_TITLE = "ContentsTitle"
CONTENTS = ("TOC1", "TOC2", "TOC3")
"""Styles of the entries of a table of contents by level."""
PAGE_START = "PageStart"
STRONG = "Strong"
TABLE = "TableDocument"
TABLE_WITHOUT_BORDERS = "TableLayout"

CELL_STYLES: Mapping[Role, str] = {
    Role.HEAD: "TableHead",
    Role.TEXT: "TableText",
    Role.CENTER: "TableCenter",
    Role.NUMBER: "TableNumber",
    Role.DIVIDER: "TableDivider",
    Role.TOTAL: "TableTotal",
    Role.TOTAL_CENTER: "TableTotalCenter",
    Role.TOTAL_NUMBER: "TableTotalNumber",
}
KEPT: Mapping[str, str] = {
    "TableText": "TableTextKept",
    "TableCenter": "TableCenterKept",
    "TableNumber": "TableNumberKept",
    "TableTotal": "TableTotalKept",
    "TableTotalCenter": "TableTotalCenterKept",
    "TableTotalNumber": "TableTotalNumberKept",
    Style.BODY: "BodyKept",
    Style.LIST: "ListItemKept",
}
"""Style → its twin that stays on a page with what follows."""

_TWINNED = (*CELL_STYLES.values(), *(f"{style}Kept" for style in CELL_STYLES.values()), TABLE, TABLE_WITHOUT_BORDERS)
"""Styles that have a twin for each size of letters a table may be set in; `with_twins` makes those a template lacks."""
_SIZES = {twin: size for size, twin in TWINS.items()}

STYLE_NAMES: Mapping[str, str] = {
    Style.BODY: "Текст документа",
    AFTER_TABLE: "Текст после таблицы",
    "BodyBeforeSignature": "Текст перед подписью",
    "ListItem2BeforeSignature": "Пункт вложенный перед подписью",
    "TableNoteKept": "Примечание к таблице (не отрывать)",
    "SectionEndKept": "Граница перед подписью",
    SIGNATURE: "Подпись: должность",
    SIGNATURE_NAME: "Подпись: имя",
    ELECTRONIC_SIGNATURE: "Отметка об электронной подписи",
    TABLE_OF_SIGNATURES: "Таблица подписи",
    CONTENTS_TITLE: "Оглавление: заголовок",
    **{style: f"toc {level}" for level, style in enumerate(CONTENTS, 1)},
    PAGE_START: "Начало страницы",
    Style.APPENDIX: "Гриф приложения с новой страницы",
    Style.EXECUTOR: "Отметка об исполнителе",
    Style.LIST: "Пункт списка",
    Style.LIST_NESTED: "Пункт списка вложенный",
    Style.LIST_DEEP: "Пункт списка третьего уровня",
    Style.HEADING_1: "heading 1",
    Style.HEADING_2: "heading 2",
    Style.HEADING_3: "heading 3",
    Style.CAPTION: "Название таблицы",
    Style.NOTE: "Примечание к таблице",
    Style.LABEL: "Гриф приложения",
    Style.TITLE: "Название документа",
    "TableHead": "Таблица: шапка",
    "TableText": "Таблица: текст",
    "TableCenter": "Таблица: по центру",
    "TableNumber": "Таблица: число",
    "TableDivider": "Таблица: раздел",
    "TableTotal": "Таблица: итог",
    "TableTotalCenter": "Таблица: итог по центру",
    "TableTotalNumber": "Таблица: итог числом",
    "TableTextKept": "Таблица: текст (не отрывать)",
    "TableCenterKept": "Таблица: по центру (не отрывать)",
    "TableNumberKept": "Таблица: число (не отрывать)",
    "TableTotalKept": "Таблица: итог (не отрывать)",
    "TableTotalCenterKept": "Таблица: итог по центру (не отрывать)",
    "TableTotalNumberKept": "Таблица: итог числом (не отрывать)",
    "BodyKept": "Текст перед списком",
    "ListItemKept": "Пункт перед списком",
    SECTION_END: "Граница раздела",
    STRONG: "Strong",
    TABLE: "Таблица документа",
    TABLE_WITHOUT_BORDERS: "Таблица без рамки",
}
"""Style → its name in Word. Word gives styles new ids when a template is saved; the names stay."""


def style_ids(styles_xml: bytes, names: Mapping[str, str] = STYLE_NAMES) -> dict[str, str]:
    """Style → its id in this template, for the `names` in Word; a style that the template lacks is absent."""
    named: dict[str, str] = {}
    ids: set[str] = set()
    for style in ElementTree.fromstring(styles_xml).iter(f"{_W}style"):
        identifier = style.get(f"{_W}styleId", "")
        ids.add(identifier)
        name = style.find(f"{_W}name")
        if name is not None:
            named[name.get(f"{_W}val", "").split(",")[0].casefold()] = identifier
    found: dict[str, str] = {}
    for style_key, style_name in names.items():
        identifier = named.get(style_name.casefold(), str(style_key))
        if identifier in ids:
            found[str(style_key)] = identifier
    if str(Style.LIST_NESTED) in found:  # a template made before lists had a third level
        found.setdefault(str(Style.LIST_DEEP), found[str(Style.LIST_NESTED)])
    return found


def table_text_size(styles_xml: bytes) -> float:
    """The size in points that the template gives to text in tables; twelve where it says nothing of it."""
    for style in ElementTree.fromstring(styles_xml).iter(f"{_W}style"):
        name, size = style.find(f"{_W}name"), style.find(f"{_W}rPr/{_W}sz")
        if name is not None and size is not None and name.get(f"{_W}val") == STYLE_NAMES["TableText"]:
            return float(size.get(f"{_W}val", "24")) / 2
    return 12.0


def twin_ids(styles_xml: bytes, styles: Mapping[str, str]) -> dict[str, str]:
    """Twin of a style in letters of another size → its id, in this template or as `with_twins` makes it."""
    names = {style + twin: _twin_name(style, twin) for style in _TWINNED if style in styles for twin in _SIZES}
    return {twin: twin for twin in names} | style_ids(styles_xml, names)


def with_twins(styles_xml: bytes, wanted: tuple[tuple[str, str, str], ...]) -> bytes:
    """The styles with the twins that the template lacks: of each its style, that one's id here, and its own ending.

    A twin is based on the template's own style and differs in its size alone, a table in the margins of its cells.
    """
    lines = (_twin(style, base, twin) for style, base, twin in wanted)
    end = styles_xml.rindex(b"</w:styles>")
    return styles_xml[:end] + "".join(lines).encode() + styles_xml[end:]


def lacking(styles: Mapping[str, str], twins: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """What `with_twins` has to make for these endings; `styles` are the ids of all."""
    return tuple(
        (style, styles[style], twin)
        for twin in sorted(twins)
        for style in _TWINNED
        if style in styles and styles[style + twin] == style + twin
    )


def _twin(style: str, base: str, twin: str) -> str:
    kind, size = "paragraph", round(_SIZES[twin] * 2)
    inner = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    if style in (TABLE, TABLE_WITHOUT_BORDERS):
        kind, side = "table", TIGHT_MARGINS // 2
        margins = f'<w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
        inner = f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{style}{twin}">'
        f'<w:name w:val="{_twin_name(style, twin)}"/><w:basedOn w:val="{base}"/>{inner}</w:style>'
    )


def _twin_name(style: str, twin: str) -> str:
    return f"{STYLE_NAMES[style]}, {'мелко' if _SIZES[twin] == SMALL_SIZE else f'{_SIZES[twin]:g} пт'}"
