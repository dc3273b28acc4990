"""How runs end: exit codes, and one line instead of a traceback."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from munprog import __version__
from munprog.cli import outcome
from munprog.diagnostics import Finding, Place, Severity

from .conftest import Rooms, Run

DEFECT = re.compile(r"Сбой munprog\. Это наша ошибка, а не ваша: пришлите разработчикам журнал (.+)\n")


def finding(severity: Severity) -> Finding:
    return Finding("GOA001", severity, "Не так", Place("goals.yaml"))


@pytest.mark.parametrize(
    ("severities", "usual", "strict"),
    [
        ((), 0, 0),
        ((Severity.NOTE,), 0, 0),
        ((Severity.NOTE, Severity.WARNING), 0, 1),
        ((Severity.WARNING, Severity.ERROR), 1, 1),
    ],
)
def test_exit_code_of_findings(severities: tuple[Severity, ...], usual: int, strict: int) -> None:
    findings = [finding(severity) for severity in severities]
    assert outcome.for_findings(findings) == usual
    assert outcome.for_findings(findings, strict=True) == strict


def test_a_defect_is_one_line_and_a_log(run: Run, rooms: Rooms) -> None:
    rooms.failure = ZeroDivisionError("секрет")
    shown = run("validate")
    assert (shown.exit_code, shown.stdout) == (3, "")
    said = DEFECT.fullmatch(shown.stderr)
    assert said
    log = Path(said[1]).read_text(encoding="utf-8")
    assert log.startswith(f"munprog {__version__}\nPython {sys.version.split()[0]}")
    assert "Platform " in log
    assert log.endswith("ZeroDivisionError: секрет\n")
    assert "Traceback (most recent call last):" in log


def test_the_same_defect_has_one_log(run: Run, rooms: Rooms) -> None:
    rooms.failure = ZeroDivisionError()
    first = run("validate").stderr
    rooms.failure = ZeroDivisionError()
    assert run("validate").stderr == first
    rooms.failure = KeyError("другое")
    assert run("validate").stderr != first


def test_a_log_that_cannot_be_kept_goes_to_a_temporary_folder(
    run: Run, rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    rooms.failure = RecursionError("глубоко")
    said = DEFECT.fullmatch(run("validate").stderr)
    assert said
    assert Path(said[1]).parent.parent == tmp_path


def test_a_log_that_cannot_be_written_at_all_is_said(
    run: Run, rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "state"))
    rooms.failure = RecursionError("глубоко")
    shown = run("validate")
    assert shown.exit_code == 3
    assert shown.stderr == (
        "Сбой munprog. Это наша ошибка, а не ваша; журнал записать не удалось. "
        "Сообщите разработчикам: RecursionError.\n"
    )


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupted_run(run: Run, rooms: Rooms, failure: BaseException) -> None:
    rooms.failure = failure
    shown = run("validate")
    assert (shown.exit_code, shown.stdout, shown.stderr.strip()) == (130, "", "Прервано.")


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file", "план.yaml"), "нет такого файла или папки: «план.yaml»."),
        (
            PermissionError(errno.EACCES, "Permission denied", "план.docx"),
            "нет доступа (возможно, файл открыт в другой программе): «план.docx».",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "на диске не осталось места."),
        (OSError(errno.EXDEV, "x", "a", None, "b"), "отказ операционной системы (EXDEV): «a» → «b»."),
        (OSError("x"), "отказ операционной системы (OSError)."),
    ],
)
def test_what_the_operating_system_refuses(run: Run, rooms: Rooms, failure: OSError, said: str) -> None:
    rooms.failure = failure
    shown = run("validate")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (2, "", f"Ошибка: {said}\n")


FLOOD = """
from munprog.cli import main, output
import munprog.cli.explain as explain
explain.command.callback = lambda code: [output.say("строка\\n" * 20000) for _ in range(9)] and 0
main(["explain"])
"""


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize("command", [["-c", FLOOD], ["-m", "munprog", "--help"]])
def test_a_reader_that_leaves_is_no_error(command: list[str]) -> None:
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    if command[0] == "-c":
        process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


def test_output_is_utf8_whatever_the_console_speaks() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run(
        [sys.executable, "-m", "munprog", "--help"], capture_output=True, env=environment, check=True
    )
    assert shown.stdout.decode("utf-8").startswith("Использование: munprog")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes streams otherwise on Windows")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_streams_closed_before_the_start(closed: str) -> None:
    shown = subprocess.run(
        f'"{sys.executable}" -m munprog explain IND004 {closed}', shell=True, capture_output=True, check=False
    )
    assert (shown.returncode, shown.stderr) == (0, b"")
