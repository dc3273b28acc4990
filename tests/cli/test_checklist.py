"""`munprog checklist`: the reports as they come out, the opinion as a document, what is written back."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docx import Document
from openpyxl import load_workbook

from munprog.resources import SCHEMAS
from tests.cli.conftest import Run
from tests.ooxml.validate_docx import problems

SCHEMA: Any = json.loads((SCHEMAS / "checklist-report.schema.json").read_text("utf-8"))


@pytest.fixture
def second(example: Path) -> Path:
    """Another programme beside the example, with one error."""
    folder = example.parent / "sosednyaya"
    folder.mkdir()
    for path in example.glob("*.yaml"):
        if path.name != "expertise.yaml":
            text = path.read_text("utf-8").replace("id: priozerye-2024", "id: sosednyaya")
            (folder / path.name).write_text(text.replace("financed: true", "financed: false", 1), "utf-8")
    return folder


def test_one_programme_question_by_question(run: Run, example: Path) -> None:
    shown = run("checklist", str(example))
    assert shown.exit_code == 0, shown.output
    text = shown.stdout
    assert "I.2 Зафиксирован ли в документе нынешний уровень" in text
    assert "\n  да (по данным программы)\n" in text
    assert "\n  частично (предложено, подтверждает эксперт)\n" in text
    assert "\n  частично (согласовано)\n" in text
    assert "goals.yaml:" in text
    assert "II: «да» – " in text


def test_several_programmes_are_a_table(run: Run, example: Path, second: Path) -> None:
    shown = run("checklist", str(example), str(second))
    assert shown.exit_code == 1, "one of them has an error"
    head, first, other, *_ = shown.stdout.splitlines()
    titles = ["программа", "ошибок", "предупреждений", "I: да", "I: без ответа", "II: да", "II: без ответа"]
    assert re.split(r"\s{2,}", head) == titles
    assert first.split()[:2] == ["priozerye-2024", "0"]
    assert other.split()[0] == "sosednyaya"
    assert int(other.split()[1]) >= 1


def test_json_is_as_its_schema_says(run: Run, example: Path, second: Path) -> None:
    shown = run("checklist", str(example), str(second), "--format", "json")
    report = json.loads(shown.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert [one["id"] for one in report["programs"]] == ["priozerye-2024", "sosednyaya"]
    questions = {one["id"]: one for found in report["programs"][0]["checklists"] for one in found["questions"]}
    assert questions["II.30"]["answer"] == "частично"
    assert questions["II.30"]["origin"] == "согласовано"


def test_xlsx(run: Run, example: Path, second: Path, tmp_path: Path) -> None:
    refused = run("checklist", str(example), "--format", "xlsx")
    assert (refused.exit_code, "--output" in refused.stderr) == (2, True)
    file = tmp_path / "сводка.xlsx"
    run("checklist", str(example), str(second), "--format", "xlsx", "--output", str(file))
    book = load_workbook(file)
    assert book.sheetnames == ["Сводка", "Ответы", "Матрица покрытия", "Пробелы"]
    assert [row[0].value for row in book["Сводка"].iter_rows()] == ["Программа", "priozerye-2024", "sosednyaya"]
    assert book["Ответы"].max_row == 1 + 2 * 42


def test_the_matrix(run: Run, example: Path) -> None:
    text = run("checklist", str(example), "--matrix").stdout
    assert "Задача 1. " in text
    assert "  Проблемы:\n    – Решения в школах и районе редко опираются на достоверные данные\n" in text
    assert text.rstrip().endswith("Пробелов нет.")


def test_the_opinion_is_a_document_with_everything_in_it(run: Run, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "заключение.docx"
    shown = run("checklist", str(example), "--docx", str(file))
    assert shown.exit_code == 0, shown.output
    first = file.read_bytes()
    run("checklist", str(example), "--docx", str(file))
    assert file.read_bytes() == first, "the same bytes for the same input"
    assert list(problems(file)) == []
    document = Document(str(file))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert text.startswith("ЭКСПЕРТНОЕ ЗАКЛЮЧЕНИЕ\nна проект муниципальной программы «Поддержка школ")
    assert "Рекомендации:" in text
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for words in ("II.36", "Задача 5. ", "экспертная группа", "Нужен запасной путь", "В.\u00a0С.\u00a0Каменский"):
        assert words.lower() in cells.lower(), words
    (head,) = [
        one for one in document.tables if one.rows[0].cells[0].text == "№" and one.rows[1].cells[0].text == "I.1"
    ]
    assert len(head.rows) == 7
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert b"w:tblHeader" in package.read("word/document.xml")


def test_the_opinion_of_a_faulty_programme_names_its_findings(run: Run, second: Path, tmp_path: Path) -> None:
    file = tmp_path / "заключение.docx"
    assert run("checklist", str(second), "--docx", str(file)).exit_code == 1
    cells = [cell.text for table in Document(str(file)).tables for row in table.rows for cell in row.cells]
    assert "FIN001" in cells


def test_the_opinion_and_the_matrix_of_minutes_alone_say_that_there_is_nothing_to_match(
    run: Run, tmp_path: Path
) -> None:
    folder, file = SCHEMAS.parent / "programs" / "kremnevsk-2022", tmp_path / "заключение.docx"
    assert run("checklist", str(folder), "--docx", str(file)).exit_code == 0
    document = Document(str(file))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Задач и мероприятий среди данных нет: сопоставлять нечего." in text
    assert "Исключений из правил авторы программы не просят." in text
    assert "Второй этап – качество разработанного документа: ответов пока нет." in "\n".join(text).replace("\xa0", " ")
    assert all(len(table.rows) > 1 for table in document.tables[:-1]), "no table of a head alone"
    shown = run("checklist", str(folder), "--matrix").stdout
    assert shown.endswith("\n\n")
    assert "сопоставлять нечего" in shown
    assert "Пробелов" not in shown


def test_an_opinion_is_about_one_programme(run: Run, example: Path, second: Path, tmp_path: Path) -> None:
    shown = run("checklist", str(example), str(second), "--docx", str(tmp_path / "a.docx"))
    assert shown.exit_code == 2
    assert "назовите одну" in shown.stderr


def test_record_writes_in_place_and_once(run: Run, example: Path) -> None:
    file = example / "expertise.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    without = "".join(line for line in lines if "basis:" not in line and ": {" not in line)
    file.write_text(without, "utf-8")
    shown = run("checklist", str(example), "--record")
    assert "priozerye-2024: записано оснований – 33" in shown.stderr
    text = file.read_text("utf-8")
    assert text.count("    basis:\n") == 3
    assert text.startswith("# Самооценка")
    assert run("fmt", "--check", str(file)).exit_code == 0
    assert "записано оснований – 0" in run("checklist", str(example), "--record").stderr
