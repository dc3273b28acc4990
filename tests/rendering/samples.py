"""Contexts of the four templates, as long as real ones."""

from __future__ import annotations

from munprog.layout.flow import Paragraph, Style, Table
from munprog.layout.grid import Cell, Grid, Role, Row

LONG = (
    "Повышение качества образования в школах с низкими результатами обучения и в школах, функционирующих в "
    "неблагоприятных социальных условиях, путём реализации адресных программ"
)


def head(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((text,), Role.HEAD, columns, rows)


def cell(*paragraphs: str, role: Role = Role.TEXT, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(paragraphs, role, columns, rows)


def finance(*, landscape: bool = True) -> Grid:
    """Two header levels, merged left cells, a total."""
    sources = ("Федеральный бюджет", "Региональный бюджет", "Местный бюджет")
    rows: list[Row] = []
    for number in ("1", "2"):
        left = (cell(number, role=Role.CENTER, rows=3), cell(f"Мероприятие {number}. {LONG}", rows=3))
        for at, source in enumerate(sources):
            money = tuple(cell("1 234,5", role=Role.NUMBER) for _ in range(3))
            rows.append((*(left if at == 0 else ()), cell(source), *money))
    rows.append((cell("Итого", role=Role.TOTAL, columns=3), *(cell("7 407,0", role=Role.TOTAL_NUMBER) for _ in "123")))
    top = (head("№", rows=2), head("Мероприятие", rows=2), head("Источник", rows=2), head("Тыс. руб.", columns=3))
    return Grid((5, 30, 20, 11, 11, 11), (top, (head("2024"), head("2025"), head("2026"))), tuple(rows), landscape)


def plan(count: int, *, landscape: bool = True) -> Grid:
    titles = ("№ п/п", "Мероприятие", "Срок", "Ответственный")
    divider = (cell("I. Организационные мероприятия", role=Role.DIVIDER, columns=4),)
    rows = [
        (
            cell(f"1.{at}.", role=Role.CENTER),
            cell(f"Семинар {at} для заместителей руководителей по внутренней оценке качества образования"),
            cell("сентябрь – декабрь 2024 г."),
            cell("Управление образования", "МБУ ДПО «Методический центр»"),
        )
        for at in range(1, count + 1)
    ]
    numbers = tuple(head(str(at)) for at in range(1, 5))
    return Grid((6, 44, 20, 30), (tuple(map(head, titles)), numbers), (divider, *rows), landscape)


ORDER: dict[str, object] = {
    "draft": True,
    "superior": ["Администрация Приозерского муниципального района"],
    "authority": "Управление образования администрации Приозерского муниципального района",
    "contacts": ["ул. Школьная, д. 5, с. Приозерье, 169000", "ОГРН 1027000615476, ИНН/КПП 7006000225/700601001"],
    "kind": "ПРИКАЗ",
    "date": "__.__.____",
    "number": "№ ____",
    "place": "с. Приозерье",
    "title": "Об утверждении муниципальной программы поддержки школ на 2024–2026 годы",
    "editions": "(в ред. приказа от 12.09.2024 № 381)",
    "preamble": "В соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»",
    "verb": "ПРИКАЗЫВАЮ:",
    "clauses": (
        Paragraph("1. Утвердить прилагаемую муниципальную программу.", Style.LIST),
        Paragraph("2. Контроль за исполнением настоящего приказа оставляю за собой.", Style.LIST),
    ),
    "signatories": [{"position": "Начальник управления образования", "name": "А. В. Озерова"}],
    "executor": ["Речная Ирина Петровна,", "8 (82130) 2-13-74"],
}
PROGRAM: dict[str, object] = {
    "draft": True,
    "label": ["Приложение 1", "УТВЕРЖДЕНА", "приказом Управления образования", "от 12.09.2024 № 381"],
    "heading": "Муниципальная программа",
    "title": "«Поддержка школ Приозерского муниципального района на 2024–2026 годы»",
    "editions": "",
    "body": (
        Paragraph("1. Анализ", Style.HEADING_1),
        Paragraph(f"{LONG}."),
        Paragraph("– внутренняя оценка качества;", Style.LIST),
        Paragraph("– школа, в которой доля низких результатов велика.", lead="Школа с низкими результатами"),
        Paragraph("2. Ресурсы", Style.HEADING_1),
        Table(finance(), "Таблица 1. Ресурсное обеспечение"),
        Table(plan(30), "Таблица 2. План мероприятий", ("Сроки уточняются.",)),
        Paragraph("3. Механизмы", Style.HEADING_1),
        Paragraph(f"{LONG}."),
    ),
}
ROADMAP: dict[str, object] = {
    "draft": False,
    "label": ["Приложение 2", "УТВЕРЖДЕН"],
    "title": ["План-график («дорожная карта»)", "реализации муниципальной программы"],
    "body": (Table(plan(20)),),
}
APPROVAL_SHEET: dict[str, object] = {
    "draft": True,
    "title": "Лист согласования",
    "subject": "к проекту приказа «Об утверждении муниципальной программы»",
    "internal": "",
    "rows": [
        {"number": "1", "position": "Заместитель начальника", "name": "М. П. Лесная", "agreed": ""},
        {
            "number": "2",
            "position": "Начальник финансового управления",
            "name": "И. С. Константинопольская",
            "agreed": "",
        },
    ],
}
DETAILS: dict[str, object] = {
    "approval_blocks": [],
    "title_page": {},
    "electronic_signature": [],
    "spaced_kind": False,
    "qr": (),
}
"""What every document may bear around its text."""
CONTEXTS = {
    name: {**DETAILS, **own}
    for name, own in {
        "order": ORDER,
        "program": PROGRAM,
        "roadmap": ROADMAP,
        "approval_sheet": APPROVAL_SHEET,
    }.items()
}
