"""Pieces become a flow: tables take numbers in the order of printing, references are resolved everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.documents.pieces import (
    Piece,
    RunningText,
    TablePiece,
    assemble,
    data_table,
    listed,
    of_blocks,
    paragraphs,
)
from munprog.documents.references import Numbers, References
from munprog.layout.flow import Flow, Paragraph, Style, Table
from munprog.layout.grid import Cell, Grid, Role
from munprog.model.blocks import DataTable
from munprog.model.build import construct
from munprog.model.listing import punctuated
from munprog.model.numerals import mark
from munprog.model.section import FreeSection


def flow_of(*pieces: Piece, known: Numbers | None = None) -> Flow:
    return assemble(RunningText(pieces), References.of(known or {}))


def piece(id: str, title: str = "Название", text: str = "текст", notes: tuple[str, ...] = ()) -> TablePiece:
    grid = Grid((1.0,), ((Cell((text,), Role.HEAD),),), ((Cell((text, "без ссылок")),), (Cell(("иное",)),)))
    return TablePiece(id, title, grid, notes)


def captions(flow: Flow) -> list[str]:
    return [block.caption for block in flow if isinstance(block, Table)]


def of(*content: Any) -> list[Piece]:
    section = construct(FreeSection, {"id": "р", "title": "Р", "blocks": list(content)}, ("sections/р",))
    return list(of_blocks(section.blocks))


def test_letters_of_an_enumeration() -> None:
    letters = [mark("а)", at) for at in range(1, 29)]
    assert "".join(letter.removesuffix(")") for letter in letters) == "абвгдежзиклмнопрстуфхцчшщэюя"
    assert {letter[1:] for letter in letters} == {")"}


def test_letters_begin_anew_in_pairs() -> None:
    assert [mark("а)", at) for at in (28, 29, 30, 56, 57)] == ["я)", "аа)", "аб)", "ая)", "ба)"]
    assert len({mark("а)", at) for at in range(1, 1000)}) == 999


@pytest.mark.parametrize(
    ("style", "at", "printed"),
    [("1.", 1, "1."), ("1)", 12, "12)"), ("а)", 3, "в)"), ("–", 1, "–"), ("•", 5, "•"), ("✓", 2, "✓")],
)
def test_mark(style: str, at: int, printed: str) -> None:
    assert mark(style, at) == printed


def test_list_is_numbered_and_punctuated() -> None:
    assert list(listed(["раз", "два"], "1)")) == [
        Paragraph("1) раз;", Style.LIST),
        Paragraph("2) два.", Style.LIST),
    ]
    assert list(listed([])) == []


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["раз", "два", "три"], ("раз;", "два;", "три.")),
        (["раз.", "два,", "три:", "да!", "нет?", "так;"], ("раз.", "два,", "три:", "да!", "нет?", "так;")),
        (["одно"], ("одно.",)),
        ([], ()),
    ],
)
def test_typed_marks_at_the_end_stay(texts: list[str], printed: tuple[str, ...]) -> None:
    assert punctuated(texts) == printed


def test_paragraphs() -> None:
    assert list(paragraphs(["раз", "два"])) == [Paragraph("раз"), Paragraph("два")]


def test_tables_are_numbered_in_the_order_of_printing() -> None:
    flow = flow_of(piece("б", "Вторая"), Paragraph("текст"), piece("в", ""), piece("а", "Первая"))
    assert captions(flow) == ["Таблица 1 – Вторая", "", "Таблица 2 – Первая"]
    assert flow[1] == Paragraph("текст")


def test_reference_may_stand_before_its_table() -> None:
    flow = flow_of(Paragraph("см. [[таблицу:а]]", lead="К [[таблице:б]]."), piece("б"), piece("а"))
    assert flow[0] == Paragraph("см. таблицу\u00a02", lead="К таблице\u00a01.")


def test_references_are_resolved_in_cells_captions_and_notes() -> None:
    known = {("task", "кадры"): "4", ("table", "а"): "чужая"}
    (table,) = flow_of(piece("а", "К [[задаче:кадры]]", "см. [[таблицу:а]]", ("По [[задаче:кадры]]",)), known=known)
    assert table == Table(
        Grid(
            (1.0,),
            ((Cell(("см. таблицу\u00a01",), Role.HEAD),),),
            ((Cell(("см. таблицу\u00a01", "без ссылок")),), (Cell(("иное",)),)),
        ),
        "Таблица 1 – К задаче\u00a04",
        ("По задаче\u00a04",),
        "Продолжение таблицы 1",
    )


def test_tables_with_one_id_have_numbers_of_their_own() -> None:
    flow = flow_of(
        Paragraph("[[таблица:а]]"), piece("а", "Раз"), piece("", "Два"), piece("а", "Три"), piece("", "Четыре")
    )
    assert captions(flow) == ["Таблица 1 – Раз", "Таблица 2 – Два", "Таблица 3 – Три", "Таблица 4 – Четыре"]
    assert flow[0] == Paragraph("таблица\u00a01")


def test_contents_are_captioned_tables_with_an_id_and_what_else_is_numbered() -> None:
    body = RunningText((piece("", "Раз"), piece("а"), piece("б", ""), piece("а")), {("part", "р"): "1"})
    assert body.contents == {("table", "а"): "2", ("part", "р"): "1"}


def test_blocks_of_running_text() -> None:
    assert of(
        "Абзац.",
        {"kind": "абзац", "lead": "Важно.", "text": "Абзац."},
        {"kind": "определение", "term": "Школа", "text": "место учёбы"},
        {"kind": "данные", "table": "показатели"},
    ) == [
        Paragraph("Абзац."),
        Paragraph("Абзац.", lead="Важно."),
        Paragraph("– место учёбы", lead="Школа"),
    ]


@pytest.mark.parametrize(
    ("own", "style"),
    [
        ({"level": 1}, Style.HEADING_1),
        ({}, Style.HEADING_2),
        ({"level": 3}, Style.HEADING_3),
    ],
)
def test_headings(own: dict[str, Any], style: Style) -> None:
    assert of({"kind": "заголовок", "text": "Глава", **own}) == [Paragraph("Глава", style)]


def test_nested_list_has_marks_of_its_own() -> None:
    inner = {"text": "два:", "style": "а)", "items": ["под;", {"text": "ниже:", "items": ["низ."]}]}
    assert of({"kind": "список", "style": "1.", "items": ["раз;", inner, "три."]}) == [
        Paragraph("1. раз;", Style.LIST),
        Paragraph("2. два:", Style.LIST),
        Paragraph("а) под;", Style.LIST_NESTED),
        Paragraph("б) ниже:", Style.LIST_NESTED),
        Paragraph("– низ.", Style.LIST_DEEP),
        Paragraph("3. три.", Style.LIST),
    ]


def test_table_given_cell_by_cell_keeps_its_id_title_and_note() -> None:
    data = {"title": "Кадры", "columns": [{"title": "Год"}], "rows": [[2024]], "note": "На 1 сентября."}
    (found,) = of({"kind": "таблица", "id": "кадры", **data})
    assert isinstance(found, TablePiece)
    assert (found.id, found.title, found.notes) == ("кадры", "Кадры", ("На 1 сентября.",))
    assert found.grid.body == ((Cell(("2024",), Role.CENTER),),)
    unnamed = data_table(construct(DataTable, {**data, "note": None}, ("analysis", "staff", "attestation")))
    assert (unnamed.id, unnamed.notes) == ("attestation", ())
    (inside,) = of({"kind": "таблица", "title": "Кадры", "columns": [{"title": "Год"}], "rows": [[2024]]})
    assert isinstance(inside, TablePiece)
    assert inside.id == ""


def test_items_with_a_lead_and_a_list_that_goes_on() -> None:
    items = [{"lead": "Отбор школ", "text": "с учётом мнения оператора"}, "Итог"]
    assert of({"kind": "список", "style": "1)", "start": 3, "items": items}) == [
        Paragraph("с учётом мнения оператора", Style.LIST, lead="3) Отбор школ"),
        Paragraph("4) Итог", Style.LIST),
    ]


def test_items_of_a_list_may_hold_paragraphs_and_lists() -> None:
    methods = {"kind": "список", "style": "✓", "items": ["опрос;", "тест."]}
    found = of(
        {
            "kind": "список",
            "style": "1)",
            "items": [{"lead": "Оценка", "blocks": ["Нужна учителю.", methods]}, {"lead": "Отбор", "text": "школ"}],
        }
    )
    assert found == [
        Paragraph("", Style.LIST, lead="1) Оценка"),
        Paragraph("Нужна учителю."),
        Paragraph("✓ опрос;", Style.LIST_NESTED),
        Paragraph("✓ тест.", Style.LIST_NESTED),
        Paragraph("школ", Style.LIST, lead="2) Отбор"),
    ]
