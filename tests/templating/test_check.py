"""Templates with one fault each, as Word leaves them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from munprog.diagnostics import Severity
from munprog.documents.offered import OFFERED
from munprog.inspection import Standard
from munprog.templating import Contract, check_template
from munprog.workspace.standards import standard_data, standard_names
from tests.rendering.packages import DOCUMENT, own, packed, paragraph, parts_of, with_body

STANDARDS = tuple(Standard.of(standard_data(name)) for name in standard_names())
NAMES = tuple(sorted({one.name.split("[")[0].split(".")[0] for one in OFFERED["minutes"]}))
ALL = Contract.of("minutes", optional=NAMES)


def told(data: bytes, contract: Contract = ALL) -> list[tuple[str, str, str, str]]:
    """Code, place, message, hint of each finding."""
    found = check_template(data, file="t.docx", contract=contract, standards=STANDARDS)
    return [(one.code, one.place.where, one.message, one.hint) for one in found]


def of(*texts: str) -> list[tuple[str, str, str]]:
    return [one[:3] for one in told(with_body("".join(map(paragraph, texts))))]


@pytest.mark.parametrize("name", ["order", "program", "roadmap", "minutes", "appendix", "approval_sheet", "report"])
def test_our_own_templates(name: str) -> None:
    found = check_template(own(name), file="t.docx", contract=Contract.of(name), standards=STANDARDS)
    assert [one for one in found if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    ("texts", "code", "where", "message"),
    [
        (("{{ titel }}",), "TPL014", 1, "Документ не даёт значения «titel»"),
        (("", "{{ title.kind }}"), "TPL014", 2, "Документ не даёт значения «title.kind»"),
        (("{% if ready %}ок{% endif %}",), "TPL014", 1, "Документ не даёт значения «ready»"),
        (
            ("{%p for one in title %}", "{{ one }}", "{%p endfor %}"),
            "TPL015",
            1,
            "«title» – не список: цикл for проходит только по спискам",
        ),
        (("{{ signatories }}",), "TPL015", 1, "«signatories» – список: его проходят тегом for"),
        (("{{ body }}",), "TPL015", 1, "«body» – абзацы и таблицы: нужен тег {{p …}} на отдельной строке"),
        (("{{p title }}",), "TPL015", 1, "«title» – строка: она печатается тегом {{ … }} без буквы p"),
        (("{{ draft }}",), "TPL015", 1, "«draft» – признак «да/нет»: его спрашивают в {% if … %}"),
        (("{% set a = title %}",), "TPL015", 1, "Тега «set» в шаблонах нет"),
        (("{{ title() }}",), "TPL015", 1, "В теге не имя"),
        (("{%p for one in signatories %}", "{{ one.name }}"), "TPL016", 1, "Тег for не закрыт"),
        (("{{ title }}", "{%p endif %}"), "TPL016", 2, "Тегу endif не предшествует if"),
        (("{{ title",), "TPL016", 1, "Скобка {{ не закрыта в своём абзаце"),
        (
            ("{%p for one in signatories %}", "{{ one.name }}", "{%p endfor %}", "{{ one.position }}"),
            "TPL017",
            4,
            "«one» есть только внутри своего цикла for",
        ),
        (("{{ title | lower }}",), "TPL018", 1, "Фильтра «lower» нет"),
    ],
)
def test_one_fault(texts: tuple[str, ...], code: str, where: int, message: str) -> None:
    assert of(*texts) == [(code, f"раздел 1, абзац {where}", message)]


def test_all_faults_at_once_with_suggestions() -> None:
    found = told(with_body("".join(map(paragraph, ("{{ titel }}", "{%p if draft %}", "{{ nomber | trim }}")))))
    assert [(code, where) for code, where, *_ in found] == [
        ("TPL014", "раздел 1, абзац 1"),
        ("TPL016", "раздел 1, абзац 2"),
        ("TPL018", "раздел 1, абзац 3"),
        ("TPL014", "раздел 1, абзац 3"),
    ]
    assert found[0][3] == ("Возможно, вы имели в виду «title». Список имён: munprog templates check --context minutes")


def test_runs_that_word_has_split() -> None:
    split = (
        "<w:p><w:r><w:t>{{ ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tel }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>"
    )
    assert [one[:2] for one in told(with_body(split))] == [("TPL014", "раздел 1, абзац 1")]
    assert told(with_body(split.replace("tel", "tle"))) == []


def test_places_in_tables_and_headers() -> None:
    cell = f"<w:tc><w:tcPr/>{paragraph('{{ nonsense }}')}</w:tc>"
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    assert [one[:2] for one in told(with_body(table + paragraph("")))] == [("TPL014", "таблица 1, строка 1, ячейка 1")]
    parts = parts_of(own("minutes"))
    header = parts["word/header2.xml"].decode().replace("if draft", "if draught")
    found = told(packed({**parts, "word/header2.xml": header.encode()}))
    assert [one[:2] for one in found] == [("TPL014", "раздел 1, верхний колонтитул первой страницы")]


def test_a_value_that_is_offered_and_never_printed() -> None:
    contexts: list[Mapping[str, object]] = [
        {"title": "Т", "signatories": [{"name": "И. И. Иванов", "position": "Глава"}], "number": ""}
    ]
    contract = Contract("order", Contract.of("minutes", contexts).shapes, frozenset(Contract.of("", contexts).given))
    body = "".join(map(paragraph, ("{{ title }}", "{%p for one in signatories %}", "{{ one.name }}", "{%p endfor %}")))
    found = check_template(with_body(body), file="t.docx", contract=contract, standards=STANDARDS)
    assert [(one.code, one.severity.value) for one in found] == [("TPL019", "error"), ("TPL019", "note")]
    assert found[0].message == "Документ даёт «signatories.position», а шаблон этого не печатает: сборка остановится"
    assert "number" in found[1].message
    assert "electronic_signature" in found[1].message


def test_look_and_geometry() -> None:
    parts = parts_of(own("minutes"))
    text = parts[DOCUMENT].decode()
    narrow = text.replace('w:left="1701"', 'w:left="800"')
    assert [one[:2] for one in told(packed({**parts, DOCUMENT: narrow.encode()}))] == [("FMT003", "раздел 1")]
    body = '<w:p><w:pPr><w:pStyle w:val="Body"/><w:jc w:val="right"/></w:pPr><w:r><w:t>{{ title }}</w:t></w:r></w:p>'
    assert told(with_body(body)) == [
        (
            "TPL020",
            "раздел 1, абзац 1",
            "Вручную, мимо стиля, задано: выравнивание",
            "Уберите ручное оформление (Ctrl+Пробел – у знаков, Ctrl+Q – у абзаца) и поправьте стиль.",
        )
    ]


def test_what_the_renderer_refuses_is_told_too() -> None:
    parts = parts_of(own("minutes"))
    macro = packed({**parts, "word/vbaProject.bin": b"x"})
    assert [one[0] for one in told(macro)] == ["TPL004"]
    styles = parts["word/styles.xml"].decode().replace('w:val="Таблица: число"', 'w:val="Иное"')
    styles = styles.replace('w:styleId="TableNumber"', 'w:styleId="Other"')
    assert [one[:3] for one in told(packed({**parts, "word/styles.xml": styles.encode()}))] == [
        ("TPL006", "документ в целом", "в шаблоне нет стиля «Таблица: число»")
    ]
    assert [one[0] for one in told(b"no package")] == ["TPL008"]
