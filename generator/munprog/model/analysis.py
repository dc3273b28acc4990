"""analysis.yaml: the state of the problem (МР-2023 §1.2; R-ANA-1…11)."""

from __future__ import annotations

from collections.abc import Mapping

from munprog.model.blocks import Blocks, DataTable
from munprog.model.item import Item
from munprog.model.numbers import Value


class Staff(Item):
    text: Blocks = ()
    attestation: DataTable | None = None
    contests: DataTable | None = None
    shortage: DataTable | None = None
    specialists: DataTable | None = None
    conclusions: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[DataTable, ...]:
        given = (self.attestation, self.contests, self.shortage, self.specialists)
        return tuple(table for table in given if table)


class UsedResource(Item):
    resource: str
    use: str
    access: str = ""


class NeededResource(Item):
    """A resource to develop or to create: how much it is needed and what effect it will have (R-ANA-3)."""

    resource: str
    need: str
    effect: str


class Component(Item):
    kind: str
    state: str


class Conditions(Item):
    text: Blocks = ()
    used: tuple[UsedResource, ...] = ()
    develop: tuple[NeededResource, ...] = ()
    missing: tuple[NeededResource, ...] = ()
    components: tuple[Component, ...] = ()


class SchoolResult(Item):
    school: str
    values: Mapping[str, Value]


class ResultTable(Item):
    """Results of one procedure by school and year, in `unit`; the rows of the district and region are given."""

    id: str
    procedure: str
    title: str
    unit: str
    rows: tuple[SchoolResult, ...]
    municipality: Mapping[str, Value]
    region: Mapping[str, Value]

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(sorted({year for row in self.rows for year in row.values}))


class Results(Item):
    tables: tuple[ResultTable, ...]
    text: Blocks = ()
    conclusions: tuple[str, ...] = ()


class Curricula(Item):
    curricula: str
    work_programs: str
    equipment: str
    text: Blocks = ()


class Contingent(Item):
    text: Blocks = ()
    table: DataTable | None = None


class Risk(Item):
    id: str
    title: str
    schools: tuple[str, ...] = ()
    evidence: str = ""


class SocialOrder(Item):
    state: str
    forecast: str


class Trend(Item):
    title: str
    state: str
    forecast: str


class Innovation(Item):
    growth_points: tuple[str, ...]
    resistance_points: tuple[str, ...]
    forecast: str


class Cause(Item):
    kind: str
    text: str


class Problem(Item):
    """A gap between the desired and the actual, with its causes (R-ANA-6)."""

    id: str
    title: str
    desired: str
    actual: str
    causes: tuple[Cause, ...]
    source: str = ""


class Analysis(Item):
    """The whole of analysis.yaml."""

    introduction: Blocks = ()
    staff: Staff | None = None
    conditions: Conditions | None = None
    results: Results | None = None
    curricula: Curricula | None = None
    contingent: Contingent | None = None
    risks: tuple[Risk, ...] = ()
    social_order: SocialOrder | None = None
    trends: tuple[Trend, ...] = ()
    innovation: Innovation | None = None
    problems: tuple[Problem, ...] = ()
