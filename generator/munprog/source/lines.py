"""Syntax faults in how lines stand: tabs, dashes, colons, indents."""

from __future__ import annotations

import re

from munprog.diagnostics import Finding
from munprog.source.stop import Stop, char, fault, fault_at, same_line
from munprog.source.text import Text

_NO_SPACE = re.compile(r"(?:- )*[\w-]+(:)([^ \r\n])")
_TIGHT_DASH = re.compile(r"-[^\W\d_]")
_DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)
_MAX_KEY = 1024


def tab(text: Text, stop: Stop) -> Finding | None:
    """Point at the tab itself: where one only shifts a line, libyaml complains of what comes after it."""
    at = stop.at
    if char(text, at) != "\t":
        start = text.line_start(at)
        at = text.content.find("\t", start, max(text.first_in_line(at), start))
        if at < 0 or stop.bracket is not None:
            return None
    if text.content[text.line_start(at) : at].strip(" \t"):
        return fault_at(text, at, "Здесь стоит знак табуляции", "Замените его пробелом.")
    return fault_at(
        text,
        at,
        "В отступе стоит знак табуляции",
        "Замените его пробелами: отступ делают только ими, по два на уровень.",
    )


def dash_in_line(text: Text, stop: Stop) -> Finding | None:
    if "sequence entries are not allowed" not in stop.problem:
        return None
    if text.line_end(stop.at) == stop.at + 1:
        return fault_at(
            text, stop.at, "Одиночный дефис читается как пустой пункт списка", 'Прочерк берут в кавычки: "–".'
        )
    return fault_at(
        text,
        stop.at,
        "Список не может начинаться в строке ключа",
        "Перенесите «- » на новую строку; если это текст с дефисом, возьмите его в кавычки.",
    )


def colon_in_text(text: Text, stop: Stop) -> Finding | None:
    """Tell a colon inside a text from a key that, too far to the right, has become part of the text above."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    start = stop.last[0]
    if start == text.first_in_line(start):
        return _no_colon(text, start)
    if same_line(text, start, stop.at):
        return fault_at(
            text,
            stop.at,
            "Двоеточие с пробелом внутри текста без кавычек",
            'Возьмите весь текст в кавычки: "часть: продолжение".',
        )
    return fault(
        text,
        text.first_in_line(stop.at),
        stop.at + 1,
        "Строка читается как продолжение текста выше: у неё лишний отступ",
        "Поставьте ключ вровень с соседними; если это один текст с двоеточием, возьмите его в кавычки.",
    )


def missing_colon(text: Text, stop: Stop) -> Finding | None:
    if "could not find expected ':'" not in stop.problem or stop.since is None:
        return None
    return _no_colon(text, stop.since)


def _no_colon(text: Text, start: int) -> Finding:
    line = text.content[start : text.line_end(start)].partition(" #")[0].rstrip()
    end = start + len(line)
    tight = _NO_SPACE.match(line)
    if tight is not None:
        message = "После двоеточия стоит неразрывный пробел" if tight[2].isspace() else "После двоеточия нет пробела"
        hint = "Пишите «ключ: значение» с обычным пробелом после двоеточия."
        return fault(text, start + tight.start(1), start + tight.end(2), message, hint)
    if _TIGHT_DASH.match(line):
        hint = "Поставьте пробел: дефис без пробела не начинает пункта списка."
        return fault(text, start, start + 1, "После дефиса нет пробела", hint)
    if ": " in line[_MAX_KEY:]:
        return fault(text, start, end, f"Ключ длиннее {_MAX_KEY} знаков", "Сократите ключ.")
    return fault(
        text,
        start,
        end,
        "В строке нет двоеточия: нужно «ключ: значение»",
        "Добавьте двоеточие с пробелом; если строка продолжает текст выше, сдвиньте её вправо.",
    )


def after_document(text: Text, stop: Stop) -> Finding | None:
    """Report text after the line `...`, or left of the first key: there libyaml thinks the document over."""
    if "<document start>" not in stop.problem:
        return None
    ended = _DOCUMENT_END.search(text.content, 0, stop.at)
    if ended is not None:
        return fault(
            text,
            *ended.span(),
            "Строка «...» кончает документ, а после неё есть текст",
            "Уберите эту строку.",
        )
    if char(text, stop.last[0]) in ("[", "{", '"', "'"):
        return None
    return fault(
        text,
        stop.at,
        text.line_end(stop.at),
        "Строка стоит левее первого ключа файла",
        "Ключи верхнего уровня начинают с первого столбца.",
    )


def indentation(text: Text, stop: Stop) -> Finding | None:
    if re.search("expected key|expected '-'|<block end>|<document start>", stop.problem) is None:
        return None
    if char(text, stop.at) == ":":
        return fault_at(text, stop.at, "Перед двоеточием нет ключа", "Впишите ключ или уберите двоеточие.")
    if re.match(r"-(?:\s|$)", text.content[stop.at : stop.at + 2]):
        return fault_at(
            text,
            stop.at,
            "Дефис пункта стоит не на уровне своего списка",
            "Пункты одного списка начинают с одного столбца, правее ключа, под которым он стоит.",
        )
    above = stop.last[0]
    if above == text.first_in_line(above) and text.position(above)[1] == text.position(stop.at)[1]:
        return _no_colon(text, above)
    end = text.line_end(stop.at)
    if "block collection" in stop.context or "block sequence" in stop.context:
        return fault(
            text,
            stop.at,
            end,
            "Здесь ожидается следующий пункт списка с дефисом",
            "Поставьте «- » или сдвиньте строку: пункты начинают с одного столбца, а ключи под ними правее.",
        )
    return fault(
        text,
        stop.at,
        end,
        "Отступ строки не совпадает ни с одной строкой её уровня",
        "Ключи одного уровня начинают с одного столбца, вложенные сдвигают на два пробела вправо.",
    )
