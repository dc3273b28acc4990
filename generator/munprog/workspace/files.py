"""From the paths of a command line to single YAML files, each with the section it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from munprog.model.build import FOLDERS, SECTIONS
from munprog.workspace.locate import program_folders

SUFFIXES = (".yaml", ".yml")


class NotYaml(Exception):
    """A file named on the command line is of another kind."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Это не файл YAML: {path}")
        self.path = path


def yaml_files(paths: Iterable[Path]) -> dict[Path, str]:
    """Every file that the paths name → its section, empty for a file that is none.

    A file stands for itself, a folder for the programmes in it, nothing at all for the current folder. Raises
    `NotYaml`, `PathMissing` and `NoPrograms`.
    """
    found: dict[Path, tuple[Path, str]] = {}
    for path in tuple(paths) or (Path(),):
        for file in (path,) if path.is_file() else _sections(path):
            if file.suffix not in SUFFIXES:
                raise NotYaml(file)
            found.setdefault(file.resolve(), (file, section_of(file)))
    return dict(found.values())


def section_of(file: Path) -> str:
    """The section of a programme that a file of this name holds, `sections/<name>` for one of a folder."""
    if file.suffix != ".yaml":
        return ""
    folder = file.resolve().parent.name
    if folder in FOLDERS:
        return f"{folder}/{file.stem}"
    return file.stem if file.stem in SECTIONS else ""


def _sections(path: Path) -> Iterator[Path]:
    for folder in program_folders((path,)):
        yield from (file for name in SECTIONS if (file := folder / f"{name}.yaml").is_file())
        for inner in FOLDERS:
            yield from sorted((folder / inner).glob("*.yaml"))
