"""The catalogue speaks of every code, in Russian, with examples that are what they say; its pages are fresh."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import munprog
from munprog import source
from munprog.diagnostics import Severity
from munprog.validation import catalogue
from munprog.validation.catalogue import Entry
from munprog.validation.registry import Rule
from munprog.validation.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "rule_pages.py"
CODE = re.compile("[A-Z]{3}[0-9]{3}")
ENTRIES = catalogue.entries()
IN_YAML = [entry for entry in ENTRIES if not entry.code.startswith("TPL")]
TOLD = {"SRC001", "SRC007", "SRC009", "SRC011"}
"""Faults of a whole file, which no example in a text can show."""


def codes_in_use() -> set[str]:
    """Every code that the package writes out."""
    return {
        node.value
        for path in Path(munprog.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def test_every_code_has_its_entry_and_no_other() -> None:
    assert [entry.code for entry in ENTRIES] == sorted(codes_in_use())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_facts_of_a_rule_come_from_the_registry(rule: Rule) -> None:
    entry = catalogue.entry(rule.code)
    assert (entry.name, entry.severity) == (rule.name, rule.severity)
    assert (entry.requirement, entry.source, entry.checklist) == (rule.requirement, rule.source, rule.checklist)
    assert entry.is_rule


def test_names_are_unlike() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch("[a-z]+(-[a-z0-9]+)*", name)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_it_is_told_in_whole_russian_sentences(entry: Entry) -> None:
    assert re.match("[А-ЯЁ«]", entry.title)
    assert not entry.title.endswith(".")
    assert len(entry.title) <= 80
    for text in (entry.what, entry.why):
        assert re.match("[А-ЯЁ«]", text)
        assert text.endswith((".", "?"))
        assert re.search("[а-яё]", text)
    assert entry.source


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_wrong_and_right_differ(entry: Entry) -> None:
    assert entry.wrong
    assert entry.right
    assert entry.wrong != entry.right


@pytest.mark.parametrize("entry", IN_YAML, ids=lambda entry: entry.code)
def test_what_is_called_right_can_be_read(entry: Entry) -> None:
    assert codes(entry.right) <= {"SRC008", "SRC012"}, "a comment alone, or a list cut out of its file"


@pytest.mark.parametrize("entry", IN_YAML, ids=lambda entry: entry.code)
def test_what_is_called_wrong_is_wrong_in_this_alone(entry: Entry) -> None:
    if entry.code.startswith("SRC") and entry.code not in TOLD:
        assert codes(entry.wrong) == {entry.code}
    else:
        assert codes(entry.wrong) <= {"SRC008", "SRC012"}


def test_an_unknown_code() -> None:
    with pytest.raises(KeyError):
        catalogue.entry("IND999")


def test_validation_does_without_the_catalogue() -> None:
    script = "import sys, munprog.validation; sys.exit('munprog.validation.catalogue' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_pages_are_fresh() -> None:
    assert pages(TOOL, "--check") == (0, "")


def test_pages_are_made_and_watched(tmp_path: Path) -> None:
    tool = tmp_path / "tools" / TOOL.name
    tool.parent.mkdir()
    shutil.copy(TOOL, tool)
    folder = tmp_path / "docs" / "rules"
    code, told = pages(tool, "--check")
    assert code == 1
    assert "ANA001.md" in told
    assert pages(tool) == (0, "")
    assert {path.name for path in folder.iterdir()} == {"README.md", *(f"{entry.code}.md" for entry in ENTRIES)}
    (folder / "OLD001.md").write_text("Старая страница.\n", "utf-8")
    (folder / "IND004.md").unlink()
    assert pages(tool, "--check") == (
        1,
        "Stale in docs/rules: IND004.md, OLD001.md. Run: python tools/rule_pages.py\n",
    )
    assert pages(tool) == (0, "")
    assert pages(tool, "--check") == (0, "")


def test_a_page() -> None:
    page = (ROOT / "docs" / "rules" / "PAS001.md").read_text("utf-8")
    entry = catalogue.entry("PAS001")
    assert entry.severity is Severity.WARNING
    assert page.startswith(f"# PAS001. {entry.title}\n")
    assert f"```yaml\n{entry.wrong}\n```" in page
    assert f"```yaml\n{entry.right}\n```" in page
    assert "```yaml\nrules:\n  PAS001: {severity: note}\n```" in page


def codes(example: str) -> set[str]:
    return {finding.code for finding in source.read_text(f"{example}\n", name="example").findings}


def pages(tool: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, tool, *arguments], capture_output=True, check=False, encoding="utf-8", text=True
    )
    return done.returncode, done.stderr
