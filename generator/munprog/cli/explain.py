"""`munprog explain`."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING, Any

import click

from munprog.cli import output, wording
from munprog.cli.usage import similar
from munprog.reporting import SEVERITIES

if TYPE_CHECKING:
    from munprog.validation.catalogue import Entry
    from munprog.validation.parameters import Parameter

_TYPED = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
"""Codes typed in the Russian layout look the same."""


@wording.command("explain")
@wording.argument(
    "code", metavar="КОД", required=False, about="Код находки, например IND004. Без него – список всех кодов."
)
def command(code: str | None) -> None:
    """Объяснить правило: что оно требует, почему, как неверно и как верно."""
    from munprog.validation.catalogue import entries

    known = {entry.code: entry for entry in entries()}
    output.say(_page(_chosen(code, known)) if code else _contents(known))


def _chosen(code: str, entries: dict[str, Entry]) -> Entry:
    known = code.upper().translate(_TYPED)
    if known not in entries:
        near = similar(known, entries)
        hint = f" Похожие: {', '.join(near)}." if near else ""
        raise click.UsageError(f"нет кода «{code}».{hint} Все коды: munprog explain")
    return entries[known]


def _contents(entries: dict[str, Entry]) -> str:
    longest = max(map(len, SEVERITIES.values()))
    return "".join(
        f"{entry.code}  {SEVERITIES[entry.severity]:{longest}}  {entry.title}\n" for _, entry in sorted(entries.items())
    )


def _page(entry: Entry) -> str:
    head = f"{entry.code} {SEVERITIES[entry.severity]}: {entry.title}\nИмя правила: {entry.name}\n"
    return "\n".join([head, *(f"{title}\n{indent(text.strip(), '  ')}\n" for title, text in _sections(entry) if text)])


def _sections(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "Что требуется", entry.what
    yield "Почему", entry.why
    yield "Основание", "; ".join(filter(None, (entry.source, entry.requirement)))
    yield "Вопросы контрольных списков", ", ".join(entry.checklist)
    yield "Настройки в профиле", "\n".join(map(_setting, entry.parameters))
    yield "Неверно", entry.wrong
    yield "Верно", entry.right
    if entry.is_rule:
        from munprog.validation.catalogue import waiver_example

        yield "Как исключить", f"{waiver_example(entry.code)}\nПодробнее: docs/waivers.md"
    else:
        yield "Как исключить", "Исключить эту находку нельзя: её исправляют."


def _setting(parameter: Parameter[Any]) -> str:
    from munprog.validation.parameters import default_shown

    return f"{parameter.name}: {parameter.meaning}; обычно {default_shown(parameter)}"
