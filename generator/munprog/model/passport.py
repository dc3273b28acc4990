"""passport.yaml: what stands nowhere else, and rows given by hand; the rest of the passport is derived."""

from __future__ import annotations

from collections.abc import Mapping

from munprog.model.item import Item
from munprog.model.numerals import mark


class Control(Item):
    bodies: tuple[str, ...]
    text: str = ""


class RowText(Item):
    """A row given by hand: a line that leads to its items, and the marks of these (none – paragraphs)."""

    items: tuple[str, ...]
    lead: str = ""
    style: str = ""

    shorthand = "items"

    @property
    def lines(self) -> tuple[str, ...]:
        marked = tuple(f"{mark(self.style, at)} {text}" for at, text in enumerate(self.items, 1))
        return (*((self.lead,) if self.lead else ()), *(marked if self.style else self.items))


class Passport(Item):
    """The whole of passport.yaml; developers, executors, control and all others name bodies by id (R-PAS-4).

    A programme of a local administration has one `responsible` executor, `coexecutors` who answer for its
    subprogrammes, and `participants` of its activities.
    """

    responsible: tuple[str, ...] = ()
    coexecutors: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    developers: tuple[str, ...] = ()
    executors: tuple[str, ...] = ()
    control: Control | None = None
    mechanism: tuple[str, ...] = ()
    rows: Mapping[str, RowText]
