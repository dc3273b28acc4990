"""Running the command line, with rooms beneath it that say what a test wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from munprog.cli import main
from munprog.diagnostics import Finding, Waived
from munprog.validation import Checked

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    # Older releases of click mix the two streams unless told not to, newer ones know no such option.
    apart: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
    runner = CliRunner(**apart)
    return lambda *arguments: runner.invoke(main, arguments, terminal_width=80)


@dataclass
class Rooms:
    """What validation is to find, and what it was asked."""

    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    known: tuple[Finding, ...] = ()
    checked: tuple[Checked, ...] = ()
    programs: int = 1
    files: int = 11
    as_of: date | None = None
    failure: BaseException | None = None
    asked: list[object] = field(default_factory=list)

    def wanted(self, paths: Sequence[Path], *, profile: str | None = None) -> Rooms:
        self.asked += [tuple(paths), profile]
        return self

    def validate(self, workspace: Rooms, *, as_of: date | None = None) -> Rooms:
        assert workspace is self
        self.as_of = as_of
        if self.failure:
            raise self.failure
        return self


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Rooms:
    rooms = Rooms()
    monkeypatch.setattr("munprog.cli.programs.wanted", rooms.wanted)
    monkeypatch.setattr("munprog.validation.validate", rooms.validate)
    return rooms
