"""Reading from the disk: what cannot be opened is a finding too."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from munprog.diagnostics import Place
from munprog.source import CODES, MAX_BYTES, read, read_text


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "п.yaml"
    path.write_bytes("\ufeffб: 1\r\n".encode())
    source = read(path, name="programs/п.yaml")
    assert (source.name, source.data, source.findings) == ("programs/п.yaml", {"б": 1}, ())
    assert source.place(("б",)).file == "programs/п.yaml"


def test_a_missing_file(tmp_path: Path) -> None:
    (finding,) = read(tmp_path / "нет.yaml", name="нет.yaml").findings
    assert (finding.code, finding.message) == ("SRC011", "Файл не открывается: файла нет")
    assert finding.place == Place("нет.yaml")


def test_a_folder(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, name="папка").findings
    assert (finding.code, finding.message) == ("SRC011", "Файл не открывается: это папка")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind")
def test_no_right_to_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")
    path.chmod(0)
    (finding,) = read(path, name="a.yaml").findings
    assert finding.message == "Файл не открывается: нет права на чтение"


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (PermissionError(13, "x"), "нет права на чтение"),
        (OSError(5, "Input/output error"), "ошибка системы 5"),
        (IsADirectoryError(21, "x"), "это папка"),
    ],
)
def test_errors_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError, reason: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise problem

    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")
    monkeypatch.setattr(Path, "open", fail)
    (finding,) = read(path, name="a.yaml").findings
    assert (finding.code, finding.message) == ("SRC011", f"Файл не открывается: {reason}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    os.mkfifo(path)
    (finding,) = read(path, name="a.yaml").findings
    assert finding.message == "Файл не открывается: это не обычный файл"


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(100 * MAX_BYTES)
    (finding,) = read(path, name="a.yaml").findings
    assert finding.code == "SRC007"


@pytest.mark.parametrize("enabled", [True, False])
@pytest.mark.parametrize("text", ["a: 1", "a: '"])
def test_the_collector_is_left_as_it_was(enabled: bool, text: str) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read_text(text, name="a.yaml")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_codes_are_listed_once() -> None:
    assert list(CODES) == sorted(set(CODES))
    assert all(code.startswith("SRC") for code in CODES)
