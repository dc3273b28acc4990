"""Showing findings, as every command does that has some."""

from __future__ import annotations

import click

from munprog import __version__
from munprog.cli import output
from munprog.cli.wording import option
from munprog.diagnostics import Finding, Waived
from munprog.reporting import FORMATS, WIDTH, Extent, Report, as_text

format_option = option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="Вид отчёта: text – для чтения, json – для программ.",
)
strict_option = option("--strict", is_flag=True, help="Считать предупреждения ошибками.")
profile_option = option("--profile", metavar="ИМЯ", help="Взять этот профиль вместо указанного в program.yaml.")


def show(
    findings: tuple[Finding, ...],
    *,
    programs: int,
    files: int,
    format_: str,
    waived: tuple[Waived, ...] = (),
    show_waived: bool = False,
) -> None:
    report = Report(findings, Extent(programs, files), __version__, waived)
    if format_ == "text":
        colour = output.wants_colour()
        width = output.terminal_width() if output.is_terminal() else WIDTH
        output.say(as_text(report, colour=colour, width=width, show_waived=show_waived), colour=colour)
    else:
        output.say(FORMATS[format_](report))
