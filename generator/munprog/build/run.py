"""From a valid programme to its documents in the output folder.

All documents are rendered before the first is written, so that a programme whose documents fail leaves the output
as it was.
"""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from munprog.build.manifest import NAME, Built, digest, manifest
from munprog.build.refusals import dangling_references, no_template, tight_tables
from munprog.diagnostics import Finding
from munprog.documents import DanglingReferences, Document, prepare
from munprog.layout.view import View
from munprog.model.build import FOLDERS
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.rendering import Template, TemplateFault, parts_digest
from munprog.workspace import template_path
from munprog.workspace.writing import write_atomically

DRAFT = True
"""Nothing can be signed off yet, so every document is a draft."""


@dataclass(frozen=True, slots=True)
class Task:
    """One programme to build: what a worker needs, and no more."""

    folder: Path
    output: Path
    program: Program
    profile: Profile


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: the files of its output folder and which of them are new; no files where it failed."""

    program: str
    output: Path
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def build_all(tasks: Iterable[Task], *, jobs: int = 1) -> Iterator[Outcome]:
    """Build programmes in the order given, `jobs` at a time. Raises `OSError` where the output cannot be written."""
    ordered = tuple(tasks)
    if jobs <= 1 or len(ordered) <= 1:
        yield from map(build, ordered)
        return
    with ProcessPoolExecutor(min(jobs, len(ordered)), initializer=leave_interrupts) as pool:
        yield from pool.map(build, ordered)


def leave_interrupts() -> None:
    """Ctrl-C reaches workers too: it is the parent that ends the run, while they finish what they have begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def build(task: Task) -> Outcome:
    """Render and write every document of one programme."""
    built: list[Built] = []
    findings: list[Finding] = []
    warnings: list[Finding] = []
    for document in prepare(View.of(task.program, task.profile)):
        try:
            one, tight = _render(task, document)
            built.append(one)
            warnings += tight_tables(task.folder, document.layout, tight) if tight else ()
        except TemplateFault as error:
            findings += error.findings
        except DanglingReferences as error:
            findings += dangling_references(task.folder, error.references)
    if findings:
        return Outcome(task.program.general.id, task.output, findings=tuple(dict.fromkeys(findings)))
    files = {one.name: one.data for one in built}
    files[NAME] = manifest(task.program.general.id, tuple(built), _inputs(task.folder), draft=DRAFT)
    fresh = {name: write_atomically(task.output / name, data) for name, data in files.items()}
    return Outcome(
        task.program.general.id,
        task.output,
        tuple(name for name, new in fresh.items() if new),
        tuple(name for name, new in fresh.items() if not new),
        tuple(warnings),
    )


def _render(task: Task, document: Document) -> tuple[Built, list[str]]:
    """The document, and the captions of its tables that fit no sheet."""
    layout = document.layout
    path = template_path(layout.template, task.profile.id, task.folder)
    if path is None:
        raise TemplateFault((no_template(layout),))
    source = path.read_bytes()
    template = Template.load(source, name=layout.template)
    tight: list[str] = []
    data = template.render(
        document.context(draft=DRAFT),
        optional=frozenset(layout.optional),
        properties={"title": document.title},
        tight=tight,
    )
    return Built(f"{layout.id}.docx", data, parts_digest(data), digest(source)), tight


def _inputs(folder: Path) -> dict[str, str]:
    files = (*folder.glob("*.yaml"), *(path for inner in FOLDERS for path in folder.glob(f"{inner}/*.yaml")))
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}
