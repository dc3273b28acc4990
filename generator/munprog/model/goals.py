"""goals.yaml: the goal, the tasks it is split into, the expected results (R-GOA, R-TAS, R-RES)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from munprog.model.item import Item
from munprog.model.numbers import Value


class Goal(Item):
    text: str
    due: date
    problems: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    explanation: str = ""


class Task(Item):
    id: str
    title: str
    due: date
    problems: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    result: str = ""
    number: str = ""


class ExpectedResult(Item):
    id: str
    text: str
    tasks: tuple[str, ...]
    measures: tuple[str, ...] = ()
    values: Mapping[str, Value]


class Goals(Item):
    """The whole of goals.yaml."""

    goal: Goal
    tasks: tuple[Task, ...]
    results: tuple[ExpectedResult, ...]
