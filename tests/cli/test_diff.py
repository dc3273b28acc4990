"""`munprog diff` over folders and git revisions."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema

from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "programs" / "priozerye-2024"
SCHEMA = json.loads((ROOT / "schemas" / "differences.schema.json").read_text(encoding="utf-8"))


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Т", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def workspace() -> Path:
    """A repository with the example committed, in the current folder; its goals, to be edited."""
    shutil.copytree(EXAMPLE, Path("programs") / EXAMPLE.name)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "первая")
    return Path("programs") / EXAMPLE.name / "goals.yaml"


def change(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("due: 31.12.2026", "due: 30.12.2026", 1), encoding="utf-8")


def test_a_revision_against_the_files_in_hand(run: Run) -> None:
    change(workspace())
    result = run("diff", "HEAD")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "  Цель, задачи, ожидаемые результаты",
        "    Цель, срок: 31.12.2026 → 30.12.2026",
        "",
        "Отличий: 1.",
    ]


def test_two_revisions_as_json_by_their_schema(run: Run) -> None:
    goals = workspace()
    change(goals)
    git("commit", "--quiet", "--all", "--message", "вторая")
    goals.unlink()  # what lies in the folder is of no account
    result = run("diff", "HEAD~1", "HEAD", "--format", "json")
    content = json.loads(result.stdout)
    jsonschema.validate(content, SCHEMA)
    (found,) = content["programs"][0]["differences"]
    assert (found["change"], found["path"], found["before"], found["after"]) == (
        "changed", ["goal", "due"], "31.12.2026", "30.12.2026",
    )  # fmt: skip


def test_a_programme_that_came_and_one_that_went(run: Run) -> None:
    shutil.copytree(EXAMPLE, Path("old/programs/priozerye-2024"))
    Path("new/programs").mkdir(parents=True)
    assert "  Программа удалена." in run("diff", "old", "new").stdout.splitlines()
    assert "  Программа добавлена." in run("diff", "new", "old").stdout.splitlines()


def test_the_revision_decides_and_not_the_attributes_of_the_repository(run: Run) -> None:
    goals = workspace()
    Path(".gitattributes").write_text("*.yaml export-ignore\n", encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", "атрибуты")
    change(goals)
    assert "Отличий: 1." in run("diff", "HEAD").stdout


def test_links_of_a_revision_lead_nowhere(run: Run, tmp_path: Path) -> None:
    goals = workspace()
    secret = tmp_path / "secret.yaml"
    secret.write_text("goal: тайна\n", encoding="utf-8")
    goals.unlink()
    goals.symlink_to(secret)
    git("add", "--all")
    git("commit", "--quiet", "--message", "ссылка")
    assert "тайна" not in run("diff", "HEAD~1", "HEAD", "--format", "json").stdout


def test_what_is_no_revision_gets_one_clear_line(run: Run) -> None:
    workspace()
    result = run("diff", "--", "-x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Ошибка: ревизии «-x» в репозитории нет.\n"


def test_outside_a_repository_it_says_so(run: Run) -> None:
    result = run("diff", "main")
    assert result.exit_code == 2
    assert result.stderr == "Ошибка: здесь нет репозитория git, поэтому ревизию «main» взять неоткуда.\n"
