"""`munprog fmt`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from munprog.model.build import build
from munprog.workspace import read_folder

from .conftest import Run
from .test_help import stray_latin

ROOT = Path(__file__).resolve().parents[2]

UGLY = """\
# Цель
goal:
    text:   'Снизить долю'
    due: 2024-12-31   # срок

tasks:
- id: кадры
  title: "Закрыть вакансии"
  due: 1 июня 2024 г.
results:
  - {id: итог, text: Итог, tasks: [кадры]}
"""
NEAT = """\
# Цель
goal:
  text: Снизить долю
  due: 31.12.2024   # срок

tasks:
  - id: кадры
    title: Закрыть вакансии
    due: 01.06.2024
results:
  - {id: итог, text: Итог, tasks: [кадры]}
"""


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.fixture
def goals(tmp_path: Path) -> Path:
    put(tmp_path / "programs" / "a" / "program.yaml", "id: a\n")
    return put(tmp_path / "programs" / "a" / "goals.yaml", UGLY)


def test_files_are_brought_to_their_form_in_place(run: Run, goals: Path) -> None:
    shown = run("fmt")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "Файлов: 2, изменено: 1.\n")
    assert goals.read_bytes().decode() == NEAT
    assert run("fmt").stderr == "Файлов: 2, изменено: 0.\n"
    assert [path.name for path in sorted(goals.parent.iterdir())] == ["goals.yaml", "program.yaml"]


def test_check_names_what_would_change_and_writes_nothing(run: Run, goals: Path) -> None:
    before = goals.stat()
    shown = run("fmt", "--check", "programs/a")
    assert (shown.exit_code, shown.stdout) == (1, "programs/a/goals.yaml\n")
    assert shown.stderr == "Файлов: 2, изменились бы: 1.\n"
    assert goals.read_bytes().decode() == UGLY
    assert goals.stat().st_mtime_ns == before.st_mtime_ns
    run("fmt")
    shown = run("fmt", "--check")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "Файлов: 2, изменились бы: 0.\n")


def test_a_file_that_is_fine_is_not_written(run: Run, goals: Path) -> None:
    put(goals, NEAT)
    before = goals.stat()
    run("fmt")
    assert (goals.stat().st_ino, goals.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_single_files(run: Run, tmp_path: Path, goals: Path) -> None:
    other = put(tmp_path / "programs" / "a" / "plan.yaml", "directions:\n- {id: а,   title: А}\n")
    free = put(tmp_path / "programs" / "a" / "sections" / "goals.yaml", "id: b\ntitle:  Б\nblocks: [2024-12-31]\n")
    profile = put(tmp_path / "schemas" / "profiles" / "p.yaml", "id:   p\ndue: 2024-12-31\n")
    shown = run("fmt", "programs/a/goals.yaml", str(goals), "schemas/profiles/p.yaml", "programs/a/sections/goals.yaml")
    assert (shown.exit_code, shown.stderr) == (0, "Файлов: 3, изменено: 3.\n")
    assert goals.read_bytes().decode() == NEAT
    assert profile.read_text(encoding="utf-8") == "id: p\ndue: 2024-12-31\n"
    assert free.read_text(encoding="utf-8") == "id: b\ntitle: Б\nblocks: [2024-12-31]\n"
    assert "-  {" not in other.read_text(encoding="utf-8")
    assert other.read_text(encoding="utf-8").endswith("id: а,   title: А}\n")


def test_faulty_files_are_reported_and_the_rest_is_formatted(run: Run, tmp_path: Path, goals: Path) -> None:
    broken = put(tmp_path / "programs" / "a" / "finance.yaml", "unit: 1\nunit: 2\n")
    shown = run("fmt")
    assert shown.exit_code == 1
    assert shown.stdout.startswith("programs/a/finance.yaml:2:1: SRC")
    assert shown.stdout.endswith("Проверено программ: 1, файлов: 3. Ошибок: 1.\n")
    assert shown.stderr == "Файлов: 3, изменено: 1.\n"
    assert broken.read_text(encoding="utf-8") == "unit: 1\nunit: 2\n"
    assert goals.read_bytes().decode() == NEAT


def test_windows_line_ends_and_byte_order_mark_go(run: Run, goals: Path) -> None:
    goals.write_bytes(b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode())
    assert run("fmt", "--check").exit_code == 1
    run("fmt")
    assert goals.read_bytes().decode() == NEAT


@pytest.mark.skipif(os.name == "nt", reason="no modes on Windows")
def test_rights_stay(run: Run, goals: Path) -> None:
    goals.chmod(0o640)
    run("fmt")
    assert goals.stat().st_mode & 0o777 == 0o640
    assert goals.read_bytes().decode() == NEAT


def test_a_failed_write_leaves_the_old_file(run: Run, goals: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, target: Path) -> Path:
        raise PermissionError(13, "denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    shown = run("fmt")
    assert shown.exit_code == 2
    assert shown.stderr.startswith("Ошибка: нет доступа")
    assert goals.read_bytes().decode() == UGLY
    assert [path.name for path in sorted(goals.parent.iterdir())] == ["goals.yaml", "program.yaml"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("notes.txt", "это не файл YAML: notes.txt"),
        ("empty", "не найдено ни одной программы: «empty»."),
        ("нет", "аргумент ПУТЬ: нет такого файла или папки: «нет»."),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "notes.txt").touch()
    (tmp_path / "empty").mkdir()
    shown = run("fmt", path)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert f"\n\nОшибка: {said}" in shown.stderr


def test_help_is_russian(run: Run) -> None:
    assert stray_latin(run("fmt", "--help").stdout) == set()


@pytest.mark.parametrize(
    "folder", ["programs", *(f"templates/new/{one.name}" for one in (ROOT / "templates/new").iterdir())]
)
def test_what_is_in_the_repository_has_its_one_form(run: Run, folder: str) -> None:
    shown = run("fmt", "--check", str(ROOT / folder))
    assert (shown.exit_code, shown.stdout) == (0, "")


def test_the_model_of_the_example_is_the_same_after_as_before(run: Run, tmp_path: Path) -> None:
    """The blanks and quotes of other hands, over every section of the full example."""
    folders = [tmp_path / "programs" / name for name in ("before", "after")]
    example = ROOT / "programs" / "priozerye-2024"
    for path in (*example.glob("*.yaml"), *example.glob("sections/*.yaml")):
        text = path.read_text(encoding="utf-8")
        spoilt = "".join(_spoilt(line) for line in text.splitlines(keepends=True))
        for folder in folders:
            put(folder / path.relative_to(example), spoilt)
    assert run("fmt", "programs/after").exit_code == 0
    for path in (*example.glob("*.yaml"), *example.glob("sections/*.yaml")):
        assert (folders[1] / path.relative_to(example)).read_bytes() == path.read_bytes()
    before, after = ({name: one.data for name, one in read_folder(folder).sources.items()} for folder in folders)
    assert build(before) == build(after)


def _spoilt(line: str) -> str:
    """Twice the indent, two blanks behind a colon, quotes where none are needed."""
    bare = line.strip()
    wide = " " * 2 * (len(line) - len(line.lstrip(" ")))
    if bare.startswith("- "):
        bare, wide = bare[2:], f"{wide}-   "
    key, colon, value = bare.partition(": ")
    if colon and value[0].isalpha() and not {'"', "\\"} & set(value) and value not in ("true", "false"):
        value = f'"{value}"'
    return f"{wide}{key}:  {value}\n" if colon and key[0].isalnum() else f"{wide}{bare}\n"
