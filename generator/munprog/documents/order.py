"""The municipal order: letterhead, title, preamble, nested clauses, signatures (R-DOC-1; G-R05…G-R25)."""

from __future__ import annotations

from munprog.documents.act import act_date, act_number, edited_by
from munprog.documents.details import executor_lines
from munprog.documents.parts.shared import clauses
from munprog.documents.pieces import RunningText
from munprog.layout.pattern import fill, names_in
from munprog.layout.view import View
from munprog.model.agreement import verb
from munprog.model.blocks import LEVELS
from munprog.model.general import Contacts
from munprog.model.profile import DocumentLayout


def order_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """superior, contacts, executor: [str]; clauses: RunningText; signatories: [{position, name}]; the rest texts."""
    order, authority = view.program.order, view.program.general.authority
    if order is None:
        raise ValueError("the order needs order.yaml")
    issuer = order.issuer or authority
    in_line = document.registration == "строкой"
    levels = order.levels or document.levels or LEVELS
    return {
        "superior": list(issuer.superior),
        "authority": issuer.name,
        "contacts": [] if order.issuer else contact_lines(authority.contacts, document.contacts),
        "kind": order.kind.upper(),
        "date": f"от {act_date(order)} {act_number(order)}" if in_line else act_date(order),
        "number": "" if in_line else act_number(order),
        "place": order.place or authority.place,
        "title": order.title,
        "editions": edited_by(order.editions),
        "preamble": order.preamble,
        "verb": f"{order.verb.upper() or verb(order.kind, issuer.name, order.collegial)}:",
        "clauses": RunningText(tuple(clauses(view, order.clauses, levels))),
        "signatories": [{"position": one.position, "name": one.name} for one in order.signatories or (authority.head,)],
        "executor": executor_lines(order.executor),
    }


def contact_lines(contacts: Contacts, patterns: tuple[str, ...] = ()) -> list[str]:
    """Reference data of the organisation: address, phone and mail, codes (G-R08-1).

    `patterns` are the lines that a region has instead; a line that lacks one of its values is left out.
    """
    if patterns:
        known = {name: str(getattr(contacts, name)) for name in type(contacts).__annotations__}
        return [fill(line, known) for line in patterns if all(known.get(name) for name in names_in(line))]
    lines = (
        [contacts.address],
        [
            f"тел.: {contacts.phone}" if contacts.phone else "",
            f"e-mail: {contacts.email}" if contacts.email else "",
            contacts.site,
        ],
        [
            f"ОКПО {contacts.okpo}" if contacts.okpo else "",
            f"ОГРН {contacts.ogrn}" if contacts.ogrn else "",
            f"ИНН/КПП {contacts.inn}/{contacts.kpp}" if contacts.inn and contacts.kpp else "",
        ],
    )
    return [line for line in (", ".join(part for part in parts if part) for parts in lines) if line]
