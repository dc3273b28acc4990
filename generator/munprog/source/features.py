"""What YAML can do and a programme does without: anchors, aliases, tags, directives, odd keys."""

from __future__ import annotations

import re

from munprog.diagnostics import Finding, Place
from munprog.source.faults import empty, error, not_a_mapping
from munprog.source.frames import Branch, Node, ends
from munprog.source.scalars import Data
from munprog.source.text import Text

_PROPERTY = re.compile(r"[&!]\S*")
_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)
_QUOTE = "если это текст, возьмите его в кавычки."


def properties(text: Text, start: int, *, anchor: str | None) -> Finding:
    """Report the anchor or tag that a value begins with; of both, the one that stands first."""
    found = _PROPERTY.match(text.content, start)
    place = text.place(start, found.end() if found else None)
    if anchor is not None and text.content[start] == "&":
        return error("SRC005", f"Якоря YAML не поддерживаются: &{anchor}", place, f"Уберите якорь; {_QUOTE}")
    written = found[0] if found else "!"
    return error("SRC005", f"Теги YAML не поддерживаются: {written}", place, f"Уберите тег; {_QUOTE}")


def alias(place: Place) -> Finding:
    hint = f"Впишите вместо ссылки само значение; {_QUOTE}"
    return error("SRC005", "Ссылки YAML на якорь не поддерживаются", place, hint)


def broken(place: Place, sign: str) -> Finding:
    """Report the sign of an anchor, alias or tag that is none."""
    role = {"&": "якорь", "*": "ссылку на якорь", "!": "тег"}[sign]
    return error(
        "SRC005",
        f"Знак «{sign}» в начале значения означает {role} YAML, а это не поддерживается",
        place,
        "Возьмите всё значение в кавычки.",
    )


def merge(place: Place) -> Finding:
    return error("SRC005", "Слияние ключей «<<» не поддерживается", place, "Впишите нужные ключи прямо сюда.")


def second_document(place: Place) -> Finding:
    return error(
        "SRC005",
        "В файле начинается второй документ YAML",
        place,
        "Уберите строку «---»; если это другой раздел, перенесите его в свой файл.",
    )


def directives(text: Text, start: int, end: int) -> list[Finding]:
    """Report each `%` line of a document's head."""
    return [directive(text.place(*found.span())) for found in _DIRECTIVE.finditer(text.content, start, end)]


def directive(place: Place) -> Finding:
    return error("SRC005", "Директивы YAML не поддерживаются", place, f"Уберите строку с «%» в начале; {_QUOTE}")


def complex_key(text: Text, start: int) -> Finding:
    if text.content.startswith("{", start) and text.content[:start].endswith("{"):
        return error(
            "SRC005",
            "Текст в двойных фигурных скобках читается как ключи со значениями",
            text.place(start - 1, start + 1),
            "Возьмите весь текст в кавычки.",
        )
    return error(
        "SRC005",
        "Ключом может быть только слово, а не список и не набор ключей",
        text.place(start),
        _QUOTE.capitalize(),
    )


def blank_beside_key(text: Text, node: tuple[int, int], bare: str) -> Finding:
    """Report a blank, seen as a space, that made itself a part of a key."""
    start, end = node
    key = text.content.find(bare, start, end) if bare else start
    first = start if key > start else max(key, start) + len(bare)
    code = f"U+{ord(text.content[first]):04X}" if first < end else "U+00A0"
    return error(
        "SRC003",
        f"Возле ключа стоит неразрывный или невидимый пробел ({code})",
        text.place(first, key if key > start else end),
        "Замените его обычными пробелами: отступ делают только ими.",
    )


def top_level(text: Text, data: Data, root: Node) -> Finding:
    """Report a file whose top level is a list or a single value."""
    if isinstance(root, Branch):
        return not_a_mapping(
            text.first_line_of(root.start),
            kind="список",
            hint="Начните файл с ключа, а список поместите под ним с отступом в два пробела.",
        )
    start, end = ends(root)
    if data is None:
        return empty(text.place(start, end) if start < end else text.place(0, 0), comments=False)
    if isinstance(data, str) and re.search(r":\S", data):
        hint = "После двоеточия нужен пробел: «ключ: значение»."
    else:
        hint = "Пишите «ключ: значение», каждый ключ с новой строки."
    return not_a_mapping(text.first_line_of(start), kind="одно значение", hint=hint)
