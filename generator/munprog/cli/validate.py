"""`munprog validate`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import outcome, output, reports, wording
from munprog.cli.days import Day

if TYPE_CHECKING:
    from munprog.validation import Checked


@wording.command("validate")
@wording.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    about="Папки программ или рабочая папка, в которой есть programs/. Без аргументов – текущая папка.",
)
@reports.format_option
@reports.profile_option
@reports.strict_option
@wording.option(
    "--editor-schemas", is_flag=True, help="Обновить схемы, по которым редактор подсказывает имена внутри программы."
)
@wording.option(
    "--as-of",
    metavar="ДАТА",
    type=Day(),
    help="На какой день проверять сроки исключений: 31.12.2026. По умолчанию – сегодня.",
)
@wording.option("--show-waived", is_flag=True, help="Показать и то, что исключено, с причинами.")
def command(
    paths: tuple[Path, ...],
    format_: str,
    profile: str | None,
    strict: bool,
    editor_schemas: bool,
    as_of: date | None,
    show_waived: bool,
) -> outcome.ExitCode:
    """Проверить программы и показать, что исправить.

    Каждая находка называет файл, строку и столбец, причину, основание и способ исправить.
    Код возврата: 0 – ошибок нет, 1 – есть ошибки, 2 – команда вызвана неверно или не прочитан файл.
    """
    # Imported here: help has no need of them.
    from munprog import validation
    from munprog.cli.programs import wanted

    validated = validation.validate(wanted(paths, profile=profile), as_of=as_of or date.today())
    if editor_schemas:
        for one in validated.checked:
            _write_editor_schemas(one)
    reports.show(
        validated.findings,
        programs=validated.programs,
        files=validated.files,
        format_=format_,
        waived=validated.waived,
        show_waived=show_waived,
    )
    return outcome.for_findings(validated.findings, strict=strict)


def _write_editor_schemas(checked: Checked) -> None:
    from munprog.validation.editor import FOLDER, editor_files
    from munprog.workspace.writing import write_atomically

    folder = checked.folder.folder / FOLDER
    for name, text in editor_files(checked).items():
        write_atomically(folder / name, text.encode())
    output.note(f"Схемы для редактора: {checked.folder.name}/{FOLDER}\n")
