"""monitoring/<year>.yaml: what came of the programme in one year – plan against fact (R-DOC-8)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from munprog.model.blocks import Blocks
from munprog.model.item import Item
from munprog.model.numbers import Value


class MeasureFact(Item):
    """The value that a measure reached, and why it is not the planned one."""

    measure: str
    fact: Value
    reason: str = ""


class ActivityFact(Item):
    """Whether an activity was carried out: `status` is one of the schema's words."""

    activity: str
    status: str
    result: str = ""
    reason: str = ""


class MoneyFact(Item):
    """The money of an object spent in the year, by source; `plan` is the revised one where the year had another.

    The object is named as in finance.yaml; `row` leads to a row with a title of its own.
    """

    activity: str = ""
    section: str = ""
    task: str = ""
    subprogram: str = ""
    whole: bool = False
    row: str = ""
    fact: Mapping[str, Value]
    plan: Mapping[str, Value]
    reason: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Level and id of the object, as the tree of money has them."""
        for level in ("activity", "section", "task", "subprogram", "row"):
            if getattr(self, level):
                return level, getattr(self, level)
        return "program", ""


class YearReport(Item):
    """One file of the folder: the report on one year (or school year) of the programme."""

    year: str
    text: Blocks = ()
    measures: tuple[MeasureFact, ...] = ()
    activities: tuple[ActivityFact, ...] = ()
    finance: tuple[MoneyFact, ...] = ()
    conclusions: Blocks = ()

    @property
    def printed(self) -> str:
        """«за 2024 год», «за 2024/2025 учебный год»."""
        return f"за {self.year} {'год' if self.year.isdigit() else 'учебный год'}"

    @property
    def slug(self) -> str:
        """The year as a part of a file's name."""
        return self.year.replace("/", "-")


def level_of(direction: str, plan: Value, fact: Value) -> Fraction | None:
    """How far a value was reached, 1 being the whole: fact over plan; for a fall plan over fact (L-EFF-1…4).

    What is to stay as it is has the smaller of the two. None where it cannot be told: a text, a planned zero that is
    to grow.
    """
    if plan.number is None or fact.number is None:
        return Fraction(1) if plan.text and plan.text == fact.text else None
    aim, got = Fraction(plan.number), Fraction(fact.number)
    if aim == got:
        return Fraction(1)
    up = got / aim if aim else None
    down = aim / got if got else Fraction(1)
    if direction == "снижение":
        return down
    if direction == "сохранение":
        return min(up, down) if up is not None else None
    return up
