"""Parameters of rules: declared once, set by a profile, checked there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from munprog.diagnostics import Severity
from munprog.validation import validate
from munprog.validation.parameters import Parameter, default_shown
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules import RULES
from munprog.workspace import find
from tests.wording import assert_well_told

BASE = Path(__file__).parent / "rules" / "base"
PROFILE = "schemas/profiles/primer.yaml"
JUMP = Parameter("jump", Decimal(3), "во сколько раз может вырасти значение за год", "раза")
WORDS = Parameter("words", ("и т. д.", "и др."), "слова, о которых говорится")
LENGTH = Parameter("length", 40, "сколько слов может быть в предложении", "слов", least=5)


def told(case: Case) -> Iterator[Fault]:
    yield Fault(("program", "id"), f"{case.setting(JUMP)}|{case.setting(WORDS)}|{case.setting(LENGTH)}")


RULE = Rule("IND999", "sample", Severity.WARNING, told, parameters=(JUMP, WORDS, LENGTH))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for module in ("run", "ruling", "profile"):
        monkeypatch.setattr(f"munprog.validation.{module}.RULES", (*RULES, RULE))
    return tmp_path


def found(workspace: Path, setting: str = "") -> list[tuple[str, str]]:
    profile = workspace / PROFILE
    if setting:
        profile.write_text(f"{profile.read_text('utf-8').rstrip()}\nrules:\n  IND999: {{{setting}}}\n", "utf-8")
    return [(one.severity, one.message) for one in validate(find([workspace / "programs"])).findings]


def test_defaults_hold_where_the_profile_says_nothing(workspace: Path) -> None:
    assert found(workspace) == [("warning", "3|('и т. д.', 'и др.')|40")]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("jump: 1.5", ("warning", "1.5|('и т. д.', 'и др.')|40")),
        ("jump: '1,5', severity: note", ("note", "1.5|('и т. д.', 'и др.')|40")),
        ("words: [прочее], length: 5", ("warning", "3|('прочее',)|5")),
        ("words: прочее", ("warning", "3|('прочее',)|40")),
        ("severity: error", ("error", "3|('и т. д.', 'и др.')|40")),
    ],
)
def test_the_profile_sets_them(workspace: Path, setting: str, expected: tuple[str, str]) -> None:
    assert found(workspace, setting) == [expected]


@pytest.mark.parametrize(
    ("setting", "code", "column", "message", "hint"),
    [
        ("jmup: 2", "CFG010", 12, "У правила IND999 нет настройки «jmup»", "Возможно, имелось в виду «jump»."),
        (
            "severty: note", "CFG010", 12, "У правила IND999 нет настройки «severty»",
            "Возможно, имелось в виду «severity».",
        ),
        ("limit: 3", "CFG010", 12, "У правила IND999 нет настройки «limit»", "Есть: severity, jump, words, length."),
        (
            "jump: втрое", "CFG011", 18, "Настройка «jump» правила IND999 – число не меньше 0, а здесь «втрое»",
            "Она значит: во сколько раз может вырасти значение за год; обычно 3 раза.",
        ),
        (
            "length: 4", "CFG011", 20, "Настройка «length» правила IND999 – целое число не меньше 5, а здесь «4»",
            "Она значит: сколько слов может быть в предложении; обычно 40 слов.",
        ),
        (
            "words: {а: 1}", "CFG011", 19, "Настройка «words» правила IND999 – список слов, а здесь набор ключей",
            "Она значит: слова, о которых говорится; обычно и т. д.; и др.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(workspace: Path, setting: str, code: str, column: int, message: str, hint: str) -> None:
    found(workspace, setting)
    (finding,) = validate(find([workspace / "programs"])).findings
    assert (finding.code, finding.place.column, finding.message, finding.hint) == (code, column, message, hint)
    assert_well_told(finding)


@pytest.mark.parametrize("value", [True, None, "", -1, [1], {}])
def test_what_is_no_number(value: object) -> None:
    assert JUMP.read(value) is None


@pytest.mark.parametrize("value", [1, None, "", [""], ["а", 1]])
def test_what_is_no_list_of_words(value: object) -> None:
    assert WORDS.read(value) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_parameters_of_the_registry_are_told_in_russian(rule: Rule) -> None:
    names = [one.name for one in rule.parameters]
    assert len(set(names)) == len(names)
    assert "severity" not in names
    for one in rule.parameters:
        assert one.name.replace("_", "").isascii()
        assert one.meaning[0].islower()
        assert not one.meaning.endswith(".")
        assert one.read(one.default) == one.default
        assert default_shown(one)
