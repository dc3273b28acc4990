"""order.yaml: the act that approves the programme."""

from __future__ import annotations

import datetime

from munprog.model.item import Item


class Registration(Item):
    """Date and number of the act; blanks for hand filling where they are not given yet."""

    date: datetime.date | None = None
    number: str = ""


class Clause(Item):
    """A clause: its own text, or an addressee and a lead with sub-clauses."""

    text: str = ""
    id: str = ""
    addressee: str = ""
    person: str = ""
    lead: str = ""
    clauses: tuple[Clause, ...] = ()


class Attachment(Item):
    """What the act approves: a document of the profile; `kind` is the word that «утвержден» agrees with."""

    document: str
    kind: str
    title: str


class Signatory(Item):
    position: str
    name: str


class Executor(Item):
    name: str
    phone: str = ""
    position: str = ""


class Approval(Item):
    """A line of the approval sheet."""

    position: str
    name: str
    body: str = ""


class Order(Item):
    """The whole of order.yaml."""

    kind: str
    title: str
    preamble: str
    clauses: tuple[Clause, ...]
    attachments: tuple[Attachment, ...]
    signatories: tuple[Signatory, ...] = ()
    registration: Registration = Registration()
    place: str = ""
    verb: str = ""
    executor: Executor | None = None
    approvals: tuple[Approval, ...] = ()
