"""The group of all commands."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from munprog import __version__
from munprog.cli import outcome, output
from munprog.cli.wording import Worded

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "создать рабочую папку: профили, шаблоны, настройки",
        "new": "создать заготовку программы",
        "fmt": "привести файлы YAML к единому виду",
        "validate": "проверить программы и показать, что исправить",
        "build": "собрать документы DOCX",
        "checklist": "ответить на вопросы контрольных списков",
        "diff": "показать словами, что изменилось между двумя состояниями",
        "templates": "проверить шаблоны Word",
        "inspect": "проверить оформление готовых документов DOCX",
        "sign": "согласовать содержание программы",
        "verify": "проверить согласования и документы",
        "explain": "объяснить правило по его коду",
    }
)
"""Commands in the order of work. The lines stand here, so that help imports none of the commands."""


class Group(Worded, click.Group):
    """Commands are imported when they are called, and every way to end has its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"munprog.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from munprog.cli.usage import unknown_command

            raise click.UsageError(unknown_command(args[0], COMMANDS), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Команды"):
            formatter.write_dl(COMMANDS.items())

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        output.speak_utf8()
        call = super().main
        code = outcome.of(lambda: call(args, prog_name or "munprog", complete_var, standalone_mode=False, **extra))
        if standalone_mode:
            sys.exit(code)
        return code


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        output.say(f"munprog {__version__}\n")
        ctx.exit()


@click.group(
    "munprog",
    cls=Group,
    invoke_without_command=True,
    subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]...",
    help="Муниципальные программы поддержки школ: данные в YAML, проверка, документы DOCX.",
    epilog="Справка по команде: munprog КОМАНДА --help",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Показать версию и закончить.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        output.note(ctx.get_help() + "\n")
        ctx.exit(outcome.ExitCode.USAGE)
