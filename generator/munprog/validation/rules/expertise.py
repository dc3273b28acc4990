"""Answers of experts: to questions that exist, on the scale of the question, without contradiction (R-EXP-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.expertise import EXTERNAL, Answer, Expertise, Review
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import suggestion


def unknown_question(case: Case) -> Iterator[Fault]:
    for path, question, _ in _answers(case):
        if case.questions and question not in case.questions:
            yield Fault(
                path,
                f"Вопроса {question} в контрольных списках нет",
                suggestion(question, [*case.questions], "Номера вопросов показывает «munprog checklist»."),
                key=True,
            )


def answer_off_scale(case: Case) -> Iterator[Fault]:
    for path, question, answer in _answers(case):
        known = case.questions.get(question)
        if known and answer.answer not in known.answers:
            yield Fault(
                _word_of(case, path),
                f"На вопрос {question} так не отвечают: «{answer.answer}»",
                f"Напишите один из ответов: {', '.join(known.answers)}.",
            )


def agreed_by_nobody(case: Case) -> Iterator[Fault]:
    found = case.program.expertise
    if found is None:
        return
    answered = {question for review in found.reviews for question in review.answers}
    for question in found.agreed:
        if question not in answered and question in case.questions:
            yield Fault(
                found.agreed[question].path,
                f"Согласован ответ на вопрос {question}, на который никто из экспертов не ответил",
                "Добавьте ответы экспертов в reviews или уберите согласованный ответ.",
                key=True,
            )


def divided_experts(case: Case) -> Iterator[Fault]:
    """Experts against experts: self-assessment may differ, that is what expertise is for."""
    found = case.program.expertise
    if found is None:
        return
    seen: dict[str, Answer] = {}
    for review in _latest(found):
        for question, answer in review.answers.items():
            before = seen.setdefault(question, answer)
            if before.answer != answer.answer and question not in found.agreed and question in case.questions:
                yield Fault(
                    answer.path,
                    f"На вопрос {question} эксперты ответили по-разному: «{before.answer}» и «{answer.answer}»",
                    "Обсудите ответ и запишите его в agreed: без согласованного ответа вопрос считается открытым.",
                    related=((before.path, "другой ответ"),),
                )


def answered_twice(case: Case) -> Iterator[Fault]:
    found = case.program.expertise
    seen: dict[tuple[object, ...], KeyPath] = {}
    for review in found.reviews if found else ():
        for question, answer in review.answers.items():
            key = (review.expert, review.kind, review.date, question)
            if key in seen:
                yield Fault(
                    answer.path,
                    f"Один эксперт в один день ответил на вопрос {question} дважды",
                    "Оставьте один ответ. Если ответ пересмотрен, укажите в новом листе день пересмотра.",
                    key=True,
                    related=((seen[key], "первый ответ"),),
                )
            seen.setdefault(key, answer.path)


def _answers(case: Case) -> Iterator[tuple[KeyPath, str, Answer]]:
    found = case.program.expertise
    if found is None:
        return
    for review in found.reviews:
        yield from ((answer.path, question, answer) for question, answer in review.answers.items())
    yield from ((answer.path, question, answer) for question, answer in found.agreed.items())


def _word_of(case: Case, path: KeyPath) -> KeyPath:
    """Where the word of an answer stands: it may be written alone or with a comment."""
    found: Any = case.data
    for key in path:
        found = found[key]
    return (*path, "answer") if isinstance(found, dict) else path


def _latest(found: Expertise) -> Iterator[Review]:
    """The sheets of experts; an earlier one of the same expert gives way to the later where both answer."""
    latest: dict[tuple[str, str], Review] = {}
    reviews = [one for one in found.reviews if one.kind == EXTERNAL]
    for review in sorted(reviews, key=lambda one: one.date):
        latest |= {(review.expert, question): review for question in review.answers}
    for review in reviews:
        kept = {
            question: answer for question, answer in review.answers.items() if latest[review.expert, question] is review
        }
        yield Review(**{**review.__dict__, "answers": kept})


_SOURCE = "МР-2023, §1.5"
_NEEDS = ("expertise",)

RULES = (
    Rule("EXP001", "unknown-question", Severity.ERROR, unknown_question, "R-EXP-1", _SOURCE, (), _NEEDS),
    Rule("EXP002", "answer-off-scale", Severity.ERROR, answer_off_scale, "R-EXP-1", _SOURCE, (), _NEEDS),
    Rule("EXP003", "agreed-by-nobody", Severity.WARNING, agreed_by_nobody, "R-EXP-1", _SOURCE, (), _NEEDS),
    Rule("EXP004", "divided-experts", Severity.WARNING, divided_experts, "R-EXP-1", _SOURCE, (), _NEEDS),
    Rule("EXP005", "answered-twice", Severity.WARNING, answered_twice, "R-EXP-1", _SOURCE, (), _NEEDS),
)
