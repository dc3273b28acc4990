"""The project's templates: their form (ГОСТ Р 7.0.97-2025), and the documents made from them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from munprog.layout.flow import Code
from munprog.rendering import Template
from munprog.rendering.styles import STYLE_NAMES, style_ids
from tests.ooxml.validate_docx import problems
from tests.rendering.packages import DOCUMENT, NAMESPACES, opened, own, parts_of, plain, texts
from tests.rendering.samples import CONTEXTS

NAMES = sorted(CONTEXTS)
WORD = f"{{{NAMESPACES['w']}}}"
_PROPERTIES = {
    "pPr": {"pStyle", "sectPr", "framePr"},
    "rPr": {"rStyle"},
    "tblPr": {"tblStyle", "tblW", "tblLayout"},
    "trPr": {"cantSplit", "tblHeader", "trHeight"},
    "tcPr": {"tcW", "gridSpan", "vMerge", "vAlign"},
}
"""What may stand beside a style: the shape of tables and pages."""


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def document_of(name: str) -> bytes:
    return Template.load(own(name), name=f"{name}.docx").render(CONTEXTS[name])


def direct_formatting(package: bytes) -> set[str]:
    """Properties in the text and the headers that no named style gives."""
    found = set()
    for part, data in parts_of(package).items():
        if part == DOCUMENT or "header" in part:
            for holder, allowed in _PROPERTIES.items():
                for properties in etree.fromstring(data).iter(f"{WORD}{holder}"):
                    found |= {f"{holder}/{etree.QName(one).localname}" for one in properties} - {
                        f"{holder}/{tag}" for tag in allowed
                    }
    return found


def test_a_template_is_valid_and_so_is_its_document(name: str) -> None:
    assert list(problems(own(name))) == []
    assert list(problems(document_of(name))) == []


def test_named_styles_only(name: str) -> None:
    for package in (own(name), document_of(name)):
        assert direct_formatting(package) == set()
        assert all(one.style and one.style.name != "Normal" for one in opened(package).paragraphs)


def test_a_template_has_every_style_that_the_writers_use(name: str) -> None:
    assert style_ids(parts_of(own(name))["word/styles.xml"]).keys() == STYLE_NAMES.keys()


def test_the_page_is_that_of_the_standard(name: str) -> None:
    for section in opened(document_of(name)).sections:
        margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        left, right, top, bottom = (round(one.mm) if one is not None else 0 for one in margins)
        turned = (section.page_width or 0) > (section.page_height or 0)
        assert (left, right, top, bottom) == ((20, 20, 30, 20) if turned else (30, 10, 20, 20))
        assert section.header_distance is not None
        assert section.header_distance.mm >= 9.99
        sides = [round(side.twips) for side in (section.page_width, section.page_height) if side is not None]
        assert sorted(sides) == [11906, 16838]


def test_the_type_is_that_of_the_standard(name: str) -> None:
    package = parts_of(own(name))
    styles = etree.fromstring(package["word/styles.xml"])
    fonts = {value for one in styles.iter(f"{WORD}rFonts") for value in one.attrib.values()}
    sizes = {int(one.get(f"{WORD}val") or 0) / 2 for one in styles.iter(f"{WORD}sz")}
    assert fonts == {"Times New Roman"}
    # One point is the height of the paragraph that ends a section and shows nothing.
    assert sizes <= {1, 10, 11, 12, 14}
    body = opened(own(name)).styles["Текст документа"].paragraph_format
    assert (round(body.first_line_indent.cm, 2), body.space_before, body.space_after) == (1.25, 0, 0)
    assert 1 <= body.line_spacing <= 1.15
    assert b"ru-RU" in package["word/styles.xml"]
    assert b"PT Astra Serif" in package["word/fontTable.xml"]


def test_pages_are_numbered_from_the_second_on(name: str) -> None:
    section = opened(document_of(name)).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element).decode()
    assert "PAGE" not in etree.tostring(section.first_page_header._element).decode()


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_bears_its_mark_on_the_first_page(name: str, draft: bool) -> None:
    data = Template.load(own(name), name=name).render({**CONTEXTS[name], "draft": draft})
    mark = opened(data).sections[0].first_page_header.paragraphs[0]
    assert mark.text == ("ПРОЕКТ" if draft else "")


def test_a_long_document_turns_its_sheets_for_wide_tables() -> None:
    assert [one.orientation.name for one in opened(document_of("program")).sections] == [
        "PORTRAIT",
        "LANDSCAPE",
        "PORTRAIT",
    ]


EXECUTOR = "Речная Ирина Петровна,\n8 (82130) 2-13-74"


def test_the_order_is_laid_out_as_orders_are() -> None:
    found = [text for text in texts(document_of("order")) if text]
    assert found[:8] == [
        "Администрация Приозерского муниципального района",
        "Управление образования администрации Приозерского муниципального района",
        "ул. Школьная, д. 5, с. Приозерье, 169000",
        "ОГРН 1027000615476, ИНН/КПП 7006000225/700601001",
        "ПРИКАЗ",
        "__.__.____\t№ ____",
        "с. Приозерье",
        "Об утверждении муниципальной программы поддержки школ на 2024–2026 годы",
    ]
    assert found[-1] == EXECUTOR
    row = opened(document_of("order")).tables[0].rows[0]
    assert [plain(one.text) for one in row.cells] == ["Начальник управления образования", "", "А. В. Озерова"]


def test_an_order_without_place_and_executor_has_no_holes() -> None:
    context = {**CONTEXTS["order"], "place": "", "executor": []}
    data = Template.load(own("order"), name="order.docx").render(context)
    assert list(problems(data)) == []
    assert "" not in texts(data)[:-1]


def test_the_approval_sheet_has_a_row_for_each_person() -> None:
    rows = opened(document_of("approval_sheet")).tables[0].rows
    assert [plain(row.cells[2].text) for row in rows] == [
        "Инициалы и фамилия",
        "М. П. Лесная",
        "И. С. Константинопольская",
    ]


@pytest.mark.libreoffice
def test_documents_open_in_libreoffice(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(document_of(name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, sorted(tmp_path.glob("*.docx")))], check=True, capture_output=True, timeout=180)
    for name in NAMES:
        shown = plain((tmp_path / f"{name}.txt").read_text("utf-8-sig"))
        unframed = [one for one in texts(document_of(name)) if one != EXECUTOR]  # the text filter passes frames by
        for text in (one for one in re.split(r"[\n\t]", "\n".join(unframed)) if one.strip()):
            assert text.strip() in shown


def test_the_kind_of_an_act_is_spaced_by_its_style_not_by_blanks() -> None:
    context = {**CONTEXTS["order"], "spaced_kind": True}
    found = opened(Template.load(own("order"), name="order.docx").render(context))
    assert [one.text for one in found.paragraphs if one.style and one.style.style_id == "ActKindSpaced"] == ["ПРИКАЗ"]


def test_a_qr_code_stands_on_the_first_sheet_as_a_picture_of_the_package() -> None:
    context = {**CONTEXTS["program"], "qr": (Code('https://uo.example/программа?a=1&b="2"'),)}
    document = Template.load(own("program"), name="program.docx").render(context)
    assert list(problems(document)) == []
    (picture,) = [part for part in opened(document).part.related_parts.values() if part.content_type == "image/png"]
    assert picture.blob.startswith(b"\x89PNG")
    (first, *_) = opened(document).element.body
    assert first.xpath(".//wp:docPr/@descr") == ['https://uo.example/программа?a=1&b="2"']
    assert Template.load(own("program"), name="program.docx").render(context) == document
