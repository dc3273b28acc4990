"""order.yaml: the act that approves the programme."""

from __future__ import annotations

import datetime

from munprog.model.blocks import Act, Clause
from munprog.model.item import Item


class Registration(Item):
    """Date and number of the act; blanks for hand filling where they are not given yet."""

    date: datetime.date | None = None
    number: str = ""


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


class Issuer(Item):
    """Who issues the act where it is not the authority of program.yaml; `genitive` follows the kind of the act."""

    name: str
    genitive: str
    superior: tuple[str, ...] = ()


class Order(Item):
    """The whole of order.yaml. `collegial` says that a collegial body issues the act; None leaves it to its kind."""

    kind: str
    title: str
    preamble: str
    clauses: tuple[Clause, ...]
    attachments: tuple[Attachment, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    registration: Registration = Registration()
    place: str = ""
    issuer: Issuer | None = None
    editions: tuple[Act, ...] = ()
    collegial: bool | None = None
    verb: str = ""
    levels: tuple[str, ...] = ()
    executor: Executor | None = None
    approvals: tuple[Approval, ...] = ()
