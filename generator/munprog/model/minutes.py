"""minutes/*.yaml: the minutes of one meeting (R-DOC-5; G-PRT-1…6)."""

from __future__ import annotations

import datetime

from munprog.model.blocks import Blocks, Clause
from munprog.model.casing import capital
from munprog.model.dates import format_date
from munprog.model.details import ApprovalBlock
from munprog.model.item import Item
from munprog.model.order import Signatory


class Participant(Item):
    """Who chairs the meeting or keeps its minutes."""

    name: str
    position: str = ""


class AgendaItem(Item):
    """A question of the agenda; `speakers` stand in the nominative."""

    text: str
    speakers: tuple[str, ...] = ()


class Speech(Item):
    """What somebody said in the discussion."""

    speaker: str
    text: str


class Hearing(Item):
    """What was heard on one item of the agenda and what was decided.

    `item` is its number, 0 where it is that of its place; `speakers` stand in the accusative («слушали Озерову А. В.»).
    """

    item: int = 0
    speakers: tuple[str, ...] = ()
    blocks: Blocks = ()
    discussion: tuple[Speech, ...] = ()
    decided: tuple[Clause, ...] = ()
    vote: str = ""


class Decision(Item):
    """One decision on the whole agenda; `levels` are the marks of its clauses."""

    clauses: tuple[Clause, ...]
    lead: str = ""
    levels: tuple[str, ...] = ()


class Minutes(Item):
    """The whole of one file.

    `title` is a genitive («заседания рабочей группы»), `until` the last day of a meeting of several. `present_count`
    stands where the list of those present is attached; `signatories` replace the signatures of chair and secretary.
    """

    title: str
    date: datetime.date
    agenda: tuple[AgendaItem, ...]
    heard: tuple[Hearing, ...] = ()
    body: str = ""
    until: datetime.date | None = None
    number: str = ""
    place: str = ""
    chair: Participant | None = None
    secretary: Participant | None = None
    present: tuple[str, ...] = ()
    present_count: int = 0
    invited: tuple[str, ...] = ()
    decided: Decision | None = None
    attachments: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    approval_blocks: tuple[ApprovalBlock, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file, without the ending."""
        return str(self.path[0]).partition("/")[2] if self.path else ""

    @property
    def days(self) -> str:
        """The day of the meeting, or the first and the last (G-R10-1)."""
        first = format_date(self.date)
        return f"{first} – {format_date(self.until)}" if self.until else first

    def item_of(self, at: int) -> int:
        """The item of the agenda that the hearing `at` (from 0) is on."""
        return self.heard[at].item or at + 1

    @property
    def signed(self) -> tuple[Signatory, ...]:
        """Who signs: as given, else the chair and the secretary (G-PRT-6)."""
        pairs = ((self.chair, "Председатель"), (self.secretary, "Секретарь"))
        return self.signatories or tuple(
            Signatory(position=capital(one.position) or post, name=one.name) for one, post in pairs if one
        )
