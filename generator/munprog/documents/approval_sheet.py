"""The approval sheet (лист согласования): who looked the draft through, when, with what remarks (G-R21-2)."""

from __future__ import annotations

from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.profile import DocumentLayout
from munprog.model.quotation import quoted


def approval_sheet_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """title, subject: str; rows: [{number, position, name}]."""
    order = view.program.order
    return {
        "title": document.title,
        "subject": f"к проекту {forms_of(order.kind).genitive} {quoted(order.title)}" if order else "",
        "rows": [
            {"number": str(at), "position": one.position, "name": one.name}
            for at, one in enumerate(order.approvals if order else (), 1)
        ],
    }
