"""Clauses of acts and of other texts: numbers by level, addressees, what an amending act says."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.documents.parts.shared import blocks
from munprog.documents.pieces import RunningText, assemble
from munprog.documents.references import References
from munprog.layout.flow import Flow, Paragraph, Style, Table
from munprog.model.build import construct
from munprog.model.section import FreeSection
from tests.builders import FULL, program, view


def flow(*content: Any) -> Flow:
    section = construct(FreeSection, {"id": "р", "title": "Р", "blocks": list(content)}, ("sections/р",))
    return assemble(RunningText(tuple(blocks(view(program(FULL)), section.blocks))), References.of({}))


def texts(*content: Any) -> list[str]:
    return [block.text.replace("\u00a0", " ") for block in flow(*content) if isinstance(block, Paragraph)]


def clauses(*listed: Any, **keys: Any) -> dict[str, Any]:
    return {"kind": "пункты", "clauses": list(listed), **keys}


@pytest.mark.parametrize(
    ("levels", "printed"),
    [
        (["1.", "1)", "а)", "–"], ["1. раз", "2. два", "1) три", "а) четыре", "– пять", "– шесть"]),
        (
            ["I.", "1.1.", "1.1.1."],
            ["I. раз", "II. два", "2.1. три", "2.1.1. четыре", "2.1.1.1. пять", "2.1.1.2. шесть"],
        ),
        (["1.", "1.1)", "нет"], ["1. раз", "2. два", "2.1) три", "четыре", "пять", "шесть"]),
    ],
)
def test_numbers_by_level(levels: list[str], printed: list[str]) -> None:
    deep = {"text": "три", "clauses": [{"text": "четыре", "clauses": ["пять", "шесть"]}]}
    assert texts(clauses("раз", {"text": "два", "clauses": [deep]}, levels=levels)) == printed


def test_a_regulation() -> None:
    found = flow(
        clauses(
            {"title": "Общие положения", "clauses": ["Раз.", {"text": "Задачи:", "clauses": ["два;", "три."]}]},
            {"title": "Порядок", "clauses": [{"id": "срок", "text": "Срок."}, "См. [[пункт:срок]]."]},
            levels=["I.", "1.1.", "1.1.1."],
        )
    )
    assert found == (
        Paragraph("I. Общие положения", Style.HEADING_1),
        Paragraph("1.1. Раз.", Style.LIST),
        Paragraph("1.2. Задачи:", Style.LIST),
        Paragraph("1.2.1. два;", Style.LIST),
        Paragraph("1.2.2. три.", Style.LIST),
        Paragraph("II. Порядок", Style.HEADING_1),
        Paragraph("2.1. Срок.", Style.LIST),
        Paragraph("2.2. См. пункт\u00a02.1.", Style.LIST),
    )


def test_a_clause_holds_any_block_before_its_sub_clauses() -> None:
    table = {"kind": "таблица", "columns": [{"title": "Год"}], "rows": [[2024]]}
    found = flow(clauses({"text": "Сведения:", "blocks": ["Абзац.", table], "clauses": ["после."]}, start=3))
    assert [block.text if isinstance(block, Paragraph) else "таблица" for block in found] == [
        "3. Сведения:",
        "Абзац.",
        "таблица",
        "1) после.",
    ]


def test_whom_a_clause_is_addressed_to() -> None:
    assert texts(
        clauses(
            {
                "post": "Директору",
                "addressee": "Центра",
                "person": "О. В. Ключева",
                "clauses": ["учить."],
            },
            {"addressee": "Директору центра Ключевой О. В.:", "clauses": ["учить."]},
        )
    ) == [
        "1. Директору Центра (О. В. Ключева):",
        "1) учить.",
        "2. Директору центра Ключевой О. В.:",
        "1) учить.",
    ]


OLD = {"kind": "приказ", "issuer": "Управления", "date": "10.03.2022", "number": "074-д", "title": "О поддержке"}


def test_what_is_no_longer_in_force() -> None:
    assert texts(clauses({"repeals": [OLD]})) == [
        "1. Признать утратившим силу приказ Управления от 10 марта 2022 г. № 074-д «О поддержке»."
    ]
    assert texts(clauses({"repeals": [OLD, {"kind": "постановление", "date": "01.02.2023", "number": "630/3"}]})) == [
        "1. Признать утратившими силу:",
        "1) приказ Управления от 10 марта 2022 г. № 074-д «О поддержке»;",
        "2) постановление от 1 февраля 2023 г. № 630/3.",
    ]


def test_an_amending_act() -> None:
    row = {"kind": "таблица", "columns": [{"width": 50}, {"width": 120}], "rows": [["Срок", "2024–2027 годы"]]}
    plan = {
        "kind": "новая редакция",
        "label": ["Приложение 2", "к приказу Управления"],
        "title": "План",
        "blocks": [{"kind": "таблица", "title": "Работы", "columns": [{"title": "Год"}], "rows": [["2024"]]}],
    }
    found = flow(
        clauses(
            {
                "text": "Внести изменения:",
                "clauses": [
                    {"text": "строку изложить в редакции:", "blocks": [{"kind": "новая редакция", "blocks": [row]}]},
                    {"text": "в пункте 2", "replace": {"what": "цифры", "old": ["1,0", "2,0"], "new": ["3,0", "4,0"]}},
                    {"text": "слово", "replace": {"what": "слово", "old": ["май"], "new": ["июнь"]}},
                    {"text": "приложение изложить в редакции:", "blocks": [plan]},
                ],
            },
            {
                "text": "Пункт 3:",
                "blocks": [{"kind": "новая редакция", "blocks": ["3. О «Школе»."]}],
            },
            {"text": "Срок:", "blocks": [{"kind": "новая редакция", "blocks": ["проект «Школа»"]}]},
        )
    )
    tables = [block for block in found if isinstance(block, Table)]
    assert [one.caption for one in tables] == ["", ""]
    assert [[cell.paragraphs for cell in line] for line in (*tables[0].grid.head, *tables[0].grid.body)] == [
        [("«Срок",), ("2024–2027 годы»;",)]
    ]
    assert [(block.text, block.style) for block in found if isinstance(block, Paragraph)] == [
        ("1. Внести изменения:", Style.LIST),
        ("1) строку изложить в редакции:", Style.LIST),
        ("2) в пункте 2 цифры «1,0», «2,0» заменить соответственно цифрами «3,0», «4,0»;", Style.LIST),
        ("3) слово слово «май» заменить словом «июнь»;", Style.LIST),
        ("4) приложение изложить в редакции:", Style.LIST),
        ("«Приложение 2\nк приказу Управления", Style.LABEL),
        ("План", Style.TITLE),
        ("Работы", Style.CAPTION),
        ("2. Пункт 3:", Style.LIST),
        ("«3. О «Школе».».", Style.BODY),
        ("3. Срок:", Style.LIST),
        ("«проект «Школа».", Style.BODY),
    ]
    assert tables[1].grid.body[-1][0].paragraphs == ("2024».",)


def test_goal_tasks_results_and_measures_of_a_level_stand_as_clauses() -> None:
    found = texts(
        clauses(
            {"text": "Цель –", "data": "цель"},
            {"text": "Задачи:", "data": "задачи"},
            {"text": "Результат:", "data": "результаты"},
            {"text": "На уровне школы:", "data": "показатели", "level": "школьный"},
            {"text": "На уровне региона:", "data": "показатели", "level": "региональный"},
            levels=["1.", "1.1."],
        )
    )
    assert found == [
        "1. Цель – снизить долю до 10 %.",
        "2. Задачи:",
        "2.1. закрыть вакансии;",
        "2.2. улучшить уроки.",
        "3. Результат:",
        "3.1. доля снижена.",
        "4. На уровне школы:",
        "4.1. доля несдавших.",
        "5. На уровне региона:",
    ]
