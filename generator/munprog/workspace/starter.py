"""Starters: the files that a new programme of a profile begins with.

A starter is itself a programme, whose id, profile and title give way to those of the new one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from munprog import resources, source
from munprog.diagnostics import Finding, KeyPath
from munprog.source import Data, Source, texts
from munprog.source.canonical import canonical
from munprog.source.canonical.writing import write
from munprog.workspace.folder import shown
from munprog.workspace.locate import MAIN, PROGRAMS
from munprog.workspace.profiles import load_profile, profile_names

FOLDER = Path("templates", "new")
"""Where a workspace keeps its starters, one folder for each profile."""


class NoStarter(Exception):
    """Neither the profile nor one that it extends has a starter; `missing` names a profile that does not exist."""

    def __init__(self, profile: str, missing: str) -> None:
        super().__init__(profile)
        self.profile, self.missing = profile, missing


class FaultyStarter(Exception):
    """The starter, or a profile on the way to it, cannot be read."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class ProgramExists(Exception):
    """There is something already where the programme is to be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def find_starter(profile: str, workspace: Path) -> Path:
    """The folder of the starter: of the profile, or of the nearest one it extends that has any.

    The workspace's own go before the tool's. Raises `NoStarter` and `FaultyStarter`.
    """
    chain = load_profile(profile, workspace)
    above = [one.data.get("extends") for one in chain.sources if isinstance(one.data, dict)]
    for name in (profile, *above):
        for root in (workspace / FOLDER, resources.TEMPLATES / FOLDER.name):
            if chain.sources and isinstance(name, str) and (root / name / MAIN).is_file():
                return root / name
    findings = tuple(finding for one in chain.sources for finding in one.findings)
    raise FaultyStarter(findings) if findings else NoStarter(profile, chain.missing)


def profiles_with_starter(workspace: Path) -> tuple[str, ...]:
    return tuple(name for name in profile_names(workspace) if _has_starter(name, workspace))


def create(id: str, profile: str, workspace: Path, *, title: str = "") -> tuple[Path, ...]:
    """Make the folder of a new programme and return its files; without a title it keeps the starter's.

    The folder appears whole or not at all. Raises `ProgramExists`, `NoStarter`, `FaultyStarter` and `OSError`.
    """
    folder = workspace / PROGRAMS / id
    if folder.exists() or folder.is_symlink():
        raise ProgramExists(folder)
    files = dict(_files(find_starter(profile, workspace), id, profile, title))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-", ignore_cleanup_errors=True) as made:
        whole = Path(made) / id  # the temporary folder itself would keep its owner's eyes only
        for name, data in files.items():
            (whole / name).parent.mkdir(parents=True, exist_ok=True)
            (whole / name).write_bytes(data)
        whole.rename(folder)
    return tuple(folder / name for name in files)


def _has_starter(name: str, workspace: Path) -> bool:
    try:
        find_starter(name, workspace)
    except (NoStarter, FaultyStarter):
        return False
    return True


def _files(starter: Path, id: str, profile: str, title: str) -> Iterator[tuple[Path, bytes]]:
    """The files of the new programme by name. A link may lead anywhere, so none is followed."""
    main = _read(starter / MAIN)
    own = {("id",): id, ("profile",): profile}
    old = str(main.data["title"]) if isinstance(main.data, dict) and "title" in main.data else ""
    for path in sorted(starter.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        name = path.relative_to(starter)
        if path.suffix == ".yaml":
            changes = dict(_titled(_read(path).data, old, title)) if old and title else {}
            text = _changed(_read(path), changes | own if name == Path(MAIN) else changes)
            yield name, canonical(text, name=shown(path)).encode()
        else:
            yield name, path.read_bytes()


def _read(path: Path) -> Source:
    found = source.read(path, name=shown(path))
    if found.findings:
        raise FaultyStarter(found.findings)
    return found


def _titled(data: Data, old: str, new: str) -> Iterator[tuple[KeyPath, str]]:
    """Every text that names the programme, with its new title."""
    return ((path, text.replace(old, new)) for path, text in texts(data) if old in text)


def _changed(of: Source, changes: dict[KeyPath, str]) -> str:
    """The text of a file with other values in some places; the canonical form then drops needless quotes."""
    lines = of.text.content.split("\n")
    places = ((of.place(path), text) for path, text in changes.items())
    for place, text in sorted(places, key=lambda one: (one[0].line, one[0].column), reverse=True):
        if place.line == place.end_line:
            line = lines[place.line - 1]
            spelt = write(text, flow=True, key=False)
            lines[place.line - 1] = line[: place.column - 1] + spelt + line[place.end_column - 1 :]
    return "\n".join(lines)
