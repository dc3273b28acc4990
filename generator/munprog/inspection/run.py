"""From the bytes of a DOCX to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from munprog.diagnostics import Finding, Place, Severity
from munprog.inspection.acts import Act, act_of
from munprog.inspection.checks import CHECKS
from munprog.inspection.document import Document
from munprog.inspection.faults import Case, Check, Fault
from munprog.inspection.package import Unreadable
from munprog.inspection.reading import read_document
from munprog.inspection.standard import Standard, in_force
from munprog.inspection.words import first_date

UNREADABLE = "FMT001"
_SHOWN = 3
_HEAD = 5


def inspect(
    data: bytes, *, file: str, standards: Sequence[Standard], checks: Iterable[Check] = CHECKS
) -> tuple[Finding, ...]:
    """What is wrong with the look of a document, in the order of the checks.

    Of several editions the one in force on the day of the document is taken. Whatever the bytes are, it is findings
    that come of them.
    """
    try:
        document = read_document(data)
    except Unreadable as error:
        place = Place(file)
        hint = "Откройте файл в Word и сохраните заново как «.docx»."
        return (Finding(UNREADABLE, Severity.ERROR, f"Документ не прочитан: {error}", place, hint),)
    act = act_of(document)
    standard = in_force(standards, day_of(document, act))
    case = Case(document, act, standard)
    faults = [fault for check in checks for fault in check(case)]
    return tuple(_findings(faults, standard, file))


def day_of(document: Document, act: Act) -> date | None:
    """The day of the act, or of the one that the document is an appendix to."""
    head = document.filled[act.kind_at : act.kind_at + _HEAD] if act.kind_at >= 0 else ()
    labels = (" ".join(label.under) for label in act.labels)
    return next(
        (day for text in (*labels, *(one.plain for one in head if len(one.plain) < 120)) if (day := first_date(text))),
        None,
    )


def _findings(faults: Iterable[Fault], standard: Standard, file: str) -> Iterator[Finding]:
    """Faults that are alike become one finding that names the first places of many."""
    alike: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        alike.setdefault((fault.code, fault.message), []).append(fault)
    for (code, message), found in alike.items():
        severity = standard.severity(found[0].requirement)
        if severity:
            basis = standard.basis(found[0].requirement)
            yield Finding(code, severity, message + _others(found), _place(found[0], file), found[0].hint, basis)


def _others(found: Sequence[Fault]) -> str:
    if len(found) == 1:
        return ""
    named = "; ".join(_where(one) for one in found[1 : 1 + _SHOWN])
    return f" (и ещё мест: {len(found) - 1} – {named}{'; …' if len(found) > _SHOWN + 1 else ''})"


def _where(fault: Fault) -> str:
    return fault.where or (fault.at.where if fault.at else "")


def _place(fault: Fault, file: str) -> Place:
    if fault.at is None:
        return Place(file, where=fault.where)
    text = fault.at.text.replace("\n", " ")
    start, end = fault.part or (len(text) - len(text.lstrip()), len(text.rstrip()))
    number = fault.at.number
    return Place(file, number, start + 1, number, max(end, start + 1) + 1, text, _where(fault))
