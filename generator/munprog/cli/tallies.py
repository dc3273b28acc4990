"""What a build did, in a line for each programme and one for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from munprog.build import Outcome
    from munprog.build.pdf import Pages


def told(done: Outcome) -> str:
    """One programme. A file is unchanged where its bytes are, whether or not it was rendered."""
    if not done.built:
        return f"{done.program}: не собрана, есть ошибки\n"
    # Imported here: help has no need of it.
    from munprog.workspace.folder import shown

    written, unchanged = _documents(done)
    return f"{done.program}: документов {written + unchanged}, {_counts(written, unchanged)} – {shown(done.output)}\n"


def told_pdf(pages: Pages) -> str:
    failed = f", не получилось {len(pages.findings)}" if pages.findings else ""
    total = pages.written + pages.unchanged + len(pages.findings)
    return f"{pages.output.name}: PDF {total}, {_counts(pages.written, pages.unchanged)}{failed}\n"


def summary(built: Sequence[Outcome], programs: int) -> str:
    """The last line of a build of several programmes."""
    if programs < 2:
        return ""
    counted = [_documents(done) for done in built if done.built]
    failed = programs - len(counted)
    counts = _counts(sum(written for written, _ in counted), sum(unchanged for _, unchanged in counted))
    return f"Собрано программ: {len(counted)}{f', не собрано: {failed}' if failed else ''}. Документов: {counts}.\n"


def _documents(done: Outcome) -> tuple[int, int]:
    """How many documents were written, and how many stood there already."""
    written, unchanged = (
        sum(1 for name in names if name.endswith(".docx")) for names in (done.written, done.unchanged)
    )
    return written, unchanged


def _counts(written: int, unchanged: int) -> str:
    return f"записано {written}, без изменений {unchanged}"
