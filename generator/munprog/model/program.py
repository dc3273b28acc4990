"""The programme as one immutable value. A section that is absent or could not be read is None."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from munprog.model.analysis import Analysis
from munprog.model.expertise import Expertise
from munprog.model.finance import Finance
from munprog.model.general import Body, General
from munprog.model.goals import Goals, Task
from munprog.model.indicators import Indicator, Indicators, Measure
from munprog.model.item import Item
from munprog.model.mechanisms import Mechanisms
from munprog.model.minutes import Minutes
from munprog.model.order import Order
from munprog.model.passport import Passport
from munprog.model.plan import Activity, Plan, Schedule
from munprog.model.report import YearReport
from munprog.model.section import FreeSection
from munprog.model.signoff import SignOff, SignOffs


@dataclass(frozen=True)
class Program:
    """All sections of one programme.

    `unknown` names the sections that stand in the folder but could not be read: what they hold is not known, so
    nothing may be said of what would be missing from them.
    """

    general: General
    passport: Passport | None = None
    analysis: Analysis | None = None
    goals: Goals | None = None
    indicators: Indicators | None = None
    plan: Plan | None = None
    finance: Finance | None = None
    mechanisms: Mechanisms | None = None
    order: Order | None = None
    expertise: Expertise | None = None
    signoff: SignOffs | None = None
    sections: tuple[FreeSection, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    monitoring: tuple[YearReport, ...] = ()
    unknown: frozenset[str] = field(default_factory=frozenset)

    @property
    def tasks(self) -> tuple[Task, ...]:
        return self.goals.tasks if self.goals else ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        return self.plan.activities if self.plan else ()

    @property
    def measures(self) -> tuple[Measure, ...]:
        return tuple(measure for one in self.all_indicators for measure in one.measures)

    @property
    def all_indicators(self) -> tuple[Indicator, ...]:
        return self.indicators.indicators if self.indicators else ()

    @property
    def signoffs(self) -> tuple[SignOff, ...]:
        return self.signoff.signoffs if self.signoff else ()

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        return self.plan.schedules if self.plan else ()

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        return {body.id: body for body in self.general.bodies}

    def names_of_bodies(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The full names of bodies, in order; an id that names nobody is printed as it is."""
        return tuple(self.bodies[one].name if one in self.bodies else one for one in ids)

    def labels_of_bodies(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names that fit a table cell, likewise."""
        return tuple(self.bodies[one].label if one in self.bodies else one for one in ids)

    @cached_property
    def items(self) -> Mapping[str, Mapping[str, Item]]:
        """Everything that a link may lead to: kind of item → id → item."""
        return {kind: {one.id: one for one in found} for kind, found in _identified(self)}  # type: ignore[attr-defined]


def _identified(program: Program) -> Iterator[tuple[str, tuple[Item, ...]]]:
    general, analysis, goals = program.general, program.analysis, program.goals
    yield "body", general.bodies
    yield "school", general.schools
    yield "stakeholder", general.stakeholders
    yield "problem", analysis.problems if analysis else ()
    yield "risk", analysis.risks if analysis else ()
    yield "subprogram", general.subprograms
    yield "task", program.tasks
    yield "result", goals.results if goals else ()
    yield "indicator", program.all_indicators
    yield "measure", program.measures
    yield "direction", program.plan.directions if program.plan else ()
    yield "activity", program.activities
