"""`munprog checklist`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog import __version__
from munprog.cli import options, outcome, output, reports, wording

if TYPE_CHECKING:
    from munprog.checklist.run import Judged
    from munprog.diagnostics import Finding
    from munprog.workspace import Workspace


@wording.command("checklist")
@options.paths_argument
@wording.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json", "xlsx")),
    metavar="ВИД",
    default="text",
    show_default=True,
    help="Вид отчёта: text – для чтения, json – для программ, xlsx – таблица (нужен --output).",
)
@wording.option(
    "--output",
    "target",
    metavar="ФАЙЛ",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Записать отчёт в файл.",
)
@wording.option(
    "--docx",
    metavar="ФАЙЛ",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Записать экспертное заключение об одной программе.",
)
@wording.option("--matrix", is_flag=True, help="Показать матрицу покрытия вместо вопросов.")
@wording.option("--record", is_flag=True, help="Записать в expertise.yaml, на каких данных основаны новые ответы.")
@wording.option(
    "--confirm",
    metavar="ВОПРОС",
    multiple=True,
    help="Подтвердить прежний ответ на вопрос после перемен в программе. Можно повторять.",
)
@options.profile_option
def command(
    paths: tuple[Path, ...],
    format_: str,
    target: Path | None,
    docx: Path | None,
    matrix: bool,
    record: bool,
    confirm: tuple[str, ...],
    profile: str | None,
) -> outcome.ExitCode:
    """Ответить на вопросы контрольных списков и показать, на чём основан каждый ответ.

    Одна программа показывается по вопросам, несколько – сводной таблицей. Ответы экспертов хранит expertise.yaml.
    Код возврата: 0 – ошибок нет, 1 – есть ошибки в программах или ответах, 2 – команда вызвана неверно или файл не
    записан.
    """
    # Imported here: help has no need of them.
    from munprog.cli.programs import wanted

    if format_ == "xlsx" and target is None:
        raise click.UsageError("Для таблицы xlsx назовите файл: --output СВОДКА.xlsx")
    judged = _judged(wanted(paths, profile=profile))
    if docx and len(judged) != 1:
        raise click.UsageError(f"Заключение пишется об одной программе, а здесь их {len(judged)}: назовите одну")
    if record or confirm:
        _record(judged, frozenset(confirm))
        judged = _judged(wanted(paths, profile=profile))
    refused = _write_opinion(judged[0], docx) if docx else ()
    if not docx:
        _report(judged, format_, target, matrix=matrix)
    found = tuple(dict.fromkeys(finding for one in judged for finding in one.findings))
    if format_ == "text" or target:
        _tell((*found, *refused), judged)
    return outcome.for_findings((*found, *refused, *(finding for one in judged for finding in one.checked.findings)))


def _judged(found: Workspace) -> tuple[Judged, ...]:
    """Documents are made in memory to be looked at (II.34)."""
    from munprog.build.looking import look_at_documents
    from munprog.checklist.run import judge
    from munprog.validation import validate

    validated = validate(found)
    return judge(validated, {one.folder.folder: look_at_documents(one) for one in validated.checked})


def _record(judged: Sequence[Judged], confirmed: frozenset[str]) -> None:
    from munprog.checklist.record import NotByLines, recorded
    from munprog.source.canonical import canonical
    from munprog.workspace.writing import write_atomically

    for one in judged:
        if one.expertise is None:
            output.note(f"{one.id}: ответов экспертов нет или expertise.yaml не читается\n")
            continue
        try:
            text, count = recorded(one, confirmed)
        except NotByLines as error:
            raise click.UsageError(str(error)) from None
        file = one.checked.folder.folder / "expertise.yaml"
        if count:
            write_atomically(file, canonical(text, name=file.name).encode())
        output.note(f"{one.id}: записано оснований – {count}\n")


def _write_opinion(one: Judged, file: Path) -> tuple[Finding, ...]:
    """Nothing is written where the document cannot be made; what stands in the way is returned."""
    from munprog.build.opinion import render_opinion
    from munprog.documents import Examined
    from munprog.rendering import TemplateFault
    from munprog.workspace.writing import write_atomically

    checked = one.checked
    if checked.program is None:
        return checked.findings
    examined = Examined(checked.program, one.assessment, (*checked.findings, *one.findings), checked.waived)
    try:
        data = render_opinion(examined, checked.profile, checked.folder.folder)
    except TemplateFault as error:
        return tuple(error.findings)
    write_atomically(file, data)
    output.note(f"Экспертное заключение: {file}\n")
    return ()


def _report(judged: Sequence[Judged], format_: str, target: Path | None, *, matrix: bool) -> None:
    from munprog.checklist.as_json import as_json
    from munprog.checklist.as_text import as_text
    from munprog.checklist.matrix import matrix_as_text
    from munprog.checklist.tables import as_xlsx
    from munprog.workspace.writing import write_atomically

    if format_ == "xlsx" and target:
        write_atomically(target, as_xlsx(judged))
        return
    colour = target is None and output.wants_colour()
    if format_ == "json":
        text = as_json(judged, __version__)
    elif matrix:
        text = "\n".join(matrix_as_text(one) for one in judged)
    else:
        text = as_text(judged, colour=colour)
    if target:
        write_atomically(target, text.encode("utf-8", "backslashreplace"))
    else:
        output.say(text, colour=colour)


def _tell(findings: tuple[Finding, ...], judged: Sequence[Judged]) -> None:
    """What is wrong with checklists and answers; the JSON tells it itself."""
    if findings:
        output.say("\n")
        files = sum(len(one.checked.folder.sources) for one in judged)
        reports.show(findings, programs=len(judged), files=files, format_="text")
