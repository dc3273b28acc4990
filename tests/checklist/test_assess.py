"""Questions of the checklists over the example and over programmes with something taken away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from munprog.build.looking import look_at_documents
from munprog.checklist.collectors import COLLECTORS
from munprog.checklist.run import Judged, judge
from munprog.model.assessment import EXPERT_NEEDED, Assessed, Mark
from munprog.resources import SCHEMAS
from munprog.validation import validate
from munprog.workspace import find
from munprog.workspace.checklists import read_checklists

PROGRAMS = SCHEMAS.parent / "programs"


def judged(*folders: Path, looked: bool = False) -> tuple[Judged, ...]:
    validated = validate(find(folders))
    looks = {one.folder.folder: look_at_documents(one) for one in validated.checked} if looked else {}
    return judge(validated, looks)


def question(one: Judged, id: str) -> Assessed:
    return next(found for found in one.assessment.questions if found.question.id == id)


@pytest.fixture
def bare(example: Path) -> Path:
    """The example before any expert has seen it."""
    (example / "expertise.yaml").unlink(missing_ok=True)
    return example


def edit(folder: Path, file: str, find: str, replace: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert text.count(find) >= 1, find
    (folder / file).write_text(text.replace(find, replace, 1), "utf-8")


def test_all_questions_of_both_lists_are_answered_and_the_good_example_is_not_scolded(bare: Path) -> None:
    (one,) = judged(bare, looked=True)
    assert [len(found.questions) for found in one.assessment.lists] == [6, 36]
    assert one.findings == ()
    for found in one.assessment.questions:
        assert found.evidence, found.question.id
        assert all(piece.place and piece.place.file.endswith(".yaml") for piece in found.evidence)
        assert {piece.mark for piece in found.evidence} <= {Mark.PRESENT, Mark.SHOWN}, found.question.id
        by_kind = {"auto": "да", "evidence": "частично", "expert": EXPERT_NEEDED}
        assert found.proposed == by_kind[found.question.kind]
    shares = [(found.share.yes, found.share.answered, found.share.unanswered) for found in one.assessment.lists]
    assert shares == [(2, 2, 3), (10, 10, 26)], "I.6 does not count, and proposals to experts are no answers"


def test_a_gap_is_named_with_its_figure_and_place(bare: Path) -> None:
    text = (bare / "goals.yaml").read_text("utf-8")
    task = text.index("tasks:")
    without = text[:task] + re.sub(r"    problems:\n(?:      - .+\n)+", "", text[task:], count=1)
    (bare / "goals.yaml").write_text(without, "utf-8")
    (one,) = judged(bare)
    found = question(one, "II.14")
    lacking = [piece for piece in found.evidence if piece.mark is Mark.PARTLY]
    assert ("Проблемы, на которые отвечают задачи", "6 из 7") in [(piece.statement, piece.figure) for piece in lacking]
    assert found.proposed == "частично"
    coverage = question(one, "II.26")
    assert any("не отвечает ни одна задача" in piece.statement for piece in coverage.evidence)
    assert all(piece.place and piece.place.line > 1 for piece in lacking)


def test_language_is_judged_by_what_the_rules_see(bare: Path) -> None:
    again = (
        "Учителей не хватает третий год подряд, поэтому уроки математики в двух школах ведут учителя физики по МСУКО."
    )
    edit(bare, "analysis.yaml", "introduction:\n", f"introduction:\n  - {again}\n")
    edit(
        bare,
        "mechanisms.yaml",
        "\nstaffing:\n",
        f"\nstaffing:\n  - {again}\n  - Осуществление реализации годового плана.\n",
    )
    (one,) = judged(bare)
    said = {
        (id, piece.statement, piece.figure, piece.quotation, piece.place.file.rpartition("/")[2] if piece.place else "")
        for id in ("II.32", "II.33", "II.35")
        for piece in question(one, id).evidence
        if piece.mark is Mark.PARTLY
    }
    repeated = "учителей не хватает третий год подряд поэтому уроки математики в двух школах ведут…"
    assert said == {
        ("II.32", "Отрывки от 16 слов, которые повторяются слово в слово", "1", repeated, "mechanisms.yaml"),
        ("II.33", "Сокращения без расшифровки", "1", "МСУКО", "analysis.yaml"),
        ("II.35", "Канцелярские обороты", "1", "«осуществление реализации»", "mechanisms.yaml"),
    }


def test_what_is_not_there_is_answered_no(bare: Path) -> None:
    text = (bare / "analysis.yaml").read_text("utf-8")
    start = text.index("\nsocial_order:")
    end = re.compile(r"\n(?=\S)").search(text, start + 1)
    assert end
    (bare / "analysis.yaml").write_text(text[:start] + text[end.start() :], "utf-8")
    (one,) = judged(bare)
    found = question(one, "II.7")
    assert (found.proposed, found.reason) == ("нет", "В программе этого нет")
    assert found.answer == "", "an expert has to confirm it"


def test_minutes_alone_are_no_programme_to_say_no_of() -> None:
    (one,) = judged(PROGRAMS / "kremnevsk-2022")
    assert "нет" not in {found.proposed for found in one.assessment.questions}
    found = question(one, "II.2")
    assert (found.proposed, found.reason) == (
        EXPERT_NEEDED,
        "Самой программы в этих данных нет: ни целей, ни плана, ни показателей",
    )
    assert found.evidence[-1].place
    assert found.evidence[-1].place.file.endswith("minutes/2022-01-18.yaml")
    assert found.evidence[-1].quotation.startswith("Протокол заседания")


def test_what_may_stand_in_a_free_text_is_not_denied() -> None:
    (one,) = judged(PROGRAMS / "kamsk-2023")
    assert question(one, "II.23").proposed == EXPERT_NEEDED
    assert [piece.mark for piece in question(one, "II.23").evidence][-1] == Mark.SHOWN
    assert question(one, "II.21").proposed == "нет", "the indicators are there, their values by year are not"
    assert question(one, "II.18").proposed == "да", "tasks are measured through their expected results"


def test_results_with_values_or_criteria_of_their_own_are_measured() -> None:
    (one,) = judged(PROGRAMS / "chernotal-2020")
    piece = next(piece for piece in question(one, "II.4").evidence if "критериями" in piece.statement)
    assert (piece.mark, piece.figure) == (Mark.PARTLY, "4 из 5")
    assert len({piece.statement for piece in question(one, "II.6").evidence}) == len(question(one, "II.6").evidence)


def test_a_finding_of_a_rule_keeps_an_answer_from_being_yes(bare: Path) -> None:
    edit(bare, "plan.yaml", "financed: true", "financed: false")
    (one,) = judged(bare)
    found = question(one, "II.27")
    assert any(piece.statement.startswith("FIN001: ") for piece in found.evidence)
    assert found.proposed == "частично"


def test_the_look_of_documents_is_that_of_those_a_build_would_make(bare: Path) -> None:
    """Blanks that every draft has do not weigh; what people left out of the data does."""
    order = (bare / "order.yaml").read_text("utf-8")
    contact = re.search(r"^executor:\n(?:  .+\n)+", order, re.M)
    assert contact
    (bare / "order.yaml").write_text(order.replace(contact[0], ""), "utf-8")
    (one,) = judged(bare, looked=True)
    found = question(one, "II.34")
    assert found.proposed == "частично"
    look, fault = found.evidence[0], found.evidence[-1]
    assert (look.mark, look.figure, look.quotation) == (Mark.PARTLY, "3 из 4", "кроме: «Приказ»")
    assert fault.statement == "FMT032: Нет отметки об исполнителе: имени и телефона"
    assert fault.place
    assert (fault.place.file, fault.place.where) == ("order.docx", "таблица 1, строка 1, ячейка 1")
    assert not any("FMT020" in piece.statement for piece in found.evidence)


def test_documents_of_a_faulty_programme_are_not_judged(bare: Path) -> None:
    edit(bare, "goals.yaml", "tasks:", "tasks_:")
    (one,) = judged(bare, looked=True)
    assert [piece.mark for piece in question(one, "II.34").evidence][:1] == [Mark.SHOWN]


def test_a_waived_finding_is_shown_but_does_not_weigh(bare: Path) -> None:
    edit(bare, "plan.yaml", "financed: true", "financed: false")
    (before,) = judged(bare)
    code = "FIN001"
    (place,) = [one.place for one in before.checked.findings if one.code == code]
    lines = (bare / "finance.yaml").read_text("utf-8").splitlines()
    note = f"    waivers: [{{code: {code}, reason: Деньги перенесены, until: 31.12.2099}}]"
    lines.insert(place.line, note)
    (bare / "finance.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (one,) = judged(bare)
    assert one.checked.findings == ()
    (piece,) = [piece for piece in question(one, "II.27").evidence if piece.statement.startswith(code)]
    assert (piece.mark, piece.quotation) == (Mark.SHOWN, "Деньги перенесены")
    assert piece.statement.startswith("FIN001, исключено до 31.12.2099: ")


def test_an_unreadable_section_is_unknown_not_empty(bare: Path) -> None:
    (bare / "goals.yaml").write_text("goal: {text: [\n", "utf-8")
    (one,) = judged(bare)
    found = question(one, "I.5")
    assert (found.proposed, found.answer) == (EXPERT_NEEDED, "")
    assert found.reason == "Не читается goals.yaml: сначала исправьте (munprog validate)"
    assert question(one, "I.2").answer == "да", "what does not rest on it is answered"


def test_without_program_yaml_everything_is_open(bare: Path) -> None:
    (bare / "program.yaml").write_text("id: [\n", "utf-8")
    (one,) = judged(bare)
    assert {found.proposed for found in one.assessment.questions} == {EXPERT_NEEDED}
    assert one.assessment.coverage is None


def test_likeness_to_another_programme_of_the_run(bare: Path) -> None:
    import shutil

    twin = bare.parent / "dvoynik"
    shutil.copytree(bare, twin)
    edit(twin, "program.yaml", "id: priozerye-2024", "id: dvoynik")
    first, _ = judged(bare, twin)
    (piece,) = [one for one in question(first, "II.31").evidence if "самой похожей" in one.statement]
    assert (piece.mark, piece.figure) == (Mark.MISSING, "100 % (сравнено программ: 1)")


def test_a_workspace_has_its_own_questions(bare: Path) -> None:
    folder = bare.parents[1] / "schemas" / "checklists"
    folder.mkdir(parents=True)
    (folder / "region.yaml").write_text(
        "id: III\ntitle: Вопросы области\nquestions:\n"
        "  - {id: III.1, text: Есть ли план?, kind: auto, evidence: [plan-size]}\n"
        "  - {id: II.1, text: Ещё раз?, kind: auto, evidence: [plan-sise], rules: [FIN999]}\n",
        "utf-8",
    )
    (one,) = judged(bare)
    assert question(one, "III.1").answer == "да"
    assert [(found.code, found.place.line, found.place.column) for found in one.findings] == [
        ("EXP006", 5, 10), ("EXP007", 5, 75), ("EXP007", 5, 55),
    ]  # fmt: skip


def test_the_questions_are_those_of_the_source_word_for_word() -> None:
    """The digest was taken from the text of the recommendations."""
    from hashlib import sha256

    questions = shipped()
    words = "\n".join(f"{one['id']} {one['text']}" for one in questions)
    assert len(questions) == 42
    assert sha256(words.encode()).hexdigest()[:16] == "b3970249d8ac846b"


def test_every_kind_of_evidence_is_asked_for() -> None:
    assert {name for one in shipped() for name in one.get("evidence", ())} == set(COLLECTORS)


def shipped() -> list[dict[str, Any]]:
    """The questions that travel with the tool."""
    lists: list[Any] = [source.data for source in read_checklists(SCHEMAS / "no-such-workspace")]
    return [question for one in lists for question in one["questions"]]
