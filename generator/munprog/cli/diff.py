"""`munprog diff`."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from munprog.cli import outcome, output, wording

if TYPE_CHECKING:
    from munprog.validation import Validated

FORMATS = ("text", "markdown", "json")


@wording.command("diff")
@wording.argument(
    "base", metavar="БЫЛО", about="Что было: ревизия git (main, HEAD~1) или папка. Папка идёт прежде ревизии."
)
@wording.argument(
    "head",
    metavar="СТАЛО",
    required=False,
    about="Что стало: ревизия или папка. По умолчанию – файлы рабочей папки как они есть.",
)
@wording.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    metavar="ВИД",
    default="text",
    show_default=True,
    help="Вид отчёта: text – для чтения, markdown – для обсуждения правок, json – для программ.",
)
def command(base: str, head: str | None, format_: str) -> outcome.ExitCode:
    """Показать словами документов, чем различаются два состояния программ.

    Сравнивается содержание: оформление, комментарии и порядок ключей не в счёт.
    Код возврата: 0 – сравнение удалось, есть ли отличия или нет; 2 – команда вызвана неверно.
    """
    # Imported here: help has no need of them.
    from munprog.review.comparing import compare
    from munprog.review.formats import FORMATS as formats

    with _folder(base) as before, _folder(head) as after:
        compared = compare(_read(Path(before)), _read(Path(after)))
    output.say(formats[format_](compared))
    return outcome.ExitCode.OK


def _folder(named: str | None) -> AbstractContextManager[str | Path]:
    """The workspace, or one laid out for the time of the comparison."""
    from munprog.review.revisions import NoRevision, lay_out

    if named is None or Path(named).is_dir():
        return nullcontext(Path(named or "."))
    folder = TemporaryDirectory(prefix="munprog-", ignore_cleanup_errors=True)
    try:
        lay_out(Path(), named, Path(folder.name))
    except NoRevision as error:
        folder.cleanup()
        raise click.ClickException(str(error)) from None
    return folder


def _read(workspace: Path) -> Validated:
    """The programmes of a workspace; none is a state like any other: all of them were added or removed."""
    from munprog.validation import Validated, validate
    from munprog.workspace import NoPrograms, find

    try:
        return validate(find((workspace,)))
    except NoPrograms:
        return Validated(())
