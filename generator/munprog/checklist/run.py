"""Checklists over the programmes of a run: each judged, its stale answers told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from munprog import resources
from munprog.checklist.assess import Subject, assess, changed, prints_of
from munprog.checklist.collectors import COLLECTORS
from munprog.checklist.collectors.texts import passages
from munprog.checklist.facts import Facts, Look
from munprog.diagnostics import Finding, Severity
from munprog.model.assessment import Assessment
from munprog.model.checklist import Checklist
from munprog.model.expertise import Expertise
from munprog.validation import Checked, Validated
from munprog.validation.checklists import ChecklistCheck, check_checklists
from munprog.validation.schema import SectionSchemas
from munprog.validation.waivers import taken_out
from munprog.workspace.locate import workspace_of


@dataclass(frozen=True, slots=True)
class Judged:
    """One programme under the checklists. `findings` are about the checklists and answers, not the programme."""

    subject: Subject
    checklists: tuple[Checklist, ...]
    assessment: Assessment
    findings: tuple[Finding, ...]

    @property
    def checked(self) -> Checked:
        return self.subject.checked

    @property
    def id(self) -> str:
        return self.checked.folder.id

    @property
    def title(self) -> str:
        return self.checked.program.general.title if self.checked.program else ""

    @property
    def expertise(self) -> Expertise | None:
        return self.checked.program.expertise if self.checked.program else None

    def count(self, severity: Severity) -> int:
        """Findings of the programme of one severity."""
        return sum(one.severity is severity for one in self.checked.findings)


def judge(
    validated: Validated, looks: Mapping[Path, tuple[Look, ...] | None] = MappingProxyType({})
) -> tuple[Judged, ...]:
    """Answer the questions of the checklists for every programme, in the order given.

    `looks` are the documents of each programme by its folder: how they look is known to those who make them.
    """
    schemas = SectionSchemas(resources.SCHEMAS)
    spaces = {workspace_of(one.folder.folder) for one in validated.checked}
    checks = {one: check_checklists(one, schemas, frozenset(COLLECTORS)) for one in spaces}
    texts = {str(one.folder.folder): _texts(one) for one in validated.checked}
    return tuple(
        _judged(one, checks[workspace_of(one.folder.folder)], texts, looks.get(one.folder.folder))
        for one in validated.checked
    )


def _judged(
    checked: Checked, check: ChecklistCheck, texts: dict[str, tuple[str, ...]], looks: tuple[Look, ...] | None
) -> Judged:
    others = {
        folder.replace("\\", "/").rsplit("/", 1)[-1]: found
        for folder, found in texts.items()
        if folder != str(checked.folder.folder)
    }
    program = checked.program
    facts = Facts(program, checked.profile, _data(checked), others, looks) if program else None
    subject = Subject(checked, facts)
    assessment = assess(subject, check.checklists)
    return Judged(subject, check.checklists, assessment, (*check.findings, *_stale(subject, check.checklists)))


def _data(checked: Checked) -> dict[str, object]:
    """The sections that could be read, without the waivers in them."""
    unknown = checked.program.unknown if checked.program else frozenset()
    sources = checked.folder.sources
    readable = {name: one.data for name, one in sources.items() if one.data is not None and name not in unknown}
    return {name: taken_out(data, (name,), []) for name, data in readable.items()}


def _texts(checked: Checked) -> tuple[str, ...]:
    return tuple(text for _, text in passages(_data(checked))) if checked.program else ()


def _stale(subject: Subject, checklists: tuple[Checklist, ...]) -> Iterator[Finding]:
    """Answers whose ground has moved (a changed or a new kind of evidence) since they were given."""
    expertise = subject.facts.program.expertise if subject.facts else None
    questions = {one.id: one for found in checklists for one in found.questions}
    for at, review in enumerate(expertise.reviews if expertise else ()):
        for id, before in review.basis.items():
            question = questions.get(id)
            now = prints_of(subject, question) if question and id in review.answers else before
            moved = changed(before, now)
            if moved:
                yield Finding(
                    "EXP008",
                    Severity.NOTE,
                    f"Ответ на вопрос {id} пора пересмотреть: изменилось – {'; '.join(moved)}",
                    subject.checked.folder.sources["expertise"].place(("reviews", at, "answers", id)),
                    f"Если ответ остаётся прежним, подтвердите его: munprog checklist --confirm {id}. "
                    "Если нет – добавьте новый лист с новым ответом.",
                    "МР-2023, §1.5; R-EXP-1",
                )
