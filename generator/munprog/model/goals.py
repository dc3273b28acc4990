"""goals.yaml: the goal, the tasks it is split into, the expected results (R-GOA, R-TAS, R-RES)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from munprog.model.blocks import Blocks
from munprog.model.indicators import Base, Target
from munprog.model.item import Item
from munprog.model.numbers import Value


class Goal(Item):
    """`explanation` stands under the goal: why it is so, whom it is about (a definition)."""

    text: str
    due: date | None = None
    problems: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    explanation: Blocks = ()


class Task(Item):
    id: str
    title: str
    due: date | None = None
    problems: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    result: str = ""
    number: str = ""


class Criterion(Item):
    """A point of a result that is judged by several: «снижение доли … до 2 %»."""

    text: str
    value: Value | None = None
    base: Base | None = None
    measure: str = ""

    @property
    def printed(self) -> str:
        base = f"({self.base.sentence})" if self.base else ""
        return " ".join(part for part in (self.text, self.value.text if self.value else "", base) if part)


class ExpectedResult(Item):
    """A result with its values by year (in `unit`), its final value, or the criteria it is judged by."""

    id: str
    text: str
    tasks: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    values: Mapping[str, Value]
    unit: str = ""
    target: Target | None = None
    criteria: tuple[Criterion, ...] = ()
    number: str = ""

    @property
    def is_measured(self) -> bool:
        """By measures of indicators.yaml, or by figures and criteria of its own."""
        return bool(self.measures or self.values or self.target or self.criteria)

    @property
    def sentence(self) -> str:
        """«… – не менее 80 % к 2024 году»."""
        return f"{self.text} – {self.target.printed}" if self.target else self.text


class Goals(Item):
    """The whole of goals.yaml."""

    goal: Goal
    tasks: tuple[Task, ...]
    results: tuple[ExpectedResult, ...] = ()
