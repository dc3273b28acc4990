"""Checklists: the tool's own and those of the workspace, whose files go before the tool's of the same name."""

from __future__ import annotations

from pathlib import Path

from munprog import resources, source
from munprog.source import Source
from munprog.workspace.folder import shown

FOLDER = "checklists"


def read_checklists(workspace: Path) -> tuple[Source, ...]:
    """The file of every checklist, in order of name; what cannot be read carries its findings."""
    places = (resources.SCHEMAS / FOLDER, workspace / "schemas" / FOLDER)
    files = {path.name: path for folder in places for path in folder.glob("*.yaml")}
    return tuple(source.read(files[name], name=shown(files[name])) for name in sorted(files))
