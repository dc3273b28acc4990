"""expertise.yaml: what experts answered to the questions of the checklists, and their conclusion (R-EXP-1)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from munprog.model.item import Item

SELF = "самооценка"
EXTERNAL = "экспертиза"


class Member(Item):
    name: str
    position: str = ""


class Expert(Item):
    """A person with a `position`, or a group of `members`."""

    id: str
    name: str
    kind: str
    position: str = ""
    members: tuple[Member, ...] = ()


class Answer(Item):
    shorthand = "answer"

    answer: str
    comment: str = ""


class Review(Item):
    """The answers of one expert on one day, by question; `basis` holds prints of what each of them rests on."""

    expert: str
    kind: str
    date: datetime.date
    answers: Mapping[str, Answer]
    basis: Mapping[str, Mapping[str, str]]


class Expertise(Item):
    """The whole of expertise.yaml."""

    experts: tuple[Expert, ...]
    reviews: tuple[Review, ...]
    agreed: Mapping[str, Answer]
    date: datetime.date | None = None
    conclusion: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()

    def expert(self, id: str) -> Expert | None:
        return next((one for one in self.experts if one.id == id), None)

    def name(self, id: str) -> str:
        """The name of an expert; an id that names nobody is printed as it is."""
        expert = self.expert(id)
        return expert.name if expert else id
