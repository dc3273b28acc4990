"""What of a former build still serves: found without rendering anything."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from munprog.build.manifest import NAME, Converted, Known, Made, known, manifest
from munprog.build.task import Outcome, Task
from munprog.workspace.writing import remove_leftovers, write_atomically


def keep(task: Task, content: str) -> Outcome | None:
    """The outcome for a programme that is fresh; None for one that is to be built. `content` is that of the task.

    Fresh is what was made of the very same content and lies there as it was written.
    """
    remove_leftovers(task.output)
    # What lies there is believed of drafts alone: a final document is made of what was signed, and of nothing else.
    former = None if task.force or task.agreed else known(task.output)
    if former is None or former.content != content:
        return None
    documents = tuple(former.documents.values())
    if not all(one.made_of and one.intact(task.output) for one in documents):
        return None
    id = task.program.general.id
    # A comment changes what was read, though no document.
    pdf = keep_pdf(task, former, documents)
    told = manifest(id, documents, task.inputs(), draft=True, content=content, signed=former.signed, pdf=pdf)
    written = (NAME,) if write_atomically(task.output / NAME, told) else ()
    names = (*(one.name for one in documents), NAME)
    return Outcome(id, task.output, written, tuple(name for name in names if name not in written))


def keep_pdf(task: Task, former: Known | None, documents: Sequence[Made]) -> tuple[Converted, ...]:
    """The PDF of a former build that belong to these documents; the others would tell of what is no more, and go."""
    kept: list[Converted] = []
    for one in former.pdf.values() if former else ():
        if one.serves(documents) and one.intact(task.output):
            kept.append(one)
        elif one.name.endswith(".pdf"):
            with suppress(FileNotFoundError):
                (task.output / one.name).unlink()
    return tuple(kept)
