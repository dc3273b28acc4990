"""What the templates of each kind of document are offered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from munprog.documents import KINDS, documents_of, prepare
from munprog.layout.flow import Contents, Flow, Paragraph, Signatures, Style, Table
from munprog.layout.view import View
from munprog.model.program import Program
from tests.builders import ANALYSIS, AUTHORITY, FULL, GENERAL, ORDER, PASSPORT, STAGED, Data, program, view

OWN = {one: {"content": "section", "of": one} for one in ("правила", "площадка")}
DOCUMENTS: list[Data] = [
    {"id": "приказ", "kind": "order", "title": "Приказ", "template": "order.docx"},
    {
        "id": "program",
        "kind": "program",
        "title": "Программа",
        "template": "program.docx",
        "parts": [{"title": "Термины", "content": "terms"}],
    },
    {"id": "roadmap", "kind": "roadmap", "title": "Карта", "template": "roadmap.docx", "tables": ["карта"]},
    {"id": "положение", "kind": "regulation", "title": "Положение", "template": "a.docx", "parts": [OWN["правила"]]},
    {"id": "площадка", "kind": "appendix", "title": "Площадка", "template": "a.docx", "parts": [OWN["площадка"]]},
    {"id": "протокол", "kind": "minutes", "title": "Протокол", "template": "minutes.docx"},
    {
        "id": "отчёт",
        "kind": "report",
        "title": "Отчёт",
        "template": "report.docx",
        "parts": [{"content": "conclusions"}],
    },
    {"id": "лист", "kind": "approval_sheet", "title": "Лист согласования", "template": "sheet.docx"},
]
RISKS = {
    "id": "риски",
    "title": "Риски",
    "rows": "risks",
    "columns": [{"title": "Риск", "field": "risk"}],
    "note": "По данным школ.",
}
MAP = {
    "id": "карта",
    "title": "Карта",
    "rows": "activities",
    "columns": [
        {"title": "Дело", "field": "activity"},
        {"title": "Годы", "periods": "term", "field": "realisation"},
    ],
}
MONEY = {
    "id": "финансы",
    "title": "Деньги",
    "rows": "finance",
    "columns": [{"title": "Источник", "field": "source"}, {"title": "Всего", "field": "total"}],
}


def context(of: View, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in prepare(of) if one.layout.kind == kind).context(draft=False)
    return found


def order(own: dict[str, Any] | None = None, /, **general: Any) -> dict[str, Any]:
    made = program(program={**GENERAL, **general}, order={**ORDER, **(own or {})})
    return context(view(made, documents=DOCUMENTS), "order")


def text(parts: list[dict[str, Any]], of: Program | None = None, **own: Any) -> Flow:
    documents = [{**DOCUMENTS[1], "parts": parts}]
    body: Flow = context(view(of, documents=documents, **own), "program")["body"]
    return body


def lines(flow: Flow) -> list[str]:
    return [
        " ".join(filter(None, (block.lead, block.text))) if isinstance(block, Paragraph) else block.caption
        for block in flow
        if isinstance(block, Paragraph | Table)
    ]


def headings(flow: Flow) -> list[tuple[str, Style]]:
    return [
        (block.text, block.style) for block in flow if isinstance(block, Paragraph) and "Heading" in block.style.value
    ]


def test_every_kind_is_tried_here() -> None:
    assert [one["kind"] for one in DOCUMENTS] == list(KINDS)


def test_only_documents_that_the_sections_suffice_for() -> None:
    approvals = {**ORDER, "approvals": [{"position": "Юрист", "name": "И. И. Иванов"}]}

    def ids(of: Program) -> list[str]:
        return [one.id for one in documents_of(view(of, documents=DOCUMENTS, tables=[MAP]))]

    assert ids(program()) == ["program"]
    assert ids(program(order=ORDER)) == ["приказ", "program"]
    assert ids(program({**FULL, "order": approvals})) == ["приказ", "program", "roadmap", "отчёт-2024", "лист"]
    minutes = {"title": "заседания", "date": "18.01.2024", "agenda": ["Итоги"]}
    rules = {"id": "правила", "title": "Правила", "blocks": ["Раз."]}
    assert ids(program({"minutes/б": minutes, "minutes/а": minutes, "sections/а": rules})) == [
        "program",
        "положение",
        "протокол-а",
        "протокол-б",
    ]


@pytest.mark.parametrize("draft", [True, False])
def test_draft_is_told_to_every_template(draft: bool) -> None:
    made = program({**FULL, "order": {**ORDER, "approvals": [{"position": "Юрист", "name": "И. И. Иванов"}]}})
    found = prepare(view(made, documents=DOCUMENTS, tables=[MAP]))
    assert [one.context(draft=draft)["draft"] for one in found] == [draft] * 5


def test_title_for_the_properties_of_the_file() -> None:
    made = program(program={**GENERAL, "title": "Итоги [[задачи:кадры]]"}, goals=FULL["goals"])
    (document,) = prepare(view(made, documents=DOCUMENTS))
    assert document.title == "Программа: Итоги задачи\u00a01"


def test_order() -> None:
    found = order()
    assert {key: value for key, value in found.items() if key != "clauses"} == {
        "draft": False,
        "superior": [],
        "authority": "Управление образования",
        "contacts": [],
        "kind": "ПРИКАЗ",
        "date": "«____» __________ 20___ г.",
        "number": "№ _______",
        "place": "с. Приозерье",
        "title": "Об утверждении программы",
        "editions": "",
        "preamble": "В целях поддержки школ",
        "verb": "ПРИКАЗЫВАЮ:",
        "signatories": [{"position": "Начальник", "name": "А. В. Озерова"}],
        "executor": [],
        "approval_blocks": [],
        "title_page": {},
        "electronic_signature": [],
        "spaced_kind": False,
        "qr": (),
    }
    assert found["clauses"] == (Paragraph("1. Утвердить программу.", Style.LIST),)


def test_order_that_is_registered() -> None:
    found = order({"registration": {"date": "5 июня 2024 г.", "number": "007"}, "place": "г. Озёрск", "verb": "Требую"})
    assert (found["date"], found["number"], found["place"], found["verb"]) == (
        "05.06.2024",
        "№ 007",
        "г. Озёрск",
        "ТРЕБУЮ:",
    )


def test_date_and_number_in_one_line() -> None:
    made = program(order={**ORDER, "registration": {"date": "05.06.2024", "number": "12/1674"}})
    found = context(view(made, documents=[{**DOCUMENTS[0], "registration": "строкой"}]), "order")
    assert (found["date"], found["number"]) == ("от 05.06.2024 № 12/1674", "")


def test_letterhead() -> None:
    contacts = {
        "address": "ул. Школьная, 1",
        "phone": "1-23-45",
        "email": "a@b.ru",
        "okpo": "1",
        "inn": "2",
        "kpp": "3",
    }
    found = order(authority={**AUTHORITY, "superior": ["Администрация района"], "contacts": contacts})
    assert found["superior"] == ["Администрация района"]
    assert found["contacts"] == ["ул. Школьная, 1", "тел.: 1-23-45, e-mail: a@b.ru", "ОКПО 1, ИНН/КПП 2/3"]


def test_letterhead_of_lines_that_the_profile_gives() -> None:
    contacts = {"address": "ул. Школьная, 1", "phone": "1-23-45", "inn": "2", "kpp": "3", "okpo": "1"}
    made = program(order=ORDER, program={**GENERAL, "authority": {**AUTHORITY, "contacts": contacts}})
    lines = ["{address}", "тел./факс: {phone}", "e-mail: {email}", "ИНН/КПП {inn}/{kpp}", "ОКПО {okpo}, ОГРН {ogrn}"]
    found = context(view(made, documents=[{**DOCUMENTS[0], "contacts": lines}]), "order")
    assert found["contacts"] == ["ул. Школьная, 1", "тел./факс: 1-23-45", "ИНН/КПП 2/3"]


def test_clauses_are_marked_by_level() -> None:
    deep = {"lead": "третий:", "clauses": [{"text": "четвёртый:", "clauses": ["пятый"]}]}
    tree = {"id": "главный", "lead": "обеспечить:", "clauses": [{"text": "второй", "clauses": [deep]}, "ещё"]}
    found = order({"clauses": [tree, "См. [[пункт:главный]] и [[приложение:program]]."]})
    assert [(block.text, block.style) for block in found["clauses"]] == [
        ("1. обеспечить:", Style.LIST),
        ("1) второй", Style.LIST),
        ("а) третий:", Style.LIST_NESTED),
        ("– четвёртый:", Style.LIST_NESTED),
        ("– пятый", Style.LIST_NESTED),
        ("2) ещё", Style.LIST),
        ("2. См. пункт\u00a01 и приложение.", Style.LIST),
    ]


def test_clause_is_addressed_to_a_body_or_to_whom_it_names() -> None:
    bodies = [
        {"id": "центр", "name": "Центр", "kind": "организация", "dative": "Центру"},
        {"id": "отдел", "name": "Отдел", "kind": "подразделение"},
    ]
    clauses = [
        {"addressee": "центр", "person": "А. А. Иванова", "lead": "обеспечить", "text": "отчёт."},
        {"addressee": "отдел", "text": "проверить."},
        {"addressee": "Руководителям школ", "text": "учить."},
    ]
    found = order({"clauses": clauses}, bodies=bodies)
    assert lines(found["clauses"]) == [
        "1. Центру (А. А. Иванова) обеспечить отчёт.",
        "2. Отдел проверить.",
        "3. Руководителям школ учить.",
    ]


def test_editions_of_an_act_stand_under_its_title_and_that_of_the_programme() -> None:
    editions = [
        {"kind": "приказ", "date": "01.03.2024", "number": "57"},
        {"kind": "приказ", "date": "12.09.2024", "number": "012"},
        {"kind": "приказ", "issuer": "Министерства", "date": "01.02.2025", "number": "3"},
    ]
    words = "(в ред. приказов от 01.03.2024 № 57, от 12.09.2024 № 012, приказа Министерства от 01.02.2025 № 3)"
    assert order({"editions": editions})["editions"] == words
    made = program({**FULL, "order": {**ORDER, "editions": editions[:1]}})
    found = {one.layout.kind: one for one in prepare(view(made, documents=DOCUMENTS))}
    assert found["program"].context(draft=False)["editions"] == "(в ред. приказа от 01.03.2024 № 57)"


def test_executor() -> None:
    executor = {"name": "И. И. Иванов", "phone": "1-23-45", "position": "методист"}
    assert order({"executor": executor})["executor"] == ["И. И. Иванов", "методист", "1-23-45"]


def test_approval_sheet() -> None:
    approvals = [{"position": "Юрист", "name": "И. И. Иванов"}, {"position": "Бухгалтер", "name": "П. П. Петров"}]
    made = program(order={**ORDER, "kind": "постановление", "title": "О «Плане»", "approvals": approvals})
    assert context(view(made, documents=DOCUMENTS), "approval_sheet") == {
        "draft": False,
        "title": "Лист согласования",
        "subject": "к проекту постановления «О «Плане»",
        "internal": "",
        "rows": [
            {"number": "1", "position": "Юрист", "name": "И. И. Иванов", "agreed": ""},
            {"number": "2", "position": "Бухгалтер", "name": "П. П. Петров", "agreed": ""},
        ],
        "approval_blocks": [],
        "title_page": {},
        "electronic_signature": [],
        "spaced_kind": False,
        "qr": (),
    }


def test_approval_sheet_of_a_final_document() -> None:
    """Those whom the act names get their day, others who have signed follow; it needs none of the first."""
    signed = program(FULL).signoffs
    approvals = [{"position": "Юрист", "name": "И. И. Иванов"}, {"position": "Начальник", "name": "А. В. Озерова"}]
    for named, numbers in ((approvals, "12"), ([], "1")):
        made = program({**FULL, "order": {**ORDER, "approvals": named}} if named else FULL)
        sheet = context(replace(view(made, documents=DOCUMENTS), agreed=signed), "approval_sheet")
        assert sheet["internal"] == "Внутреннее согласование"
        rows: Any = sheet["rows"]
        assert [one["number"] for one in rows] == list(numbers)
        assert rows[-1] == {
            "number": numbers[-1], "position": "Начальник", "name": "А. В. Озерова", "agreed": "20.12.2023",
        }  # fmt: skip


def test_single_table_of_a_roadmap_has_no_caption() -> None:
    found = context(view(documents=[{**DOCUMENTS[2], "tables": ["карта", "нет-такой"]}], tables=[MAP]), "roadmap")
    assert found["title"] == ["Карта"]
    (table,) = found["body"]
    assert table.caption == ""
    assert table.grid.body[1][1].paragraphs == ("5",)


def test_words_above_the_title_are_not_said_twice() -> None:
    attachment = {"document": "roadmap", "kind": "план-график", "title": "План-график реализации проекта"}
    made = program({**FULL, "order": {**ORDER, "attachments": [attachment]}})
    document = {**DOCUMENTS[2], "tables": ["карта"], "heading": "ПЛАН-ГРАФИК"}
    found = context(view(made, documents=[document], tables=[MAP]), "roadmap")
    assert found["title"] == ["ПЛАН-ГРАФИК", "реализации проекта"]


def test_several_tables_of_a_roadmap_are_numbered() -> None:
    documents = [{**DOCUMENTS[2], "tables": ["карта", "риски"]}]
    attachment = {"document": "roadmap", "kind": "план", "title": "План мероприятий"}
    made = program({**FULL, "order": {**ORDER, "attachments": [attachment]}})
    found = context(view(made, documents=documents, tables=[RISKS, MAP]), "roadmap")
    assert found["title"] == ["План мероприятий"]
    assert found["label"][0].startswith("Приложение\nУТВЕРЖДЕН\n")
    assert lines(found["body"]) == ["Таблица 1 – Дорожная карта", "Таблица 2 – Риски"]
    assert found["body"][1].notes == ("По данным школ.",)


LIST = {
    "id": "перечень",
    "title": "Перечень",
    "rows": "staged",
    "caption": "heading",
    "columns": [{"title": "Сроки", "field": "when"}, {"title": "Дело", "field": "component", "merge": True}],
}


@pytest.mark.parametrize(
    ("apart", "heads"),
    [
        ("stage", ["1 этап, 2024/2025 учебный год", "2 этап"]),
        ({"of": "stage", "text": "{title}"}, ["1 этап", "2 этап"]),
    ],
)
def test_each_stage_may_be_a_table_of_its_own(apart: Any, heads: list[str]) -> None:
    (first,) = STAGED["stages"]
    last = {"id": "э2", "title": "2 этап", "components": [{"title": "Итоги", "spans": first["components"][1]["spans"]}]}
    made = program(**{**FULL, "plan": {"schedules": [{**STAGED, "stages": [first, last]}]}})
    found = text([{"content": "table", "of": "перечень"}], made, tables=[{**LIST, "apart": apart}])
    assert [one.text for one in found if isinstance(one, Paragraph)] == ["Перечень", *heads]
    tables = [one for one in found if isinstance(one, Table)]
    assert [(one.caption, len(one.grid.head), len(one.grid.body)) for one in tables] == [("", 1, 3), ("", 1, 1)]


def test_columns_may_be_those_years_alone_that_have_a_calendar() -> None:
    activities = [
        {"id": "а", "title": "А", "calendar": {"2025": "май"}},
        {"id": "б", "title": "Б", "calendar": {"2024": "март"}},
    ]
    sections = [{"id": "р", "activities": activities}]
    made = program(**{**FULL, "plan": {"schedules": [{"id": "к", "kind": "план", "title": "К", "sections": sections}]}})
    columns = [{"title": "Дело", "field": "activity"}, {"title": "", "periods": "calendar", "field": "when"}]
    (table,) = text([{"content": "table", "of": "карта"}], made, tables=[{**MAP, "columns": columns}])
    assert isinstance(table, Table)
    assert [cell.paragraphs for row in (*table.grid.head, *table.grid.body) for cell in row] == [
        ("Дело",), ("2024",), ("2025",), ("А",), ("–",), ("май",), ("Б",), ("март",), ("–",)
    ]  # fmt: skip


def test_programme_heading_and_title() -> None:
    found = context(view(documents=DOCUMENTS), "program")
    assert (found["heading"], found["title"]) == ("Муниципальная программа", "«Поддержка школ»")
    other = program(program={**GENERAL, "kind": "комплекс мер"})
    assert context(view(other, documents=DOCUMENTS), "program")["heading"] == "Комплекс мер"


def test_parts_are_numbered_by_depth_and_empty_ones_take_no_number() -> None:
    flow = text(
        [
            {"title": "Паспорт", "content": "passport", "numbered": False},
            {"title": "Термины", "content": "terms"},
            {"title": "Анализ", "parts": [{"title": "Кадры", "content": "staff"}, {"title": "Риски", "parts": []}]},
            {
                "title": "Общее",
                "parts": [
                    {"title": "Нет", "content": "table", "of": "нет"},
                    {"title": "Риски", "content": "table", "of": "риски"},
                    {"title": "Глубже", "parts": [{"title": "Срок", "content": "term"}]},
                ],
            },
            {"title": "Цель", "content": "goals"},
        ],
        tables=[RISKS],
        passport=[{"id": "name", "title": "Название"}],
    )
    assert headings(flow) == [
        ("Паспорт", Style.HEADING_1),
        ("1. Общее", Style.HEADING_1),
        ("1.1. Риски", Style.HEADING_2),
        ("1.2. Глубже", Style.HEADING_2),
        ("1.2.1. Срок", Style.HEADING_3),
        ("2. Цель", Style.HEADING_1),
    ]


def test_level_of_a_heading_is_that_of_its_depth() -> None:
    inner: Data = {
        "title": "Срок",
        "content": "term",
        "numbered": False,
        "parts": [{"title": "Цель", "content": "goals"}],
    }
    assert headings(text([{"title": "Общее", "parts": [inner]}])) == [
        ("1. Общее", Style.HEADING_1),
        ("Срок", Style.HEADING_2),
        ("1.1. Цель", Style.HEADING_3),
    ]


def test_part_without_title_has_no_heading() -> None:
    flow = text([{"content": "term"}])
    assert lines(flow) == ["Срок реализации: 2024–2025 годы."]


def test_free_sections_stand_where_the_profile_puts_them() -> None:
    made = program(
        {
            "sections/05-а": {"id": "а", "title": "Первый", "blocks": ["Текст а."]},
            "sections/10-б": {"id": "б", "title": "Второй", "blocks": ["См. [[раздел:а]] и [[таблицу:риски]]."]},
            "sections/15-в": {"id": "в", "title": "Третий", "blocks": [{"kind": "данные", "table": "риски"}]},
            "analysis": ANALYSIS,
        }
    )
    flow = text([{"content": "section"}, {"content": "section", "of": "а"}], made, tables=[RISKS])
    assert lines(flow) == [
        "1. Второй",
        "См. раздел\u00a03 и таблицу\u00a01.",
        "2. Третий",
        "Таблица 1 – Риски",
        "3. Первый",
        "Текст а.",
    ]


def test_reference_to_a_part_of_the_profile() -> None:
    free = {"id": "а", "title": "А", "blocks": ["в [[разделе:goals]], [[разделе:риски]], [[разделе:term]]"]}
    made = program({**FULL, "sections/а": free})
    parts: list[Data] = [
        {"title": "А", "content": "section"},
        {"title": "Цель", "content": "goals"},
        {"title": "Риски", "content": "table", "of": "риски"},
        {"title": "Срок", "content": "term", "numbered": False},
    ]
    assert lines(text(parts, made, tables=[RISKS]))[1] == "в разделе\u00a02, разделе\u00a03, разделе\u00a0«Срок»"


def test_passport_shows_rows_given_by_hand_before_derived_ones() -> None:
    made = program({**FULL, "passport": {**PASSPORT, "rows": {"goal": "Своя цель", "свое": ["раз", "два"]}}})
    rows = [{"id": id, "title": id.upper()} for id in ("свое", "goal", "term", "неизвестная")]
    (table,) = text([{"content": "passport"}], made, passport=rows)
    assert isinstance(table, Table)
    assert table.caption == ""
    assert [[cell.paragraphs for cell in row] for row in table.grid.body] == [
        [("СВОЕ",), ("раз", "два")],
        [("GOAL",), ("Своя цель",)],
        [("TERM",), ("2024–2025 годы",)],
    ]


def test_tables_of_money_say_their_unit() -> None:
    money = {**FULL["finance"], "text": ["Деньги даны."]}
    of = program({**FULL, "finance": money})
    found = text([{"content": "finance"}], of, tables=[MONEY])
    assert lines(found) == ["Деньги даны.", "Таблица 1 – Деньги, тыс. руб."]


def test_money_without_a_text_is_told_from_the_figures() -> None:
    assert lines(text([{"content": "finance"}])) == [
        "Общий объём финансирования – 1\u00a0351,0 тыс. руб., в том числе по годам:",
        "– 2024 год – 100,5 тыс. руб.;",
        "– 2025 год – 1\u00a0250,5 тыс. руб.",
        "По источникам средства распределены так:",
        "– местный бюджет – 1\u00a0350,5 тыс. руб.;",
        "– прочие источники – 0,5 тыс. руб.",
    ]


def test_a_report_on_each_year() -> None:
    of = program({**FULL, "monitoring/2025": {"year": 2025, "conclusions": ["Завершить."]}})
    found = [one for one in prepare(view(of, documents=DOCUMENTS)) if one.layout.kind == "report"]
    assert [one.layout.id for one in found] == ["отчёт-2024", "отчёт-2025"]
    contexts: list[dict[str, Any]] = [one.context(draft=False) for one in found]
    assert contexts[1]["organ"] == "Управление образования"
    assert contexts[1]["heading"] == "ОТЧЁТ"
    assert contexts[1]["title"] == "о ходе реализации муниципальной программы «Поддержка школ» за 2025 год"
    assert [lines(one["body"]) for one in contexts] == [["Продолжать."], ["Завершить."]]
    assert contexts[1]["signatories"] == [{"position": "Начальник", "name": "А. В. Озерова"}]


def test_method_of_evaluation_with_weights_formulas_and_a_scale() -> None:
    evaluation = {
        "criteria": [
            {"title": "Показатели", "weight": "0,60", "formula": "Σ СД / N"},
            {"title": "Деньги", "weight": "0,4"},
        ],
        "formulas": [{"title": "Эффективность", "formula": "ЭР = СР × Эис", "where": ["СР – степень", "Эис – деньги"]}],
        "grades": [{"title": "высокая", "min": "0,9"}, {"title": "средняя", "min": "0,8", "max": "0,9"}],
    }
    tables = [
        {
            "id": "к",
            "title": "Критерии",
            "rows": "criteria",
            "totals": ["program"],
            "columns": [
                {"title": "Критерий", "field": "criterion"},
                {"title": "Вес", "field": "weight", "total": "sum"},
            ],
        },
        {
            "id": "ш",
            "title": "Шкала",
            "rows": "grades",
            "columns": [{"title": "Оценка", "field": "grade"}, {"title": "Значение", "field": "bounds"}],
        },
    ]
    of = program({**FULL, "mechanisms": {**FULL["mechanisms"], "evaluation": evaluation}})
    found = text([{"content": "evaluation"}], of, tables=tables)
    assert lines(found) == [
        "Таблица 1 – Критерии",
        "Эффективность:",
        "ЭР = СР × Эис, где:",
        "– СР – степень;",
        "– Эис – деньги.",
        "Таблица 2 – Шкала",
    ]
    bodies = [
        [[cell.paragraphs[0] for cell in row] for row in one.grid.body] for one in found if isinstance(one, Table)
    ]
    assert bodies == [
        [["Показатели", "0,60"], ["Деньги", "0,4"], ["Всего", "1,00"]],
        [["высокая", "не менее 0,9"], ["средняя", "от 0,8 до 0,9"]],
    ]


def test_results_stand_by_their_own_years() -> None:
    results = {
        "id": "результаты",
        "title": "Результаты",
        "rows": "results",
        "columns": [{"title": "Школа", "field": "school"}, {"title": "Доля", "periods": "results", "field": "value"}],
    }
    (table,) = text([{"content": "results"}], tables=[results])
    assert isinstance(table, Table)
    assert table.caption == "Таблица 1 – ВПР по математике, %"
    assert [cell.paragraphs[0] for cell in table.grid.head[1]] == ["2022", "2023"]
    assert [[cell.paragraphs[0] for cell in row] for row in table.grid.body] == [
        ["Заречная СОШ", "40", "34,5"],
        ["Приозерский район", "–", "20"],
    ]


def test_results_of_a_table_that_the_profile_names() -> None:
    columns = [{"title": "Школа", "field": "school"}, {"title": "Доля", "periods": "results", "field": "value"}]
    layout = {"id": "пятые", "title": "Пятые классы", "rows": "results", "of": "впр-5", "columns": columns}
    (table,) = text([{"content": "table", "of": "пятые"}], tables=[layout])
    assert isinstance(table, Table)
    assert table.caption == "Таблица 1 – Пятые классы"
    assert [cell.paragraphs[0] for cell in table.grid.head[1]] == ["2022", "2023"]
    assert [cell.paragraphs[0] for cell in table.grid.body[0]] == ["Заречная СОШ", "40", "34,5"]


def test_layout_for_any_results_goes_before_that_for_one_table() -> None:
    own = {"id": "а", "title": "А", "rows": "results", "of": "впр-5", "columns": [{"title": "Своя", "field": "school"}]}
    common = {"id": "б", "title": "Б", "rows": "results", "columns": [{"title": "Общая", "field": "school"}]}
    (table,) = text([{"content": "results"}], tables=[own, common])
    assert isinstance(table, Table)
    assert table.grid.head[0][0].paragraphs == ("Общая",)


def test_parts_are_numbered_as_the_profile_says() -> None:
    sections = {f"sections/{id}": {"id": id, "title": id, "blocks": ["Текст."]} for id in ("а", "б", "в")}
    inner = [{"content": "section", "of": "а"}, {"content": "section", "of": "б"}]
    parts = [
        {"title": "Общие положения", "parts": inner},
        {"title": "Меры:", "parts": inner, "numbering": {"scheme": "letters", "suffix": ")"}},
        {"title": "Без номера", "content": "section", "of": "в", "numbered": False, "lead": "Вот он:"},
    ]
    documents = [{**DOCUMENTS[1], "parts": parts, "numbering": "roman"}]
    flow = context(view(program(sections), documents=documents), "program")["body"]
    assert [title for title, _ in headings(flow)] == [
        *("I. Общие положения", "1.1. а", "1.2. б"),
        *("II. Меры:", "а) а", "б) б"),
        "Без номера",
    ]
    assert lines(flow)[-2:] == ["Вот он:", "Текст."]


def test_list_takes_the_marks_of_its_part() -> None:
    grounds = [{"kind": "устав", "title": "Устав района"}, {"kind": "приказ", "title": "О мерах"}]
    made = program(program={**GENERAL, "grounds": grounds})
    found = text([{"title": "Основания", "content": "grounds", "style": "1)", "lead": "Программа основана на:"}], made)
    assert lines(found)[1:] == ["Программа основана на:", "1) Устав района;", "2) Приказ «О мерах»."]


def test_title_page_names_the_authority_place_and_year() -> None:
    made = program(program={**GENERAL, "documents": {"program": {"title_page": {"year": 2024, "place": "с. Озеро"}}}})
    assert context(view(made, documents=DOCUMENTS), "program")["title_page"] == {
        "authority": ["Управление образования"],
        "place": "с. Озеро\n2024",
    }


def test_drafting_stands_before_the_text_and_signatures_after_it() -> None:
    signatory = {"position": "Директор", "name": "Н. П. Лесникова"}
    details = {
        "drafting": {"signatories": [signatory]},
        "signatories": [signatory],
        "electronic_signature": True,
        "executor": {"name": "Полянская М. И.", "phone": "2-10-14"},
    }
    made = program(program={**GENERAL, "documents": {"program": details}})
    found = context(view(made, documents=[{**DOCUMENTS[1], "parts": [{"content": "term"}]}]), "program")
    body, signed = found["body"], ("Директор", "Н. П. Лесникова")
    assert body[:2] == (
        Paragraph("Дата составления проекта: «____» __________ 20___ г."),
        Signatures((signed,)),
    )
    frame = ("Документ подписан", "электронной подписью", "Сертификат:", "Владелец:", "Действителен:")
    assert body[-2:] == (Signatures((signed,), frame), Paragraph("Полянская М. И.\n2-10-14", Style.EXECUTOR))
    assert found["electronic_signature"] == []


def test_the_frame_of_an_electronic_signature_stands_without_a_signatory_too() -> None:
    made = program(program={**GENERAL, "documents": {"program": {"electronic_signature": True}}})
    found = context(view(made, documents=[{**DOCUMENTS[1], "parts": [{"content": "term"}]}]), "program")
    (signatures,) = (block for block in found["body"] if isinstance(block, Signatures))
    assert (signatures.signatories, signatures.frame[0]) == ((("", ""),), "Документ подписан")
    assert found["electronic_signature"] == []


def test_a_part_may_be_an_appendix_to_the_programme() -> None:
    parts: list[dict[str, Any]] = [
        {"title": "Сроки", "content": "term"},
        {"title": "Риски", "content": "table", "of": "риски", "appendix": True},
        {"title": "Карта", "content": "table", "of": "карта", "appendix": True},
    ]
    made = program(FULL)
    flow = text(parts, made, tables=[RISKS, MAP])
    assert [block.text for block in flow if isinstance(block, Paragraph) and block.style is Style.APPENDIX] == [
        "Приложение 1\nк муниципальной программе «Поддержка школ»",
        "Приложение 2\nк муниципальной программе «Поддержка школ»",
    ]
    assert [heading for heading, _ in headings(flow)] == ["1. Сроки", "Риски", "Карта"]


def test_text_of_a_programme_without_passport() -> None:
    result = {"id": "р", "text": "Доля школ:", "unit": "%", "values": {"2024": 30, "2025": "не менее 40 %"}}
    base = {"year": 2019, "numerator": 20, "denominator": 140, "counted": "чел.", "value": "14,3 %"}
    criteria = ["наличие плана", {"text": "рост доли сдавших", "value": "в 1,2 раза", "base": base}]
    goal = {"text": "Создать условия.", "explanation": ["Школы определяются по методике."]}
    tasks = [{"id": "а", "title": "Создание базы."}, {"id": "б", "title": "Мониторинг."}]
    made = program(
        goals={
            "goal": goal,
            "tasks": tasks,
            "results": [result, {"id": "к", "text": "Критерии:", "criteria": criteria}],
        }
    )
    parts = [
        {"title": "Цель:", "content": "goal"},
        {"title": "Задачи:", "content": "tasks"},
        {"title": "Результаты:", "content": "result_clauses"},
    ]
    documents = [{**DOCUMENTS[1], "parts": parts, "numbering": "roman"}]
    assert lines(context(view(made, documents=documents), "program")["body"]) == [
        *("I. Цель:", "Создать условия.", "Школы определяются по методике."),
        *("II. Задачи:", "1. Создание базы.", "2. Мониторинг."),
        *("III. Результаты:", "1. Доля школ:", "– 2024\u00a0г. – 30\u00a0%;", "– 2025\u00a0г. – не менее 40 %."),
        *("2. Критерии:", "– наличие плана;"),
        "– рост доли сдавших в 1,2 раза (2019\u00a0г. – 20 чел. из 140 – 14,3 %).",
    ]


def test_complex_under_titles_of_its_own() -> None:
    group = {"style": "✓", "items": ["выявить пары школ.", "провести площадки."]}
    plan = {"complex": [{"title": "Создание сети", "lead": "Предусмотрено:", "groups": [group]}]}
    part = {"title": "V", "content": "complex", "numbering": {"scheme": "arabic", "prefix": "Мероприятие"}}
    assert lines(text([part], program(plan=plan)))[1:] == [
        *("Мероприятие 1. Создание сети", "Предусмотрено:", "✓ выявить пары школ.", "✓ провести площадки."),
    ]


def test_indicators_as_clauses_at_their_levels() -> None:
    def indicator(id: str, level: Any, *measures: dict[str, Any]) -> dict[str, Any]:
        made = [{"id": f"{id}{at}", "kind": "событие", **one} for at, one in enumerate(measures)]
        return {"id": id, "title": id, "level": level, "measures": made}

    indicators = [
        indicator("а", "региональный", {"title": "наличие плана"}, {"title": "участие", "target": "не менее 80 %"}),
        indicator("б", ["региональный", "школьный"], {"title": "экспертиза", "clause": "экспертиза пройдена"}),
    ]
    parts = [{"title": "Показатели", "content": "indicators", "of": "level"}]
    assert lines(text(parts, program(indicators={"indicators": indicators})))[1:] == [
        *("1.1. На региональном уровне:", "1.1.1. наличие плана;", "1.1.2. участие – не менее 80 %;"),
        "1.1.3. экспертиза пройдена.",
        *("1.2. На школьном уровне:", "1.2.1. экспертиза пройдена."),
    ]


def test_section_without_a_title_has_no_heading() -> None:
    sections = {"sections/а": {"id": "а", "blocks": ["Преамбула."]}}
    assert text([{"content": "section", "of": "а"}], program(sections)) == (Paragraph("Преамбула."),)


def test_a_table_of_contents_lists_the_headings() -> None:
    made = program(program={**GENERAL, "documents": {"program": {"contents": True}}})
    parts = [{"title": "Сроки", "content": "term", "parts": [{"title": "Ещё раз", "content": "term"}]}]
    body = context(view(made, documents=[{**DOCUMENTS[1], "parts": parts}]), "program")["body"]
    assert body[0] == Contents("Оглавление", (("1. Сроки", 1, 1), ("1.1. Ещё раз", 2, 2)))
    assert [block.anchor for block in body if isinstance(block, Paragraph) and block.anchor] == [1, 2]


def test_footnotes_of_headings_and_cells_stand_under_their_table() -> None:
    columns = [{"title": "Риск [[сноска:По самооценке школ.]]", "field": "risk"}]
    layout = {**RISKS, "columns": columns}
    parts = [{"content": "table", "of": "риски"}]
    (table,) = text(parts, program(FULL), tables=[layout], footnotes="<*>")
    assert isinstance(table, Table)
    assert table.grid.head[0][0].paragraphs == ("Риск<*>",)
    assert table.notes == ("<*> По самооценке школ.", "По данным школ.")
