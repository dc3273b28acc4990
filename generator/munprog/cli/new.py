"""`munprog new`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from munprog.cli import outcome, output, reports, wording

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


class ProgramId(click.ParamType[str]):
    """The name of a programme's folder, which is its id too."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not _ID.fullmatch(str(value)):
            self.fail(
                f"«{value}» не подходит. Имя состоит из строчных латинских букв, цифр и дефиса и не начинается "
                "с дефиса, например moy-rayon-2027.",
                param,
                ctx,
            )
        return str(value)


class Title(click.ParamType[str]):
    """A title as a document can bear it."""

    name = "title"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        title = " ".join(str(value).split())
        if not any(letter.isalpha() for letter in title):
            self.fail("наименование пусто: нужны слова.", param, ctx)
        if not title.isprintable():
            self.fail("в наименовании есть знаки, которые нельзя напечатать.", param, ctx)
        return title


@wording.command("new")
@wording.argument(
    "id",
    metavar="ID",
    type=ProgramId(),
    about="Имя программы и её папки: строчные латинские буквы, цифры, дефис.",
)
@wording.option("--profile", metavar="ИМЯ", help="Профиль региона: задаёт состав программы.")
@wording.option(
    "--directory",
    "workspace",
    metavar="ПАПКА",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Рабочая папка, в которой лежит programs. По умолчанию – текущая.",
)
@wording.option("--title", type=Title(), help="Полное наименование без кавычек, с местом и сроком.")
def command(id: str, profile: str | None, workspace: Path, title: str | None) -> outcome.ExitCode:
    """Создать заготовку программы: файлы с пояснениями, которые остаётся заполнить.

    Программа появляется в папке programs. Существующая папка не меняется.
    Код возврата: 0 – создана, 1 – заготовка профиля не читается, 2 – команда вызвана неверно или папка уже есть.
    """
    # Imported here: help has no need of them.
    from munprog.workspace import starter
    from munprog.workspace.folder import shown

    try:
        if not profile:
            raise click.UsageError(f"не указан профиль. {_choice(starter.profiles_with_starter(workspace))}")
        files = starter.create(id, profile, workspace, title=title or "")
    except starter.ProgramExists as error:
        raise click.UsageError(f"папка {shown(error.folder)} уже есть; выберите другое имя.") from None
    except starter.NoStarter as error:
        raise click.UsageError(_no_starter(error, starter.profiles_with_starter(workspace))) from None
    except starter.FaultyStarter as error:
        reports.show(error.findings, programs=0, files=0, format_="text")
        return outcome.ExitCode.FINDINGS
    folder = shown(workspace / "programs" / id)
    output.note(
        f"Создана программа {folder} по профилю {profile}, файлов: {len(files)}. Дальше:\n"
        "  1. Замените прочерки «____» и слова «И. О. Фамилия» своими данными, начиная с program.yaml.\n"
        f"  2. Проверьте написанное: munprog validate {folder}\n"
        f"  3. Соберите документы: munprog build {folder}\n"
    )
    return outcome.ExitCode.OK


def _no_starter(error: Any, known: Sequence[str]) -> str:
    if not error.missing:
        return f"для профиля «{error.profile}» нет заготовки. {_choice(known)}"
    if error.missing == error.profile:
        from munprog.cli.usage import similar

        close = similar(error.profile, known)
        hint = f"Возможно, вы имели в виду {' или '.join(close)}." if close else _choice(known)
        return f"нет профиля «{error.profile}». {hint}"
    return f"профиль «{error.profile}» расширяет «{error.missing}», а такого профиля нет."


def _choice(known: Sequence[str]) -> str:
    return f"Есть: {', '.join(known)}." if known else "Заготовки лежат в templates/new/<профиль>."
