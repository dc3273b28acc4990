"""mechanisms.yaml: how the programme is carried out, steered and watched (R-MEC, R-MON, R-DEV, R-EXP)."""

from __future__ import annotations

from munprog.model.blocks import Blocks
from munprog.model.evaluation import Evaluation
from munprog.model.item import Item
from munprog.model.when import Moment


class Named(Item):
    """A text under a name of the recommendations' own list: an approach, an arrangement, a subject."""

    kind: str
    text: str


class Management(Item):
    """Who steers, who controls, who makes the yearly analysis (R-MEC-2); ids of bodies."""

    steering: str
    control: str
    analysis: str
    text: Blocks = ()


class WorkingGroup(Item):
    body: str
    coordinator: str
    functions: tuple[str, ...]
    tutors: str = ""


class DevelopmentStage(Item):
    title: str
    content: tuple[str, ...]
    when: tuple[Moment, ...] = ()


class MonitoringBlock(Item):
    """What is analysed in one block of monitoring, and what follows from it (R-MON-3)."""

    kind: str
    analyzed: str
    outcome: str


class Monitoring(Item):
    blocks: tuple[MonitoringBlock, ...]
    order: tuple[str, ...]
    text: Blocks = ()
    subjects: tuple[Named, ...] = ()


class ImplementationRisk(Item):
    """What may keep the programme from its goal, and how that is met; a risk of a school stands in analysis.yaml."""

    title: str
    kind: str = ""
    probability: str = ""
    impact: str = ""
    mitigation: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()


class Mechanisms(Item):
    """The whole of mechanisms.yaml."""

    mechanism: tuple[str, ...] = ()
    approaches: tuple[Named, ...] = ()
    management: Management | None = None
    monitoring: Monitoring | None = None
    text: Blocks = ()
    principles: tuple[str, ...] = ()
    working_group: WorkingGroup | None = None
    arrangements: tuple[Named, ...] = ()
    strategy: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    financing: tuple[str, ...] = ()
    staffing: tuple[str, ...] = ()
    development: tuple[DevelopmentStage, ...] = ()
    incentives: tuple[str, ...] = ()
    implementation_risks: tuple[ImplementationRisk, ...] = ()
    evaluation: Evaluation | None = None
