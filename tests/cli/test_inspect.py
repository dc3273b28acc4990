"""`munprog inspect`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.inspection.packages import SECTION, order, p

from .conftest import Run

NARROW = SECTION.replace('w:left="1701"', 'w:left="851"')


def test_documents_that_we_build_have_no_fault(run: Run, example: Path) -> None:
    """Nothing at error level, and of warnings only the blanks that are filled in by hand."""
    assert run("build", "--output", "output").exit_code == 0
    files = sorted(Path("output").rglob("*.docx"))
    assert len(files) == 4, example
    shown = run("inspect", *map(str, files), "--format", "json")
    assert shown.exit_code == 0, shown.output
    found = json.loads(shown.stdout)
    assert found["summary"]["files"] == 4
    assert [(one["code"], Path(one["file"]).name) for one in found["findings"]] == [("FMT020", "order.docx")]


def test_findings_in_words_and_the_exit_code(run: Run) -> None:
    Path("prikaz.docx").write_bytes(order(section=NARROW))
    shown = run("inspect", "prikaz.docx")
    assert (shown.exit_code, shown.stderr) == (1, "")
    assert shown.stdout == (
        "prikaz.docx: раздел 1: FMT003 ошибка: Поле левое – 15 мм, а нужно не меньше 20 мм "
        "(ГОСТ Р 7.0.97-2025; G-PAG-2)\n"
        "  Подсказка: «Макет → Поля → Настраиваемые поля», для всего документа.\n"
        "\n"
        "Проверено файлов: 1. Ошибок: 1.\n"
    )


def test_warnings_and_the_edition(run: Run) -> None:
    Path("prikaz.docx").write_bytes(order(signature=p("Начальник", "Normal"), executor=""))
    assert run("inspect", "prikaz.docx").exit_code == 0
    assert run("inspect", "--strict", "prikaz.docx").exit_code == 1
    assert run("inspect", "--standard", "gost-2016", "prikaz.docx").exit_code == 1


def test_a_profile_changes_the_demands(run: Run) -> None:
    Path("schemas/profiles").mkdir(parents=True)
    Path("schemas/profiles/kray.yaml").write_text(
        "id: kray\ntitle: Край\nextends: base\nformatting:\n  limits:\n    margin_left_mm: 10\n"
        "  requirements:\n    G-PAG-6: {level: O}\n",
        "utf-8",
    )
    Path("prikaz.docx").write_bytes(order(section=NARROW))
    shown = run("inspect", "--profile", "kray", "prikaz.docx")
    assert (shown.exit_code, shown.stdout) == (0, "Проверено файлов: 1. Замечаний нет.\n")
    assert "нет профиля «krai»" in run("inspect", "--profile", "krai", "prikaz.docx").stderr
