"""Running text: styles, captions, and the sections that wide tables stand in."""

from __future__ import annotations

import re

from docx.enum.section import WD_ORIENT

from munprog.layout.flow import Block, Contents, Flow, Paragraph, Signatures, Style, Table
from munprog.rendering import Template
from tests.ooxml.validate_docx import problems
from tests.rendering.packages import DOCUMENT, opened, own, paragraph, parts_of, plain, template, with_body
from tests.rendering.samples import finance, plan

WIDE, NARROW = Table(finance()), Table(plan(3, landscape=False))


def styles(document: bytes) -> list[str]:
    """What the text consists of: the style of each paragraph, «table» for a table, «|» at the end of a section."""
    text = parts_of(document)[DOCUMENT].decode()
    body = re.sub(r"<w:tbl>.*?</w:tbl>", "<table/>", text[text.index("<w:body>") :], flags=re.DOTALL)
    found = re.findall(r'<w:pStyle w:val="(\w+)"|<(table)/>|(<w:sectPr)', body)
    return [style or name or "|" for style, name, _ in found][:-1]


def sections(document: bytes) -> list[tuple[bool, bool]]:
    """For each section whether it is landscape and whether its first page goes without a number."""
    return [
        (one.orientation == WD_ORIENT.LANDSCAPE, one.different_first_page_header_footer)
        for one in opened(document).sections
    ]


def rendered(*blocks: Block) -> bytes:
    document = template("Начало", "{{p body }}").render({"body": blocks})
    assert list(problems(document)) == []
    return document


def test_paragraphs_bear_their_styles() -> None:
    flow: Flow = tuple(Paragraph("текст", style) for style in Style)
    assert styles(rendered(*flow)) == ["Body", *Style]


def test_what_leads_to_the_next_paragraph_stays_with_it() -> None:
    leading = Paragraph("", Style.LIST, lead="– Оценка"), Paragraph("Состав:", Style.LIST)
    document = rendered(*leading, Paragraph("текст", Style.LIST, lead="– Отбор"))
    assert styles(document) == ["Body", "ListItemKept", "ListItemKept", "ListItem"]


def test_a_caption_stands_above_the_table_and_notes_under_it() -> None:
    table = Table(NARROW.grid, "Таблица 1", ("Первое", "Второе"))
    assert styles(rendered(table, Paragraph("текст"))) == [
        "Body",
        "TableCaption",
        "table",
        "TableNote",
        "TableNote",
        "Body",
    ]


def test_text_after_a_table_is_set_off_and_tables_do_not_touch() -> None:
    assert styles(rendered(NARROW, Paragraph("текст"), NARROW, NARROW, Paragraph("пункт", Style.LIST))) == [
        "Body",
        "table",
        "BodyAfterTable",
        "table",
        "SectionEnd",
        "table",
        "BodyAfterTable",
    ]


def test_a_wide_table_has_a_section_of_its_own() -> None:
    document = rendered(Paragraph("до"), WIDE, Paragraph("после"))
    assert styles(document) == ["Body", "Body", "|", "table", "SectionEnd", "|", "Body"]
    assert sections(document) == [(False, True), (True, False), (False, False)]


def test_the_turned_sheet_is_bound_along_its_top_edge_and_keeps_its_headers() -> None:
    upright, turned, _ = opened(rendered(Paragraph("до"), WIDE, Paragraph("после"))).sections
    millimetres = [
        round(length.mm) if length is not None else None
        for length in (turned.top_margin, turned.right_margin, turned.bottom_margin, turned.left_margin)
    ]
    assert millimetres == [30, 20, 20, 20]
    assert (turned.page_width, turned.page_height) == (upright.page_height, upright.page_width)
    assert not turned.header.is_linked_to_previous


def test_headings_and_the_caption_go_with_a_wide_table() -> None:
    heading = Paragraph("Ресурсы", Style.HEADING_1), Paragraph("Объёмы", Style.HEADING_2)
    document = rendered(Paragraph("до"), *heading, Table(WIDE.grid, "Таблица 1", ("Примечание",)), Paragraph("после"))
    assert styles(document) == [
        *("Body", "Body", "|", "Heading1", "Heading2", "TableCaption", "table", "TableNote", "|", "Body"),
    ]


def test_wide_tables_in_a_row_share_a_section() -> None:
    document = rendered(WIDE, Table(WIDE.grid, "Таблица 2"), Paragraph("3", Style.HEADING_1), WIDE)
    assert sections(document) == [(False, True), (True, False)]


def test_a_document_may_end_in_a_wide_table() -> None:
    document = rendered(Paragraph("до"), WIDE)
    assert styles(document) == ["Body", "Body", "|", "table", "SectionEnd"]
    assert sections(document) == [(False, True), (True, False)]


def test_text_of_the_template_after_a_wide_table_stands_upright_again() -> None:
    loaded = template("Начало", "{{p body }}", "Конец")
    document = loaded.render({"body": (WIDE,)})
    assert styles(document) == ["Body", "SectionEnd", "|", "table", "SectionEnd", "|", "Body"]
    assert sections(document) == [(False, True), (True, False), (False, False)]


def test_a_document_that_begins_with_a_wide_table_has_no_empty_page() -> None:
    document = template("{{p body }}").render({"body": (WIDE, Paragraph("после"))})
    assert styles(document) == ["table", "SectionEnd", "|", "Body"]
    assert sections(document) == [(True, True), (False, False)]


def test_flows_in_a_loop_keep_count_of_sections() -> None:
    loaded = template("{%p for flow in flows %}", "{{p flow }}", "{%p endfor %}")
    document = loaded.render({"flows": [(WIDE,), (Paragraph("текст"),), (WIDE,)]})
    assert list(problems(document)) == []
    assert [first for _, first in sections(document)] == [True, False, False, False, False][: len(sections(document))]


def test_a_template_that_lies_on_its_side_is_not_broken() -> None:
    data = with_body(paragraph("{{p body }}"), base="roadmap")
    document = Template.load(data, name="t.docx").render({"body": (Paragraph("до"), WIDE, NARROW, Paragraph("после"))})
    assert sections(document) == [(True, True)]


def test_the_last_paragraph_stays_with_the_signature_under_it() -> None:
    loaded = template("{{p clauses }}", "Подпись")
    document = loaded.render({"clauses": (Paragraph("1.", Style.LIST), Paragraph("2.", Style.LIST))})
    assert styles(document) == ["BodyBeforeSignature", "BodyBeforeSignature", "Body"]


def test_three_lines_of_text_go_with_the_signature() -> None:
    long = Paragraph("Слово " * 60)
    signed = Signatures((("Начальник отдела", "А. В. Озерова"),))
    nested = Paragraph("а) короткий", Style.LIST_NESTED)
    assert styles(rendered(long, long, nested, signed)) == [
        "Body",
        "Body",
        "BodyBeforeSignature",
        "ListItem2BeforeSignature",
        "table",
        "SectionEnd",
    ]


def test_a_signature_under_a_table_stands_in_its_last_row_and_on_its_sheet() -> None:
    document = rendered(WIDE, Signatures((("Директор", "Н. П. Лесникова"),), ("Документ подписан", "Сертификат:")))
    assert styles(document) == ["Body", "SectionEnd", "|", "table", "SectionEnd"]
    (table,) = opened(document).tables
    kept, signed = table.rows[-2:]
    assert {one.style.style_id for one in kept.cells[0].paragraphs if one.style} == {"TableTotalKept"}
    assert list(dict.fromkeys(plain(cell.text) for cell in signed.cells)) == [
        "Директор",
        "Документ подписан\nСертификат:",
        "Н. П. Лесникова",
    ]
    assert sections(document) == [(False, True), (True, False)]


def test_notes_and_a_signature_under_a_table_stand_in_its_last_rows() -> None:
    """LibreOffice keeps rows together, but never the end of a long table with what follows the table."""
    document = rendered(Table(NARROW.grid, notes=("Примечание",)), Signatures((("Директор", "Н. П. Лесникова"),)))
    assert styles(document) == ["Body", "table", "SectionEnd"]
    note, signed = opened(document).tables[0].rows[-2:]
    assert {(one.text, one.paragraphs[0].style.style_id) for one in note.cells} == {("Примечание", "TableNoteKept")}
    assert plain(signed.cells[0].text) == "Директор"


def test_a_short_text_between_turned_tables_turns_with_them() -> None:
    """A sheet of its own would be almost empty; a long text stays upright, and so does what begins an appendix."""
    short = Paragraph("Финансы", Style.HEADING_1), Paragraph("Вводный абзац.")
    assert [turned for turned, _ in sections(rendered(WIDE, *short, WIDE))] == [False, True]
    appendix = Paragraph("Приложение 2", Style.APPENDIX), Paragraph("Текст.")
    for upright in ((Paragraph("Слово " * 200),), appendix):
        assert [turned for turned, _ in sections(rendered(WIDE, *upright, WIDE))] == [False, True, False, True]


def test_styles_are_found_by_name_after_word_has_renamed_their_ids() -> None:
    renamed = {
        name: data.replace(b'"TableText"', b'"a7"').replace(b'"Heading1"', b'"1"').replace(b'"Body"', b'"a"')
        for name, data in parts_of(own("program")).items()
        if name in ("word/styles.xml", DOCUMENT)
    }
    data = with_body(paragraph("{{p body }}", "a"), parts={"word/styles.xml": renamed["word/styles.xml"]})
    document = Template.load(data, name="t.docx").render({"body": (Paragraph("1", Style.HEADING_1), NARROW)})
    assert list(problems(document)) == []
    assert styles(document)[:1] == ["1"]
    assert 'w:val="a7"' in parts_of(document)[DOCUMENT].decode(), "the cells of the last row"


def test_an_empty_flow_leaves_nothing() -> None:
    assert styles(rendered()) == ["Body"]


def test_a_table_of_contents_leads_to_its_headings_and_text_begins_on_a_new_page() -> None:
    flow = (Contents("Оглавление", (("1. Цели", 1, 1), ("1.1. Задачи", 2, 2))),)
    headings = (Paragraph("1. Цели", Style.HEADING_1, anchor=1), Paragraph("1.1. Задачи", Style.HEADING_2, anchor=2))
    document = rendered(*flow, *headings)
    assert styles(document)[1:] == ["ContentsTitle", "TOC1", "TOC2", "PageStart", "Heading1", "Heading2"]
    text = parts_of(document)[DOCUMENT].decode()
    assert re.findall(r"PAGEREF (\w+) ", text) == re.findall(r'w:bookmarkStart w:id="\d" w:name="(\w+)"', text)
