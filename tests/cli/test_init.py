"""`munprog init`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from munprog.resources import EDITOR, TEMPLATES

from .conftest import Run


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_workspace_of_one_profile_works_at_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run("init", "kray", "--profile", "perm-2023")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert "munprog new moy-rayon --profile perm-2023" in shown.stderr
    found = files(tmp_path / "kray")
    assert {".gitignore", ".editorconfig", ".gitattributes", ".pre-commit-config.yaml", "README.md"} < found
    assert {".vscode/settings.json", ".github/workflows/pull-request.yml", "templates/order.docx"} < found
    assert {name for name in found if name.startswith("schemas/profiles/")} == {
        "schemas/profiles/base.yaml",
        "schemas/profiles/perm-2023.yaml",
    }
    assert "--profile perm-2023" in (tmp_path / "kray" / "README.md").read_text("utf-8")
    monkeypatch.chdir(tmp_path / "kray")
    for command in (("new", "rayon", "--profile", "perm-2023"), ("validate",), ("templates", "check"), ("build",)):
        shown = run(*command)
        assert shown.exit_code == 0, shown.output


def test_the_editor_finds_every_schema_that_it_is_told_of(run: Run, tmp_path: Path) -> None:
    assert run("init", "all").exit_code == 0
    settings = json.loads((tmp_path / "all" / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings == json.loads((EDITOR / "settings.json").read_text("utf-8"))
    assert all((tmp_path / "all" / name).is_file() for name in settings["yaml.schemas"])
    own = {path.name for path in TEMPLATES.glob("*.docx")}
    assert {name for name in files(tmp_path / "all" / "templates") if "/" not in name} == own


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kray").mkdir()
    (tmp_path / "kray" / "README.md").write_text("мой", "utf-8")
    shown = run("init", "kray")
    assert (shown.exit_code, "такие файлы уже есть: kray/README.md" in shown.stderr) == (2, True)
    assert files(tmp_path / "kray") == {"README.md"}


def test_a_folder_with_other_files_is_added_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kray").mkdir()
    (tmp_path / "kray" / "LICENSE").write_text("мой", "utf-8")
    assert run("init", "kray", "--profile", "komi-2023").exit_code == 0
    assert {"LICENSE", "README.md"} < files(tmp_path / "kray")


def test_a_failure_leaves_nothing_behind(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from munprog.workspace import initial

    def full(path: Path, data: bytes) -> bool:
        if path.name == "order.docx":
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return True

    monkeypatch.setattr(initial, "write_atomically", full)
    assert run("init", "kray").exit_code == 2
    assert not (tmp_path / "kray").exists()
    (tmp_path / "here").mkdir()
    assert run("init", "here").exit_code == 2
    assert files(tmp_path / "here") == set()


def test_an_unknown_profile(run: Run) -> None:
    shown = run("init", "kray", "--profile", "kray-2030")
    assert (shown.exit_code, "нет профиля «kray-2030». Есть: base, " in shown.stderr) == (2, True)
