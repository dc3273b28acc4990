"""What goes in comes out: every value stands in the document as it was given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from munprog.layout.flow import Paragraph, Table
from munprog.layout.grid import Cell, Grid
from munprog.rendering import TemplateFault
from tests.rendering.packages import faults, opened, plain, template, texts, with_body
from tests.rendering.packages import paragraph as p

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t")
)
HOSTILE = st.sampled_from(
    ["{{ x }}", "{% for", "{_{", "{#", "a & b <c>", "</w:t>", "]]>", "&amp;", " два  пробела ", "№ 5 от 5 июня 2026 г."]
)
VALUES = st.lists(TEXT | HOSTILE, min_size=1, max_size=5)


@settings(max_examples=60)
@given(VALUES)
def test_texts_come_back_as_they_were_given(values: list[str]) -> None:
    document = template("{%p for line in lines %}", "{{ line }}", "{%p endfor %}", "{{p body }}").render(
        {
            "lines": values,
            "body": (
                *map(Paragraph, values),
                Table(Grid((1,), (), tuple((Cell((value,)),) for value in values))),
            ),
        }
    )
    wanted = list(map(plain, values))
    word = opened(document)
    assert texts(document)[: 2 * len(values)] == wanted * 2
    assert [plain(row.cells[0].text) for row in word.tables[0].rows] == wanted


def test_a_text_of_the_template_around_a_value_stays() -> None:
    assert texts(template("от {{ date }} № {{ number }}.").render({"date": "12.09.2024", "number": "381"})) == [
        "от 12.09.2024 № 381."
    ]


def test_spaces_that_must_not_break_are_made_non_breaking() -> None:
    document = template("{{ value }}").render({"value": "приказ № 5"})
    assert opened(document).paragraphs[0].text == "приказ №\u00a05"


def test_a_lead_is_bold_and_set_apart_by_one_space() -> None:
    flow = (Paragraph("– это школа.", lead="Школа"), Paragraph(", текст", lead="Слово"), Paragraph("", lead="Одно"))
    document = opened(template("{{p body }}").render({"body": flow}))
    assert [one.text for one in document.paragraphs] == ["Школа\u00a0– это школа.", "Слово, текст", "Одно"]
    lead, text = document.paragraphs[0].runs
    assert (lead.text, lead.style.name) == ("Школа", "Strong")
    assert text.text == "\u00a0– это школа."


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (template("{{ a }}", "{{p b }}") for _ in range(2))
    context = {"a": "текст", "b": (Paragraph("абзац"),)}
    assert first.render(context) == second.render(context) == first.render(context)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_no_document_can_hold_is_named(character: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        template("{{ value }}").render({"value": f"до{character}после"})
    finding = caught.value.findings[0]
    assert finding.code == "TPL013"
    assert f"«до□после» есть недопустимый знак U+{ord(character):04X}" in finding.message


def test_a_value_without_a_tag_is_missed() -> None:
    with pytest.raises(TemplateFault) as caught:
        template("{{ title }}").render({"title": "А", "people": [{"name": "А. В. Озерова"}], "note": ""})
    assert [(one.code, one.message) for one in caught.value.findings] == [
        ("TPL011", "шаблон не напечатал значение «А. В. Озерова» (people[0].name)")
    ]


def test_a_flow_without_a_tag_is_missed() -> None:
    context = {"title": "А", "body": (Paragraph("Б"),)}
    with pytest.raises(TemplateFault, match=r"значение \(body\)"):
        template("{{ title }}").render(context)


def test_a_value_printed_once_though_offered_twice_is_missed() -> None:
    with pytest.raises(TemplateFault, match="TPL011"):
        template("{{ first }}").render({"first": "А", "second": "А"})


def test_what_a_document_may_leave_out_is_not_missed() -> None:
    document = template("{{ title }}").render(
        {"title": "А", "executor": "Б", "people": [{"name": "В"}]}, optional=frozenset({"executor", "people.name"})
    )
    assert texts(document) == ["А"]


def test_a_condition_decides_what_is_printed() -> None:
    loaded = template("{% if draft %}ПРОЕКТ{% else %}{{ stamp }}{% endif %}")
    assert texts(loaded.render({"draft": True, "stamp": ""})) == ["ПРОЕКТ"]
    assert texts(loaded.render({"draft": False, "stamp": "Верно"})) == ["Верно"]
    with pytest.raises(TemplateFault, match="TPL011"):
        loaded.render({"draft": True, "stamp": "Верно"})


def test_a_value_that_got_lost_on_its_way_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("munprog.rendering.sandbox.run_text", lambda text: text.partition("&")[0])
    with pytest.raises(TemplateFault) as caught:
        template("{{ value }}").render({"value": "а & б"})
    assert [(one.code, one.message) for one in caught.value.findings] == [
        ("TPL012", "текст «а & б» напечатан шаблоном, но в документ не попал")
    ]


def test_a_document_that_is_no_xml_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("munprog.rendering.sandbox.run_text", lambda text: text)
    with pytest.raises(TemplateFault, match="TPL012 документ получился повреждённым"):
        template("{{ value }}").render({"value": "<"})


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("{{ value }}", True),
        ("{{ value }}", None),
        ("{{ value }}", ["текст"]),
        ("{{ value }}", {"a": "текст"}),
        ("{{ value }}", (Paragraph("абзац"),)),
        ("{{p value }}", "текст"),
        ("{{p value }}", ["текст"]),
        ("{% for letter in value %}{{ letter }}{% endfor %}", "текст"),
        ("{% for key in value %}{{ key }}{% endfor %}", {"a": "текст"}),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_at_its_tag(tag: str, value: object) -> None:
    assert faults("первый", tag, context={"value": value}) == [("TPL010", 2, tag)]


def test_numbers_are_no_values_of_a_context() -> None:
    with pytest.raises(TypeError, match="count: a template cannot print int"):
        template("{{ title }}").render({"title": "А", "count": 5})


def test_the_filter_for_capitals_prints_the_value_it_was_given() -> None:
    assert texts(template("{{ kind | upper }}").render({"kind": "приказ"})) == ["ПРИКАЗ"]


def test_the_number_of_a_round_and_its_end_are_known() -> None:
    line = "{% for one in all %}{{ loop.index }}) {{ one }}{% if not loop.last %}, {% endif %}{% endfor %}"
    assert texts(template(line).render({"all": ["а", "б"]})) == ["1) а, 2) б"]


def test_properties_come_from_the_caller_without_a_clock() -> None:
    properties = opened(template("{{ a }}").render({"a": "А"}, properties={"title": "О <программе>"})).core_properties
    assert (properties.title, properties.language) == ("О <программе>", "ru-RU")
    assert properties.created is None
    assert properties.modified is None


def test_an_unknown_property_is_a_defect_of_the_caller() -> None:
    with pytest.raises(ValueError, match="modified"):
        template("{{ a }}").render({"a": "А"}, properties={"modified": "2024"})


def test_tags_act_in_rows_headers_and_properties() -> None:
    def row(text: str) -> str:
        return f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{p(text, "TableText")}</w:tc></w:tr>'

    rows = "".join(map(row, ("{%tr for one in rows %}", "{{ one.name }}", "{%tr endfor %}")))
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{rows}</w:tbl>'
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    header = f'<w:hdr xmlns:w="{w}">{p("{{ title }}", "Header")}</w:hdr>'
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title></cp:coreProperties>'
    )
    data = with_body(
        table + p("Конец"), parts={"word/header1.xml": header.encode(), "docProps/core.xml": core.encode()}
    )
    from munprog.rendering import Template

    document = opened(
        Template.load(data, name="t.docx").render({"title": "А & Б", "rows": [{"name": "а"}, {"name": "б"}]})
    )
    assert [row.cells[0].text for row in document.tables[0].rows] == ["а", "б"]
    assert document.sections[0].header.paragraphs[0].text == "А & Б"
    assert document.core_properties.title == "А & Б"
