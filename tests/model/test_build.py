"""From the data of sections to the typed programme."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from munprog.model import blocks
from munprog.model.blocks import Clause
from munprog.model.build import SECTIONS, Unreadable, build, construct
from munprog.model.goals import Goals
from munprog.model.indicators import Indicators
from munprog.model.numbers import Value
from munprog.model.order import Order
from munprog.model.plan import Activity
from munprog.model.profile import Profile, RuleSetting
from munprog.model.section import FreeSection
from munprog.model.when import parse_moment
from tests.builders import FULL, GENERAL, GOALS, INDICATORS, MEASURE, ORDER, PASSPORT, program


def activity(**own: Any) -> Activity:
    data = {"id": "а", "title": "А", "when": "2024", "responsible": ["центр"], "result": "Р", **own}
    return construct(Activity, data, ("plan", "а"))


def section(*content: Any) -> FreeSection:
    return construct(FreeSection, {"id": "р", "title": "Р", "blocks": list(content)}, ("sections/р",))


def test_every_section_of_the_full_programme_is_built() -> None:
    found = program(FULL)
    assert {name for name in SECTIONS if name != "program" and getattr(found, name) is None} == set()
    assert found.unknown == frozenset()


def test_the_same_data_make_an_equal_programme() -> None:
    assert program(FULL) == program(FULL)
    assert program(FULL) != program({**FULL, "goals": {**GOALS, "tasks": GOALS["tasks"][:1]}})


def test_absent_sections_are_none() -> None:
    found = program()
    assert (found.passport, found.goals, found.plan) == (None, None, None)
    assert (found.tasks, found.activities, found.measures, found.schedules, found.sections) == ((), (), (), (), ())


def test_unreadable_sections_are_unknown() -> None:
    found, faults = build({"program": GENERAL}, frozenset({"plan"}))
    assert found is not None
    assert found.unknown == {"plan"}
    assert found.plan is None
    assert faults == ()


def test_without_program_yaml_there_is_no_programme() -> None:
    assert build({"goals": GOALS}) == (None, ())


@pytest.mark.parametrize(
    ("section", "data", "fault"),
    [
        (
            "goals",
            {**GOALS, "goal": {"text": "Ц", "due": "30.02.2024"}},
            Unreadable(("goals", "goal", "due"), "date", "30.02.2024"),
        ),
        (
            "plan",
            {
                "schedules": [
                    {
                        "id": "п",
                        "kind": "план",
                        "title": "П",
                        "sections": [
                            {
                                "id": "р",
                                "title": "Р",
                                "activities": [
                                    {
                                        "id": "а",
                                        "title": "А",
                                        "when": ["2024", {"when": "скоро", "note": "да"}],
                                        "responsible": ["центр"],
                                        "result": "Р",
                                    }
                                ],
                            }
                        ],
                    }
                ]
            },
            Unreadable(("plan", "schedules", 0, "sections", 0, "activities", 0, "when", 1, "when"), "when", "скоро"),
        ),
        (
            "indicators",
            {"indicators": [{"id": "п", "title": "П", "measures": [{**MEASURE, "base": {"numerator": "сто"}}]}]},
            Unreadable(("indicators", "indicators", 0, "measures", 0, "base", "numerator"), "number", "сто"),
        ),
    ],
)
def test_section_with_an_impossible_value_is_left_out(section: str, data: Any, fault: Unreadable) -> None:
    found, faults = build({"program": GENERAL, "passport": PASSPORT, section: data}, frozenset({"order"}))
    assert faults == (fault,)
    assert found is not None
    assert getattr(found, section) is None
    assert found.passport is not None
    assert found.unknown == {section, "order"}


def test_impossible_value_in_program_yaml_leaves_no_programme() -> None:
    found, faults = build({"program": {**GENERAL, "term": {"start": "31.06.2024"}}, "goals": GOALS})
    assert found is None
    assert faults == (Unreadable(("program", "term", "start"), "date", "31.06.2024"),)


@pytest.mark.parametrize(
    ("when", "path", "form", "text"),
    [
        ("до 31.02.2024", (), "date", "31.02.2024"),
        ("01.02.2024 – 31.04.2024", (), "date", "31.04.2024"),
        ({"when": "30 февраля 2024 г.", "note": "н"}, ("when",), "date", "30 февраля 2024 г."),
        (["2024", "до 2024-02-31"], (1,), "date", "2024-02-31"),
        (["2024", {"when": "скоро"}], (1, "when"), "when", "скоро"),
    ],
)
def test_a_moment_that_cannot_be_is_named_where_it_stands(when: Any, path: Any, form: str, text: str) -> None:
    stage = {"id": "э", "title": "Э", "when": when}
    _, faults = build({"program": {**GENERAL, "term": {"stages": [stage]}}})
    assert faults == (Unreadable(("program", "term", "stages", 0, "when", *path), form, text),)


def test_dates_and_numbers_are_read() -> None:
    found = construct(Goals, GOALS, ("goals",))
    assert found.goal.due == date(2025, 12, 31)
    base = construct(Indicators, INDICATORS, ("indicators",)).indicators[0].measures[0].base
    assert base is not None
    assert (base.year, base.value, base.numerator) == (2023, Value("34,5", Decimal("34.5")), Decimal(69))
    assert base.printed == "34,5 (69 из 200)"


def test_items_know_where_they_are_written() -> None:
    found = program(FULL)
    assert found.general.path == ("program",)
    assert found.tasks[1].path == ("goals", "tasks", 1)
    assert found.measures[0].path == ("indicators", "indicators", 0, "measures", 0)
    assert found.activities[0].path == ("plan", "schedules", 0, "sections", 0, "activities", 0)


def test_keys_of_years_are_text_in_the_order_of_time() -> None:
    found = activity(realisation={"2025": 2, "2024": "–"}).realisation
    assert found == {"2025": Value("2", Decimal(2)), "2024": Value("–", None)}
    assert list(found) == ["2024", "2025"]


def test_realisation_may_be_a_text() -> None:
    assert activity(realisation="издан приказ").realisation == "издан приказ"
    assert activity().realisation == ""


@pytest.mark.parametrize("when", ["2024", 2024, ["2024"], [2024], {"when": 2024}])
def test_one_moment_or_a_list_of_them(when: Any) -> None:
    assert activity(when=when).when == (parse_moment("2024"),)


def test_several_moments_with_notes() -> None:
    found = activity(when=["сентябрь 2024", {"when": "май", "note": "повторно"}]).when
    assert [one.printed for one in found] == ["сентябрь 2024", "май (повторно)"]


def test_single_text_stands_for_a_list_of_one() -> None:
    assert (
        program(passport={**PASSPORT, "mechanism": "одно"}).passport
        == program(passport={**PASSPORT, "mechanism": ["одно"]}).passport
    )


def test_empty_keys_are_as_if_absent() -> None:
    assert construct(Order, {**ORDER, "place": None, "approvals": None}) == construct(Order, ORDER)


def test_number_of_an_act_keeps_its_zeros() -> None:
    registration = construct(Order, {**ORDER, "registration": {"number": "007", "date": "01.06.2024"}}).registration
    assert (registration.number, registration.date) == ("007", date(2024, 6, 1))


def test_clause_is_a_text_or_a_tree() -> None:
    tree = {"addressee": "Руководителям школ", "lead": "обеспечить:", "clauses": ["обучение;", {"text": "отчёт."}]}
    clauses = construct(Order, {**ORDER, "clauses": ["Утвердить.", tree]}, ("order",)).clauses
    assert clauses[0] == Clause(text="Утвердить.", path=("order", "clauses", 0))
    assert [one.text for one in clauses[1].clauses] == ["обучение;", "отчёт."]
    assert clauses[1].clauses[0].path == ("order", "clauses", 1, "clauses", 0)


def test_blocks_of_every_kind() -> None:
    table = {"kind": "таблица", "title": "Т", "columns": [{"title": "Год"}], "rows": [[2024], ["–"], [None]]}
    found = section(
        "Абзац.",
        {"kind": "абзац", "lead": "Важно.", "text": "Абзац."},
        {"kind": "список", "style": "1.", "items": ["раз", {"text": "два", "items": ["под"]}]},
        {"kind": "заголовок", "text": "Глава", "level": 3},
        {"kind": "определение", "term": "Школа", "text": "место"},
        {"kind": "данные", "table": "показатели"},
        table,
    ).blocks
    paragraph, lead, listed, heading, definition, reference, data = found
    assert paragraph == blocks.Paragraph(text="Абзац.", path=("sections/р", "blocks", 0))
    assert lead == blocks.Paragraph(text="Абзац.", lead="Важно.", path=("sections/р", "blocks", 1))
    assert isinstance(listed, blocks.ListBlock)
    assert [entry.text for entry in listed.items] == ["раз", "два"]
    assert [entry.text for entry in listed.items[1].items] == ["под"]
    assert isinstance(heading, blocks.Heading)
    assert heading.level == 3
    assert isinstance(definition, blocks.Definition)
    assert (definition.term, definition.text) == ("Школа", "место")
    assert isinstance(reference, blocks.TableReference)
    assert reference.table == "показатели"
    assert isinstance(data, blocks.DataTable)
    assert data.rows == ((Value("2024", Decimal(2024)),), (Value("–", None),), (Value("", None),))


def test_free_sections_stand_in_the_order_of_their_files() -> None:
    def free(id: str) -> dict[str, Any]:
        return {"id": id, "title": id, "blocks": ["Текст."]}

    found, _ = build({"sections/10-б": free("б"), "program": GENERAL, "sections/05-а": free("а")})
    assert found is not None
    assert [one.id for one in found.sections] == ["а", "б"]
    assert found.sections[0].path == ("sections/05-а",)


def test_rule_settings_of_a_profile() -> None:
    found = construct(
        Profile,
        {"id": "p", "title": "П", "rules": {"IND004": {"severity": "off"}}},
    )
    assert found.rules["IND004"] == RuleSetting(severity="off", path=("rules", "IND004"))
    assert found.table("нет") is None
    assert found.document("нет") is None
