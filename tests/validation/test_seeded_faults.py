"""Faults of sense, seeded into the example one by one (seeded_faults.yaml): each gives its finding and no other."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from munprog import source
from munprog.diagnostics import Finding
from munprog.validation import validate
from munprog.workspace import find
from tests.wording import assert_well_told

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "programs" / "priozerye-2024"
PROGRAM = Path("programs/priozerye-2024")
MARK = "‸"
READ = source.read(HERE / "seeded_faults.yaml", name="seeded_faults.yaml")
DATA: Any = READ.data


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / PROGRAM)
    monkeypatch.chdir(tmp_path)
    return PROGRAM


def test_the_table_can_be_read() -> None:
    assert READ.findings == ()
    assert len(DATA["faults"]) > 40


@pytest.mark.parametrize("fault", DATA["faults"], ids=lambda fault: fault["title"])
def test_one_fault_one_finding(program: Path, fault: dict[str, str]) -> None:
    seed(program / fault["file"], fault)
    findings = found()
    assert [(one.code, spot(one)) for one in findings] == [(fault["code"], fault["at"])]
    assert_well_told(findings[0])


@pytest.mark.parametrize("change", DATA["silence"], ids=lambda change: change["title"])
def test_silence(program: Path, change: dict[str, str]) -> None:
    seed(program / change["file"], change)
    assert [(one.code, one.message) for one in found()] == []


def seed(path: Path, change: dict[str, str]) -> None:
    """The first `old` behind `after` becomes `new`."""
    text = path.read_text("utf-8")
    start = text.index(change["old"], text.index(change.get("after", "")))
    path.write_text(text[:start] + change["new"] + text[start + len(change["old"]) :], "utf-8")


def spot(finding: Finding) -> str:
    """File and line of a finding as a reader sees it, with a mark where it stands."""
    place = finding.place
    line = Path(place.file).read_text("utf-8").splitlines()[place.line - 1]
    marked = f"{line[: place.column - 1]}{MARK}{line[place.column - 1 :]}".strip()
    return f"{Path(place.file).relative_to(PROGRAM).as_posix()}: {marked if len(marked) < 60 else marked[:59] + '…'}"


def found() -> tuple[Finding, ...]:
    return validate(find([Path("programs")])).findings
