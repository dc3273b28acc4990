"""`git diff` of a DOCX shows its text."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "docx_text.py"


def sample(cost: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Об утверждении программы").add_run("\tПРОЕКТ\nс. Приозерье")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Мероприятие", "Сумма", "Курсы", cost), strict=True):
        cell.text = text
    table.cell(1, 0).add_paragraph("Стажировки")
    document.sections[0].header.paragraphs[0].text = "Верхний колонтитул"
    document.add_paragraph("Конец")
    package = io.BytesIO()
    document.save(package)
    return package.getvalue()


def printed(path: Path) -> str:
    run = subprocess.run([sys.executable, SCRIPT, path], capture_output=True, check=True)
    return run.stdout.decode()


def test_prints_paragraphs_tables_and_headers(tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(sample("70,5"))
    assert printed(path).splitlines() == [
        "[header1]",
        "Верхний колонтитул",
        "Об утверждении программы\tПРОЕКТ",
        "с. Приозерье",
        "| Мероприятие | Сумма |",
        "| Курсы / Стажировки | 70,5 |",
        "Конец",
    ]


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_says_why_a_file_cannot_be_read_or_prints_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(content)
    assert printed(path) in {"", "[not a DOCX: File is not a zip file]\n"}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_diff_shows_the_changed_row(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        run = subprocess.run(("git", *arguments), cwd=tmp_path, capture_output=True, check=True)
        return run.stdout.decode()

    git("init", "--quiet")
    git("config", "diff.docx.textconv", f'"{Path(sys.executable).as_posix()}" "{SCRIPT.as_posix()}"')
    shutil.copy(SCRIPT.parents[1] / ".gitattributes", tmp_path)
    path = tmp_path / "order.docx"
    path.write_bytes(sample("70,5"))
    git("add", ".")
    path.write_bytes(sample("71,5"))

    changes = [line for line in git("diff", "--no-color").splitlines() if line[:2] in {"-|", "+|"}]

    assert changes == ["-| Курсы / Стажировки | 70,5 |", "+| Курсы / Стажировки | 71,5 |"]
