"""Errors of usage: Russian, to stderr, code 2, whatever click calls them."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from munprog.cli import wording
from munprog.cli.group import COMMANDS
from munprog.cli.usage import explained

from .conftest import Rooms, Run
from .test_help import stray_latin

VALIDATE = "Использование: munprog validate [ПАРАМЕТРЫ] [ПУТЬ]...\nСправка: munprog validate --help\n\n"
GROUP = "Использование: munprog [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...\nСправка: munprog --help\n\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("valdate", f"{GROUP}Ошибка: нет команды «valdate». Возможно, вы имели в виду validate."),
        ("проверить", f"{GROUP}Ошибка: нет команды «проверить»."),
        ("--foo", f"{GROUP}Ошибка: нет параметра --foo."),
        ("validate --formt json", f"{VALIDATE}Ошибка: нет параметра --formt. Возможно, вы имели в виду --format."),
        ("validate -x", f"{VALIDATE}Ошибка: нет параметра -x."),
        ("validate --format", f"{VALIDATE}Ошибка: параметру --format нужно значение."),
        ("validate --strict=1", f"{VALIDATE}Ошибка: параметр --strict пишется без значения."),
        ("validate --help=1", f"{VALIDATE}Ошибка: параметр --help пишется без значения."),
        (
            "validate --format xml",
            f"{VALIDATE}Ошибка: параметр --format: значение «xml» не подходит; "
            "можно: text, json, sarif, github, gitlab, junit, xlsx.",
        ),
        ("validate . нет", f"{VALIDATE}Ошибка: аргумент ПУТЬ: нет такого файла или папки: «нет»."),
    ],
)
def test_wrong_usage(run: Run, arguments: str, said: str) -> None:
    shown = run(*arguments.split())
    assert (shown.exit_code, shown.stdout, shown.stderr) == (2, "", f"{said}\n")


def test_too_many_arguments(run: Run) -> None:
    assert run("explain", "A", "B", "C").stderr.endswith("\nОшибка: лишние аргументы: B, C.\n")


def test_a_folder_without_programmes(run: Run) -> None:
    shown = run("validate", ".")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "Ошибка: не найдено ни одной программы: «.»." in shown.stderr


class Even(click.types.StringParamType):
    """A type of ours, which speaks Russian itself."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if int(value) % 2:
            self.fail(f"«{value}» – нечётное число.", param, ctx)
        return value


@wording.command("sample")
@wording.argument("first", about="Первый.", type=click.Path(exists=True, dir_okay=False))
@wording.argument("pair", about="Пара.", nargs=2, required=False)
@wording.option("--jobs", type=click.IntRange(1, 8), help="Сколько сразу.")
@wording.option("--over", type=click.FloatRange(min=0, min_open=True))
@wording.option("--size", type=int)
@wording.option("--day", type=click.DateTime())
@wording.option("--folder", type=click.Path(exists=True, file_okay=False))
@wording.option("--even", type=Even())
@wording.option("--many", type=click.Choice(["а", "б"]), multiple=True)
@wording.option("--name", "-n", required=True, help="Имя.")
@wording.option("--hidden", hidden=True)
@wording.option("--quick/--slow", help="Как.")
def sample(**_: object) -> None:
    """Команда со всеми видами параметров."""


def refused(*arguments: str) -> str:
    """The last line of what is said."""
    with pytest.raises(click.ClickException) as caught:
        sample.main(arguments, "sample", standalone_mode=False)
    return explained(caught.value).splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--name А", "Ошибка: не хватает аргумента ПУТЬ."),
        ("файл", "Ошибка: не хватает параметра --name."),
        ("нет", "Ошибка: аргумент ПУТЬ: нет такого файла: «нет»."),
        ("папка", "Ошибка: аргумент ПУТЬ: это папка, а нужен файл: «папка»."),
        ("файл один -n А", "Ошибка: неверное число аргументов."),
        ("файл --folder файл", "Ошибка: параметр --folder: это файл, а нужна папка: «файл»."),
        ("файл --folder нет", "Ошибка: параметр --folder: нет такой папки: «нет»."),
        ("файл --jobs 9", "Ошибка: параметр --jobs: нужно число от 1 до 8, а не «9»."),
        ("файл --jobs семь", "Ошибка: параметр --jobs: нужно число от 1 до 8, а не «семь»."),
        ("файл --over 0", "Ошибка: параметр --over: нужно число больше 0, а не «0»."),
        ("файл --size много", "Ошибка: параметр --size: нужно число, а не «много»."),
        ("файл --day вчера", "Ошибка: параметр --day: значение «вчера» не подходит."),
        ("файл --even 3", "Ошибка: параметр --even: «3» – нечётное число."),
        ("файл --many а --many в", "Ошибка: параметр --many: значение «в» не подходит; можно: а, б."),
    ],
)
def test_all_kinds_of_parameters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("файл").touch()
    Path("папка").mkdir()
    assert refused(*arguments.split()) == said


def test_help_of_all_kinds_of_parameters() -> None:
    shown = CliRunner().invoke(sample, ["--help"], prog_name="sample", terminal_width=80)
    assert shown.stdout == (
        "Использование: sample [ПАРАМЕТРЫ] ПУТЬ [ТЕКСТ]...\n"
        "\n"
        "  Команда со всеми видами параметров.\n"
        "\n"
        "Аргументы:\n"
        "  ПУТЬ   Первый.\n"
        "  ТЕКСТ  Пара.\n"
        "\n"
        "Параметры:\n"
        "  --jobs ЧИСЛО      Сколько сразу.\n"
        "  --over ЧИСЛО\n"
        "  --size ЧИСЛО\n"
        "  --day ТЕКСТ\n"
        "  --folder ПУТЬ\n"
        "  --even ТЕКСТ\n"
        "  --many а|б\n"
        "  -n, --name ТЕКСТ  Имя.  [обязательный]\n"
        "  --quick / --slow  Как.\n"
        "  --help            Показать эту справку и закончить.\n"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (click.FileError("план.yaml", "No such file"), "Ошибка: не удалось открыть файл «план.yaml»."),
        (click.BadParameter("Не подходит."), "Ошибка: не подходит."),
        (click.MissingParameter(), "Ошибка: не хватает параметра."),
        (click.UsageError("YAML не прочитан."), "Ошибка: YAML не прочитан."),
    ],
)
def test_errors_that_commands_raise(error: click.ClickException, said: str) -> None:
    assert explained(error) == f"{said}\n"


def test_every_exception_of_click_has_its_words() -> None:
    """One that click adds is a new thing to say, not an English line on the screen."""
    known = {"UsageError", "BadParameter", "MissingParameter", "NoSuchOption", "BadOptionUsage", "BadArgumentUsage"}
    known |= {"ClickException", "FileError", "NoSuchCommand", "NoArgsIsHelpError"}
    there = {
        name
        for name, value in vars(click.exceptions).items()
        if isinstance(value, type) and issubclass(value, click.ClickException)
    }
    assert there <= known


@pytest.mark.parametrize("command", COMMANDS)
def test_no_english_in_errors(run: Run, command: str) -> None:
    shown = run(command, "--foo")
    assert shown.exit_code == 2
    assert stray_latin(shown.stderr) == set()


def test_refusals_do_not_reach_validation(run: Run, rooms: Rooms) -> None:
    run("validate", "нет")
    assert rooms.asked == []
