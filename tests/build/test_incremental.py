"""Only what is stale is rendered, and what is fresh is what a build from nothing would write."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from munprog.build import Outcome, build_all
from munprog.build.manifest import NAME
from munprog.rendering import Template

from .conftest import edit, task_of, tree

LIGHT = """
import sys
from munprog.cli import main
main(["build", "--output", sys.argv[1], sys.argv[2]], standalone_mode=False)
heavy = {"lxml", "docxtpl", "jinja2", "docx", "munprog.rendering", "munprog.documents"}
print(sorted(heavy & set(sys.modules)))
"""


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates as they are rendered."""
    names: list[str] = []
    render = Template.render

    def counted(self: Template, *arguments: object, **options: object) -> bytes:
        names.append(self.name)
        return render(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Template, "render", counted)
    return names


def build(example: Path, output: Path, *, force: bool = False) -> Outcome:
    (outcome,) = build_all([task_of(example, output, force=force)])
    assert not outcome.findings
    return outcome


def touched(example: Path, change: Callable[[Path], None], rendered: list[str]) -> list[str]:
    """What is rendered after a change; the result is that of a build from nothing."""
    output = example.parents[1] / "output"
    build(example, output)
    rendered.clear()
    change(output)
    build(example, output)
    found = list(rendered)
    assert tree(output) == tree_from_nothing(example)
    return found


def tree_from_nothing(example: Path) -> dict[str, bytes]:
    output = example.parents[1] / "anew"
    build(example, output)
    return tree(output)


ALL = ["order.docx", "program.docx", "roadmap.docx", "approval_sheet.docx"]


def test_nothing_changed(example: Path, rendered: list[str]) -> None:
    assert touched(example, lambda _: None, rendered) == []


def test_a_comment_changes_the_manifest_alone(example: Path, rendered: list[str]) -> None:
    def change(_: Path) -> None:
        plan = example / "plan.yaml"
        plan.write_text(f"# Согласовано.\n{plan.read_text('utf-8')}", "utf-8")

    assert touched(example, change, rendered) == []


def test_a_value_renders_the_documents_that_show_it(example: Path, rendered: list[str]) -> None:
    def change(_: Path) -> None:
        edit(example / "program.yaml", "phone: +7", "phone: 8")

    assert touched(example, change, rendered) == ["order.docx"]


@pytest.mark.parametrize("damage", [b"", b"PK forged", None])
def test_a_document_that_is_not_as_it_was_written(example: Path, rendered: list[str], damage: bytes | None) -> None:
    def change(output: Path) -> None:
        path = output / "roadmap.docx"
        path.unlink() if damage is None else path.write_bytes(damage)

    assert touched(example, change, rendered) == ["roadmap.docx"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 2}',
        '{"version": 1, "content": "", "documents": {"../x.docx": {}}}',
        "[" * 9999,
    ],
)
def test_a_damaged_manifest(example: Path, rendered: list[str], text: str) -> None:
    def change(output: Path) -> None:
        (output / NAME).write_text(text)

    assert touched(example, change, rendered) == ALL


def test_a_manifest_that_lost_a_key(example: Path, rendered: list[str]) -> None:
    def change(output: Path) -> None:
        value = json.loads((output / NAME).read_text("utf-8"))
        del value["documents"]["order.docx"]["made_of"]
        (output / NAME).write_text(json.dumps(value), "utf-8")

    assert touched(example, change, rendered) == ALL


def test_another_template(example: Path, rendered: list[str]) -> None:
    def change(_: Path) -> None:
        from munprog.resources import TEMPLATES

        (example.parents[1] / "templates").mkdir()
        # The same look from a package of other bytes.
        data = (TEMPLATES / "roadmap.docx").read_bytes()
        (example.parents[1] / "templates" / "roadmap.docx").write_bytes(data[:-2] + b"\x01\x00!")

    assert touched(example, change, rendered) == ["roadmap.docx"]


def test_another_tool(example: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def change(_: Path) -> None:
        for module in ("task", "making"):
            monkeypatch.setattr(f"munprog.build.{module}.tool_digest", lambda: "newer")

    assert touched(example, change, rendered) == ALL


def test_force(example: Path, rendered: list[str]) -> None:
    output = example.parents[1] / "output"
    build(example, output)
    rendered.clear()
    assert build(example, output, force=True).written == ()
    assert rendered == ALL


def test_what_is_fresh_needs_nothing_heavy(example: Path, tmp_path: Path) -> None:
    build(example, tmp_path / "output" / example.name)
    call = [sys.executable, "-c", LIGHT, str(tmp_path / "output"), str(example)]
    assert subprocess.run(call, capture_output=True, text=True, check=True).stdout.endswith("\n[]\n")
