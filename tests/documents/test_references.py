"""A reference is resolved in whichever document prints it; none is ever printed as it is written."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.documents import DanglingReferences, Document, prepare
from munprog.documents.references import References, dangling_in
from munprog.layout.flow import Paragraph, Style, Table
from munprog.layout.grid import Cell, Grid
from tests.builders import FULL, ORDER, PLAN, program, view

DOCUMENTS: list[dict[str, Any]] = [
    {"id": "приказ", "kind": "order", "title": "Приказ", "template": "order.docx"},
    {"id": "roadmap", "kind": "roadmap", "title": "Карта", "template": "roadmap.docx", "tables": ["карта"]},
    {
        "id": "program",
        "kind": "program",
        "title": "Программа",
        "template": "program.docx",
        "parts": [
            {"title": "Цель", "content": "goals"},
            {"title": "Риски", "content": "table", "of": "риски"},
            {"title": "Показатели", "content": "table", "of": "показатели"},
            {"content": "section"},
        ],
    },
    {"id": "лист", "kind": "approval_sheet", "title": "Лист", "template": "sheet.docx"},
]


def table(id: str, rows: str, field: str) -> dict[str, Any]:
    return {"id": id, "title": id.capitalize(), "rows": rows, "columns": [{"title": "Графа", "field": field}]}


TABLES = [
    table("риски", "risks", "risk"),
    table("показатели", "measures", "measure"),
    table("карта", "activities", "activity"),
]
CLAUSES: list[Any] = [
    "Утвердить.",
    {
        "id": "поручить",
        "lead": "обеспечить:",
        "clauses": [
            "раз;",
            {
                "id": "доклад",
                "text": "два:",
                "clauses": [{"id": "сроки", "text": "три:", "clauses": [{"id": "дни", "text": "четыре"}]}],
            },
        ],
    },
]
TARGETS = {
    "задаче:уроки": "задаче\u00a02",
    "показателя:успех": "показателя\u00a01.1",
    "мероприятию:набор": "мероприятию\u00a01.2",
    "таблице:показатели": "таблице\u00a02",
    "разделе:риски": "разделе\u00a02",
    "приложении:roadmap": "приложении\u00a02",
    "пункте:поручить": "пункте\u00a02",
    "пункте:доклад": "пункте\u00a02.2",
    "пункте:сроки": "пункте\u00a02.2.а",
    "пункте:дни": "пункте\u00a02.2.а",
}


def documents(text: str, layouts: list[dict[str, Any]] = DOCUMENTS) -> dict[str, Document]:
    """Every document of a programme in which each of them has a place that says `text`."""
    order = {
        **ORDER,
        "title": f"О плане, {text}",
        "preamble": text,
        "clauses": [*CLAUSES, text],
        "attachments": [
            {"document": "program", "kind": "программа", "title": "Программа"},
            {"document": "roadmap", "kind": "план", "title": f"План, {text}"},
        ],
        "signatories": [{"position": text, "name": "А. В. Озерова"}],
        "approvals": [{"position": text, "name": "И. И. Иванов"}],
    }
    section = PLAN["schedules"][0]["sections"][0]
    activities = [section["activities"][0], {**section["activities"][1], "title": text}]
    plan = {"schedules": [{**PLAN["schedules"][0], "sections": [{**section, "activities": activities}]}]}
    free = {"id": "а", "title": text, "blocks": [text]}
    made = program({**FULL, "order": order, "plan": plan, "sections/а": free})
    return {one.layout.id: one for one in prepare(view(made, documents=layouts, tables=TABLES))}


def body_of(document: Document) -> Any:
    return document.context(draft=True)["body"]


@pytest.mark.parametrize(("reference", "printed"), TARGETS.items())
def test_it_is_resolved_in_every_document(reference: str, printed: str) -> None:
    found = documents(f"см. [[{reference}]]")
    text = f"см. {printed}"
    order: Any = found["приказ"].context(draft=True)
    assert (order["title"], order["preamble"], order["clauses"][-1]) == (
        f"О плане, {text}",
        text,
        Paragraph(f"3. {text}", Style.LIST),
    )
    assert order["signatories"] == [{"position": text, "name": "А. В. Озерова"}]
    roadmap: Any = found["roadmap"].context(draft=True)
    assert roadmap["title"] == [f"План, {text}"]
    assert roadmap["body"][0].grid.body[-1][0].paragraphs == (text,)
    assert body_of(found["program"])[-2:] == (Paragraph(f"4. {text}", Style.HEADING_1), Paragraph(text))
    sheet: Any = found["лист"].context(draft=True)
    assert (sheet["subject"], sheet["rows"][0]["position"]) == (f"к проекту приказа «О плане, {text}»", text)


def test_own_tables_go_before_those_of_the_programme_and_these_before_all_others() -> None:
    layouts = [{**one, "tables": ["показатели", "карта"]} if one["id"] == "roadmap" else one for one in DOCUMENTS]
    found = documents("[[таблица:показатели]], [[таблица:карта]]", layouts)
    order: Any = found["приказ"].context(draft=True)
    assert order["preamble"] == "таблица\u00a02, таблица\u00a02"
    assert body_of(found["program"])[-1].text == "таблица\u00a02, таблица\u00a02"
    assert body_of(found["roadmap"])[1].grid.body[-1][0].paragraphs == ("таблица\u00a01, таблица\u00a02",)


def test_ids_that_look_the_same_are_the_same() -> None:
    known = References.of({("table", "\u0438\u0306"): "1"})
    assert known.text("[[таблица:\u0439]]") == "таблица\u00a01"
    assert References.of({("table", "\u0439"): "2"}).text("[[таблица:\u0438\u0306]]") == "таблица\u00a02"


def test_of_namesakes_the_first_is_meant() -> None:
    known = References.of({("table", "а"): "1"}, {("table", "а"): "2", ("table", "б"): "3"})
    assert known.text("[[таблица:а]], [[таблица:б]]") == "таблица\u00a01, таблица\u00a03"
    assert known.before({("table", "б"): "9"}).text("[[таблица:а]], [[таблица:б]]") == "таблица\u00a01, таблица\u00a09"


@pytest.mark.parametrize(
    "reference",
    [
        "[[таблица:карта]]",
        "[[таблица:нет]]",
        "[[раздел:нет]]",
        "[[рисунок:риски]]",
        "[[таблица:риски",
        "[[таблица]]",
    ],
)
def test_none_reaches_a_template_as_it_is_written(reference: str) -> None:
    for document in documents(f"см. {reference}").values():
        with pytest.raises(DanglingReferences) as caught:
            document.context(draft=True)
        assert caught.value.references == (reference,)


def test_every_reference_that_leads_nowhere_is_named_once() -> None:
    (document,) = (one for id, one in documents("[[раздел:б]] и [[раздел:а]], [[раздел:в]]").items() if id == "приказ")
    with pytest.raises(DanglingReferences) as caught:
        document.context(draft=True)
    assert caught.value.references == ("[[раздел:б]]", "[[раздел:в]]")


def test_they_are_looked_for_everywhere() -> None:
    grid = Grid((1.0,), ((Cell(("[[а]]",)),),), ((Cell(("б", "[[б]]")),),))
    offered = {
        "draft": True,
        "lines": ["[[в]]"],
        "rows": [{"name": "[[г]]"}],
        "body": (Paragraph("[[д]]", lead="[[е]]"), Table(grid, "[[ж]]", ("[[з]]", "[[а]]"))),
    }
    assert sorted(dangling_in(offered)) == [f"[[{letter}]]" for letter in "абвгдежз"]
