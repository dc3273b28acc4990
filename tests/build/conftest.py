"""Programmes to build, and their output as it lies there."""

from __future__ import annotations

from pathlib import Path

from munprog.build import Task
from munprog.validation import validate
from munprog.workspace import find


def task_of(folder: Path, output: Path, *, force: bool = False) -> Task:
    (checked,) = validate(find([folder])).checked
    assert checked.program
    assert checked.profile
    return Task(folder, output, checked.program, checked.profile, force)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.exists() else {}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"«{old}» should stand once in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")
