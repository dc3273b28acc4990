"""Answers of experts: who goes before whom, what is asked to be looked at again, how it is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog.checklist.record import NotByLines, recorded
from munprog.checklist.run import Judged, judge
from munprog.model.assessment import Assessed
from munprog.validation import validate
from munprog.workspace import find

EXPERTS = """\
experts:
  - {id: авторы, name: Рабочая группа, kind: группа}
  - {id: комиссия, name: Экспертная группа, kind: группа}
  - {id: совет, name: Совет директоров, kind: группа}
reviews:
  # сначала сами
  - expert: авторы
    kind: самооценка
    date: 01.03.2024
    answers:
      II.14: да
      II.6: да  # спорно
"""
EXTERNAL = """\
  - expert: {expert}
    kind: экспертиза
    date: {date}
    answers:
      II.14: {answer}
"""


def judged(folder: Path, text: str) -> Judged:
    (folder / "expertise.yaml").write_text(text, "utf-8")
    (one,) = judge(validate(find([folder])))
    return one


def question(one: Judged, id: str) -> Assessed:
    return next(found for found in one.assessment.questions if found.question.id == id)


def test_an_expert_goes_before_the_authors_and_they_before_the_tool(example: Path) -> None:
    one = judged(example, EXPERTS)
    assert (question(one, "II.14").answer, question(one, "II.14").origin) == ("да", "самооценка")
    one = judged(example, EXPERTS + EXTERNAL.format(expert="комиссия", date="20.03.2024", answer="нет"))
    found = question(one, "II.14")
    assert (found.proposed, found.answer, found.origin) == ("частично", "нет", "экспертиза")
    assert [(said.expert, said.answer) for said in found.opinions] == [
        ("Рабочая группа", "да"), ("Экспертная группа", "нет"),
    ]  # fmt: skip


def test_disagreement_stays_open_until_an_answer_is_agreed(example: Path) -> None:
    two = EXPERTS + "".join(
        EXTERNAL.format(expert=expert, date="20.03.2024", answer=answer)
        for expert, answer in (("комиссия", "да"), ("совет", "нет"))
    )
    found = question(judged(example, two), "II.14")
    assert (found.divided, found.answer, found.origin) == (True, "", "мнения разошлись")
    found = question(judged(example, f"{two}agreed:\n  II.14: частично\n"), "II.14")
    assert (found.divided, found.answer, found.origin) == (False, "частично", "согласовано")


def test_the_later_answer_of_one_expert_counts(example: Path) -> None:
    text = EXPERTS + "".join(
        EXTERNAL.format(expert="комиссия", date=date, answer=answer)
        for date, answer in (("02.04.2024", "да"), ("20.03.2024", "нет"))
    )
    assert question(judged(example, text), "II.14").answer == "да"


def test_answers_are_remembered_with_what_they_rest_on(example: Path) -> None:
    text, count = recorded(judged(example, EXPERTS))
    assert count == 2
    assert text.startswith(EXPERTS), "comments and order stay, the basis follows the answers"
    assert [line.split(":")[0].strip() for line in text[len(EXPERTS) :].splitlines()] == ["basis", "II.6", "II.14"]
    again, count = recorded(judged(example, text))
    assert (again, count) == (text, 0)


def test_a_change_beneath_an_answer_is_told_and_can_be_confirmed(example: Path) -> None:
    text, _ = recorded(judged(example, EXPERTS))
    goals = (example / "goals.yaml").read_text("utf-8")
    (example / "goals.yaml").write_text(goals.replace("    title: ", "    title: Срочно – ", 1), "utf-8")
    one = judged(example, text)
    changed = ("задачи и их связь с проблемами", "проблемы и отвечающие на них задачи")
    assert question(one, "II.14").stale == changed
    assert question(one, "II.6").stale == ()
    (finding,) = one.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("EXP008", 11, 14)
    assert finding.message == f"Ответ на вопрос II.14 пора пересмотреть: изменилось – {'; '.join(changed)}"
    same, count = recorded(one)
    assert (same, count) == (text, 0), "what was written stays until a person confirms it"
    confirmed, count = recorded(one, frozenset({"II.14"}))
    assert count == 1
    assert judged(example, confirmed).findings == ()


def test_layout_of_the_yaml_is_no_change(example: Path) -> None:
    text, _ = recorded(judged(example, EXPERTS))
    goals = (example / "goals.yaml").read_text("utf-8")
    (example / "goals.yaml").write_text("# пояснение\n\n" + goals.replace("tasks:", "tasks:  # пять", 1), "utf-8")
    assert judged(example, text).findings == ()


def test_a_sheet_in_one_line_is_left_alone(example: Path) -> None:
    line = "  - {expert: совет, kind: экспертиза, date: 20.03.2024, answers: {I.1: да}}\n"
    with pytest.raises(NotByLines, match=r"expertise\.yaml:13: лист записан в фигурных скобках"):
        recorded(judged(example, EXPERTS + line))
