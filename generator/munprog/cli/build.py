"""`munprog build`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import options, outcome, output, reports, tallies, trusted, wording
from munprog.cli.progress import Progress
from munprog.cli.shards import ShardType

if TYPE_CHECKING:
    from munprog.build import Outcome, Shard
    from munprog.build.pdf import Wish
    from munprog.diagnostics import Finding
    from munprog.validation import Checked
    from munprog.workspace import Workspace


@wording.command("build")
@options.paths_argument
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
@wording.option("--pdf", is_flag=True, help="Записать рядом с каждым документом PDF; нужен LibreOffice.")
@wording.option("--pdf-a", "archive", is_flag=True, help="То же в виде PDF/A-1 – для архива.")
@wording.option("--draft", is_flag=True, help="Только проекты, со словом «ПРОЕКТ», кто бы их ни согласовал.")
@wording.option(
    "--final", is_flag=True, help="Только окончательные документы: если согласовано не всё, не писать ничего."
)
@trusted.trust_option
@trusted.trust_ref_option
@options.profile_option
def command(
    paths: tuple[Path, ...],
    target: Path | None,
    jobs: int | None,
    shard: Shard | None,
    force: bool,
    pdf: bool,
    archive: bool,
    draft: bool,
    final: bool,
    trust: Path | None,
    trust_ref: str | None,
    profile: str | None,
) -> outcome.ExitCode:
    """Проверить программы и собрать их документы DOCX.

    Пока содержание не согласовали все нужные роли, документы – проекты со словом «ПРОЕКТ»; подписи проверяются по
    ключам доверия. Программа с ошибками не собирается, и её прежние документы остаются как были; остальные
    собираются. Документ, в котором ничего не изменилось, заново не собирается.
    Код возврата: 0 – собрано всё, 1 – есть ошибки, 2 – команда вызвана неверно или файл не записан.
    """
    # Imported here: help has no need of them.
    from munprog.build import Task, build_all, cores
    from munprog.cli.programs import wanted
    from munprog.cli.standings import Standings
    from munprog.validation import validate

    if draft and final:
        raise click.UsageError("--draft и --final вместе не пишут: документы либо проекты, либо окончательные.")
    jobs = jobs or cores()
    wish = _wish(archive=archive, jobs=jobs, force=force) if pdf or archive else None
    chosen = wanted(paths, profile=profile)
    if shard:
        chosen = _part(chosen, shard)
    validated = validate(chosen)
    given = trusted.trust_for(trust, trust_ref, chosen.folders)
    standings = Standings.of(() if draft else validated.checked, given, all_of_them=final)
    if final and (refused := standings.refusals(validated.findings)):
        reports.show(refused, programs=validated.programs, files=validated.files, format_="text")
        output.note("Документы не собраны: окончательными они станут, когда согласовано всё.\n")
        return outcome.ExitCode.FINDINGS
    tasks = [
        Task(one.folder.folder, _output(one, target), one.program, one.profile, force, standings.agreed(one))
        for one in validated.checked
        if one.valid and one.program and one.profile
    ]
    _refuse_doubles([one.output for one in tasks])
    built: list[Outcome] = []
    with Progress("Сборка", len(tasks)) as progress:
        for done in build_all(tasks, jobs=jobs):
            built.append(done)
            progress.step(tallies.told(done))
    findings = [*validated.findings, *(finding for done in built for finding in done.findings)]
    if wish:
        findings += _pdf([done.output for done in built if done.built], wish)
    output.note(tallies.summary(built, len(validated.checked)))
    reports.show(
        tuple(findings), programs=validated.programs, files=validated.files, format_="text", waived=validated.waived
    )
    return outcome.for_findings(findings)


def _wish(*, archive: bool, jobs: int, force: bool) -> Wish:
    from munprog.build.office import NoOffice, find_office
    from munprog.build.pdf import Wish

    try:
        return Wish(find_office(), archive, jobs, force)
    except NoOffice:
        raise click.ClickException(
            "для PDF нужен LibreOffice, а его нет. Установите его (https://ru.libreoffice.org; в Debian и Ubuntu – "
            "apt install libreoffice-writer) или соберите без --pdf."
        ) from None


def _pdf(outputs: Sequence[Path], wish: Wish) -> list[Finding]:
    from munprog.build.pdf import convert_all

    with Progress("PDF") as progress:
        converted = list(convert_all(outputs, wish, progress.reach))
    for pages in converted:
        output.note(tallies.told_pdf(pages))
    return [finding for pages in converted for finding in pages.findings]


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
