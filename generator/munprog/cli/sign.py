"""`munprog sign`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from munprog.cli import outcome, output, reports, wording
from munprog.cli.days import Day


@wording.command("sign")
@wording.argument(
    "path", type=click.Path(exists=True, path_type=Path), about="Папка программы, содержание которой согласуется."
)
@wording.option("--role", required=True, metavar="РОЛЬ", help="В какой роли: одна из ролей профиля или registrar.")
@wording.option("--name", default="", metavar="ИМЯ", help="Кто согласует: А. В. Озерова. По умолчанию – как прежде.")
@wording.option("--position", default="", metavar="ДОЛЖНОСТЬ", help="Должность для листа согласования.")
@wording.option("--date", "day", metavar="ДАТА", type=Day(), help="День согласования. По умолчанию – сегодня.")
@wording.option(
    "--key",
    metavar="ФАЙЛ",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ключ SSH для подписи: сам ключ или его открытая часть, если он у агента. Без него запись – только заметка.",
)
def command(path: Path, role: str, name: str, position: str, day: date | None, key: Path | None) -> outcome.ExitCode:
    """Согласовать содержание программы: записать согласование в signoff.yaml.

    Согласуется всё, что попадает в документы: разделы, профиль, шаблоны. Регистратор (registrar) согласует
    ещё дату и номер акта. Программу с ошибками согласовать нельзя.
    Код возврата: 0 – записано, 1 – в программе есть ошибки, 2 – команда вызвана неверно или подписать не удалось.
    """
    # Imported here: help has no need of them.
    from munprog.cli.programs import wanted
    from munprog.model.dates import format_date
    from munprog.rendering import TemplateFault
    from munprog.signing.signing import NotSignable, sign
    from munprog.signing.ssh import NoSignature
    from munprog.signing.writing import NotByLines
    from munprog.validation import validate
    from munprog.workspace.writing import write_atomically

    workspace = wanted((path,))
    if len(workspace.folders) > 1:
        raise click.UsageError("согласуется одна программа: назовите её папку.")
    validated = validate(workspace)
    (checked,) = validated.checked
    if not checked.valid or checked.profile is None:
        reports.show(validated.findings, programs=1, files=validated.files, format_="text", waived=validated.waived)
        output.note("Программу с ошибками согласовать нельзя.\n")
        return outcome.ExitCode.FINDINGS
    try:
        entry, text = sign(checked, role, name=name, position=position, day=day or date.today(), key=key)
    except (NotSignable, NoSignature, NotByLines) as error:
        raise click.ClickException(str(error)) from None
    except TemplateFault as error:
        reports.show(error.findings, programs=1, files=validated.files, format_="text")
        return outcome.ExitCode.FINDINGS
    write_atomically(checked.folder.folder / "signoff.yaml", text.encode())
    note = "" if entry.signature else " Без ключа это только заметка: подпись ставит --key."
    where = f"{checked.folder.name}/signoff.yaml"
    output.note(f"{where}: {entry.role} – {entry.name}, {format_date(entry.date)}.{note}\n")
    return outcome.ExitCode.OK
