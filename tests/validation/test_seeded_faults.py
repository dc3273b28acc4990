"""Faults of sense, seeded into the examples one by one (seeded_faults.yaml): each gives its finding and no other."""

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
PROGRAMS = HERE.parents[1] / "programs"
EXAMPLE = "priozerye-2024"
MARK = "‸"
READ = source.read(HERE / "seeded_faults.yaml", name="seeded_faults.yaml")
DATA: Any = READ.data


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_table_can_be_read() -> None:
    assert READ.findings == ()
    assert len(DATA["faults"]) > 40


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("fault", DATA["faults"], ids=lambda fault: fault["title"])
def test_one_fault_one_finding(fault: dict[str, str]) -> None:
    program = seeded(fault)
    findings = found()
    assert [(one.code, spot(one, program)) for one in findings] == [(fault["code"], fault["at"])]
    assert_well_told(findings[0])


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("change", DATA["silence"], ids=lambda change: change["title"])
def test_silence(change: dict[str, str]) -> None:
    seeded(change)
    assert [(one.code, one.message) for one in found()] == []


def seeded(change: dict[str, str]) -> Path:
    """A copy of the programme, in which the first `old` behind `after` becomes `new`."""
    program = Path("programs") / change.get("program", EXAMPLE)
    shutil.copytree(PROGRAMS / program.name, program)
    path = program / change["file"]
    text = path.read_text("utf-8")
    start = text.index(change["old"], text.index(change.get("after", "")))
    path.write_text(text[:start] + change["new"] + text[start + len(change["old"]) :], "utf-8")
    return program


def spot(finding: Finding, program: Path) -> str:
    """File and line of a finding as a reader sees it, with a mark where it stands."""
    place = finding.place
    line = Path(place.file).read_text("utf-8").splitlines()[place.line - 1]
    marked = f"{line[: place.column - 1]}{MARK}{line[place.column - 1 :]}".strip()
    return f"{Path(place.file).relative_to(program).as_posix()}: {marked if len(marked) < 60 else marked[:59] + '…'}"


def found() -> tuple[Finding, ...]:
    return validate(find([Path("programs")])).findings
