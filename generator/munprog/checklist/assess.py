"""Every question of the checklists answered: evidence and findings, a proposal, the answers of experts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from munprog.checklist.collectors import COLLECTORS
from munprog.checklist.collectors.structure import DOCUMENTS
from munprog.checklist.facts import Facts, Piece, shortened
from munprog.checklist.prints import print_of
from munprog.diagnostics import Finding, Severity
from munprog.model.assessment import (
    EXPERT_NEEDED,
    Assessed,
    AssessedList,
    Assessment,
    Evidence,
    Mark,
    Opinion,
)
from munprog.model.checklist import NO, PARTLY, YES, Checklist, Question
from munprog.model.dates import format_date
from munprog.model.expertise import Expertise
from munprog.validation import Checked
from munprog.validation.rules import RULES
from munprog.validation.ruling import place_of

RULES_BASIS = "rules"
"""Stands among the prints for the findings that bear on a question."""
_RULES_TITLE = "замечания проверки"
_PROGRAMME = frozenset({"analysis", "finance", "goals", "indicators", "mechanisms", "passport", "plan"})
"""Sections without which there is no programme to judge, whatever else stands in its folder."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: the programme after validation, and what collectors look at (None without program.yaml)."""

    checked: Checked
    facts: Facts | None


def assess(subject: Subject, checklists: tuple[Checklist, ...]) -> Assessment:
    lists = (AssessedList(one, tuple(_assessed(subject, question) for question in one.questions)) for one in checklists)
    return Assessment(tuple(lists), subject.facts.coverage if subject.facts else None)


def prints_of(subject: Subject, question: Question) -> Mapping[str, str]:
    """What the answer to a question rests on: kind of evidence → print of its data."""
    if subject.facts is None:
        return {}
    data = subject.facts.data
    prints = {name: print_of(data, COLLECTORS[name].basis) for name in question.evidence if name in COLLECTORS}
    found = [f"{one.code} {one.message}" for one in _bearing(subject, question)]
    return {**prints, **({RULES_BASIS: print_of({"rules": found}, (RULES_BASIS,))} if found else {})}


def _assessed(subject: Subject, question: Question) -> Assessed:
    expertise = subject.facts.program.expertise if subject.facts else None
    opinions = tuple(_opinions(subject, question, expertise)) if expertise else ()
    agreed = expertise.agreed.get(question.id) if expertise else None
    unknown = _unknown(subject, question)
    evidence = tuple(dict.fromkeys(_evidence(subject, question)))
    proposed, reason = (EXPERT_NEEDED, unknown) if unknown else _proposal(question, evidence)
    doubt = _doubt(subject, question) if proposed == NO and not unknown else ""
    if doubt:
        proposed, reason, evidence = EXPERT_NEEDED, doubt, (*evidence, *_to_read(subject))
    return Assessed(question, proposed, reason, evidence, opinions, agreed)


def _unknown(subject: Subject, question: Question) -> str:
    """Why nothing can be proposed: sections that could not be read."""
    if subject.facts is None:
        return "Не читается program.yaml: сначала исправьте его (munprog validate)"
    wanted = {name for one in question.evidence if one in COLLECTORS for name in COLLECTORS[one].sections}
    unread = sorted(wanted & subject.facts.program.unknown)
    return (
        f"Не читается {', '.join(f'{one}.yaml' for one in unread)}: сначала исправьте (munprog validate)"
        if unread
        else ""
    )


def _doubt(subject: Subject, question: Question) -> str:
    """Why what is not among the data may yet be there: in texts that only a person can judge."""
    program, sources = subject.facts.program if subject.facts else None, subject.checked.folder.sources
    if program is None or not (program.sections or program.minutes):
        return ""
    if not _PROGRAMME.intersection(sources):
        return "Самой программы в этих данных нет: ни целей, ни плана, ни показателей"
    wanted = {name for one in question.evidence if one in COLLECTORS for name in COLLECTORS[one].sections} - {"program"}
    if not wanted or not wanted.issubset(sources):
        return "Среди данных этого нет, но может быть сказано в свободном тексте: прочитайте его"
    return ""


def _to_read(subject: Subject) -> Iterator[Evidence]:
    program, sources = subject.facts.program if subject.facts else None, subject.checked.folder.sources
    texts = [(one.path, one.title) for one in program.sections] if program else []
    minutes = [(one.path, f"Протокол {one.title}") for one in program.minutes] if program else []
    for path, title in (*texts, *minutes):
        yield Evidence("Свободный текст", Mark.SHOWN, place_of(sources, (*path, "title")), quotation=shortened(title))


def _proposal(question: Question, evidence: tuple[Evidence, ...]) -> tuple[str, str]:
    marks = [one.mark for one in evidence if one.mark is not Mark.SHOWN]
    if question.kind == "expert" or not question.counts:
        return EXPERT_NEEDED, "На этот вопрос отвечает только человек"
    if not marks:
        return EXPERT_NEEDED, "В программе не нашлось того, по чему можно судить"
    if all(one is Mark.MISSING for one in marks):
        return NO, "В программе этого нет"
    if any(one is not Mark.PRESENT for one in marks):
        return PARTLY, "Есть не всё"
    if question.kind == "evidence":
        return PARTLY, "Всё нужное есть; достаточно ли этого, решает эксперт"
    return YES, "Всё нужное есть, замечаний нет"


def _evidence(subject: Subject, question: Question) -> Iterator[Evidence]:
    facts = subject.facts
    if facts is None:
        return
    for name in question.evidence:
        collector = COLLECTORS.get(name)
        if collector and not collector.sections & facts.program.unknown:
            yield from (_placed(subject, piece) for piece in collector.collect(facts))
    for finding in _bearing(subject, question):
        yield Evidence(f"{finding.code}: {finding.message}", Mark.PARTLY, finding.place)
    codes = _codes(question)
    for one in subject.checked.waived:
        if one.finding.code in codes:
            statement = f"{one.finding.code}, исключено до {format_date(one.until)}: {one.finding.message}"
            yield Evidence(statement, Mark.SHOWN, one.finding.place, quotation=one.reason)


def _bearing(subject: Subject, question: Question) -> list[Finding]:
    """The findings of rules and of the look of documents that bear on a question; notes do not weigh."""
    codes = _codes(question)
    found = [one for one in subject.checked.findings if one.code in codes]
    if DOCUMENTS in question.evidence and subject.facts:
        found += [fault for look in subject.facts.looks or () for fault in look.findings]
    return [one for one in found if one.severity is not Severity.NOTE]


def _codes(question: Question) -> set[str]:
    """The rules that name the question, and those that it names."""
    return {rule.code for rule in RULES if question.id in rule.checklist} | {*question.rules}


def _placed(subject: Subject, piece: Piece) -> Evidence:
    sources = subject.checked.folder.sources
    path = piece.path if piece.path[0] in sources else ("program", "id")
    return Evidence(piece.statement, piece.mark, place_of(sources, path), piece.figure, piece.quotation)


def _opinions(subject: Subject, question: Question, expertise: Expertise) -> Iterator[Opinion]:
    now = prints_of(subject, question)
    for review in expertise.reviews:
        answer = review.answers.get(question.id)
        if answer:
            moved = changed(review.basis.get(question.id), now)
            name = expertise.name(review.expert)
            yield Opinion(name, review.kind, review.date, answer.answer, answer.comment, moved)


def changed(before: Mapping[str, str] | None, now: Mapping[str, str]) -> tuple[str, ...]:
    """What is not as it was, in words, each once; nothing for an answer whose basis was never recorded."""
    if before is None:
        return ()
    names = [name for name in dict.fromkeys([*before, *now]) if before.get(name) != now.get(name)]
    return tuple(dict.fromkeys(COLLECTORS[one].title if one in COLLECTORS else _RULES_TITLE for one in names))
