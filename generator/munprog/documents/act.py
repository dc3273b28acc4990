"""What the documents of one act share: labels of appendices, dates and numbers or their blanks."""

from __future__ import annotations

from munprog.documents.references import Numbers
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.dates import format_date
from munprog.model.order import Attachment, Order

BLANK_DATE = "«____» __________ 20___ г."
BLANK_NUMBER = "_______"
SHORT_BLANKS = "от ____________ № ______"
"""A line of the appendix label must not be longer than eight centimetres (G-CHG-6)."""


def act_date(order: Order) -> str:
    """The date of the act, or a blank for hand filling (G-R10-2)."""
    return format_date(order.registration.date) if order.registration.date else BLANK_DATE


def act_number(order: Order) -> str:
    return f"№ {order.registration.number or BLANK_NUMBER}"


def appendix_numbers(view: View) -> Numbers:
    """What `[[приложение:…]]` resolves to; a single appendix bears no number (G-R19-4)."""
    attachments = view.program.order.attachments if view.program.order else ()
    if len(attachments) == 1:
        return {("appendix", attachments[0].document): ""}
    return {("appendix", one.document): str(at) for at, one in enumerate(attachments, 1)}


def appendix_label(view: View, document: str) -> list[str]:
    """The lines in the right upper corner: Приложение N, УТВЕРЖДЕНА приказом …, от … № … (G-R16-3, G-R19)."""
    order = view.program.order
    attachment = attachment_of(view, document)
    if order is None or attachment is None:
        return []
    number = appendix_numbers(view)["appendix", document]
    forms = forms_of(attachment.kind)
    return [
        f"Приложение {number}".rstrip(),
        *([forms.approved] if forms.approved else []),
        f"{forms_of(order.kind).instrumental} {view.program.general.authority.genitive}",
        f"от {act_date(order)} {act_number(order)}" if order.registration.date else SHORT_BLANKS,
    ]


def attachment_of(view: View, document: str) -> Attachment | None:
    attachments = view.program.order.attachments if view.program.order else ()
    return next((one for one in attachments if one.document == document), None)
