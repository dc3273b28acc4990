"""Arguments and options that several commands share: one name, one meaning, one line of help."""

from __future__ import annotations

from pathlib import Path

import click

from munprog.cli.wording import argument, option
from munprog.reporting import FORMATS

XLSX = "xlsx"

paths_argument = argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    about="Папки программ или рабочая папка, в которой есть programs/. Без аргументов – текущая папка.",
)
format_option = option(
    "--format",
    "format_",
    type=click.Choice((*FORMATS, XLSX)),
    metavar="ВИД",
    default="text",
    show_default=True,
    help="Вид отчёта: text – для чтения; json, sarif, github, gitlab, junit – для программ и серверов; xlsx – таблица.",
)
plain_format_option = option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    metavar="ВИД",
    default="text",
    show_default=True,
    help="Вид отчёта: text – для чтения; json, sarif, github, gitlab, junit – для программ и серверов.",
)
strict_option = option("--strict", is_flag=True, help="Считать предупреждения ошибками.")
profile_option = option("--profile", metavar="ИМЯ", help="Взять этот профиль вместо указанного в program.yaml.")
