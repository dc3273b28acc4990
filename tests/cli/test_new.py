"""`munprog new`."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog import resources

from .conftest import Run
from .test_help import stray_latin

STARTERS = ", ".join(sorted(folder.name for folder in (resources.TEMPLATES / "new").iterdir() if folder.is_dir()))
USAGE = "Использование: munprog new [ПАРАМЕТРЫ] ID\nСправка: munprog new --help\n\n"


def test_a_programme_is_made_and_the_next_steps_are_told(run: Run, tmp_path: Path) -> None:
    shown = run("new", "lesnoy-2027", "--profile", "komi-2023")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr == (
        "Создана программа programs/lesnoy-2027 по профилю komi-2023, файлов: 9. Дальше:\n"
        "  1. Замените прочерки «____» и слова «И. О. Фамилия» своими данными, начиная с program.yaml.\n"
        "  2. Проверьте написанное: munprog validate programs/lesnoy-2027\n"
        "  3. Соберите документы: munprog build programs/lesnoy-2027\n"
    )
    assert sorted(file.name for file in (tmp_path / "programs" / "lesnoy-2027").iterdir()) == [
        "analysis.yaml",
        "finance.yaml",
        "goals.yaml",
        "indicators.yaml",
        "mechanisms.yaml",
        "order.yaml",
        "passport.yaml",
        "plan.yaml",
        "program.yaml",
    ]
    assert run("validate").exit_code == 0
    assert run("fmt", "--check").exit_code == 0


def test_title_and_directory(run: Run, tmp_path: Path) -> None:
    shown = run("new", "a", "--profile", "komi-2023", "--directory", "район", "--title", "  Школы\n Лесного района ")
    assert shown.exit_code == 0
    assert shown.stderr.startswith("Создана программа район/programs/a по профилю")
    text = (tmp_path / "район" / "programs" / "a" / "program.yaml").read_text(encoding="utf-8")
    assert "\ntitle: Школы Лесного района\n" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["Лесной", "--profile", "komi-2023"],
            "аргумент ID: «Лесной» не подходит. Имя состоит из строчных латинских букв, цифр и дефиса и не начинается "
            "с дефиса, например moy-rayon-2027.",
        ),
        (["a"], f"не указан профиль. Есть: {STARTERS}."),
        (["a", "--profile", "komi"], "нет профиля «komi». Возможно, вы имели в виду komi-2023."),
        (["a", "--profile", "пермь"], f"нет профиля «пермь». Есть: {STARTERS}."),
        (["a", "--profile", "base"], f"для профиля «base» нет заготовки. Есть: {STARTERS}."),
        (["a", "--profile", "lost"], "профиль «lost» расширяет «nowhere», а такого профиля нет."),
        (["a", "--profile", "komi-2023", "--title", " "], "параметр --title: наименование пусто: нужны слова."),
        (
            ["a", "--profile", "komi-2023", "--title", "Школы\x07"],
            "параметр --title: в наименовании есть знаки, которые нельзя напечатать.",
        ),
        (["kept", "--profile", "komi-2023"], "папка programs/kept уже есть; выберите другое имя."),
        (
            ["a", "--profile", "komi-2023", "--directory", "file"],
            "параметр --directory: это файл, а нужна папка: «file».",
        ),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "programs" / "kept").mkdir(parents=True)
    (tmp_path / "schemas" / "profiles").mkdir(parents=True)
    (tmp_path / "schemas" / "profiles" / "lost.yaml").write_text("id: lost\nextends: nowhere\n", encoding="utf-8")
    (tmp_path / "file").touch()
    shown = run("new", *arguments)
    assert (shown.exit_code, shown.stdout, shown.stderr) == (2, "", f"{USAGE}Ошибка: {said}\n")
    assert [path.name for path in (tmp_path / "programs").rglob("*")] == ["kept"]


@pytest.mark.parametrize("id", ["-a", "", "a_b", "a/b", "..", "A", "a\n"])
def test_refused_names(run: Run, tmp_path: Path, id: str) -> None:
    assert run("new", "--profile", "komi-2023", "--", id).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_starter_is_a_finding(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "new" / "komi-2023"
    folder.mkdir(parents=True)
    (folder / "program.yaml").write_text("id: a\nid: b\n", encoding="utf-8")
    shown = run("new", "a", "--profile", "komi-2023")
    assert shown.exit_code == 1
    assert shown.stdout.startswith("templates/new/komi-2023/program.yaml:2:1: SRC")
    assert not (tmp_path / "programs").exists()


def test_help_is_russian(run: Run) -> None:
    assert stray_latin(run("new", "--help").stdout) == set()
