"""A programme whose documents are what a build would make: found without rendering anything."""

from __future__ import annotations

from munprog.build.manifest import NAME, known, manifest
from munprog.build.task import DRAFT, Outcome, Task
from munprog.workspace.writing import remove_leftovers, write_atomically


def keep(task: Task) -> Outcome | None:
    """The outcome for a programme that is fresh; None for one that is to be built.

    Fresh is what was made of the very same content and lies there as it was written.
    """
    remove_leftovers(task.output)
    former = None if task.force else known(task.output)
    if former is None or former.content != task.content():
        return None
    documents = tuple(former.documents.values())
    if not all(one.made_of and one.intact(task.output) for one in documents):
        return None
    id = task.program.general.id
    # A comment changes what was read, though no document.
    told = manifest(id, documents, task.inputs(), draft=DRAFT, content=former.content)
    written = (NAME,) if write_atomically(task.output / NAME, told) else ()
    names = (*(one.name for one in documents), NAME)
    return Outcome(id, task.output, written, tuple(name for name in names if name not in written))
