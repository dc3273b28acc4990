"""What the documents of one act share: labels of appendices, dates and numbers or their blanks."""

from __future__ import annotations

from itertools import groupby

from munprog.documents.approval import cited, own_act
from munprog.documents.blanks import BLANK_DATE, BLANK_NUMBER
from munprog.documents.references import Numbers
from munprog.layout.view import View
from munprog.model.agreement import SEVERAL, forms_of
from munprog.model.blocks import Act
from munprog.model.dates import format_date
from munprog.model.details import AppendixLabel, DocumentDetails
from munprog.model.order import Attachment, Order
from munprog.model.quotation import quoted

_APPROVED = "утверждено"
_BLOCK = "гриф"


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
    """The labels in the right upper corner, one above another, the lines of each parted by line feeds (G-R19).

    Those that the programme gives for the document, else one for what is attached to the act.
    """
    given = details_of(view, document).labels
    if not given and attachment_of(view, document):
        given = (AppendixLabel(),)
    return ["\n".join(line for line in _label(view, document, one) if line) for one in given]


def details_of(view: View, document: str) -> DocumentDetails:
    return view.program.general.documents.get(document, DocumentDetails())


def kind_of(view: View, document: str) -> str:
    """The kind of the document that «утверждено» agrees with: as attached, as the programme, as it is titled."""
    attachment, layout = attachment_of(view, document), view.profile.document(document)
    if attachment:
        return attachment.kind
    if layout and layout.kind == "program":
        return view.program.general.kind
    return layout.title if layout else ""


def edited_by(editions: tuple[Act, ...]) -> str:
    """«(в ред. приказов от 01.03.2024 № 57, от 12.09.2024 № 203)»; empty where nothing was changed."""
    named = []
    for (kind, issuer), acts in groupby(editions, key=lambda one: (one.kind, one.issuer)):
        found = [f"от {format_date(act.date)} № {act.number}" for act in acts]
        several = SEVERAL.get(kind, "") if len(found) > 1 else ""
        parts = (several or forms_of(kind).genitive, issuer, ", ".join(found))
        named.append(" ".join(part for part in parts if part))
    return f"(в ред. {', '.join(named)})" if named else ""


def attachment_of(view: View, document: str) -> Attachment | None:
    attachments = view.program.order.attachments if view.program.order else ()
    return next((one for one in attachments if one.document == document), None)


def program_label(view: View, number: str) -> str:
    """«Приложение 2 к муниципальной программе «…»», in lines."""
    general = view.program.general
    dative = "муниципальной программе" if general.kind == "программа" else forms_of(general.kind).dative
    return "\n".join((_head(view, number), f"к {dative or general.kind} {quoted(general.title)}"))


def _label(view: View, document: str, label: AppendixLabel) -> list[str]:
    if label.to == "программа":
        return [program_label(view, label.number)]
    if label.act:
        number, instrumental, dative = label.number, cited(label.act), cited(label.act, "dative")
    else:
        number = label.number or appendix_numbers(view).get(("appendix", document), "")
        instrumental, dative = own_act(view), own_act(view, "dative")
    form = label.form or view.profile.appendices.form
    head = "" if form == _BLOCK else _head(view, number)
    if form in (_APPROVED, _BLOCK):
        return [head, forms_of(kind_of(view, document)).approved, *instrumental]
    return [head, *(f"к {line}" if at == 0 else line for at, line in enumerate(dative))]


def _head(view: View, number: str) -> str:
    sign = "№ " if view.profile.appendices.number_sign and number else ""
    return f"Приложение {sign}{number}".rstrip()
