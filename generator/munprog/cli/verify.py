"""`munprog verify`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog import __version__
from munprog.cli import options, outcome, output, reports, trusted, wording
from munprog.reporting import FORMATS, Extent, Report

if TYPE_CHECKING:
    from munprog.diagnostics import Finding
    from munprog.model.signoff import SignOff
    from munprog.signing.standing import Standing
    from munprog.signing.trust import Trust
    from munprog.validation import Checked


@wording.command("verify")
@options.paths_argument
@trusted.trust_option
@trusted.trust_ref_option
@wording.option(
    "--output",
    "target",
    metavar="ПАПКА",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Проверить и документы этой папки: каждый ли собран из согласованного содержания.",
)
@wording.option(
    "--format",
    "format_",
    type=click.Choice((*FORMATS,)),
    metavar="ВИД",
    default="text",
    show_default=True,
    help="Вид отчёта: text – по ролям, для чтения; json, sarif, github, gitlab, junit – находки для программ.",
)
def command(
    paths: tuple[Path, ...], trust: Path | None, trust_ref: str | None, target: Path | None, format_: str
) -> outcome.ExitCode:
    """Проверить, кто согласовал программы, какое содержание и каким ключом.

    По каждой роли: согласовано; содержание изменилось после согласования – и что; не согласовано; ключ не допущен.
    С --output называет и каждый файл, который не собран из согласованного содержания: документы собираются заново и
    сравниваются по частям.
    Код возврата: 0 – согласовано всё, 1 – не всё или в программах есть ошибки, 2 – команда вызвана неверно.
    """
    # Imported here: help has no need of them.
    from munprog.cli.programs import wanted
    from munprog.signing.ssh import NoSignature
    from munprog.validation import validate

    workspace = wanted(paths)
    given = trusted.trust_for(trust, trust_ref, workspace.folders)
    validated = validate(workspace)
    findings: list[Finding] = []
    lines: list[str] = []
    try:
        foreign = _foreign(validated.checked, given, target) if target else {}
        for checked in validated.checked:
            told, found = _verified(checked, given)
            here = foreign.get(checked.folder.id, [])
            lines += [*told, *map(_located, here), ""]
            findings += [*found, *here]
    except NoSignature as error:
        raise click.ClickException(str(error)) from None
    findings += foreign.get("", [])
    lines += [*map(_located, foreign.get("", []))]
    if format_ == "text":
        from munprog.reporting.characters import visible

        output.say("".join(f"{visible(line)}\n" for line in lines))
    else:
        reports.say(Report(tuple(findings), Extent(validated.programs, validated.files), __version__), format_)
    return outcome.for_findings(findings)


def _verified(checked: Checked, trust: Trust | None) -> tuple[list[str], list[Finding]]:
    """One programme in lines for people, and as findings."""
    from munprog.rendering import TemplateFault
    from munprog.signing.faults import missing
    from munprog.signing.standing import standing_of

    head = f"{checked.folder.id} – {checked.program.general.title}" if checked.program else checked.folder.id
    if not checked.valid or checked.profile is None:
        return [head, "  В программе есть ошибки: их показывает munprog validate."], list(checked.findings)
    try:
        standing = standing_of(checked, trust)
    except TemplateFault as error:
        return [head, *(f"  {one.place.file}: {one.code} {one.message}" for one in error.findings)], [*error.findings]
    found = list(missing(checked, standing))
    return [head, *_lines(checked, standing, found)], found


def _lines(checked: Checked, standing: Standing, found: list[Finding]) -> Iterator[str]:
    from munprog.signing.faults import told
    from munprog.signing.standing import State

    codes = {one.message: one.code for one in found}
    for one in standing.roles:
        code = codes.get(told(one), "")
        yield f"  {told(one)}" + (f" [{code}]" if code else "")
        if one.state is State.CHANGED and one.entry:
            yield from _changes(checked, one.entry)
    yield from (f"  {one.message} [{one.code}]" for one in found if one.code == "SGN019")
    if not standing.keys:
        yield "  Подписи ключом не требуются: согласования – записи, которые может сделать любой, кто правит файлы."
    yield f"  Итог: {'документы окончательные' if standing.final else 'документы – проект'}."


def _changes(checked: Checked, entry: SignOff) -> Iterator[str]:
    from munprog.signing.since import since

    found = since(checked, entry)
    yield from (f"    {line}" for line in found.lines)
    if not found.lines and found.parts:
        yield f"    изменилось: {'; '.join(found.parts)}"
    if found.shallow:
        yield "    словами не сказать: история git неполная (git fetch --unshallow)"


def _foreign(checked: tuple[Checked, ...], trust: Trust | None, target: Path) -> dict[str, list[Finding]]:
    """What lies in the folder and does not come from signed content, by programme."""
    from munprog.build import Task
    from munprog.build.attestation import Attested, attest
    from munprog.cli.standings import Standings

    standings = Standings.of(checked, trust)
    programs: dict[str, Attested] = {}
    for one in checked:
        agreed = standings.agreed(one)
        task = None
        if agreed and one.program and one.profile:
            task = Task(one.folder.folder, target, one.program, one.profile, agreed=agreed)
        programs[one.folder.id] = Attested(one.folder.id, task)
    return attest(programs, target)


def _located(finding: Finding) -> str:
    folder = finding.place.file.rpartition("/")[0]
    return f"  {folder}/{finding.message} [{finding.code}]"
