"""Waivers: what they cover, until when, and what is wrong with them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from munprog.review.digests import digests_of
from munprog.validation import Checked, validate
from munprog.workspace import find
from tests.schemas.schema_files import everything
from tests.wording import assert_well_told

BASE = Path(__file__).parent / "rules" / "base"
FILE = "programs/primer/indicators.yaml"
TODAY = date(2026, 6, 1)
STILL = [("2024: 6", "2024: 9"), ("2025: 3", "2025: 9"), ("2026: 0", "2026: 9,0")]
"""Makes the second measure stand still: IND010 at its `values`."""
WAIVER = "{code: IND010, reason: Школу закрывают, until: 31.12.2026}"
MEASURE = "      - id: вакансии\n"
INDICATOR = "indicators:\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(workspace: Path, *edits: tuple[str, str], as_of: date | None = TODAY) -> Checked:
    path = workspace / FILE
    text = path.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    (one,) = validate(find([workspace / "programs"]), as_of=as_of).checked
    for finding in one.findings:
        assert_well_told(finding)
    return one


def told(one: Checked) -> list[tuple[str, int, int, str]]:
    return [(each.code, each.place.line, each.place.column, each.message) for each in one.findings]


def on_measure(waiver: str = WAIVER) -> tuple[str, str]:
    return MEASURE, f"{MEASURE}        waivers:\n          - {waiver}\n"


def on_section(waiver: str = WAIVER) -> tuple[str, str]:
    return INDICATOR, f"waivers:\n  - {waiver}\n{INDICATOR}"


@pytest.mark.parametrize("waived", [on_measure(), on_section()])
def test_a_waived_finding_is_set_aside(workspace: Path, waived: tuple[str, str]) -> None:
    one = checked(workspace, *STILL, waived)
    assert one.findings == ()
    assert one.valid
    (kept,) = one.waived
    assert (kept.finding.code, kept.reason, kept.until) == ("IND010", "Школу закрывают", date(2026, 12, 31))
    assert kept.finding.item == "indicators/успеваемость/measures/вакансии/values"
    line = (workspace / FILE).read_text("utf-8").splitlines()[kept.place.line - 1]
    assert "code: IND010" in line


def test_a_waiver_covers_nothing_beside_it(workspace: Path) -> None:
    one = checked(workspace, *STILL, ("      - id: двойки\n", f"      - id: двойки\n        waivers: [{WAIVER}]\n"))
    assert told(one) == [
        ("CFG014", 7, 26, "Исключение IND010 ничего не исключает: такой находки здесь нет"),
        ("IND010", 33, 9, "Значения индикатора «Количество вакансий» все годы равны исходному: 9"),
    ]
    assert one.waived == ()


def test_it_holds_through_its_last_day(workspace: Path) -> None:
    assert checked(workspace, *STILL, on_measure(), as_of=date(2026, 12, 31)).findings == ()
    one = checked(workspace, as_of=date(2027, 1, 1))
    assert told(one) == [
        ("CFG013", 23, 60, "Исключение IND010 действовало до 31.12.2026: находка вернулась"),
        ("IND010", 34, 9, "Значения индикатора «Количество вакансий» все годы равны исходному: 9"),
    ]
    expired, found = one.findings
    assert [each.place for each in expired.related] == [found.place]


def test_without_a_day_none_expires(workspace: Path) -> None:
    assert checked(workspace, *STILL, on_measure(WAIVER.replace("2026", "2020")), as_of=None).findings == ()


def test_an_expired_one_of_which_nothing_is_left_is_unused(workspace: Path) -> None:
    one = checked(workspace, on_measure(WAIVER.replace("2026", "2020")))
    assert [each.code for each in one.findings] == ["CFG014"]


def test_the_nearest_holds_and_the_farther_is_not_needed(workspace: Path) -> None:
    one = checked(workspace, *STILL, on_measure(), on_section())
    assert [(each.code, each.place.line) for each in one.findings] == [("CFG014", 2)]


def test_the_farther_holds_where_the_nearest_has_expired(workspace: Path) -> None:
    one = checked(workspace, *STILL, on_measure(WAIVER.replace("2026", "2020")), on_section())
    assert [each.code for each in one.findings] == ["CFG013"]
    assert len(one.waived) == 1


@pytest.mark.parametrize(
    ("code", "message", "hint"),
    [
        ("IMD010", "Исключение названо кодом IMD010, которого нет", "Возможно, имелось в виду «IND010»."),
        ("STR002", "Находку STR002 исключить нельзя: это ошибка записи, а не решение авторов программы", None),
        ("CFG014", "Находку CFG014 исключить нельзя: это ошибка записи, а не решение авторов программы", None),
        (
            "QQQ777", "Исключение названо кодом QQQ777, которого нет",
            "Код стоит в находке перед двоеточием; все коды показывает «munprog explain».",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_waived(workspace: Path, code: str, message: str, hint: str | None) -> None:
    one = checked(workspace, on_measure(WAIVER.replace("IND010", code)))
    (finding,) = one.findings
    assert (finding.code, finding.message) == ("CFG012", message)
    assert hint is None or finding.hint == hint


def test_what_a_section_that_cannot_be_read_would_say_is_not_known(workspace: Path) -> None:
    plan = workspace / "programs/primer/plan.yaml"
    plan.write_text("schedules: нет\n", "utf-8")
    one = checked(workspace, on_section("{code: PLA001, reason: Пока не решили, until: 31.12.2026}"))
    assert [each.code for each in one.findings] == ["STR003"]


@pytest.mark.parametrize(
    ("waiver", "code", "column"),
    [
        ("{code: IND010, until: 31.12.2026}", "STR001", 13),
        ("{code: IND010, reason: Так надо}", "STR001", 13),
        ("{code: IND010, reason: ' ', until: 31.12.2026}", "STR006", 36),
        ("{code: IND010, reason: Так надо, until: завтра}", "STR005", 53),
        ("{code: IND010, reason: Так надо, until: 31.02.2026}", "STR005", 53),
        ("{code: ind-10, reason: Так надо, until: 31.12.2026}", "STR005", 20),
        ("{code: IND010, reason: Так надо, untill: 31.12.2026}", "STR002", 46),
    ],
)
def test_its_form(workspace: Path, waiver: str, code: str, column: int) -> None:
    one = checked(workspace, on_measure(waiver))
    assert [(each.code, each.place.line, each.place.column) for each in one.findings] == [(code, 23, column)]


def test_waivers_are_no_part_of_the_programme(workspace: Path) -> None:
    bare = checked(workspace, *STILL)
    with_waiver = checked(workspace, on_measure("{code: IND010, reason: '[[таблица:нет]]', until: 31.12.2026}"))
    assert with_waiver.program == bare.program
    assert with_waiver.findings == ()


def test_every_section_and_every_item_with_an_id_takes_waivers() -> None:
    lacking = [
        str(one)
        for one in everything()
        if one.role != "condition"
        and one.schema.get("additionalProperties") is False
        and "waivers" not in one.schema.get("properties", {"waivers": None})
        and (one.role == "root" or "id" in one.schema["properties"])
        and one.file not in ("common.schema.json", "expertise.schema.json", "signoff.schema.json")
    ]
    assert lacking == [], 'its first property is to be "waivers": {"$ref": "common.schema.json#/$defs/waivers"}'


def test_an_id_may_be_the_same_word(workspace: Path) -> None:
    finance = workspace / "programs/primer/finance.yaml"
    finance.write_text(finance.read_text("utf-8").replace("местный", "waivers"), "utf-8")
    assert checked(workspace).findings == ()


def test_a_digest_of_the_content_knows_nothing_of_waivers(workspace: Path) -> None:
    bare, waived = checked(workspace, *STILL), checked(workspace, on_measure(), on_section())
    assert bare.program
    assert waived.program
    assert bare.profile
    assert digests_of(bare.program, bare.profile, {}) == digests_of(waived.program, bare.profile, {})
