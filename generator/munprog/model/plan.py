"""plan.yaml: the complex of activities, and the schedules with dates and people (МР-2023 table 4)."""

from __future__ import annotations

from collections.abc import Mapping

from munprog.model.item import Item
from munprog.model.numbers import Value
from munprog.model.when import Moment


class Direction(Item):
    id: str
    title: str


class ActionGroup(Item):
    title: str
    items: tuple[str, ...]


class ComplexPart(Item):
    """The groups of actions that serve one task (first approach) or one direction (second approach)."""

    groups: tuple[ActionGroup, ...]
    task: str = ""
    direction: str = ""


class Activity(Item):
    """A мероприятие. `realisation` is a text, or a value for each period."""

    id: str
    title: str
    when: tuple[Moment, ...]
    responsible: tuple[str, ...]
    result: str
    participants: tuple[str, ...] = ()
    realisation: str | Mapping[str, Value] = ""
    resources: str = ""
    financed: bool = False
    tasks: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    number: str = ""


class ScheduleSection(Item):
    id: str
    title: str
    activities: tuple[Activity, ...]
    task: str = ""
    direction: str = ""
    number: str = ""


class Schedule(Item):
    """A plan, a roadmap or a staged list."""

    id: str
    kind: str
    title: str
    sections: tuple[ScheduleSection, ...]


class Plan(Item):
    """The whole of plan.yaml."""

    schedules: tuple[Schedule, ...]
    complex: tuple[ComplexPart, ...] = ()
    directions: tuple[Direction, ...] = ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(
            activity for schedule in self.schedules for section in schedule.sections for activity in section.activities
        )
