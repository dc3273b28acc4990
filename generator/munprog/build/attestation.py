"""Documents in hand against those that come from signed content.

Nothing in the folder is believed, its manifest least of all: documents are made anew and compared part by part.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from munprog import __version__
from munprog.build.attested import attested
from munprog.build.content import digest
from munprog.build.making import Rendered, rendered
from munprog.build.manifest import NAME
from munprog.build.task import Task
from munprog.diagnostics import Finding, Place, Severity
from munprog.rendering import TemplateFault, parts_digest
from munprog.rendering.archive import is_plain_package, read_package
from munprog.workspace.folder import shown

_PLACEHOLDERS = (".gitkeep", ".gitignore")
_NO_SUCH = "такого документа у программы нет"
_AGAIN = "Соберите документы заново: munprog build --final."


@dataclass(frozen=True, slots=True)
class Attested:
    """A programme whose documents may lie in an output folder; `task` is None where its content is not signed."""

    program: str
    task: Task | None


def attest(programs: Mapping[str, Attested], output: Path) -> dict[str, list[Finding]]:
    """Program → every file of its folder that is no document of its signed content; "" has those of no programme."""
    single = next((id for id in programs if not (output / id).is_dir() and output.resolve().name == id), None)
    folders = {single: output} if single else {id: output / id for id in programs}
    found = {id: list(_of_program(programs[id], folder)) for id, folder in folders.items() if folder.is_dir()}
    if not single:
        own = {folder.name for folder in folders.values()}
        rest = [path for path in _files(output) if path.relative_to(output).parts[0] not in own]
        found[""] = [_foreign(path, "не относится ни к одной программе") for path in rest]
    return found


def _of_program(of: Attested, folder: Path) -> Iterator[Finding]:
    files = [path for path in _files(folder) if path != folder / NAME]
    if of.task is None:
        yield from (_foreign(path, "содержание программы не согласовано") for path in files)
        return
    expected, faults = rendered(of.task)
    yield from faults
    by_name = {one.made.name: one for one in expected}
    for path in files:
        one = by_name.get(path.name) if path.parent == folder else None
        if one is None:
            pdf = path.suffix == ".pdf" and f"{path.stem}.docx" in by_name
            why = "PDF с содержанием не сверить: проверяйте DOCX, а PDF делайте из него" if pdf else _NO_SUCH
            yield _foreign(path, why)
        elif path.is_symlink() or not _same(path.read_bytes(), one):
            yield _foreign(path, "отличается от документа, который получается из согласованного содержания")
        elif one.draft:
            yield _foreign(path, "проект: сведения за год согласованием не охвачены", Severity.WARNING)
    yield from _manifest(of.task, by_name, folder)


def _files(folder: Path) -> list[Path]:
    """Every file below a folder; what links lead to is not followed."""
    return sorted(
        path
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir()) and path.name not in _PLACEHOLDERS
    )


def _same(data: bytes, one: Rendered) -> bool:
    """Whether a file holds the very parts of the document, and is nothing besides."""
    if data == one.data:
        return True
    try:
        read_package(data, file=one.made.name)
        return is_plain_package(data) and parts_digest(data) == one.made.parts
    except (TemplateFault, zipfile.BadZipFile, ValueError):
        return False


def _manifest(task: Task, expected: Mapping[str, Rendered], folder: Path) -> Iterator[Finding]:
    path = folder / NAME
    try:
        value: Any = json.loads(path.read_bytes())
        told = {name: (one["sha256"], one["parts"]) for name, one in value["documents"].items()}
        built = (value["draft"], value["program"], value["signed"])
        tool = str(value["tool"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        yield _wrong(path, "описи нет или она повреждена")
        return
    for name, one in expected.items():
        file = folder / name
        if not file.is_file():
            yield _wrong(path, f"нет документа {name}")
        elif told.get(name) != (digest(file.read_bytes()), one.made.parts):
            yield _wrong(path, f"о документе {name} сказано не то{_versions(tool)}")
    if told.keys() - expected.keys():
        yield _wrong(path, f"названы лишние документы: {', '.join(sorted(told.keys() - expected.keys()))}")
    if built != (False, task.program.general.id, attested(task)):
        yield _wrong(path, "о согласованном содержании сказано не то")


def _versions(tool: str) -> str:
    ours = f"munprog {__version__}"
    return "" if tool == ours else f" (собирал {tool}, а здесь {ours})"


def _foreign(path: Path, why: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("SGN017", severity, f"{path.name}: {why}", Place(shown(path)), _AGAIN)


def _wrong(path: Path, why: str) -> Finding:
    return Finding("SGN018", Severity.ERROR, f"{NAME}: {why}", Place(shown(path)), _AGAIN)
