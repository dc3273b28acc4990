"""`munprog build`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import outcome, output, reports, wording
from munprog.cli.progress import Progress
from munprog.cli.shards import ShardType

if TYPE_CHECKING:
    from munprog.build import Outcome, Shard
    from munprog.validation import Checked
    from munprog.workspace import Workspace


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
    help="Сколько программ собирать одновременно. По умолчанию – сколько есть ядер процессора.",
)
@wording.option(
    "--shard",
    metavar="ЧАСТЬ/ВСЕГО",
    type=ShardType(),
    help="Собрать только эту часть программ: 2/4 – вторую из четырёх. Части вместе – все программы, каждая один раз.",
)
@wording.option("--force", is_flag=True, help="Собрать заново и то, что не изменилось.")
@reports.profile_option
def command(
    paths: tuple[Path, ...],
    target: Path | None,
    jobs: int | None,
    shard: Shard | None,
    force: bool,
    profile: str | None,
) -> outcome.ExitCode:
    """Проверить программы и собрать их документы DOCX.

    Программа с ошибками не собирается, и её прежние документы остаются как были; остальные собираются. Документ, в
    котором ничего не изменилось, заново не собирается.
    Код возврата: 0 – собрано всё, 1 – есть ошибки, 2 – команда вызвана неверно или файл не записан.
    """
    # Imported here: help has no need of them.
    from munprog.build import Task, build_all, cores
    from munprog.cli.programs import wanted
    from munprog.validation import validate

    chosen = wanted(paths, profile=profile)
    if shard:
        chosen = _part(chosen, shard)
    validated = validate(chosen)
    tasks = [
        Task(one.folder.folder, _output(one, target), one.program, one.profile, force)
        for one in validated.checked
        if one.valid and one.program and one.profile
    ]
    _refuse_doubles([one.output for one in tasks])
    built: list[Outcome] = []
    with Progress("Сборка", len(tasks)) as progress:
        for done in build_all(tasks, jobs=jobs or cores()):
            built.append(done)
            progress.step(_told(done))
    output.note(_summary(built, len(validated.checked)))
    findings = (*validated.findings, *(finding for done in built for finding in done.findings))
    reports.show(findings, programs=validated.programs, files=validated.files, format_="text", waived=validated.waived)
    return outcome.for_findings(findings)


def _part(chosen: Workspace, shard: Shard) -> Workspace:
    mine = shard.of(chosen.folders)
    if not mine:
        output.note(f"В части {shard.number}/{shard.total} нет ни одной программы: всего их {len(chosen.folders)}.\n")
    return replace(chosen, folders=mine)


def _output(checked: Checked, target: Path | None) -> Path:
    from munprog.workspace.locate import workspace_of

    return (target or workspace_of(checked.folder.folder) / "output") / checked.folder.id


def _refuse_doubles(outputs: Sequence[Path]) -> None:
    """Two programmes of one name would write each other's documents over."""
    seen = [one.resolve() for one in outputs]
    for one in seen:
        if seen.count(one) > 1:
            raise click.UsageError(
                f"несколько программ называются «{one.name}»: соберите их в разные папки (--output)."
            )


def _told(done: Outcome) -> str:
    from munprog.workspace.folder import shown

    if not done.written and not done.unchanged:
        return f"{done.program}: не собрана, есть ошибки\n"
    written, unchanged = _documents(done)
    return f"{done.program}: документов {written + unchanged}, {_counts(written, unchanged)} – {shown(done.output)}\n"


def _summary(built: Sequence[Outcome], programs: int) -> str:
    """The last line of a build of several programmes."""
    if programs < 2:
        return ""
    counted = [_documents(done) for done in built if done.written or done.unchanged]
    failed = programs - len(counted)
    counts = _counts(sum(written for written, _ in counted), sum(unchanged for _, unchanged in counted))
    return f"Собрано программ: {len(counted)}{f', не собрано: {failed}' if failed else ''}. Документов: {counts}.\n"


def _documents(done: Outcome) -> tuple[int, int]:
    """How many documents were written, and how many stood there already."""
    written, unchanged = (
        sum(1 for name in names if name.endswith(".docx")) for names in (done.written, done.unchanged)
    )
    return written, unchanged


def _counts(written: int, unchanged: int) -> str:
    return f"записано {written}, без изменений {unchanged}"
