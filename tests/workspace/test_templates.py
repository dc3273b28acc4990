"""A template of the workspace goes before the tool's, one for the profile before the common one."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog import resources
from munprog.workspace import template_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "programs/primer"
    made.mkdir(parents=True)
    return made


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"PK")
    return path


def test_nearest_template_is_taken(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "TEMPLATES", tmp_path / "tool")
    places = (
        tmp_path / "tool/order.docx",
        tmp_path / "tool/komi/order.docx",
        tmp_path / "templates/order.docx",
        tmp_path / "templates/komi/order.docx",
    )
    assert template_path("order.docx", "komi", folder) is None
    for place in places:
        put(place)
        assert template_path("order.docx", "komi", folder) == place
    assert template_path("order.docx", "base", folder) == tmp_path / "templates/order.docx"


def test_templates_of_the_tool_are_there(folder: Path) -> None:
    assert template_path("order.docx", "base", folder) == resources.TEMPLATES / "order.docx"


@pytest.mark.parametrize("name", ["../secret.docx", "komi/order.docx", "/etc/passwd", "..", "", "нет.docx"])
def test_name_cannot_lead_out_of_the_folder(folder: Path, tmp_path: Path, name: str) -> None:
    put(tmp_path / "secret.docx")
    put(tmp_path / "templates/komi/order.docx")
    assert template_path(name, "base", folder) is None
