"""The municipal order: letterhead, title, preamble, nested clauses, signatures (R-DOC-1; G-R05…G-R25)."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.documents.act import act_date, act_number
from munprog.documents.pieces import RunningText
from munprog.documents.references import Numbers
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.agreement import VERBS
from munprog.model.general import Contacts
from munprog.model.numerals import mark
from munprog.model.order import Clause, Order
from munprog.model.profile import DocumentLayout

_LEVELS = ("1.", "1)", "а)", "–")
"""Marks of clauses by level: not more than four (G-R18-1)."""


def order_context(view: View, _: DocumentLayout) -> dict[str, object]:
    """superior, contacts, executor: [str]; clauses: RunningText; signatories: [{position, name}]; the rest texts."""
    order, authority = view.program.order, view.program.general.authority
    if order is None:
        raise ValueError("the order needs order.yaml")
    return {
        "superior": list(authority.superior),
        "authority": authority.name,
        "contacts": contact_lines(authority.contacts),
        "kind": order.kind.upper(),
        "date": act_date(order),
        "number": act_number(order),
        "place": order.place or authority.place,
        "title": order.title,
        "preamble": order.preamble,
        "verb": f"{order.verb.upper() or VERBS[order.kind]}:",
        "clauses": RunningText(tuple(_clauses(view, order.clauses, 0)), clause_numbers(order)),
        "signatories": [{"position": one.position, "name": one.name} for one in order.signatories or (authority.head,)],
        "executor": _executor(order),
    }


def clause_numbers(order: Order) -> Numbers:
    """What `[[пункт:…]]` resolves to: 3, 3.2, 3.2.а; a clause behind a dash bears the number of the one around it."""
    return {("clause", clause.id): number for number, clause in _numbered(order.clauses, "", 0) if clause.id}


def contact_lines(contacts: Contacts) -> list[str]:
    """Reference data of the organisation: address, phone and mail, codes (G-R08-1)."""
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


def _clauses(view: View, clauses: tuple[Clause, ...], level: int) -> Iterator[Paragraph]:
    style = Style.LIST_NESTED if level > 1 else Style.LIST
    for at, clause in enumerate(clauses, 1):
        yield Paragraph(f"{mark(_LEVELS[level], at)} {_words(view, clause)}", style)
        yield from _clauses(view, clause.clauses, min(level + 1, len(_LEVELS) - 1))


def _numbered(clauses: tuple[Clause, ...], above: str, level: int) -> Iterator[tuple[str, Clause]]:
    for at, clause in enumerate(clauses, 1):
        own = mark(_LEVELS[level], at).rstrip(".)–")
        number = ".".join(part for part in (above, own) if part)
        yield number, clause
        yield from _numbered(clause.clauses, number, min(level + 1, len(_LEVELS) - 1))


def _words(view: View, clause: Clause) -> str:
    """«Руководителям … (А. А. Иванова): обеспечить …»: addressee, person, lead, text.

    An addressee may be the id of a body: its dative is printed then.
    """
    body = view.program.bodies.get(clause.addressee)
    named = (body.dative or body.name) if body else clause.addressee
    addressee = f"{named} ({clause.person})" if clause.person else named
    return " ".join(part for part in (addressee, clause.lead, clause.text) if part)


def _executor(order: Order) -> list[str]:
    executor = order.executor
    return [part for part in (executor.name, executor.position, executor.phone) if part] if executor else []
