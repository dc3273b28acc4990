"""`munprog inspect`."""

from __future__ import annotations

from pathlib import Path

import click

from munprog.cli import options, outcome, reports, wording

_AUTO = "auto"
_EDITIONS = ("gost-2025", "gost-2016")


@wording.command("inspect")
@wording.argument(
    "files",
    metavar="ФАЙЛ.docx",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    about="Документы Word: собранные munprog или любые другие.",
)
@options.plain_format_option
@wording.option(
    "--standard",
    "edition",
    metavar="ИМЯ",
    type=click.Choice((_AUTO, *_EDITIONS)),
    default=_AUTO,
    show_default=True,
    help="Редакция ГОСТ Р 7.0.97: auto – по дате документа, gost-2025, gost-2016.",
)
@wording.option("--profile", metavar="ИМЯ", help="Профиль, который меняет требования к оформлению (formatting).")
@options.strict_option
def command(files: tuple[Path, ...], format_: str, edition: str, profile: str | None, strict: bool) -> outcome.ExitCode:
    """Проверить оформление готовых документов по ГОСТ Р 7.0.97.

    Каждая находка называет место – раздел, абзац, таблицу, строку, ячейку, – что найдено и что требуется.
    Код возврата: 0 – ошибок нет, 1 – есть ошибки, 2 – команда вызвана неверно или файл не прочитан.
    """
    # Imported here: help has no need of them.
    from munprog.inspection import Standard, inspect
    from munprog.workspace.folder import shown
    from munprog.workspace.profiles import profile_names
    from munprog.workspace.standards import standard_data

    if profile and profile not in profile_names(Path()):
        raise click.UsageError(f"нет профиля «{profile}». Есть: {', '.join(profile_names(Path()))}.")
    chosen = _EDITIONS if edition == _AUTO else (edition,)
    standards = tuple(Standard.of(standard_data(name, profile)) for name in chosen)
    findings = tuple(
        finding for file in files for finding in inspect(file.read_bytes(), file=shown(file), standards=standards)
    )
    reports.show(findings, programs=0, files=len(files), format_=format_)
    return outcome.for_findings(findings, strict=strict)
