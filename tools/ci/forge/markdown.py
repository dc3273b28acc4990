"""A comment that says what the check said, and does nothing else: mentions nobody, links nowhere, gives no commands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from forge.review import Finding, Program, Review

MARKER = "<!-- munprog: review -->"
_LONGEST = 60_000
"""Characters of what is said, beside head and foot; GitHub takes 65,536."""
_LINE = 600
_BREAK = "\N{ZERO WIDTH SPACE}"
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~$&@^=:.-])")
# Both forges look for references in the text that Markdown has left, where a backslash is gone.
_REFERENCE = re.compile(r"([@#!$%~&^\[]|(?i:\bgh-))(?=[\w\"'])")
_LINK = re.compile(r"(?i)(:(?=//)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:))")
_WORDS = {"error": "ошибка", "warning": "предупреждение", "note": "замечание"}
_WHOLE = {"added": "Программа добавлена.", "removed": "Программа удалена."}
_ORIGIN = "Составлено по данным самой правки: решает проверка на основной ветви, а не эта запись."


def comment(review: Review | None, sha: str, run: str) -> str:
    """`run` is an address of the forge's own; None for a review that is not there or was refused."""
    foot = ["", f"<sub>Правка {sha[:12]} · [ход проверки и черновики документов]({run})<br>{_ORIGIN}</sub>"]
    if review is None:
        return "\n".join([*_head(), "Проверка не оставила сведений, которые можно показать.", *foot, ""])
    lines, cut = _fitting(_said(review), _LONGEST)
    rest = ["", "*Остальное не поместилось: см. ход проверки.*"] if cut else []
    return "\n".join([*_head(), *lines, *rest, *foot, ""])


def escaped(text: str) -> str:
    """One line of plain text, as Markdown that shows it and means nothing."""
    shown = "".join(" " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in text)
    shown = "".join(one for one in shown if unicodedata.category(one) not in {"Cf", "Cs", "Co", "Cn"})
    one_line = " ".join(shown.split())
    one_line = one_line if len(one_line) <= _LINE else f"{one_line[:_LINE]}…"
    one_line = _REFERENCE.sub(rf"\1{_BREAK}", _LINK.sub(rf"\1{_BREAK}", one_line))
    return _SPECIAL.sub(r"\\\1", one_line)


def _head() -> list[str]:
    return [MARKER, "## Муниципальные программы", ""]


def _said(review: Review) -> Iterator[str]:
    counts = (review.count(severity) for severity in _WORDS)
    yield "Ошибок: {}, предупреждений: {}, замечаний: {}.".format(*counts)
    yield ""
    yield "### Что изменилось"
    yield ""
    if not review.programs:
        yield "Содержание программ не изменилось."
    for program in review.programs:
        yield from _program(program)
    if review.findings:
        yield ""
        yield "### Находки"
        yield ""
        yield from (_finding(one) for one in _gravest_first(review.findings))


def _program(program: Program) -> Iterator[str]:
    yield f"#### {escaped(program.title)}"
    yield ""
    if program.change:
        yield _WHOLE[program.change]
        yield ""
    for note in program.unread:
        yield f"- *{escaped(note)}; это не сравнивалось*"
    for title, group in groupby(program.differences, key=lambda one: one[0]):
        yield f"**{escaped(title)}**"
        yield ""
        yield from (f"- {escaped(text)}" for _, text in group)
        yield ""


def _finding(one: Finding) -> str:
    hint = f" Подсказка: {escaped(one.hint)}" if one.hint else ""
    where = f"{escaped(one.file)}, строка {one.line}"
    return f"- **{one.code}** {_WORDS[one.severity]} – {where}: {escaped(one.message)}{hint}"


def _gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: list(_WORDS).index(one.severity))


def _fitting(lines: Iterable[str], left: int) -> tuple[list[str], bool]:
    kept: list[str] = []
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            return kept, True
        kept.append(line)
    return kept, False
