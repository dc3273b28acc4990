"""The approval sheet (лист согласования): who looked the draft through, when, with what remarks (G-R21-2).

Of a final document it is the internal approval (внутреннее согласование) by those who have signed off its content:
their names and days, never an electronic signature.
"""

from __future__ import annotations

from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.dates import format_date
from munprog.model.profile import DocumentLayout
from munprog.model.quotation import quoted
from munprog.model.signoff import SignOff

_INTERNAL = "Внутреннее согласование"


def approval_sheet_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """title, subject, internal: str; rows: [{number, position, name, agreed}]."""
    order = view.program.order
    rows = _rows(view)
    return {
        "title": document.title,
        "subject": f"к проекту {forms_of(order.kind).genitive} {quoted(order.title)}" if order else "",
        "internal": _INTERNAL if view.agreed else "",
        "rows": [
            {"number": str(at), "position": position, "name": name, "agreed": agreed}
            for at, (position, name, agreed) in enumerate(rows, 1)
        ],
    }


def _rows(view: View) -> list[tuple[str, str, str]]:
    """Those whom the act names, each with the day of his sign-off, then the others who have signed."""
    named = view.program.order.approvals if view.program.order else ()
    days: dict[str, SignOff] = {one.name: one for one in view.agreed}
    listed = [(one.position, one.name, format_date(days[one.name].date) if one.name in days else "") for one in named]
    names = {one.name for one in named}
    return listed + [(one.position, one.name, format_date(one.date)) for one in view.agreed if one.name not in names]
