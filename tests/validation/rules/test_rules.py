"""Each rule finds its fault and nothing else: a file dropped here adds a test (see README.md)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from munprog import source
from munprog.diagnostics import Finding, Place, Severity
from munprog.validation import validate
from munprog.validation.rules import RULES
from munprog.workspace import find
from tests.wording import assert_well_told

HERE = Path(__file__).parent
BASE = HERE / "base"
PROGRAM = Path("programs/primer")
PROFILE = Path("schemas/profiles/primer.yaml")
SEVERITIES = {rule.code: rule.severity for rule in RULES}
ELSEWHERE = {"STR014": Severity.WARNING, "CFG012": Severity.WARNING, "CFG014": Severity.WARNING}
"""Severities of codes that are no rules, where they are not errors."""

Example = dict[str, Any]


def fixtures() -> Iterator[tuple[str, dict[str, list[Example]]]]:
    for path in sorted(HERE.glob("*.yaml")):
        read = source.read(path, name=path.name)
        assert read.findings == ()
        data: Any = read.data
        yield path.stem, data


EXAMPLES = {(code, kind): data.get(kind, []) for code, data in fixtures() for kind in ("pass", "fail")}


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(code, example, id=f"{code}: {example['title']}")
        for (code, found), listed in EXAMPLES.items()
        if found == kind
        for example in listed
    ]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_base_is_without_findings(workspace: Path) -> None:
    assert found(workspace) == ()


@pytest.mark.parametrize("code", sorted(SEVERITIES))
@pytest.mark.parametrize("kind", ["pass", "fail"])
def test_every_rule_has_examples(code: str, kind: str) -> None:
    assert EXAMPLES.get((code, kind))


@pytest.mark.parametrize(("code", "example"), examples("pass"))
def test_silent(workspace: Path, code: str, example: Example) -> None:
    change(workspace, example)
    assert found(workspace) == (), code


@pytest.mark.parametrize(("code", "example"), examples("fail"))
def test_found(workspace: Path, code: str, example: Example) -> None:
    change(workspace, example)
    findings = found(workspace)
    assert [(one.code, at(one.place), one.message) for one in findings] == [(code, example["at"], example["message"])]
    (finding,) = findings
    assert_well_told(finding)
    assert finding.severity is SEVERITIES.get(code, ELSEWHERE.get(code, Severity.ERROR))
    assert "hint" not in example or finding.hint == example["hint"]
    assert "related" not in example or [at(one.place) for one in finding.related] == [example["related"]]


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_a_profile_can_silence_or_soften(workspace: Path, code: str) -> None:
    example = EXAMPLES[code, "fail"][0]
    change(workspace, example)
    settings(workspace, code, "note")
    assert [one.severity for one in found(workspace)] == [Severity.NOTE]
    settings(workspace, code, "off")
    assert found(workspace) == ()


def change(workspace: Path, example: Example) -> None:
    """Make the edits of an example in a copy of the base."""
    for edit in example["edits"]:
        path = workspace / (PROFILE if edit["file"] == "profile.yaml" else PROGRAM / edit["file"])
        if edit.get("remove"):
            path.unlink()
        elif "add" in edit:
            path.parent.mkdir(exist_ok=True)
            path.write_text(edit["add"], "utf-8")
        else:
            text = path.read_text("utf-8")
            assert text.count(edit["find"]) == 1, f"«{edit['find']}» in {path.name}: {text.count(edit['find'])} times"
            path.write_text(text.replace(edit["find"], edit["replace"]), "utf-8")


def settings(workspace: Path, code: str, severity: str) -> None:
    """Set the severity of one rule in the profile, whatever was set before."""
    path = workspace / PROFILE
    text = path.read_text("utf-8").partition("\nrules:")[0]
    path.write_text(f"{text.rstrip()}\nrules:\n  {code}: {{severity: {severity}}}\n", "utf-8")


def found(workspace: Path) -> tuple[Finding, ...]:
    return validate(find([workspace / "programs"])).findings


def at(place: Place) -> str:
    file = Path(place.file)
    name = "profile.yaml" if file == PROFILE else file.relative_to(PROGRAM).as_posix()
    return f"{name}:{place.line}:{place.column}"
