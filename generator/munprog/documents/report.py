"""The yearly report on how the programme went: text, plan against fact, conclusions (R-DOC-8)."""

from __future__ import annotations

from dataclasses import replace

from munprog.documents.pieces import RunningText
from munprog.documents.program import body_of
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.casing import small
from munprog.model.profile import DocumentLayout
from munprog.model.quotation import quoted


def all_reports(view: View, document: DocumentLayout) -> tuple[DocumentLayout, ...]:
    """A document for each year that was reported on: `report-2024`."""
    kept = {name: value for name, value in document.__dict__.items() if name != "id"}
    return tuple(DocumentLayout(id=f"{document.id}-{one.slug}", **kept) for one in view.program.monitoring)


def report_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """organ, heading, title: str; body: RunningText; signatories: [{position, name}]."""
    report = next(one for one in view.program.monitoring if document.id.endswith(f"-{one.slug}"))
    general = view.program.general
    genitive = forms_of(general.kind).genitive
    whose = f"муниципальной {genitive}" if general.kind == "программа" else small(genitive)
    body = body_of(replace(view, report=report), document)
    head = general.authority.head
    return {
        "organ": general.authority.name,
        "heading": "ОТЧЁТ",
        "title": f"о ходе реализации {whose} {quoted(general.title)} {report.printed}",
        "body": RunningText(body.pieces, body.numbers),
        "signatories": [{"position": head.position, "name": head.name}],
    }
