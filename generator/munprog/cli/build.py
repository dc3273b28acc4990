"""`munprog build`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from munprog.cli import outcome, output, reports, wording


@wording.command("build")
@wording.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    about="Папки программ или рабочая папка, в которой есть programs/. Без аргументов – текущая папка.",
)
@wording.option(
    "--output",
    "target",
    metavar="ПАПКА",
    type=click.Path(file_okay=False, path_type=Path),
    help="Куда писать документы: в подпапку с именем программы. По умолчанию – output рабочей папки.",
)
@wording.option(
    "--jobs",
    metavar="ЧИСЛО",
    type=click.IntRange(min=1),
    help="Сколько программ собирать одновременно. По умолчанию – по числу ядер процессора.",
)
@reports.profile_option
def command(paths: tuple[Path, ...], target: Path | None, jobs: int | None, profile: str | None) -> outcome.ExitCode:
    """Проверить программы и собрать их документы DOCX.

    Программа с ошибками не собирается, и её прежние документы остаются как были; остальные собираются.
    Код возврата: 0 – собрано всё, 1 – есть ошибки, 2 – команда вызвана неверно или файл не записан.
    """
    # Imported here: help has no need of them.
    from munprog.build import Task, build_all
    from munprog.cli.programs import wanted
    from munprog.validation import validate
    from munprog.workspace.folder import shown
    from munprog.workspace.locate import workspace_of

    validated = validate(wanted(paths, profile=profile))
    tasks = [
        Task(
            one.folder.folder,
            (target or workspace_of(one.folder.folder) / "output") / one.folder.id,
            one.program,
            one.profile,
        )
        for one in validated.checked
        if one.valid and one.program and one.profile
    ]
    findings = validated.findings
    for done in build_all(tasks, jobs=jobs or os.cpu_count() or 1):
        findings += done.findings
        if done.written or done.unchanged:
            total = len(done.written) + len(done.unchanged)
            output.note(f"{done.program}: файлов {total}, обновлено {len(done.written)} – {shown(done.output)}\n")
    reports.show(findings, programs=validated.programs, files=validated.files, format_="text", waived=validated.waived)
    return outcome.for_findings(findings)
