"""`munprog validate`."""

from __future__ import annotations

from pathlib import Path

import click

from munprog.cli import outcome, output, reports, wording


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
def command(
    paths: tuple[Path, ...], format_: str, profile: str | None, strict: bool, editor_schemas: bool
) -> outcome.ExitCode:
    """Проверить программы и показать, что исправить.

    Каждая находка называет файл, строку и столбец, причину, основание и способ исправить.
    Код возврата: 0 – ошибок нет, 1 – есть ошибки, 2 – команда вызвана неверно или не прочитан файл.
    """
    # Imported here: help has no need of them.
    from munprog import validation
    from munprog.cli.programs import wanted

    found = wanted(paths, profile=profile)
    if editor_schemas:
        written = validation.write_editor_schemas(found)
        output.note(f"Схемы для редактора записаны: {len(written)}.\n")
    report = validation.validate(found)
    reports.show(report.findings, programs=report.programs, files=report.files, format_=format_)
    return outcome.for_findings(report.findings, strict=strict)
