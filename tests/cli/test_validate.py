"""`munprog validate`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from munprog.diagnostics import Finding, Place, Severity, Waived

from .conftest import Rooms, Run

WARNING = Finding("GOA001", Severity.WARNING, "Не так", Place("goals.yaml", 3, 1, 3, 5, "goal: 1"), "Исправьте.")
ERROR = Finding("FIN001", Severity.ERROR, "Плохо", Place("finance.yaml", 2, 1, 2, 5))


def test_findings_go_to_stdout(run: Run, rooms: Rooms) -> None:
    rooms.findings = (WARNING,)
    shown = run("validate")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == (
        "goals.yaml:3:1: GOA001 предупреждение: Не так\n"
        "  3 | goal: 1\n"
        "    | ^^^^\n"
        "  Подсказка: Исправьте.\n"
        "\n"
        "Проверено программ: 1, файлов: 11. Предупреждений: 1.\n"
    )


def test_errors_and_with_strict_warnings_fail(run: Run, rooms: Rooms) -> None:
    rooms.findings = (WARNING,)
    assert run("validate", "--strict").exit_code == 1
    rooms.findings = (WARNING, ERROR)
    assert run("validate").exit_code == 1


def test_json(run: Run, rooms: Rooms) -> None:
    rooms.findings = (WARNING, ERROR)
    shown = run("validate", "--format", "json")
    assert shown.exit_code == 1
    assert [one["code"] for one in json.loads(shown.stdout)["findings"]] == ["FIN001", "GOA001"]


def test_paths_and_profile_are_handed_on(run: Run, rooms: Rooms, tmp_path: Path) -> None:
    (tmp_path / "primer").mkdir()
    run("validate", "primer", ".", "--profile", "komi-2023")
    assert rooms.asked == [(Path("primer"), Path()), "komi-2023"]


def test_waivers_are_judged_by_today_or_the_day_given(run: Run, rooms: Rooms) -> None:
    before = date.today()
    run("validate")
    assert rooms.as_of is not None
    assert before <= rooms.as_of <= date.today()
    run("validate", "--as-of", "31.12.2026")
    assert rooms.as_of == date(2026, 12, 31)
    refused = run("validate", "--as-of", "30.02.2026")
    assert refused.exit_code == 2
    assert refused.stderr.endswith("Ошибка: параметр --as-of: «30.02.2026» – не дата; дата пишется так: 31.12.2026.\n")


def test_waived_findings_do_not_fail(run: Run, rooms: Rooms) -> None:
    rooms.waived = (Waived(ERROR, "Так решено", date(2026, 12, 31), Place("finance.yaml", 1)),)
    shown = run("validate", "--strict")
    assert (shown.exit_code, shown.stdout) == (0, "Проверено программ: 1, файлов: 11. Замечаний нет. Исключений: 1.\n")
    assert "  Причина: Так решено\n" in run("validate", "--show-waived").stdout


def test_a_report_can_go_to_a_file(run: Run, rooms: Rooms, tmp_path: Path) -> None:
    rooms.findings = (WARNING,)
    shown = run("validate", "--output", "отчёт.txt")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "Отчёт: отчёт.txt\n")
    assert (tmp_path / "отчёт.txt").read_text("utf-8") == run("validate").stdout
    run("validate", "--format", "sarif", "--output", "отчёт.sarif")
    assert (tmp_path / "отчёт.sarif").read_text("utf-8") == run("validate", "--format", "sarif").stdout


def test_rules_of_sarif_carry_their_help(run: Run, rooms: Rooms) -> None:
    rooms.findings = (ERROR,)
    (rule,) = json.loads(run("validate", "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"]
    assert rule["help"]["text"].endswith("Подробнее: munprog explain FIN001")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--format xlsx", "таблице нужен файл: добавьте --output отчёт.xlsx."),
        (
            "--format json --summary",
            "--summary не для --format json: сводка в таком отчёте есть всегда или не бывает.",
        ),
        (
            "--format sarif --show-waived",
            "--show-waived не для --format sarif: исключения там показаны без него или не бывают.",
        ),
        ("--summary --show-waived", "--summary показывает только сводку: --show-waived с ней ничего не изменит."),
        (
            "--baseline список.yaml --write-baseline новый.yaml",
            "--baseline и --write-baseline вместе не пишут: список составляется из всех находок.",
        ),
    ],
)
def test_options_that_would_do_nothing_are_refused(run: Run, tmp_path: Path, options: str, said: str) -> None:
    (tmp_path / "список.yaml").touch()
    shown = run("validate", *options.split())
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr.endswith(f"Ошибка: {said}\n")


@pytest.fixture
def region(example: Path) -> Path:
    """Two programmes: the example, and a copy of it under another name, which is an error."""
    shutil.copytree(example, example.parent / "kopiya")
    return example.parents[1]


def files(folder: Path) -> int:
    return len(list(folder.rglob("*.yaml")))


def test_a_region_has_its_summary(run: Run, region: Path) -> None:
    table = (
        "программа                ошибок  предупреждений  замечаний\n"
        "programs/kopiya               1               0          0\n"
        "programs/priozerye-2024       0               0          0\n"
        "\n"
        f"Проверено программ: 2, файлов: {files(region)}. Ошибок: 1.\n"
    )
    assert run("validate", "--summary").stdout == table
    whole = run("validate")
    assert (whole.exit_code, whole.stdout.startswith("programs/kopiya/program.yaml:")) == (1, True)
    assert whole.stdout.endswith(table)
    told = json.loads(run("validate", "--format", "json").stdout)["programs"]
    assert [(one["folder"], one["errors"]) for one in told] == [
        ("programs/kopiya", 1),
        ("programs/priozerye-2024", 0),
    ]


def test_a_region_as_a_workbook(run: Run, region: Path) -> None:
    assert run("validate", "--format", "xlsx", "--output", "a.xlsx").exit_code == 1
    book = openpyxl.load_workbook(region / "a.xlsx")
    assert book.sheetnames == ["Сводка", "Находки", "Исключения"]
    head, first, second = book["Сводка"].values
    assert head[:3] == ("Программа", "Название", "Ошибок")
    assert (first[0], first[2], second[0], second[2]) == ("programs/kopiya", 1, "programs/priozerye-2024", 0)
    assert list(book["Находки"].values)[1][:5] == ("programs/kopiya/program.yaml", 1, 5, "STR012", "ошибка")
    run("validate", "--format", "xlsx", "--summary", "--output", "b.xlsx")
    assert openpyxl.load_workbook(region / "b.xlsx").sheetnames == ["Сводка"]
    again = (region / "a.xlsx").read_bytes()
    run("validate", "--format", "xlsx", "--output", "a.xlsx")
    assert (region / "a.xlsx").read_bytes() == again


def test_old_findings_are_written_down_and_accepted(run: Run, region: Path) -> None:
    written = run("validate", "--write-baseline", "прежние.yaml")
    assert (written.exit_code, written.stderr) == (0, "Прежние находки: прежние.yaml, записано 1\n")
    assert "{code: STR012, item: program/id}" in (region / "прежние.yaml").read_text("utf-8")
    later = run("validate", "--baseline", "прежние.yaml")
    assert later.exit_code == 0
    assert later.stdout.endswith(". Замечаний нет. Прежних находок: 1.\n")


def test_editor_schemas_complete_the_ids_of_the_program(run: Run, example: Path) -> None:
    count = files(example)
    shown = run("validate", "--editor-schemas")
    assert shown.stdout == f"Проверено программ: 1, файлов: {count}. Замечаний нет.\n"
    assert shown.stderr == "Схемы для редактора: programs/priozerye-2024/.munprog\n"
    plan = json.loads((example / ".munprog" / "plan.schema.json").read_text("utf-8"))
    task = plan["$defs"]["common.link_task"]
    assert task["enum"] == ["управление", "кадры", "ресурсы", "сеть", "ученики"]
    assert len(task["enumDescriptions"]) == 5
    assert run("validate").stdout == shown.stdout


def test_colour_on_a_terminal_only(run: Run, rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms.findings = (WARNING,)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    plain = run("validate").stdout
    monkeypatch.setattr("munprog.cli.output.is_terminal", lambda: True)
    assert "\x1b[1;33mGOA001 предупреждение:\x1b[0m" in run("validate").stdout
    assert "\x1b" not in run("validate", "--format", "json").stdout
    monkeypatch.setenv("TERM", "dumb")
    assert run("validate").stdout == plain
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("validate").stdout == plain


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals on Windows")
def test_a_real_terminal_gets_colour_and_its_own_width() -> None:
    import pty

    program = (
        "from munprog.cli import reports\nfrom munprog.diagnostics import *\n"
        "place = Place('a.yaml', 1, 1, 1, 2, 'я' * 200)\n"
        "reports.show((Finding('SRC001', Severity.ERROR, 'Не так', place),), programs=1, files=1, format_='text')"
    )
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"COLUMNS": "50", "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
    subprocess.run([sys.executable, "-c", program], stdout=theirs, env=environment, check=True)
    os.close(theirs)
    lines = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)
    assert lines[0] == "\x1b[1ma.yaml:1:1\x1b[0m: \x1b[1;31mSRC001 ошибка:\x1b[0m Не так"
    assert lines[1] == "\x1b[2m  1 | \x1b[0m" + "я" * 42 + "…"
