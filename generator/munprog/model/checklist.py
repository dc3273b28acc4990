"""A checklist: the questions by which a programme is judged (МР-2023 §1.5), as data of schemas/checklists."""

from __future__ import annotations

from munprog.model.item import Item

YES, PARTLY, NO = "да", "частично", "нет"
SCALES = {"ответ": (YES, PARTLY, NO), "вероятность": ("высокая", "средняя", "низкая")}
"""The answers of each scale, best first; only «ответ» counts in the share of «да»."""


class Question(Item):
    """`kind` says who answers: `auto`, `evidence` (an expert confirms) or `expert`.

    `evidence` names what the tool gathers, `rules` those whose findings bear on it beside the rules that name it.
    """

    id: str
    text: str
    kind: str
    scale: str = "ответ"
    evidence: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        return SCALES[self.scale]

    @property
    def counts(self) -> bool:
        """Whether the answer enters the share of «да»."""
        return YES in self.answers


class Checklist(Item):
    id: str
    title: str
    questions: tuple[Question, ...]
    stage: str = ""
    source: str = ""
