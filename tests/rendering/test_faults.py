"""Templates that may come from a stranger: what they may not say, hold or grow to, and where it is found."""

from __future__ import annotations

import io
import pickle
import zipfile

import pytest

from munprog.layout.flow import Paragraph, Table
from munprog.layout.grid import Cell, Grid
from munprog.rendering import Template, TemplateFault, archive, compiler, sandbox
from tests.rendering.packages import DOCUMENT, faults, own, packed, paragraph, parts_of, template, with_body


def codes(data: bytes) -> list[str]:
    with pytest.raises(TemplateFault) as caught:
        Template.load(data, name="t.docx")
    return [one.code for one in caught.value.findings]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title() }}",
        "{{ title.upper() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ 5 }}",
        "{{ 'текст' }}",
        "{{ true }}",
        "{{ title + title }}",
        "{{ title ~ title }}",
        "{{ title * title }}",
        "{{ -title }}",
        "{{ title[0] }}",
        "{{ title[title] }}",
        "{{ [title] }}",
        "{{ (title, title) }}",
        "{{ {title: title} }}",
        "{{ title if title else title }}",
        "{% if title == title %}{% endif %}",
        "{% if title is defined %}{% endif %}",
        "{% if title in title %}{% endif %}",
        "{{ title | safe }}",
        "{{ title | attr(title) }}",
        "{{ title | upper(title) }}",
        "{{ title | map(title) }}",
        "{% set x = title %}",
        "{% set x %}{% endset %}",
        "{% macro m() %}{% endmacro %}",
        "{% include title %}",
        "{% import title as x %}",
        "{% from title import x %}",
        "{% extends title %}",
        "{% block x %}{% endblock %}",
        "{% with %}{% endwith %}",
        "{% call m() %}{% endcall %}",
        "{% filter upper %}{% endfilter %}",
        "{% for a, b in title %}{% endfor %}",
        "{% for a in title recursive %}{% endfor %}",
        "{% for title.x in title %}{% endfor %}",
        "{% autoescape title %}{% endautoescape %}",
    ],
)
def test_a_forbidden_construct_is_refused_where_it_stands(tag: str) -> None:
    found = faults("первый", tag)
    assert found
    assert {(code, line) for code, line, _ in found} <= {("TPL002", 2), ("TPL003", 2)}


@pytest.mark.parametrize("name", ["__class__", "items", "keys", "_x", "name.__class__", "name.upper"])
def test_an_attribute_reaches_items_of_mappings_only(name: str) -> None:
    context = {"person": {"name": "А"}}
    assert faults("{{ person.name }}", f"{{{{ person.{name} }}}}", context=context) == [
        ("TPL001", 2, f"{{{{ person.{name} }}}}")
    ]


def test_an_item_may_be_called_as_a_method_is() -> None:
    assert faults("{{ row.items }}", context={"row": {"items": "А"}}) == []


@pytest.mark.parametrize("name", ["self", "loop", "range", "dict", "namespace", "lipsum", "caller"])
def test_no_name_is_known_but_those_of_the_context(name: str) -> None:
    assert [code for code, *_ in faults(f"{{{{ {name} }}}}", context={})] in (["TPL001"], ["TPL010"])


@pytest.mark.parametrize(
    "tag",
    [
        "{{ absent }}",
        "{{ absent.name }}",
        "{% if absent %}{% endif %}",
        "{% for x in absent %}{% endfor %}",
        "{{p absent }}",
    ],
)
def test_an_unknown_name_is_an_error_with_its_place(tag: str) -> None:
    assert faults("{{ title }}", "обычный текст", tag, context={"title": "А"}) == [("TPL001", 3, tag)]


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(TemplateFault, match=r"t\.docx: TPL001 шаблону не дано значение «отдел»"):
        template("{{ отдел }}").render({})


def test_a_place_is_counted_through_rows_that_are_dropped() -> None:
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    table = "".join(row.format(paragraph(text)) for text in ("{%tr for one in rows %}", "{{ one }}", "{%tr endfor %}"))
    data = with_body(
        f"{paragraph('1')}<w:p/><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{table}</w:tbl>"
        + paragraph("{{ x }}")
    )
    with pytest.raises(TemplateFault) as caught:
        Template.load(data, name="t.docx").render({"rows": ["а"]})
    assert [(one.place.line, one.place.excerpt) for one in caught.value.findings] == [(6, "{{ x }}")]


def test_all_faults_of_a_template_are_found_at_once() -> None:
    assert [(code, line) for code, line, _ in faults("{{ 1 }}", "текст", "{{ a() }}")] == [("TPL002", 1), ("TPL002", 3)]


@pytest.mark.parametrize("text", ["{{ title", "{% if title %}", "{% for %}", "{{ }}", "{% endfor %}", "{% unknown %}"])
def test_a_tag_that_cannot_be_read_is_an_error(text: str) -> None:
    assert [code for code, *_ in faults(text)] == ["TPL003"]


@pytest.mark.parametrize("tag", ["{% vm %}", "{% hm %}", "{% colspan title %}", "{% cellbg title %}"])
def test_tags_that_spoil_tables_are_refused(tag: str) -> None:
    assert faults("{{ a }}", tag) == [("TPL002", 2, tag)]


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE {{ code }}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="1" w:name="{{ code }}"/></w:p>',
        paragraph("{{r code }}"),
    ],
)
def test_a_tag_outside_the_text_is_refused(body: str) -> None:
    assert "TPL009" in codes(with_body(body))


def test_a_tag_in_a_part_that_is_not_rendered_is_refused() -> None:
    settings = parts_of(own("program"))["word/settings.xml"].replace(b"</w:settings>", b"<!-- {{ x }} --></w:settings>")
    assert codes(with_body(paragraph("{{ a }}"), parts={"word/settings.xml": settings})) == ["TPL009"]


@pytest.mark.parametrize(
    "field",
    [
        "DDEAUTO cmd",
        "DDE x",
        "INCLUDETEXT file",
        "INCLUDEPICTURE x",
        "LINK x",
        "QUOTE 68",
        "MACROBUTTON x",
        'HYPERLINK "http://x"',
        "",
    ],
)
def test_a_field_that_reaches_out_is_refused(field: str) -> None:
    runs = "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in field)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert codes(with_body(f"<w:p>{begin}{runs}{end}</w:p>")) == ["TPL005"]
    simple = field.replace('"', "&quot;")
    assert codes(with_body(f'<w:p><w:fldSimple w:instr="{simple}"/></w:p>')) == ["TPL005"]


def test_page_numbers_and_links_within_the_document_are_fields_of_every_template() -> None:
    for code in ("PAGE", r"HYPERLINK \l &quot;a&quot;", r" TOC \o &quot;1-3&quot; \h "):
        Template.load(with_body(f'<w:p><w:fldSimple w:instr="{code}"/></w:p>'), name="t.docx")


@pytest.mark.parametrize(
    "part", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/embeddings/a.xlsx", "word/media/a.svg"]
)
def test_a_part_that_is_neither_text_nor_picture_is_refused(part: str) -> None:
    assert codes(with_body(paragraph("{{ a }}"), parts={part: b"x"})) == ["TPL004"]


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("hyperlink", "http://example.org", ' TargetMode="External"'),
        ("attachedTemplate", "file:///c:/x.dotm", ' TargetMode="External"'),
        ("image", "https://example.org/x.png", ""),
        ("image", r"\\server\x.png", ""),
        ("aFChunk", "chunk.xml", ""),
        ("oleObject", "x.xml", ""),
    ],
)
def test_a_relationship_that_leads_out_is_refused(kind: str, target: str, mode: str) -> None:
    name = "word/_rels/document.xml.rels"
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'
    rels = parts_of(own("program"))[name].replace(b"</Relationships>", relation.encode())
    assert codes(with_body(paragraph("{{ a }}"), parts={name: rels})) == ["TPL004"]


@pytest.mark.parametrize("element", ["<w:altChunk/>", "<w:p><w:r><w:object/></w:r></w:p>", "<w:subDoc/>"])
def test_an_element_that_brings_another_document_in_is_refused(element: str) -> None:
    assert codes(with_body(element)) == ["TPL004"]


def test_entities_are_refused() -> None:
    text = parts_of(own("program"))[DOCUMENT].replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document')
    assert codes(with_body("", parts={DOCUMENT: text})) == ["TPL004"]


def test_a_document_with_macros_is_refused_by_its_kind() -> None:
    types = parts_of(own("program"))["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert codes(with_body(paragraph("{{ a }}"), parts={"[Content_Types].xml": types})) == ["TPL008"]


def test_a_missing_style_is_named_where_it_is_needed() -> None:
    styles = parts_of(own("program"))["word/styles.xml"].replace("Таблица: итог числом".encode(), b"x")
    styles = styles.replace(b'w:styleId="TableTotalNumber"', b'w:styleId="x"')
    with pytest.raises(TemplateFault, match="TPL006 в шаблоне нет стиля «Таблица: итог числом»"):
        Template.load(with_body(paragraph("{{p body }}"), parts={"word/styles.xml": styles}), name="t.docx")
    Template.load(with_body(paragraph("{{ text }}"), parts={"word/styles.xml": styles}), name="t.docx")


def test_a_file_that_is_no_package_is_refused() -> None:
    assert codes(b"not a zip") == ["TPL008"]
    assert codes(own("program")[:-100]) == ["TPL008"]
    assert codes(packed({"a.xml": b"<a/>"})) == ["TPL008"]


def test_part_names_that_leave_the_package_or_repeat_are_refused() -> None:
    assert codes(packed({**parts_of(own("program")), "../x.xml": b"<a/>"})) == ["TPL008"]
    package = io.BytesIO(own("program"))
    with zipfile.ZipFile(package, "a") as archive_file:
        archive_file.writestr("WORD/document.xml", "<a/>")
    assert codes(package.getvalue()) == ["TPL008"]


def test_a_bomb_is_not_unpacked() -> None:
    assert codes(packed({"word/a.xml": b" " * (20 << 20)})) == ["TPL007"]


@pytest.mark.parametrize(("limit", "value"), [("MAX_PACKAGE", 100), ("MAX_UNPACKED", 100), ("MAX_PARTS", 2)])
def test_size_and_number_of_parts_are_limited(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(archive, limit, value)
    assert codes(with_body(paragraph(f"{{{{ limited_by_{limit} }}}}"))) == ["TPL007"]


def test_the_size_of_a_document_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "MAX_OUTPUT", 10_000)
    assert [code for code, *_ in faults("{{ a }}", context={"a": "б" * 20_000})] == ["TPL007"]


def test_loops_within_loops_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_ROUNDS", 1000)
    nested = "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}"
    assert [code for code, *_ in faults(nested, context={"x": ["а"] * 20})] == ["TPL007"]


def test_tags_nested_too_deep_are_refused() -> None:
    deep = "{% for a in x %}" * 30 + "{% endfor %}" * 30
    assert [code for code, *_ in faults(deep)] == ["TPL007"]
    assert [code for code, *_ in faults("{% if " + "not " * 5000 + "x %}{% endif %}")] == ["TPL007"]


def test_markup_nested_too_deep_is_refused() -> None:
    body = "<w:sdt><w:sdtContent>" * 200 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 200
    assert codes(with_body(body)) == ["TPL007"]


def test_a_table_needs_a_page_to_stand_on() -> None:
    row = f"<w:tr><w:tc>{paragraph('{{p body }}')}</w:tc></w:tr>"
    grid = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    loaded = Template.load(with_body(f"{grid}{row}</w:tbl>{paragraph('конец')}"), name="t.docx")
    loaded.render({"body": (Paragraph("абзац"),)})
    loaded.render({"body": ()})
    with pytest.raises(TemplateFault, match="таблица не может стоять в ячейке или колонтитуле"):
        loaded.render({"body": (Table(Grid((1,), (), ((Cell(("а",)),),))),)})


def test_what_a_template_asks_for_is_known_without_rendering() -> None:
    loaded = template(
        "{% for one in people %}{{ one.name }}{% endfor %}", "{% if draft %}{{ title | upper }}{% endif %}"
    )
    assert loaded.names == {"people", "people[].name", "draft", "title"}


def test_a_fault_survives_the_way_out_of_a_worker_process() -> None:
    with pytest.raises(TemplateFault) as caught:
        template("{{ 1 }}")
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings
