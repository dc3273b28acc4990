"""The pages of documentation: their links lead somewhere, every page is reached, every command is told of."""

from __future__ import annotations

import re
from pathlib import Path

from munprog.cli.group import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)[^)\s]*\)")


def test_links_lead_somewhere() -> None:
    lost = [
        (page.relative_to(ROOT).as_posix(), link)
        for page in PAGES
        for link in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert lost == []


def test_every_page_is_reached_once_from_the_first() -> None:
    listed = re.findall(r"^\| \[[^]]+\]\(([\w-]+\.md)\)", (DOCS / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(page.name for page in DOCS.glob("*.md") if page.name != "README.md")


def test_readme_tells_of_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `munprog (\w+)", text, re.MULTILINE) == list(COMMANDS)


def test_changelog_says_each_thing_once() -> None:
    lines = [line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith(("*", "#"))]
    assert sorted(lines) == sorted(set(lines))
