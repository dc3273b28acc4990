"""Where things are: programme folders, profiles and their inheritance, templates. Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from munprog import resources
from munprog.workspace.folder import ProgramFolder, read_folder
from munprog.workspace.locate import NoPrograms, PathMissing, program_folders, workspace_of

__all__ = ["NoPrograms", "PathMissing", "ProgramFolder", "Workspace", "find", "read_folder", "template_path"]


@dataclass(frozen=True, slots=True)
class Workspace:
    """The programmes that a command works on; `profile` overrides the one that each of them names."""

    folders: tuple[Path, ...]
    profile: str | None = None


def find(paths: Iterable[Path], *, profile: str | None = None) -> Workspace:
    """The programmes that the paths name. Raises `PathMissing` and `NoPrograms`."""
    return Workspace(program_folders(paths), profile)


def template_path(name: str, profile: str, folder: Path) -> Path | None:
    """A template: the workspace's for this profile, the workspace's, the tool's for this profile, the tool's."""
    if Path(name).name != name:
        return None
    roots = (workspace_of(folder) / "templates", resources.TEMPLATES)
    places = (place for root in roots for place in (root / profile, root))
    return next((path for place in places if (path := place / name).is_file()), None)
