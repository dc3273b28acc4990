"""`munprog fmt`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import outcome, output, reports, wording

if TYPE_CHECKING:
    from munprog.diagnostics import Finding


@wording.command("fmt")
@wording.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    about="Папки программ, рабочая папка или отдельные файлы YAML. Без аргументов – текущая папка.",
)
@wording.option("--check", is_flag=True, help="Ничего не менять, только назвать файлы, которые изменились бы.")
def command(paths: tuple[Path, ...], check: bool) -> outcome.ExitCode:
    """Привести файлы YAML к единому виду: отступы, кавычки, даты, сроки, числа.

    Порядок и пояснения остаются. Файл, который не читается, не меняется, остальные приводятся.
    Код возврата: 0 – готово, 1 – есть ошибки или (с параметром --check) файлы, которые изменились бы, 2 – команда
    вызвана неверно или файл не записан.
    """
    # Imported here: help has no need of them.
    from munprog import source
    from munprog.validation.forms import formatted
    from munprog.validation.schema import SectionSchemas
    from munprog.workspace.folder import shown
    from munprog.workspace.writing import write_atomically

    schemas = SectionSchemas()
    findings: tuple[Finding, ...] = ()
    changed = 0
    files = _files(paths)
    for path, section in files.items():
        found = source.read(path, name=shown(path))
        findings += found.findings
        if found.findings:
            continue
        data = formatted(found, section, schemas).encode()
        if data == path.read_bytes():
            continue
        changed += 1
        if check:
            output.say(f"{found.name}\n")
        else:
            write_atomically(path, data)
    if findings:
        programs = [*files.values()].count("program")
        reports.show(findings, programs=programs, files=len(files), format_="text")
    output.note(f"Файлов: {len(files)}, {'изменились бы' if check else 'изменено'}: {changed}.\n")
    return outcome.ExitCode.FINDINGS if findings or (check and changed) else outcome.ExitCode.OK


def _files(paths: tuple[Path, ...]) -> dict[Path, str]:
    from munprog.workspace import NoPrograms
    from munprog.workspace.files import NotYaml, yaml_files

    try:
        return yaml_files(paths)
    except (NotYaml, NoPrograms) as error:
        raise click.UsageError(str(error)) from None
