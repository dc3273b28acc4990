"""A new workspace: profiles, templates, starters and schemas copied in, settings of editor, git and CI."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from munprog import __version__, resources
from munprog.workspace import template_path
from munprog.workspace.locate import PROGRAMS
from munprog.workspace.profiles import FOLDER, find_profile, load_profile, profile_names
from munprog.workspace.starter import FOLDER as STARTERS
from munprog.workspace.writing import write_atomically

_INIT = "init"
_DOT = "_"
"""What stands for the dot of hidden files in the tool's own data: packers are apt to leave hidden files out."""
_OWN_SCHEMAS = ("report", "checklist-report", "differences", "baseline")
"""Schemas of what the tool prints: no editor asks for them."""
_COMPILED = "__pycache__"
"""What an installer or an interpreter leaves beside the tool's own data."""
_NOWHERE = Path("-", "-")
"""A folder that is no workspace: what is copied is the tool's own."""
_ALWAYS = ("opinion.docx",)
"""Templates of documents that no profile names."""


class NoProfile(Exception):
    """There is no profile of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class FilesExist(Exception):
    """Files stand already where those of the workspace are to be."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        super().__init__(f"{len(files)} files")
        self.files = files


def create_workspace(folder: Path, profile: str | None = None) -> tuple[Path, ...]:
    """Make a workspace and return its files; of all the tool's profiles, or of one and those it extends.

    Nothing that is there is changed. A new folder appears whole or not at all; in one that is there each file does,
    and those already written go again when another cannot be. Raises `NoProfile`, `FilesExist` and `OSError`.
    """
    files = contents(profile)
    taken = tuple(folder / name for name in files if (folder / name).exists() or (folder / name).is_symlink())
    if taken:
        raise FilesExist(taken)
    if folder.exists():
        _add(folder, files)
    else:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".init-", ignore_cleanup_errors=True) as made:
            _add(Path(made) / folder.name, files)
            (Path(made) / folder.name).rename(folder)
    return tuple(folder / name for name in files)


def contents(profile: str | None = None) -> Mapping[PurePosixPath, bytes]:
    """The files of a new workspace by name. Raises `NoProfile`."""
    names = _chain(profile) if profile else profile_names(_NOWHERE)
    shown = profile or next(iter(_with_starters(names)), names[0])
    found = {**dict(_settings(shown)), **dict(_schemas()), **dict(_of_profiles(names))}
    return dict(sorted(found.items()))


def _add(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    written: list[Path] = []
    try:
        for name, data in files.items():
            written.append(folder / name)
            write_atomically(folder / name, data)
        (folder / PROGRAMS).mkdir(exist_ok=True)
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise


def _chain(profile: str) -> tuple[str, ...]:
    """The profile and what it extends, all of them the tool's own."""
    chain = load_profile(profile, _NOWHERE)
    if not chain.readable:
        raise NoProfile(chain.missing or profile)
    return tuple(str(one.data["id"]) for one in chain.sources if isinstance(one.data, dict))


def _with_starters(names: tuple[str, ...]) -> Iterator[str]:
    return (name for name in names if (resources.TEMPLATES / STARTERS.name / name).is_dir())


def _settings(profile: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    source = resources.TEMPLATES / _INIT
    for path in _files(source):
        first, *rest = path.relative_to(source).parts
        name = PurePosixPath(f".{first[1:]}" if first.startswith(_DOT) else first, *rest)
        yield (
            name,
            path.read_bytes().replace(b"{profile}", profile.encode()).replace(b"{version}", __version__.encode()),
        )
    for path in _files(resources.EDITOR):
        yield PurePosixPath(".vscode", path.name), path.read_bytes()
    for path in _files(resources.CI):
        yield PurePosixPath("tools", "ci", *path.relative_to(resources.CI).parts), path.read_bytes()


def _schemas() -> Iterator[tuple[PurePosixPath, bytes]]:
    for path in sorted(resources.SCHEMAS.glob("*.schema.json")):
        if path.name.removesuffix(".schema.json") not in _OWN_SCHEMAS:
            yield PurePosixPath("schemas", path.name), path.read_bytes()


def _of_profiles(names: tuple[str, ...]) -> Iterator[tuple[PurePosixPath, bytes]]:
    templates = set(_ALWAYS)
    for name in names:
        path = find_profile(name, _NOWHERE)
        assert path
        yield PurePosixPath("schemas", FOLDER, path.name), path.read_bytes()
        data: dict[str, Any] = load_profile(name, _NOWHERE).merged()
        for document in data.get("documents", ()):
            found = template_path(str(document.get("template", "")), name, _NOWHERE)
            if found:
                templates.add(found.relative_to(resources.TEMPLATES).as_posix())
    for template in sorted(templates):
        yield PurePosixPath("templates", template), (resources.TEMPLATES / template).read_bytes()
    for name in _with_starters(names):
        for path in _files(resources.TEMPLATES / STARTERS.name / name):
            yield PurePosixPath("templates", path.relative_to(resources.TEMPLATES).as_posix()), path.read_bytes()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and _COMPILED not in path.parts)
