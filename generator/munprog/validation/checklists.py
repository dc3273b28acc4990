"""Checklists as checked: read, valid against their schema, each question once, rules that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from munprog.diagnostics import Finding, KeyPath, Severity
from munprog.model.build import construct
from munprog.model.checklist import Checklist, Question
from munprog.source import Source
from munprog.validation.rules import RULES
from munprog.validation.schema import SectionSchemas
from munprog.validation.words import suggestion
from munprog.workspace.checklists import read_checklists


@dataclass(frozen=True, slots=True)
class ChecklistCheck:
    """The checklists that can be used, in order of their ids, and what is wrong with the files."""

    checklists: tuple[Checklist, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def questions(self) -> Mapping[str, Question]:
        return {one.id: one for found in self.checklists for one in found.questions}


def check_checklists(
    workspace: Path, schemas: SectionSchemas, evidence: frozenset[str] | None = None
) -> ChecklistCheck:
    """Read and check every checklist that holds in a workspace. Nothing raises.

    `evidence` are the kinds of evidence that can be gathered, for those who gather it.
    """
    sources = read_checklists(workspace)
    findings = [finding for one in sources for finding in (*one.findings, *schemas.check("checklist", one))]
    faulty = {finding.place.file for finding in findings}
    sound = sorted((one for one in sources if one.name not in faulty and one.data), key=_id)
    findings += [*_repeated(sound), *_unknown(sound, "rules", frozenset(rule.code for rule in RULES))]
    if evidence is not None:
        findings += _unknown(sound, "evidence", evidence)
    return ChecklistCheck(tuple(construct(Checklist, one.data, ("checklist",)) for one in sound), tuple(findings))


def _id(source: Source) -> str:
    data: Any = source.data
    return str(data["id"])


def _repeated(sources: list[Source]) -> Iterator[Finding]:
    seen: set[str] = set()
    for source, path, question in _questions(sources):
        if question["id"] in seen:
            yield Finding(
                "EXP006",
                Severity.ERROR,
                f"Вопрос с номером {question['id']} уже есть: неясно, на какой из них отвечают эксперты",
                source.place((*path, "id")),
                "Дайте вопросу другой номер.",
            )
        seen.add(question["id"])


def _unknown(sources: list[Source], key: str, known: frozenset[str]) -> Iterator[Finding]:
    words = {"rules": "Правила", "evidence": "Свидетельства"}[key]
    for source, path, question in _questions(sources):
        for at, name in enumerate(question.get(key, ())):
            if name not in known:
                yield Finding(
                    "EXP007",
                    Severity.ERROR,
                    f"{words} «{name}», на которое опирается вопрос {question['id']}, нет",
                    source.place((*path, key, at)),
                    suggestion(name, sorted(known)),
                )


def _questions(sources: list[Source]) -> Iterator[tuple[Source, KeyPath, Any]]:
    for source in sources:
        data: Any = source.data
        for at, question in enumerate(data["questions"]):
            yield source, ("questions", at), question
