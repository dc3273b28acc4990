"""plan.yaml: the complex of activities, and the schedules with dates and people (МР-2023 table 4)."""

from __future__ import annotations

from collections.abc import Mapping

from munprog.model.item import Item
from munprog.model.numbers import Value
from munprog.model.numerals import Numbering
from munprog.model.when import Moment


class Direction(Item):
    id: str
    title: str


class ActionGroup(Item):
    """Actions of one sort; a group without a title is the whole of its part."""

    items: tuple[str, ...]
    title: str = ""
    style: str = "–"


class ComplexPart(Item):
    """The groups of actions that serve one task (first approach), one direction (second approach), or stand under a
    title of their own; `lead` comes before the groups."""

    groups: tuple[ActionGroup, ...]
    task: str = ""
    direction: str = ""
    title: str = ""
    lead: str = ""


class Activity(Item):
    """A mероприятие. `realisation` is a text, or a value for each period.

    `calendar` says when by period of the term; `others` are participants in words, without an id; `consequences` is
    what happens if it is not carried out.
    """

    id: str
    title: str
    when: tuple[Moment, ...] = ()
    calendar: Mapping[str, tuple[Moment, ...]]
    responsible: tuple[str, ...] = ()
    result: str = ""
    participants: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    realisation: str | Mapping[str, Value] = ""
    resources: str = ""
    consequences: str = ""
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
    """Activities under a head; without a title they stand under none."""

    id: str
    title: str = ""
    activities: tuple[Activity, ...]
    task: str = ""
    direction: str = ""
    number: str = ""


class ScheduleNumbering(Item):
    """How a schedule is numbered: `order` is «по разделам» (1.1), «заново» (1, 2 in each section) or «подряд»."""

    order: str = "по разделам"
    sections: Numbering = Numbering()
    activities: Numbering = Numbering(suffix="")


class ContentItem(Item):
    """What is done within a component, and the schools that do it."""

    text: str
    schools: tuple[str, ...] = ()


class ComponentSpan(Item):
    """One period of a component with what is done in it."""

    when: tuple[Moment, ...]
    items: tuple[ContentItem, ...]


class StageComponent(Item):
    """A component of common work; it may span several periods."""

    title: str
    spans: tuple[ComponentSpan, ...]


class ScheduleStage(Item):
    """A stage of a staged list."""

    id: str
    title: str
    when: tuple[Moment, ...] = ()
    components: tuple[StageComponent, ...]


class Schedule(Item):
    """A plan or a roadmap of sections, or a staged list of stages."""

    id: str
    kind: str
    title: str
    sections: tuple[ScheduleSection, ...] = ()
    stages: tuple[ScheduleStage, ...] = ()
    numbering: ScheduleNumbering = ScheduleNumbering()


class Plan(Item):
    """The whole of plan.yaml."""

    schedules: tuple[Schedule, ...] = ()
    complex: tuple[ComplexPart, ...] = ()
    directions: tuple[Direction, ...] = ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(
            activity for schedule in self.schedules for section in schedule.sections for activity in section.activities
        )
