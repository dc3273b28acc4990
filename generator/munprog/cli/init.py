"""`munprog init`."""

from __future__ import annotations

from pathlib import Path

import click

from munprog.cli import outcome, output, wording

_SHOWN = 5


@wording.command("init")
@wording.argument(
    "folder",
    metavar="ПАПКА",
    type=click.Path(file_okay=False, path_type=Path),
    about="Новая папка или та, в которой таких файлов ещё нет.",
)
@wording.option("--profile", metavar="ИМЯ", help="Взять один профиль и те, что он расширяет. По умолчанию – все.")
def command(folder: Path, profile: str | None) -> outcome.ExitCode:
    """Создать рабочую папку: профили, шаблоны Word, настройки редактора, git и проверки на сервере.

    Ничего из того, что в папке есть, не меняется.
    Код возврата: 0 – создана, 2 – команда вызвана неверно или такие файлы уже есть.
    """
    # Imported here: help has no need of them.
    from munprog.workspace.folder import shown
    from munprog.workspace.initial import FilesExist, NoProfile, create_workspace
    from munprog.workspace.profiles import profile_names

    try:
        files = create_workspace(folder, profile)
    except FilesExist as error:
        named = ", ".join(shown(one) for one in error.files[:_SHOWN])
        more = f" и ещё {len(error.files) - _SHOWN}" if len(error.files) > _SHOWN else ""
        raise click.UsageError(f"такие файлы уже есть: {named}{more}. Выберите другую папку.") from None
    except NoProfile as error:
        raise click.UsageError(f"нет профиля «{error.name}». Есть: {', '.join(profile_names(folder))}.") from None
    output.note(
        f"Создана рабочая папка {shown(folder)}, файлов: {len(files)}. Дальше:\n"
        f"  1. Перейдите в неё: cd {shown(folder)}\n"
        f"  2. Создайте программу: munprog new moy-rayon --profile {profile or 'komi-2023'}\n"
        "  3. Проверьте и соберите: munprog validate, munprog build\n"
    )
    return outcome.ExitCode.OK
