"""`munprog validate`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import options, outcome, output, reports, wording
from munprog.cli.days import Day

if TYPE_CHECKING:
    from munprog.validation import Checked, Validated


@wording.command("validate")
@options.paths_argument
@options.format_option
@wording.option(
    "--output",
    "target",
    metavar="ФАЙЛ",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Записать отчёт в файл; для xlsx обязательно.",
)
@wording.option("--summary", is_flag=True, help="Только сводка по программам, без находок (text, xlsx).")
@options.profile_option
@options.strict_option
@wording.option(
    "--as-of",
    metavar="ДАТА",
    type=Day(),
    help="На какой день проверять сроки исключений: 31.12.2026. По умолчанию – сегодня.",
)
@wording.option("--show-waived", is_flag=True, help="Показать и то, что исключено, с причинами (text).")
@wording.option(
    "--baseline",
    metavar="ФАЙЛ",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Список прежних находок: их не считать, считать новые.",
)
@wording.option(
    "--write-baseline",
    metavar="ФАЙЛ",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Записать нынешние находки в список прежних.",
)
@wording.option(
    "--editor-schemas", is_flag=True, help="Обновить схемы, по которым редактор подсказывает имена внутри программы."
)
def command(
    paths: tuple[Path, ...],
    format_: str,
    target: Path | None,
    summary: bool,
    profile: str | None,
    strict: bool,
    as_of: date | None,
    show_waived: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    editor_schemas: bool,
) -> outcome.ExitCode:
    """Проверить программы и показать, что исправить.

    Каждая находка называет файл, строку и столбец, причину, основание и способ исправить.
    Код возврата: 0 – ошибок нет, 1 – есть ошибки, 2 – команда вызвана неверно или не прочитан файл.
    """
    _refuse_idle_options(format_, target, summary=summary, show_waived=show_waived)
    if baseline and write_baseline:
        raise click.UsageError("--baseline и --write-baseline вместе не пишут: список составляется из всех находок.")
    # Imported here: help has no need of them.
    from munprog import validation
    from munprog.cli.programs import wanted

    validated = validation.validate(wanted(paths, profile=profile), as_of=as_of or date.today())
    if editor_schemas:
        for one in validated.checked:
            _write_editor_schemas(one)
    if write_baseline:
        _write_baseline(validated, write_baseline)
    if known := baseline or write_baseline:
        from munprog.validation.baseline import with_baseline

        validated = with_baseline(validated, known)
    report = reports.report_of(validated)
    if target:
        reports.save(report, format_, target, show_waived=show_waived, summary=summary)
    else:
        reports.say(report, format_, show_waived=show_waived, summary=summary)
    return outcome.for_findings(validated.findings, strict=strict)


def _refuse_idle_options(format_: str, target: Path | None, *, summary: bool, show_waived: bool) -> None:
    """What would do nothing is a misunderstanding."""
    if format_ == options.XLSX and not target:
        raise click.UsageError("таблице нужен файл: добавьте --output отчёт.xlsx.")
    if summary and format_ not in ("text", options.XLSX):
        raise click.UsageError(f"--summary не для --format {format_}: сводка в таком отчёте есть всегда или не бывает.")
    if show_waived and format_ != "text":
        raise click.UsageError(
            f"--show-waived не для --format {format_}: исключения там показаны без него или не бывают."
        )
    if show_waived and summary:
        raise click.UsageError("--summary показывает только сводку: --show-waived с ней ничего не изменит.")


def _write_baseline(validated: Validated, path: Path) -> None:
    from munprog.validation.baseline import acceptable, baseline_text
    from munprog.workspace.writing import write_atomically

    write_atomically(path, baseline_text(validated).encode())
    output.note(f"Прежние находки: {path}, записано {acceptable(validated)}\n")


def _write_editor_schemas(checked: Checked) -> None:
    from munprog.validation.editor import FOLDER, editor_files
    from munprog.workspace.writing import write_atomically

    folder = checked.folder.folder / FOLDER
    for name, text in editor_files(checked).items():
        write_atomically(folder / name, text.encode())
    output.note(f"Схемы для редактора: {checked.folder.name}/{FOLDER}\n")
