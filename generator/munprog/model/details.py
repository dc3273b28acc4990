"""What stands around a document's text: approval blocks and labels of appendices (ГОСТ Р 7.0.97-2025, 5.16–5.20)."""

from __future__ import annotations

import datetime

from munprog.model.item import Item
from munprog.model.order import Executor, Registration, Signatory


class CitedAct(Item):
    """An act that approves or has appendices; `issuer` stands in the genitive, blanks stand for what is not given."""

    kind: str
    issuer: str = ""
    date: datetime.date | None = None
    number: str = ""


class ApprovalBlock(Item):
    """УТВЕРЖДАЮ, УТВЕРЖДЕНО, СОГЛАСОВАНО, ПРИНЯТО or РАССМОТРЕНО: by a person, an act or a collegial body.

    УТВЕРЖДЕНО agrees with the kind of the document when it is printed; alone it means the act of order.yaml.
    """

    word: str
    position: str = ""
    name: str = ""
    date: datetime.date | None = None
    act: CitedAct | None = None
    body: str = ""
    text: str = ""
    minutes: Registration | None = None


class AppendixLabel(Item):
    """One label of a chain: «Приложение N» to the programme's own act, to another act, or to the programme.

    `form` is `к акту` («к приказу …»), `утверждено` («УТВЕРЖДЕНО приказом …») or `гриф`, the latter without the word
    «Приложение»; the profile has the usual one.
    """

    to: str = "акт"
    number: str = ""
    form: str = ""
    act: CitedAct | None = None


class TitlePage(Item):
    """A title page; without `authority` it bears the name of the programme's authority."""

    year: str
    place: str = ""
    authority: tuple[str, ...] = ()


class Drafting(Item):
    """What stands before the first part of a draft: when it was drawn up, and who signs as its developers."""

    signatories: tuple[Signatory, ...]
    date: datetime.date | None = None


class DocumentDetails(Item):
    """What one document of the programme bears beside its text."""

    approval_blocks: tuple[ApprovalBlock, ...] = ()
    labels: tuple[AppendixLabel, ...] = ()
    title_page: TitlePage | None = None
    contents: bool = False
    drafting: Drafting | None = None
    signatories: tuple[Signatory, ...] = ()
    executor: Executor | None = None
    electronic_signature: bool = False
    qr: str = ""
