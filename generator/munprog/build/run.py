"""From a valid programme to its documents in the output folder.

All documents are rendered before the first is written, so that a programme whose documents fail leaves the output
as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from munprog.build.manifest import NAME, Built, digest, manifest
from munprog.diagnostics import Finding, Place, Severity
from munprog.documents import context_of, documents_of
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout, Profile
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
    """What became of a task: the files of its output folder and which of them are new, or findings."""

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
    with ProcessPoolExecutor(min(jobs, len(ordered))) as pool:
        yield from pool.map(build, ordered)


def build(task: Task) -> Outcome:
    """Render and write every document of one programme."""
    view = View.of(task.program, task.profile)
    built: list[Built] = []
    findings: list[Finding] = []
    for document in documents_of(view):
        try:
            built.append(_render(task, view, document))
        except TemplateFault as error:
            findings += error.findings
    if findings:
        return Outcome(task.program.general.id, task.output, findings=tuple(findings))
    files = {one.name: one.data for one in built}
    files[NAME] = manifest(task.program.general.id, tuple(built), _inputs(task.folder), draft=DRAFT)
    fresh = {name: write_atomically(task.output / name, data) for name, data in files.items()}
    return Outcome(
        task.program.general.id,
        task.output,
        tuple(name for name, new in fresh.items() if new),
        tuple(name for name, new in fresh.items() if not new),
    )


def _render(task: Task, view: View, document: DocumentLayout) -> Built:
    path = template_path(document.template, task.profile.id, task.folder)
    if path is None:
        raise TemplateFault((_no_template(document),))
    source = path.read_bytes()
    template = Template.load(source, name=document.template)
    data = template.render(
        context_of(view, document, draft=DRAFT), properties={"title": f"{document.title}: {task.program.general.title}"}
    )
    return Built(f"{document.id}.docx", data, parts_digest(data), digest(source))


def _inputs(folder: Path) -> dict[str, str]:
    files = (*folder.glob("*.yaml"), *folder.glob("sections/*.yaml"))
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def _no_template(document: DocumentLayout) -> Finding:
    return Finding(
        "BLD001",
        Severity.ERROR,
        f"Для документа «{document.title}» нет шаблона {document.template}",
        Place(f"templates/{document.template}"),
        "Положите шаблон в папку templates или поправьте ключ template в профиле.",
    )
