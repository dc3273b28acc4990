"""From the paths of a command line to the folders of programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

PROGRAMS = "programs"
MAIN = "program.yaml"
"""The one section that is always there; its presence makes a folder a programme."""


class PathMissing(Exception):
    """A path of the command line does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Нет такого файла или папки: {path}")
        self.path = path


class NoPrograms(Exception):
    """No programme was found where one was looked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        where = ", ".join(f"«{path}»" for path in paths)
        super().__init__(
            f"Не найдено ни одной программы: {where}. Программа – это папка с файлом {MAIN}; "
            "новую создаёт команда «munprog new»."
        )


def program_folders(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The programme folders that the paths name, each once, in order of name within a path.

    A path may be a programme, a file inside one, a folder of programmes or a workspace. Without paths it is the
    current folder. Raises `PathMissing` and `NoPrograms`.
    """
    wanted = tuple(paths) or (Path(),)
    found: dict[Path, Path] = {}
    for path in wanted:
        if not path.exists():
            raise PathMissing(path)
        for folder in _folders(path):
            found.setdefault(folder.resolve(), folder)
    if not found:
        raise NoPrograms(wanted)
    return tuple(found.values())


def workspace_of(folder: Path) -> Path:
    """The workspace a programme belongs to: what holds its `programs/`, or else the folder around it."""
    parent = folder.resolve().parent
    return parent.parent if parent.name == PROGRAMS else parent


def _folders(path: Path) -> Iterator[Path]:
    if path.is_file():
        # The parents of a relative path end at the current folder, which may lie inside a programme itself.
        above = (*path.parents, *path.resolve().parents)
        inside = next((parent for parent in above if _is_programme(parent)), None)
        yield from (inside,) if inside else ()
    elif _is_programme(path):
        yield path
    elif (path / PROGRAMS).is_dir():
        yield from _children(path / PROGRAMS)
    else:
        yield from _children(path)


def _children(folder: Path) -> Iterator[Path]:
    for child in sorted(folder.iterdir()):
        if child.is_dir() and not child.name.startswith(".") and _is_programme(child):
            yield child


def _is_programme(folder: Path) -> bool:
    """A folder of `programs/` that holds sections but no program.yaml is a programme that lost it."""
    return (folder / MAIN).exists() or (folder.resolve().parent.name == PROGRAMS and any(folder.glob("*.yaml")))
