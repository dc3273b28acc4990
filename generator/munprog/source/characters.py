"""Characters that no document can carry: where they stand and what to put in their stead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice

from munprog.diagnostics import Finding, Related
from munprog.source.faults import error
from munprog.source.text import Text

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_CONTROL = re.compile(rf"[{_CONTROLS}]")
_RUN = re.compile(rf"([{_CONTROLS}])\1*")
_IN_VALUE = re.compile(rf"[\r{_CONTROLS}]")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "r": "\r", "v": "\v",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
BLANKS = "\xa0\u1680\u202f\u205f\u2060\u3000" + "".join(map(chr, range(0x2000, 0x200C)))
"""Blanks that look like a space, or like nothing, and that YAML takes for letters."""

_EACH = 20
_LINES = 50

_STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""One character for another, so that the places of all that follows stay true."""

_DROP = "Удалите этот знак: в документ он попасть не может."
_BREAK = "Замените его обычным переводом строки или пробелом."
_KNOWN = {
    "\0": ("нулевой знак", _DROP),
    "\b": ("знак забоя", _DROP),
    "\v": ("разрыв строки из Word", _BREAK),
    "\f": ("разрыв страницы", _BREAK),
    "\r": ("возврат каретки", _BREAK),
    "\x1b": ("знак Escape", _DROP),
    "\x1e": ("неразрывный дефис из Word", "Замените его обычным дефисом «-»."),
    "\x1f": ("мягкий перенос из Word", "Удалите его: слова переносит сам Word."),
    "\x7f": ("знак удаления (DEL)", _DROP),
    "\x85": ("знак новой строки (NEL)", _BREAK),
    "\u2028": ("разделитель строк", _BREAK),
    "\u2029": ("разделитель абзацев", _BREAK),
    "\ufeff": (
        "метка порядка байтов (BOM) внутри текста",
        "Удалите её: она допустима лишь в начале файла.",
    ),
}


def find_controls(text: Text) -> list[Finding]:
    """Report each run of one control character; where there are many, each line that has any."""
    runs = list(islice(_RUN.finditer(text.content), _EACH + 1))
    if len(runs) <= _EACH:
        return [_at(text, run.start(), run.end(), run[1]) for run in runs]
    lines = groupby(_RUN.finditer(text.content), lambda run: text.position(run.start())[0])
    findings = [_of_line(text, list(islice(line, _EACH))) for _, line in islice(lines, _LINES)]
    return [*findings[:-1], _and_more(findings[-1])] if next(lines, None) else findings


def without_controls(content: str) -> str:
    """Put a harmless character for each control character, so that the rest can be read."""
    return _CONTROL.sub(_STAND_IN, content)


def find_escapes(text: Text, start: int, end: int, value: str) -> Iterator[Finding]:
    """Report control characters that a text in double quotes spells by escapes."""
    if value.isprintable() or not _IN_VALUE.search(value):
        return
    for escape in _ESCAPE.finditer(text.content, start, end):
        digits = escape[1] or escape[2] or escape[3]
        character = chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(escape[4], "")
        if character and _IN_VALUE.fullmatch(character):
            yield _at(text, escape.start(), escape.end(), character)


def _at(text: Text, start: int, end: int, character: str) -> Finding:
    name, hint = _KNOWN.get(character, ("управляющий знак", _DROP))
    return error("SRC002", f"В тексте {name} ({_code(character)})", text.place(start, end), hint)


def _of_line(text: Text, runs: list[re.Match[str]]) -> Finding:
    first, *others = runs
    finding = _at(text, first.start(), first.end(), first[1])
    also = (Related(text.place(run.start(), run.end()), f"ещё {_code(run[1])}") for run in others)
    return replace(finding, related=tuple(also))


def _and_more(finding: Finding) -> Finding:
    return replace(
        finding,
        message=f"{finding.message}; управляющие знаки есть и дальше",
        hint="Проверьте, тот ли это файл; текст из Word или PDF вставьте заново без оформления.",
    )


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
