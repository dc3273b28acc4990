"""Pages of docs/rules, one for each code, written from the catalogue: `python tools/rule_pages.py [--check]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

from munprog.diagnostics import Severity
from munprog.reporting import SEVERITIES
from munprog.validation import catalogue
from munprog.validation.catalogue import Entry, waiver_example
from munprog.validation.parameters import Parameter, default_shown

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
INDEX = "README.md"

_SECTIONS = {
    "SRC": "Чтение файла",
    "STR": "Строение разделов, обозначения и ссылки",
    "CFG": "Профиль, исключения, прежние находки",
    "PAS": "Паспорт",
    "ANA": "Анализ",
    "GOA": "Цель, задачи, ожидаемые результаты",
    "IND": "Показатели и индикаторы",
    "PLA": "Мероприятия и планы",
    "FIN": "Финансирование",
    "MEC": "Механизмы, управление, мониторинг",
    "DOC": "Тексты, таблицы и акт",
    "EXP": "Контрольные списки и экспертиза",
    "TPL": "Шаблоны DOCX",
    "SGN": "Согласования",
    "BLD": "Сборка документов",
    "FMT": "Оформление готовых документов",
}
_LOWERED = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE, Severity.NOTE: Severity.WARNING}
_NOTE = "<!-- Составлено tools/rule_pages.py по generator/munprog/validation/catalogue.yaml: править нужно там. -->"


def pages() -> dict[str, str]:
    """File name → text of every page and of the list of all codes."""
    entries = catalogue.entries()
    return {f"{one.code}.md": _page(one) for one in entries} | {INDEX: _index(entries)}


def stale() -> list[str]:
    """Names of the pages that are missing, out of date or of no code."""
    wanted = pages()
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def write() -> None:
    wanted = pages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


def _page(one: Entry) -> str:
    language = "text" if one.code.startswith(("TPL", "FMT")) else "yaml"
    parts = [
        f"# {one.code}. {_plain(one.title)}",
        _NOTE,
        f"Имя правила: `{one.name}`. Важность: {SEVERITIES[one.severity]}.",
        f"## Что требуется\n\n{_prose(_plain(one.what))}",
        f"## Почему\n\n{_prose(_plain(one.why))}",
        "\n".join(_grounds(one)),
        f"## Неверно\n\n{_example(one.wrong, language)}",
        f"## Верно\n\n{_example(one.right, language)}",
        f"## Важность\n\n{_severity(one)}",
        *([f"## Исключение\n\n{_waiver(one)}"] if one.is_rule else ()),
        f"[Все коды]({INDEX})",
    ]
    return "\n\n".join(parts) + "\n"


def _grounds(one: Entry) -> Iterator[str]:
    yield f"* Основание: {one.source}"
    if one.requirement:
        yield f"* Требование: {one.requirement}"
    if one.checklist:
        yield f"* Вопросы контрольных списков: {', '.join(one.checklist)}"


def _severity(one: Entry) -> str:
    if not one.is_rule:
        return "Важность этой проверки профиль не меняет, и исключить находку нельзя."
    setting = ", ".join((f"severity: {_LOWERED[one.severity]}", *map(_written, one.parameters)))
    example = f"rules:\n  {one.code}: {{{setting}}}"
    prose = _prose(
        "Профиль региона может изменить важность: `error` – ошибка, `warning` – предупреждение, `note` – замечание, "
        "`off` – не проверять."
    )
    table = f"\n\n{_parameters(one)}" if one.parameters else ""
    return f"{prose}{table}\n\n{_example(example, 'yaml')}"


def _waiver(one: Entry) -> str:
    prose = _prose(
        "Если находка неверна или с ней решено временно мириться, рядом с тем, о чём она говорит, пишут "
        "[исключение](../waivers.md):"
    )
    return f"{prose}\n\n{_example(waiver_example(one.code), 'yaml')}"


def _parameters(one: Entry) -> str:
    rows = (f"| `{each.name}` | {_cell(each.meaning)} | {_cell(default_shown(each))} |" for each in one.parameters)
    prose = "Кроме важности, профиль может настроить:"
    return "\n".join((prose, "", "| настройка | что значит | обычно |", "|---|---|---|", *rows))


def _written(parameter: Parameter[Any]) -> str:
    if parameter.is_list:
        return f"{parameter.name}: [{', '.join(parameter.default[:2])}]"
    return f"{parameter.name}: {parameter.default}"


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _index(entries: tuple[Entry, ...]) -> str:
    parts = [
        "# Коды находок",
        _NOTE,
        _prose(
            "Что проверяется, почему и как исправить – на странице каждого кода. То же показывает команда "
            "`munprog explain КОД`. Как читать находки, сказано в [описании находок](../findings.md)."
        ),
    ]
    for section, title in _SECTIONS.items():
        rows = (_row(one) for one in entries if one.code.startswith(section))
        table = "\n".join(("| код | о чём | важность |", "|---|---|---|", *rows))
        parts.append(f"## {section}. {title}\n\n{table}")
    return "\n\n".join(parts) + "\n"


def _row(one: Entry) -> str:
    return f"| [{one.code}]({one.code}.md) | {_plain(one.title)} | {SEVERITIES[one.severity]} |"


def _prose(text: str) -> str:
    return fill(text, 118, break_long_words=False, break_on_hyphens=False)


def _plain(text: str) -> str:
    """A text without what Markdown would take for markup."""
    return text.replace("*", "\\*").replace("<", "\\<")


def _example(text: str, language: str) -> str:
    return f"```{language}\n{text}\n```"


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("Usage: python tools/rule_pages.py [--check]", file=sys.stderr)
        return 2
    if arguments and (found := stale()):
        print(f"Stale in docs/rules: {', '.join(found)}. Run: python tools/rule_pages.py", file=sys.stderr)
        return 1
    if not arguments:
        write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
