"""A programme as judged by the checklists: for each question what was proposed, on what evidence, and what experts
answered (МР-2023 §1.5, R-EXP-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from munprog.diagnostics import Place
from munprog.model.checklist import YES, Checklist, Question
from munprog.model.coverage import Coverage
from munprog.model.expertise import EXTERNAL, Answer

EXPERT_NEEDED = "требует эксперта"
DIVIDED = "мнения разошлись"


class Mark(StrEnum):
    """What a piece of evidence speaks for; `SHOWN` is only a place to read."""

    PRESENT = "есть"
    PARTLY = "частично"
    MISSING = "нет"
    SHOWN = "прочитать"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in the programme: in words, as a figure, in the words of the programme, and where."""

    statement: str
    mark: Mark
    place: Place | None = None
    figure: str = ""
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """An expert's answer. `changed` names what it rests on that is not what it was when the answer was given."""

    expert: str
    kind: str
    date: date
    answer: str
    comment: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessed:
    """One question. `proposed` is an answer of its scale or `EXPERT_NEEDED`; `reason` says why it is that."""

    question: Question
    proposed: str
    reason: str
    evidence: tuple[Evidence, ...]
    opinions: tuple[Opinion, ...] = ()
    agreed: Answer | None = None

    @property
    def answer(self) -> str:
        """What stands in the end; empty where nobody has answered or experts disagree without an agreed answer.

        The agreed answer goes first, then what all experts say, then self-assessment; a proposal is an answer only
        to a question that schema and rules answer alone.
        """
        if self.agreed:
            return self.agreed.answer
        if self.opinions:
            return "" if self.divided else self._weighty[0].answer
        return self.proposed if self.question.kind == "auto" and self.proposed != EXPERT_NEEDED else ""

    @property
    def origin(self) -> str:
        if self.agreed:
            return "согласовано"
        if self.opinions:
            return DIVIDED if self.divided else self._weighty[0].kind
        return "по данным программы" if self.answer else ""

    @property
    def divided(self) -> bool:
        """Whether those whose word counts say different things and nothing is agreed."""
        return self.agreed is None and len({one.answer for one in self._weighty}) > 1

    @property
    def stale(self) -> tuple[str, ...]:
        """What changed under any of the answers, each once."""
        return tuple(dict.fromkeys(name for one in self.opinions for name in one.changed))

    @property
    def _weighty(self) -> tuple[Opinion, ...]:
        """The opinions that decide: those of experts, else of the authors themselves; of one person, the latest."""
        of_experts = [one for one in self.opinions if one.kind == EXTERNAL]
        latest: dict[str, Opinion] = {}
        for one in sorted(of_experts or self.opinions, key=lambda one: one.date):
            latest[one.expert] = one
        return tuple(latest.values())


@dataclass(frozen=True, slots=True)
class Share:
    """How many questions of those that count are answered «да». `unanswered` wait for an expert."""

    yes: int
    answered: int
    unanswered: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None where nothing is answered."""
        return self.yes / self.answered if self.answered else None

    @property
    def percent(self) -> str:
        return "–" if self.value is None else f"{round(self.value * 100)} %"


@dataclass(frozen=True, slots=True)
class AssessedList:
    checklist: Checklist
    questions: tuple[Assessed, ...]

    @property
    def share(self) -> Share:
        return share(self.questions)


@dataclass(frozen=True, slots=True)
class Assessment:
    """All checklists of one programme; without a readable program.yaml there is no `coverage`."""

    lists: tuple[AssessedList, ...]
    coverage: Coverage | None

    @property
    def questions(self) -> tuple[Assessed, ...]:
        return tuple(one for found in self.lists for one in found.questions)


def share(questions: Iterable[Assessed]) -> Share:
    """The share of «да» among the answers; questions on another scale do not count."""
    counted = [one for one in questions if one.question.counts]
    answers = [one.answer for one in counted if one.answer]
    return Share(answers.count(YES), len(answers), len(counted) - len(answers))
