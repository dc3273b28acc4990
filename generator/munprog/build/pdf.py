"""PDF beside the documents, by LibreOffice: only those whose document has changed, several batches at a time."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from munprog.build.content import digest
from munprog.build.manifest import Converted, Made, known, record_pdf
from munprog.build.office import convert
from munprog.build.pdf_check import faults
from munprog.diagnostics import Finding, Place, Severity
from munprog.workspace.folder import shown
from munprog.workspace.writing import write_atomically

_STAGE = re.compile(r"munprog-pdf-(\d+)-\w+")
_LOOK = 0.5


@dataclass(frozen=True, slots=True)
class Wish:
    """PDF as they are wanted: of which kind, by which program, how many at a time."""

    office: Path
    archive: bool
    jobs: int
    force: bool = False


@dataclass(slots=True)
class Pages:
    """What became of the PDF of one output folder."""

    output: Path
    written: int = 0
    unchanged: int = 0
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Job:
    """A document to convert, with the bytes that its manifest tells of."""

    folder: Path
    document: Made
    data: bytes


def convert_all(outputs: Sequence[Path], wish: Wish, advanced: Callable[[int, int], None]) -> Iterator[Pages]:
    """Convert what is stale in these output folders; `advanced` is told how many are done, of how many."""
    pages = {folder: Pages(folder) for folder in outputs}
    kept: dict[Path, list[Converted]] = {folder: [] for folder in outputs}
    jobs: list[_Job] = []
    for folder in outputs:
        fresh, stale = _sorted_out(folder, wish)
        kept[folder] += fresh
        pages[folder].unchanged = len(fresh)
        jobs += stale
    made: dict[Path, dict[Converted, bytes]] = {folder: {} for folder in outputs}
    for job, result in _converted(jobs, wish, advanced):
        name = f"{Path(job.document.name).stem}.pdf"
        if isinstance(result, bytes):
            entry = Converted(name, digest(result), job.document.name, job.document.sha256, wish.archive)
            made[job.folder][entry] = result
        else:
            pages[job.folder].findings.append(result)
    for folder in outputs:
        _write(folder, kept[folder], made[folder])
        pages[folder].written = len(made[folder])
        yield pages[folder]


def _sorted_out(folder: Path, wish: Wish) -> tuple[list[Converted], list[_Job]]:
    """The PDF that still serve, and the documents to convert."""
    former = known(folder)
    fresh: list[Converted] = []
    stale: list[_Job] = []
    for document in former.documents.values() if former else ():
        pdf = former.pdf.get(f"{Path(document.name).stem}.pdf") if former else None
        if pdf and not wish.force and pdf.archive == wish.archive and pdf.serves((document,)) and pdf.intact(folder):
            fresh.append(pdf)
            continue
        data = (folder / document.name).read_bytes()
        # Another build at work may have put a newer one there: it will have its own turn.
        stale += [_Job(folder, document, data)] if digest(data) == document.sha256 else []
    return fresh, stale


def _write(folder: Path, kept: Sequence[Converted], made: Mapping[Converted, bytes]) -> None:
    """The manifest goes first: what it names and is not there is converted again, what it does not name would stay."""
    if made:
        record_pdf(folder, sorted((*kept, *made), key=lambda one: one.name))
    for entry, data in made.items():
        write_atomically(folder / entry.name, data)


def _converted(
    jobs: Sequence[_Job], wish: Wish, advanced: Callable[[int, int], None]
) -> Iterator[tuple[_Job, bytes | Finding]]:
    """Each document with its PDF, or with why there is none."""
    if not jobs:
        return
    with _stage() as stage:
        sources = {stage / f"{number:05}.docx": job for number, job in enumerate(jobs)}
        for source, job in sources.items():
            source.write_bytes(job.data)
        batches = [list(sources)[start :: wish.jobs] for start in range(min(wish.jobs, len(jobs)))]
        targets = {source: stage / f"out-{at}" for at, batch in enumerate(batches) for source in batch}
        failed = _run(batches, targets, wish, lambda done: advanced(done, len(jobs)))
        for source, job in sources.items():
            pdf = targets[source] / f"{source.stem}.pdf"
            yield job, _judged(job, failed.get(source), pdf, wish)


def _run(
    batches: Sequence[Sequence[Path]], targets: Mapping[Path, Path], wish: Wish, advanced: Callable[[int], None]
) -> dict[Path, str]:
    stop = Event()
    folders = [targets[batch[0]] for batch in batches]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(len(batches)) as pool:
        futures = [
            pool.submit(convert, wish.office, batch, folder, archive=wish.archive, stop=stop)
            for batch, folder in zip(batches, folders, strict=True)
        ]
        try:
            while wait(futures, _LOOK).not_done:
                advanced(sum(1 for folder in folders for _ in folder.glob("*.pdf")))
        finally:
            stop.set()
        return {source: reason for future in futures for source, reason in future.result().items()}


def _judged(job: _Job, failed: str | None, pdf: Path, wish: Wish) -> bytes | Finding:
    place = Place(shown(job.folder / job.document.name))
    if failed:
        return Finding(
            "BLD002",
            Severity.ERROR,
            f"Документ не переведён в PDF: {failed}",
            place,
            "Откройте документ в LibreOffice: если он открывается, повторите сборку, иначе поправьте шаблон.",
        )
    data = pdf.read_bytes()
    found = faults(data, archive=wish.archive)
    if found:
        return Finding(
            "BLD003",
            Severity.ERROR,
            f"PDF не записан, он не прошёл проверку: {'; '.join(found)}",
            place,
            "Возьмите в шаблоне шрифты, которые разрешено встраивать (PT Astra Serif, Liberation Serif), "
            "и обновите LibreOffice.",
            "ГОСТ Р ИСО 19005-1; E-PDF-3",
        )
    return data


@contextmanager
def _stage() -> Iterator[Path]:
    """A folder for the conversion, removed afterwards; those of runs that were killed go as well."""
    for path in Path(tempfile.gettempdir()).glob("munprog-pdf-*"):
        found = _STAGE.fullmatch(path.name)
        if found and not _alive(int(found[1])):
            shutil.rmtree(path, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"munprog-pdf-{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _alive(process: int) -> bool:
    if os.name == "nt":
        return True  # to ask is to end it there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
