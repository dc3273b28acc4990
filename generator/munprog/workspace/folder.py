"""A programme's folder → its sections as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from munprog import source
from munprog.model.build import FOLDERS, SECTIONS
from munprog.source import Source


@dataclass(frozen=True, slots=True)
class ProgramFolder:
    """`sources` are the sections by name (those of a folder as `<folder>/<file>`); `strays` are YAML with no place."""

    folder: Path
    name: str
    sources: Mapping[str, Source]
    strays: tuple[Path, ...]

    @property
    def id(self) -> str:
        return self.folder.resolve().name


def read_folder(folder: Path) -> ProgramFolder:
    """Read every section of a programme. Nothing here fails: a file that cannot be read carries its findings."""
    name = shown(folder)
    sources: dict[str, Source] = {}
    strays: list[Path] = []
    for path in sorted(folder.glob("*.y*ml")):
        if path.name == f"{path.stem}.yaml" and path.stem in SECTIONS:
            sources[path.stem] = source.read(path, name=f"{name}/{path.name}")
        elif path.suffix in (".yaml", ".yml"):
            strays.append(path)
    for inner in FOLDERS:
        held = folder / inner
        # Not glob(): it passes over a folder without rights, whose sections would be missing from the documents.
        for path in sorted(path for path in held.iterdir() if path.match("*.yaml")) if held.is_dir() else ():
            sources[f"{inner}/{path.stem}"] = source.read(path, name=f"{name}/{inner}/{path.name}")
    return ProgramFolder(folder, name, sources, tuple(strays))


def shown(path: Path) -> str:
    """How a path is called in findings: from the current folder where it lies below it, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
