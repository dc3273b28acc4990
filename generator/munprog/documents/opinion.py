"""The expert opinion: the checklists with what they rest on, findings, coverage matrix, conclusion (R-DOC-7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from munprog.diagnostics import Finding, Waived
from munprog.documents import opinion_tables as tables
from munprog.documents.blanks import BLANK_DATE
from munprog.documents.pieces import Piece, Pieces, RunningText, listed, paragraphs
from munprog.layout.flow import Paragraph, Style
from munprog.model.agreement import forms_of
from munprog.model.assessment import Assessed, Assessment
from munprog.model.casing import capital
from munprog.model.dates import format_date_in_words
from munprog.model.expertise import EXTERNAL, Expertise
from munprog.model.numbering import numbers_of
from munprog.model.program import Program
from munprog.model.quotation import quoted

_UNSIGNED = "____________________"


@dataclass(frozen=True, slots=True)
class Examined:
    """A programme with what was found out about it."""

    program: Program
    assessment: Assessment
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]


def opinion_context(of: Examined) -> dict[str, object]:
    """subject, date: str; head: [{title, text}]; body: RunningText; signatories: [{position, name}]."""
    expertise = of.program.expertise
    date = expertise.date if expertise else None
    return {
        "subject": _subject(of.program),
        "date": format_date_in_words(date) if date else BLANK_DATE,
        "head": [{"title": title, "text": text} for title, text in _head(of.program, expertise) if text],
        "body": RunningText(tuple(_body(of))),
        "signatories": [{"position": position, "name": name} for position, name in _signatories(expertise)],
    }


def _subject(program: Program) -> str:
    kind = program.general.kind
    if kind == "проект":
        return f"на проект {quoted(program.general.title)}"
    genitive = "муниципальной программы" if kind == "программа" else forms_of(kind).genitive or kind
    return f"на проект {genitive} {quoted(program.general.title)}"


def _head(program: Program, expertise: Expertise | None) -> Iterator[tuple[str, str]]:
    general = program.general
    yield "Территория", ", ".join(one.name for one in (general.municipality, general.region) if one)
    yield "Орган управления образованием", general.authority.name
    yield "Срок реализации", general.term.printed
    if program.passport:
        yield "Разработчики", "; ".join(program.names_of_bodies(program.passport.developers))
    for review in expertise.reviews if expertise else ():
        title = "Экспертиза проведена" if review.kind == EXTERNAL else "Самооценка проведена"
        yield title, f"{_who(expertise, review.expert)}, {format_date_in_words(review.date)}" if expertise else ""
    yield "Основа оценки", "Контрольные списки вопросов методических рекомендаций 2023 года (§ 1.5)"


def _who(expertise: Expertise, id: str) -> str:
    """An expert with position, a group with its members."""
    expert = expertise.expert(id)
    members = expert.members if expert else ()
    named = "; ".join(f"{one.name}, {one.position}" if one.position else one.name for one in members)
    position = f", {expert.position}" if expert and expert.position else ""
    return f"{expertise.name(id)}{position}" + (f" ({named})" if named else "")


def _body(of: Examined) -> Iterator[Piece]:
    parts: list[tuple[str, Pieces]] = [("Итоги оценки", (tables.shares(of.assessment.lists),))]
    parts += [
        (found.checklist.stage or found.checklist.title, (tables.answers(found),)) for found in of.assessment.lists
    ]
    parts.append(("Связь проблем, задач, мероприятий, индикаторов и денег", _coverage(of)))
    parts.append(("Замечания проверки", _findings(of)))
    parts.append(("Вывод", _conclusion(of)))
    for at, (title, pieces) in enumerate(parts, 1):
        yield Paragraph(f"{at}. {title}", Style.HEADING_1)
        yield from pieces


def _coverage(of: Examined) -> Iterator[Piece]:
    found = of.assessment.coverage
    if found is None or not found.blocks:
        yield Paragraph("Задач и мероприятий среди данных нет: сопоставлять нечего.")
        return
    yield tables.matrix(of.program, found, numbers_of(of.program))
    if found.gaps:
        yield Paragraph(f"В связях есть пробелы: {len(found.gaps)}.")
        yield from listed(gap.text for gap in found.gaps)
    else:
        yield Paragraph("Пробелов в связях нет.")


def _findings(of: Examined) -> Iterator[Piece]:
    if of.findings:
        yield tables.findings(of.findings)
    else:
        yield Paragraph("Проверка правил замечаний не дала.")
    if of.waived:
        yield Paragraph("Авторы программы просят принять как есть следующее.")
        yield tables.waivers(of.waived)
    else:
        yield Paragraph("Исключений из правил авторы программы не просят.")


def _conclusion(of: Examined) -> Iterator[Piece]:
    for found in of.assessment.lists:
        share = found.share
        counted = f"«да» – {share.yes} из {share.answered} ({share.percent})" if share.answered else "ответов пока нет"
        open_ = share.answered and share.unanswered
        left = f"; без ответа остались вопросы: {_ids(found.questions)}" if open_ else ""
        yield Paragraph(f"{found.checklist.stage or found.checklist.title}: {counted}{left}.")
    for one in of.assessment.questions:
        if not one.question.counts and one.answer:
            yield Paragraph(f"{one.question.text} (вопрос {one.question.id}) – {one.answer}.")
    divided = [one.question.id for one in of.assessment.questions if one.divided]
    if divided:
        yield Paragraph(f"Мнения экспертов разошлись, согласованного ответа нет: {', '.join(divided)}.")
    for one in of.assessment.questions:
        if one.stale:
            changed = "; ".join(one.stale)
            yield Paragraph(f"Ответ на вопрос {one.question.id} нужно пересмотреть: изменилось – {changed}.")
    expertise = of.program.expertise
    if expertise:
        yield from paragraphs(expertise.conclusion)
        if expertise.recommendations:
            yield Paragraph("Рекомендации:")
            yield from listed(expertise.recommendations, "1.")


def _ids(questions: tuple[Assessed, ...]) -> str:
    return ", ".join(one.question.id for one in questions if one.question.counts and not one.answer)


def _signatories(expertise: Expertise | None) -> Iterator[tuple[str, str]]:
    """Those who gave the expertise; a group signs by its members."""
    signed = dict.fromkeys(one.expert for one in expertise.reviews if one.kind == EXTERNAL) if expertise else {}
    experts = [expert for id in signed if expertise and (expert := expertise.expert(id))]
    for expert in experts:
        if expert.kind == "лицо":
            yield capital(expert.position or "эксперт"), expert.name
        for member in expert.members:
            yield capital(member.position or f"эксперт ({expert.name})"), member.name
        if expert.kind == "группа" and not expert.members:
            yield expert.name, _UNSIGNED
    if not experts:
        yield "Эксперт", _UNSIGNED
