"""Every programme of the repository: valid without a finding, built, opened, with the tables its region asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from munprog.build import Task, build_all
from munprog.build.opinion import render_opinion
from munprog.checklist.run import judge
from munprog.documents import Examined
from munprog.validation import validate
from munprog.workspace import find
from tests.conftest import EXAMPLE
from tests.ooxml.validate_docx import problems

PROGRAMS = EXAMPLE.parent

Tables = dict[str, list[tuple[str, int]]]
"""By document: the titles of the first row between bars, and the number of all rows."""

EXPECTED: dict[str, Tables] = {
    "chernotal-2020": {
        "order": [],
        "program": [],
        "roadmap": [("№ п/п | Мероприятие | Показатель реализации | Результат | Сроки | Ответственный", 16)],
    },
    "gavan-2020": {
        "program": [
            (
                "Этапы Проекта | Компоненты совместной деятельности | "
                "Содержательная характеристика компонентов деятельности",
                7,
            ),
            ("Направление деятельности | Оператор | 2020–2021 | 2021–2022 | 2022–2023", 17),
        ],
    },
    "kamsk-2023": {
        "order": [],
        "regulation": [],
        "roadmap": [
            (
                "№ п/п | Название мероприятия | Срок реализации | Ответственный исполнитель | Показатели реализации",
                20,
            )
        ],
    },
    "kremnevsk-2022": {"minutes-2022-01-18": []},
    "priozerye-2024": {
        "roadmap": [
            (
                "№ п/п | Мероприятие | Показатель реализации | Результат | Необходимые ресурсы | Сроки | "
                "Ответственный, участники",
                51,
            )
        ],
    },
}
"""What stands in the documents that are worth a count; a new programme takes its place here."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("output")


def test_every_programme_is_here() -> None:
    assert {one.name for one in PROGRAMS.iterdir() if (one / "program.yaml").is_file()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_programme_is_valid_and_builds(name: str, output: Path) -> None:
    report = validate(find([PROGRAMS / name]))
    assert [f"{one.place} {one.code} {one.message}" for one in report.findings] == []
    (checked,) = report.checked
    assert checked.program
    assert checked.profile
    (done,) = build_all([Task(PROGRAMS / name, output / name, checked.program, checked.profile)])
    assert done.findings == ()
    built = {one.stem: one for one in (output / name).glob("*.docx")}
    assert {document: list(problems(file)) for document, file in built.items() if list(problems(file))} == {}
    assert {document: list(_tables(built[document])) for document in EXPECTED[name]} == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_programme_is_judged(name: str) -> None:
    report = validate(find([PROGRAMS / name]))
    (judged,) = judge(report)
    (checked,) = report.checked
    assert checked.program
    examined = Examined(checked.program, judged.assessment, checked.findings, checked.waived)
    assert render_opinion(examined, checked.profile, PROGRAMS / name)


def _tables(file: Path) -> Iterator[tuple[str, int]]:
    """The tables of the text; those without a repeated header only set blocks beside each other."""
    for table in Document(str(file)).tables:
        if table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader"):
            yield _titles(table), len(table.rows)


def _titles(table: Table) -> str:
    return " | ".join(dict.fromkeys(" ".join(re.split(r"\s+", cell.text)) for cell in table.rows[0].cells))
