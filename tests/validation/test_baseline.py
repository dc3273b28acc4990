"""The list of old findings: known by programme, code and item, whatever happens to the lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from munprog.diagnostics import Severity
from munprog.validation import Validated, validate
from munprog.validation.baseline import acceptable, baseline_text, with_baseline
from munprog.workspace import find
from tests.wording import assert_well_told

BASE = Path(__file__).parent / "rules" / "base"
FILE = Path("programs/primer/indicators.yaml")
LIST = Path("baseline.yaml")
OLD = [("2024: 6", "2024: 9"), ("2025: 3", "2025: 9"), ("2026: 0", "2026: 9"), ("2025: 22,5", "2025: 130")]
"""Two old findings: IND010 at the vacancies, IND004 at a share."""


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    edit(*OLD)
    LIST.write_text(baseline_text(validated()), "utf-8")
    return tmp_path


def edit(*edits: tuple[str, str]) -> None:
    text = FILE.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    FILE.write_text(text, "utf-8")


def validated() -> Validated:
    return validate(find([Path("programs")]))


def told(text: str | None = None) -> list[str]:
    """The codes that stand when the list is taken into account."""
    if text is not None:
        LIST.write_text(text, "utf-8")
    return [one.code for one in with_baseline(validated(), LIST).findings]


def test_the_list() -> None:
    text = LIST.read_text("utf-8")
    assert text.startswith("# Прежние находки: ")
    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "version: 1",
        "programs:",
        "  primer:",
        "    - {code: IND010, item: indicators/успеваемость/measures/вакансии/values}",
        "    - {code: IND004, item: indicators/успеваемость/measures/двойки/values/2025}",
    ]
    assert baseline_text(validated()) == text
    assert acceptable(validated()) == 2


def test_old_findings_are_known_and_do_not_count() -> None:
    found = with_baseline(validated(), LIST)
    assert found.findings == ()
    assert [one.code for one in found.known] == ["IND004", "IND010"]
    assert all(one.valid for one in found.checked)


def test_lines_may_move_and_items_change_places() -> None:
    text = FILE.read_text("utf-8")
    head, first, second = text.partition("      - id: двойки")[0], *text.partition("      - id: двойки")[1:]
    one, other = (first + second).split("      - id: вакансии")
    other, rest = other.split("  - id: гласность")
    FILE.write_text(f"# переставлено\n\n{head}      - id: вакансии{other}{one}  - id: гласность{rest}", "utf-8")
    assert [one.code for one in validated().findings] == ["IND010", "IND004"]
    assert told() == []


def test_a_new_one_counts() -> None:
    edit(("2026: 18,0", "2026: 140"))
    assert told() == ["IND004"]


def test_a_mended_one_is_told() -> None:
    edit(("2025: 130", "2025: 22,5"))
    (note,) = with_baseline(validated(), LIST).findings
    assert (note.code, note.severity, note.place.file, note.place.line) == ("CFG015", Severity.NOTE, "baseline.yaml", 8)
    assert note.message == (
        "Прежних находок программы primer больше нет: IND004 – indicators/успеваемость/measures/двойки/values/2025"
    )
    assert note.hint == "Обновите список: munprog validate --write-baseline baseline.yaml."
    assert_well_told(note)


def test_what_could_not_be_checked_is_not_called_mended() -> None:
    edit(("unit: ед.", "unit_: ед."))
    assert told() == ["STR002"]
    (Path("programs/primer/program.yaml")).write_text("id: primer\n", "utf-8")
    assert "CFG015" not in told()


def test_faults_of_form_are_never_old() -> None:
    edit(("unit: ед.", "unit_: ед."))
    LIST.write_text(baseline_text(validated()), "utf-8")
    assert LIST.read_text("utf-8").endswith("programs: {}\n")
    assert told() == ["STR002"]


def test_of_several_that_are_alike_as_many_are_known_as_there_were() -> None:
    text = LIST.read_text("utf-8").replace("values/2025}", "values/2025, count: 3}")
    assert told(text) == ["CFG015"]


def test_programmes_that_are_not_looked_at_do_not_matter() -> None:
    assert told(LIST.read_text("utf-8") + "  zarechye:\n    - {code: IND010, item: plan}\n") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("version: 2\nprograms: {}\n", "STR004"),
        ("version: 1\nprograms: [\n", "SRC003"),
        ("version: 1\nprograms:\n  primer:\n    - {code: IND010}\n", "STR001"),
        ("version: 1\nprograms: {primer: 5}\n", "STR003"),
        ("", "SRC008"),
    ],
)
def test_a_list_that_cannot_be_read_accepts_nothing(text: str, code: str) -> None:
    assert told(text) == [code, "IND004", "IND010"]
