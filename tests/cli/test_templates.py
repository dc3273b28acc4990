"""`munprog templates check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog.resources import TEMPLATES
from tests.rendering.packages import paragraph, with_body

from .conftest import Run


@pytest.mark.usefixtures("example")
def test_templates_of_a_workspace(run: Run) -> None:
    shown = run("templates", "check")
    assert shown.exit_code == 0, shown.output
    Path("templates").mkdir(exist_ok=True)
    Path("templates/order.docx").write_bytes(with_body(paragraph("{{ titel }}")))
    shown = run("templates", "check")
    assert shown.exit_code == 1
    assert (
        "\n\ntemplates/order.docx: раздел 1, абзац 1: TPL014 ошибка: Документ не даёт значения «titel»" in shown.stdout
    )
    assert run("templates", "check", "templates/order.docx").exit_code == 1


def test_a_workspace_without_programmes(run: Run) -> None:
    """The profiles there are name the templates."""
    shown = run("templates", "check", "--profile", "komi-2023")
    assert (shown.exit_code, "ошибок" in shown.stdout) == (0, False)


def test_names_of_a_kind(run: Run) -> None:
    shown = run("templates", "check", "--context", "approval_sheet")
    assert shown.exit_code == 0
    assert "  rows[].position " in shown.stdout
    assert "нет документов вида «letter»" in run("templates", "check", "--context", "letter").stderr


def test_a_file_that_is_no_template(run: Run) -> None:
    Path("other.docx").write_bytes((TEMPLATES / "order.docx").read_bytes())
    shown = run("templates", "check", "other.docx", "--profile", "komi-2023")
    assert (shown.exit_code, "не шаблон профиля" in shown.stderr) == (2, True)
