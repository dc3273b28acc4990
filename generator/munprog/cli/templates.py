"""`munprog templates check`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import options, outcome, output, reports, wording

if TYPE_CHECKING:
    from munprog.diagnostics import Finding
    from munprog.documents.offered import Offered
    from munprog.templating.survey import Survey

_SHAPES = {
    "text": "{{ … }}",
    "flow": "{{p … }}",
    "flag": "{% if … %}",
    "list": "{% for … %}",
    "group": "части через точку",
}


class _Group(wording.Worded, click.Group):
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Команды"):
            formatter.write_dl([(name, str(one.short_help or "")) for name, one in self.commands.items()])


@click.group("templates", cls=_Group, subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]...")
def command() -> None:
    """Работа с шаблонами документов."""


@wording.command("check")
@wording.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    about="Рабочая папка, программы или файлы шаблонов. Без аргументов – текущая папка.",
)
@options.plain_format_option
@wording.option("--profile", metavar="ИМЯ", help="Проверить шаблоны этого профиля.")
@wording.option("--context", "kind", metavar="ВИД", help="Показать имена для шаблона документа этого вида и закончить.")
@options.strict_option
def check(
    paths: tuple[Path, ...], format_: str, profile: str | None, kind: str | None, strict: bool
) -> outcome.ExitCode:
    """Проверить шаблоны: имена, циклы, стили, оформление, запрещённое содержимое.

    Все ошибки сразу, с местом до абзаца и ячейки таблицы.
    Код возврата: 0 – ошибок нет, 1 – есть ошибки, 2 – команда вызвана неверно или файл не прочитан.
    """
    if kind:
        output.say(_names(kind))
        return outcome.ExitCode.OK
    # Imported here: help has no need of them.
    from munprog.inspection import Standard
    from munprog.workspace.standards import standard_data, standard_names

    files = tuple(path for path in paths if path.suffix.casefold() == ".docx" and path.is_file())
    folders = tuple(path for path in paths if path not in files)
    found, faults = _surveyed(folders or (Path(),), profile)
    unused = [path for path in files if path.resolve() not in {one.resolve() for one in found.uses}]
    if unused:
        raise click.UsageError(f"{unused[0]} – не шаблон профиля: ни один документ его не называет.")
    standards = tuple(Standard.of(standard_data(name, profile)) for name in standard_names())
    findings = (*faults, *found.findings(standards, files))
    reports.show(findings, programs=0, files=len(files or found.uses), format_=format_)
    return outcome.for_findings(findings, strict=strict)


command.add_command(check)
check.short_help = "проверить шаблоны: имена, циклы, стили, запрещённое содержимое"


def _surveyed(folders: tuple[Path, ...], profile: str | None) -> tuple[Survey, tuple[Finding, ...]]:
    """Templates of the profiles that the programmes name; of a workspace without programmes, of all its profiles."""
    from munprog import resources, validation
    from munprog.diagnostics import Place
    from munprog.templating.survey import survey
    from munprog.validation.profile import check_profile
    from munprog.validation.schema import SectionSchemas
    from munprog.workspace import NoPrograms, find
    from munprog.workspace.locate import PROGRAMS
    from munprog.workspace.profiles import profile_names

    try:
        checked = validation.validate(find(folders, profile=profile), as_of=date.today()).checked
    except NoPrograms:
        checked = ()
    programs = [(one.program, one.profile, one.folder.folder) for one in checked if one.program and one.profile]
    profiles = [(one.profile, one.folder.folder) for one in checked if one.profile]
    faults: tuple[Finding, ...] = ()
    if not profiles:
        names = (profile,) if profile else profile_names(folders[0])
        for name in names:
            result = check_profile(name, folders[0], SectionSchemas(resources.SCHEMAS))
            faults += result.located(Place(f"schemas/profiles/{name}.yaml"))
            if result.profile:
                profiles.append((result.profile, folders[0] / PROGRAMS / "_"))
    return survey(profiles, programs), faults


def _names(kind: str) -> str:
    from munprog.documents.offered import OFFERED

    if kind not in OFFERED:
        raise click.UsageError(f"нет документов вида «{kind}». Есть: {', '.join(OFFERED)}.")
    return "\n".join(_lines(OFFERED[kind])) + "\n"


def _lines(offered: tuple[Offered, ...]) -> Iterator[str]:
    longest = max(len(one.name) for one in offered)
    widest = max(map(len, _SHAPES.values()))
    yield "Имена, которые может печатать шаблон; «[]» – каждый в списке:"
    for one in offered:
        yield f"  {one.name:{longest}}  {_SHAPES[one.shape]:{widest}}  {one.meaning}"
