"""One fault in each document, and the one finding that names it."""

from __future__ import annotations

import io
import zipfile

import pytest

from munprog.diagnostics import Finding, Severity
from munprog.inspection import Standard, inspect
from munprog.workspace.standards import standard_data, standard_names

from .packages import HEADER, LONG, SECTION, STYLES, order, p, package, table

STANDARDS = tuple(Standard.of(standard_data(name)) for name in standard_names())
SHEETS = "".join(p(f"{LONG} {LONG}") for _ in range(14))


def found(data: bytes) -> list[Finding]:
    return list(inspect(data, file="prikaz.docx", standards=STANDARDS))


def label(*lines: str) -> str:
    return "".join(p(line, "Label") for line in lines)


def test_an_order_without_a_fault() -> None:
    assert found(order()) == []


def test_a_finding_whole() -> None:
    (one,) = found(order(section=SECTION.replace('w:left="1701"', 'w:left="851"')))
    assert (one.code, one.severity, one.place.where) == ("FMT003", Severity.ERROR, "раздел 1")
    assert one.message == "Поле левое – 15 мм, а нужно не меньше 20 мм"
    assert one.basis == "ГОСТ Р 7.0.97-2025; G-PAG-2"
    assert one.hint == "«Макет → Поля → Настраиваемые поля», для всего документа."


CASES = {
    "a sheet of another size": (
        {"section": SECTION.replace("11906", "12240").replace("16838", "15840")},
        "FMT002",
        "раздел 1",
    ),
    "a margin within the tolerance": ({"section": SECTION.replace('w:right="567"', 'w:right="557"')}, "", ""),
    "a margin beyond it": ({"section": SECTION.replace('w:right="567"', 'w:right="556"')}, "FMT003", "раздел 1"),
    "little room for binding": ({"section": SECTION.replace('w:left="1701"', 'w:left="1134"')}, "FMT004", "раздел 1"),
    "the second section too": (
        {"second": p("Текст", "Body", SECTION) + p("Ещё"), "section": SECTION.replace('w:top="1134"', 'w:top="900"')},
        "FMT003",
        "раздел 2",
    ),
    "a number on the first page": ({"section": SECTION.replace("<w:titlePg/>", "")}, "FMT005", "раздел 1"),
    "pages without numbers": (
        {"second": SHEETS, "section": SECTION.replace('<w:headerReference w:type="default" r:id="rId1"/>', "")},
        "FMT005",
        "раздел 1",
    ),
    "direct formatting that changes nothing": ({"first": p("1. Утвердить.", run='<w:sz w:val="28"/>')}, "", ""),
    "another family": (
        {"first": p("1. Утвердить.", run='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')},
        "FMT009 FMT014",
        "раздел 1, абзац 7",
    ),
    "spaced capitals": ({"kind": p("П Р И К А З", "Centre")}, "FMT010", "раздел 1, абзац 2"),
    "letters set apart": (
        {"first": p("1. Утвердить.", run='<w:spacing w:val="40"/>')},
        "FMT010 FMT014",
        "раздел 1, абзац 7",
    ),
    "the kind set apart by its letters": (
        {"kind": p("ПРИКАЗ", "Centre", run='<w:spacing w:val="60"/>')},
        "FMT014",
        "раздел 1, абзац 2",
    ),
    "no indent": ({"second": p(LONG, "Base")}, "FMT011", "раздел 1, абзац 8"),
    "lines far apart": (
        {"second": p(LONG, "Body", '<w:spacing w:line="480" w:lineRule="auto"/>')},
        "FMT012 FMT014",
        "раздел 1, абзац 8",
    ),
    "not justified": ({"second": p(LONG, "Body", '<w:jc w:val="left"/>')}, "FMT013 FMT014", "раздел 1, абзац 8"),
    "double spaces": ({"first": p("1. Утвердить  программу.")}, "FMT015", "раздел 1, абзац 7"),
    "no issuer": (
        {"issuer": "", "date": p("05.09.2025\t№\u00a012", "Normal") + p("с.\u00a0Приозерье", "Normal")},
        "FMT016",
        "раздел 1, абзац 1",
    ),
    "no kind": ({"kind": ""}, "FMT017", "раздел 1, абзац 5"),
    "a kind in small letters": ({"kind": p("Приказ", "Centre")}, "FMT017", "раздел 1, абзац 2"),
    "no date": ({"date": p("№\u00a012", "Normal")}, "FMT018", "раздел 1, абзац 2"),
    "a date in words": ({"date": p("5\u00a0сентября 2025\u00a0г.\t№\u00a012", "Normal")}, "", ""),
    "a date with a letter": ({"date": p("05.09.2025г.\t№\u00a012", "Normal")}, "FMT019", "раздел 1, абзац 3"),
    "a short year": ({"first": p("1. Представить до 01.02.26.")}, "FMT019", "раздел 1, абзац 7"),
    "no number": ({"date": p("05.09.2025", "Normal")}, "FMT020", "раздел 1, абзац 2"),
    "blanks": ({"date": p("«____» ____ 20__\u00a0г.\t№\u00a0____", "Normal")}, "FMT020", "раздел 1, абзац 3"),
    "no place": ({"issuer": p("Управление образования", "Centre")}, "FMT021", "раздел 1, абзац 2"),
    "no title": ({"title": ""}, "FMT022", "раздел 1, абзац 2"),
    "Об before a consonant": ({"title": p("Об создании группы", "Normal")}, "FMT022", "раздел 1, абзац 4"),
    "a full stop after the title": ({"title": p("Об утверждении программы.", "Normal")}, "FMT022", "раздел 1, абзац 4"),
    "a verb of another act": ({"verb": p("ПОСТАНОВЛЯЮ:", "Centre")}, "FMT023", "раздел 1, абзац 6"),
    "a misspelt verb": ({"verb": p("ПРКАЗЫВАЮ:", "Centre")}, "FMT023", "раздел 1, абзац 2"),
    "an appendix that the text does not name": (
        {"first": p("1. Утвердить."), "appendix": label("Приложение", "к приказу от 05.09.2025 №\u00a012")},
        "FMT024",
        "раздел 1, абзац 11",
    ),
    "an appendix of another date": (
        {"appendix": label("Приложение", "к приказу от 06.09.2025 №\u00a012")},
        "FMT024",
        "раздел 1, абзац 11",
    ),
    "appendices out of order": (
        {"first": p("1. Утвердить приложение 2 и приложение 1.")},
        "FMT024",
        "раздел 1, абзац 7",
    ),
    "a label that says nothing": ({"appendix": p("Приложение", "Label")}, "FMT025", "раздел 1, абзац 11"),
    "a single appendix with a number": ({"first": p("1. Утвердить (приложение 1).")}, "FMT026", "раздел 1, абзац 7"),
    "a block that does not agree": (
        {
            "appendix": label("Приложение", "УТВЕРЖДЕН", "приказом от 05.09.2025 №\u00a012")
            + p("Муниципальная программа", "Centre")
        },
        "FMT027",
        "раздел 1, абзац 12",
    ),
    "a block that agrees": (
        {
            "appendix": label("Приложение", "УТВЕРЖДЕНА", "приказом от 05.09.2025 №\u00a012")
            + p("Муниципальная программа", "Centre")
        },
        "",
        "",
    ),
    "a colon after УТВЕРЖДАЮ": ({"appendix": p("УТВЕРЖДАЮ:", "Centre")}, "FMT028", "раздел 1, абзац 11"),
    "no signature": ({"signature": "", "executor": ""}, "FMT029", "раздел 1, абзац 8"),
    "the surname first": (
        {"signature": p("Начальник\tОзерова А.\u00a0В.", "Normal")},
        "FMT029 FMT039",
        "раздел 1, абзац 9",
    ),
    "a name pushed aside": (
        {"signature": p("Начальник          А.\u00a0В.\u00a0Озерова", "Normal")},
        "FMT015 FMT030",
        "раздел 1, абзац 9",
    ),
    "a clause that ends in a name": (
        {"second": p("2. Контроль возложить на методиста Лесникову\u00a0Н.\u00a0П.")},
        "",
        "",
    ),
    "signed for another": (
        {"signature": p("за Начальника\tА.\u00a0В.\u00a0Озерова", "Normal")},
        "FMT031",
        "раздел 1, абзац 9",
    ),
    "acting, shortened": (
        {"signature": p("И.о. начальника\tА.\u00a0В.\u00a0Озерова", "Normal")},
        "FMT031",
        "раздел 1, абзац 9",
    ),
    "a name to fill in": ({"signature": p("Начальник\tИ.\u00a0О.\u00a0Фамилия", "Normal")}, "", ""),
    "no executor": ({"executor": ""}, "FMT032", "раздел 1, абзац 9"),
    "an abbreviation": ({"first": p("1. Утвердить отчёт УОМС.")}, "FMT033", "раздел 1, абзац 7"),
    "an abbreviation explained": (
        {"first": p("1. Утвердить отчёт управления (далее – УОМС). Отчёт УОМС хранить.")},
        "",
        "",
    ),
    "a head that does not repeat": (
        {"second": table(*[("№", "Школа", "Классы")] + [(str(n), "Школа", "есть") for n in range(30)], head=0)},
        "FMT034",
        "таблица 1",
    ),
    "rows that split": ({"second": table(("а", "б"), ("в", "г"), whole=False)}, "FMT035", "таблица 1"),
    "a table too wide": ({"second": table(("а", "б"), ("в", "г"), width=12000)}, "FMT036", "таблица 1"),
    "a wrong total": (
        {"second": table(("Школа", "Руб."), ("Первая", "1 000,5"), ("Вторая", "2"), ("Итого", "1003"))},
        "FMT037",
        "таблица 1, строка 4, ячейка 2",
    ),
    "a right total": (
        {"second": table(("Школа", "Руб."), ("Первая", "1 000,5"), ("Вторая", "2"), ("Итого", "1002,5"))},
        "",
        "",
    ),
    "a total over parts": (
        {"second": table(("Источник", "Руб."), ("Бюджет", "10"), ("в том числе школ", "5"), ("Всего", "10"))},
        "",
        "",
    ),
    "an old ground": ({"preamble": p("В соответствии с Законом №\u00a0131-ФЗ")}, "FMT038", "раздел 1, абзац 5"),
    "a breaking space": ({"first": p("1. Приказ № 5 отменить.")}, "FMT039", "раздел 1, абзац 7"),
    "straight quotes": ({"first": p('1. Проект "Школа" утвердить.')}, "FMT040", "раздел 1, абзац 7"),
    "a hyphen for a dash": ({"first": p("1. Школа - участник.")}, "FMT041", "раздел 1, абзац 7"),
    "a number without a space": ({"first": p("1. Приказ №5 отменить.")}, "FMT042", "раздел 1, абзац 7"),
}


@pytest.mark.parametrize("name", CASES)
def test_one_fault(name: str) -> None:
    changes, codes, where = CASES[name]
    told = found(order(**changes))
    assert ([one.code for one in told], {one.place.where for one in told} - {where}) == (codes.split(), set())


def test_the_theme_and_the_style_of_a_table_count() -> None:
    """A font of the theme leaks in where a style names no other."""
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    styles = STYLES.replace(
        '<w:name w:val="Сетка"/>',
        '<w:name w:val="Сетка"/><w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/><w:sz w:val="18"/></w:rPr>',
    )
    told = found(order({"word/theme/theme1.xml": theme}, styles=styles, second=table(("а", "б"), ("в", "г"))))
    assert [(one.code, one.message) for one in told] == [
        (
            "FMT008",
            "Кегль в таблице – 9: мельче 10 плохо читается (и ещё мест: 3 – таблица 1, строка 1, ячейка 2; "
            "таблица 1, строка 2, ячейка 1; таблица 1, строка 2, ячейка 2)",
        ),
        (
            "FMT009",
            "Шрифт «Calibri», а весь документ набран шрифтом «Times New Roman» (и ещё мест: 3 – таблица 1, строка 1, "
            "ячейка 2; таблица 1, строка 2, ячейка 1; таблица 1, строка 2, ячейка 2)",
        ),
    ]


@pytest.mark.parametrize(
    ("header", "code", "message"),
    [
        (
            HEADER.replace('w:val="Centre"', 'w:val="Normal"'),
            "FMT006",
            "Номер страницы стоит не посередине верхнего поля",
        ),
        (
            HEADER.replace("<w:fldSimple", "<w:r><w:t>стр. </w:t></w:r><w:fldSimple"),
            "FMT007",
            "Номер страницы обрамлён: нужны только цифры, без «стр.», тире и точки",
        ),
        (
            HEADER.replace(' PAGE "', ' DATE "'),
            "FMT007",
            "Номер страницы набран цифрами: на всех страницах он будет один и тот же",
        ),
    ],
)
def test_page_numbers(header: str, code: str, message: str) -> None:
    told = found(order(header=header, second=SHEETS))
    assert [(one.code, one.message, one.place.where) for one in told] == [
        (code, message, "раздел 1, верхний колонтитул")
    ]


def test_the_edition_follows_the_date_of_the_document() -> None:
    (one,) = found(order(date=p("05.06.2024\t№\u00a012", "Normal"), signature="", executor=""))
    assert (one.code, one.severity, one.basis) == ("FMT029", Severity.ERROR, "ГОСТ Р 7.0.97-2016, п. 5.22; G-R22-1")


def test_minutes_and_appendices_are_asked_for_nothing_that_orders_have() -> None:
    minutes = {
        "kind": p("ПРОТОКОЛ", "Centre"),
        "title": p("заседания группы", "Normal"),
        "verb": p("РЕШИЛИ:", "Centre"),
    }
    assert found(order(**minutes)) == []
    alone = dict.fromkeys(("issuer", "kind", "date", "title", "preamble", "verb", "first", "signature", "executor"), "")
    assert found(order(**alone)) == []


HOSTILE = {
    "no package": b"{\\rtf1}",
    "an empty file": b"",
    "a package of another kind": package({"xl/workbook.xml": "<workbook/>"}),
    "broken XML": order({"word/document.xml": "<w:document"}),
    "entities": order({"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:styles>&a;</w:styles>'}),
    "a part beyond all measure": order({"word/document.xml": " " * (40 << 20)}),
    "nested beyond all measure": order({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}),
    "half a file": order()[:700],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_not_read(name: str) -> None:
    (one,) = found(HOSTILE[name])
    assert (one.code, one.severity, one.place.file) == ("FMT001", Severity.ERROR, "prikaz.docx")
    assert one.message.startswith("Документ не прочитан: ")


def test_the_same_part_twice() -> None:
    whole = io.BytesIO(order())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    (one,) = found(whole.getvalue())
    assert one.message == "Документ не прочитан: часть word/document.xml есть в файле дважды"


def test_measures_that_no_word_would_write() -> None:
    """Findings, and no traceback."""
    data = order(
        section=SECTION.replace("11906", "nan").replace('"1701"', '"1e400"'),
        second=p(LONG, "Body", '<w:ind w:firstLine="x"/><w:spacing w:line=""/>', '<w:sz w:val="0"/>'),
    )
    assert {one.code for one in found(data)} <= {"FMT002", "FMT003", "FMT011", "FMT012", "FMT014"}


def test_a_ring_of_styles() -> None:
    ring = STYLES.replace('<w:name w:val="Основа"/>', '<w:name w:val="Основа"/><w:basedOn w:val="Body"/>')
    assert found(order(styles=ring)) == []
