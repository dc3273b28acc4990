"""From a valid programme to its documents in the output folder.

All documents are rendered before the first is written, so that a programme whose documents fail leaves the output
as it was. The manifest is written last: a build that was killed leaves files that do not agree with it, and the next
one renders them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from munprog.build.attested import attested
from munprog.build.content import digest, digest_of, tool_digest
from munprog.build.keeping import keep_pdf
from munprog.build.manifest import NAME, Known, Made, announce, known, manifest, remove_stale
from munprog.build.refusals import dangling_references, no_template, tight_tables
from munprog.build.task import Outcome, Task
from munprog.diagnostics import Finding
from munprog.documents import DanglingReferences, Document, prepare
from munprog.layout.view import View
from munprog.rendering import Template, TemplateFault, parts_digest
from munprog.workspace import template_path
from munprog.workspace.writing import write_atomically


@dataclass(frozen=True, slots=True)
class _Ready:
    """A document and its bytes, None where those of the former build still serve; captions of tables that fit no
    sheet."""

    made: Made
    data: bytes | None
    tight: tuple[str, ...] = ()
    draft: bool = True


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document made in memory; `draft` is one that bears «ПРОЕКТ»."""

    made: Made
    data: bytes
    draft: bool


def rendered(task: Task) -> tuple[tuple[Rendered, ...], tuple[Finding, ...]]:
    """All documents of a programme, made anew, and what kept others from it."""
    ready, findings, _ = _all(task, {})
    made = tuple(Rendered(one.made, one.data, one.draft) for one in ready if one.data is not None)
    return made, tuple(dict.fromkeys(findings))


def make(task: Task, content: str) -> Outcome:
    """Render the stale documents of one programme, then write them. `content` is that of the task."""
    # What lies there is believed of drafts alone: a final document is made of what was signed, and of nothing else.
    former = None if task.agreed else known(task.output)
    ready, findings, warnings = _all(task, former.documents if former and not task.force else {})
    if findings:
        return Outcome(task.program.general.id, task.output, findings=tuple(dict.fromkeys(findings)))
    return _written(task, content, ready, former, warnings)


def _all(task: Task, former: Mapping[str, Made]) -> tuple[list[_Ready], list[Finding], list[Finding]]:
    """The documents, why others could not be made, and what is to be said of those that could."""
    ready: list[_Ready] = []
    findings: list[Finding] = []
    warnings: list[Finding] = []
    for document in prepare(View.of(task.program, task.profile, task.agreed)):
        try:
            one = _ready(task, document, former)
            ready.append(one)
            warnings += tight_tables(task.folder, document.layout, one.tight) if one.tight else ()
        except TemplateFault as error:
            findings += error.findings
        except DanglingReferences as error:
            findings += dangling_references(task.folder, error.references)
    return ready, findings, warnings


def _ready(task: Task, document: Document, former: Mapping[str, Made]) -> _Ready:
    layout = document.layout
    path = template_path(layout.template, task.profile.id, task.folder)
    if path is None:
        raise TemplateFault((no_template(layout),))
    source = path.read_bytes()
    draft = task.draft or not document.is_signed
    context = document.context(draft=draft)
    name, template = f"{layout.id}.docx", digest(source)
    made_of = digest_of(tool_digest(), context, sorted(layout.optional), document.title, template)
    same = former.get(name)
    if same and same.made_of == made_of and same.intact(task.output):
        return _Ready(same, None)
    tight: list[str] = []
    data = render(document, source, context, tight)
    # What there is to say of a document is said by each build: such a one is rendered again.
    made = Made(name, digest(data), parts_digest(data), template, "" if tight else made_of)
    return _Ready(made, data, tuple(tight), draft)


def render(document: Document, template: bytes, context: Mapping[str, object], tight: list[str]) -> bytes:
    """The DOCX; captions of tables that fit no sheet are added to `tight`. Raises `TemplateFault`."""
    layout = document.layout
    return Template.load(template, name=layout.template).render(
        context, optional=frozenset(layout.optional), properties={"title": document.title}, tight=tight
    )


def _written(task: Task, content: str, ready: list[_Ready], former: Known | None, warnings: list[Finding]) -> Outcome:
    id = task.program.general.id
    documents = tuple(one.made for one in ready)
    pdf = keep_pdf(task, former, documents)
    told = manifest(id, documents, task.inputs(), draft=task.draft, content=content, signed=attested(task), pdf=pdf)
    names = [*(one.name for one in documents), *(one.name for one in pdf)]
    announce(task.output, names)
    remove_stale(task.output, names)
    files = {one.made.name: one.data for one in ready} | {NAME: told}
    fresh = {name: data is not None and write_atomically(task.output / name, data) for name, data in files.items()}
    return Outcome(
        id,
        task.output,
        tuple(name for name, new in fresh.items() if new),
        tuple(name for name, new in fresh.items() if not new),
        tuple(warnings),
    )
