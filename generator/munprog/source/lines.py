"""Syntax faults in how lines stand: tabs, dashes, colons, indents."""

from __future__ import annotations

import re

from munprog.diagnostics import Finding
from munprog.source.stop import Stop, char, fault, fault_at, same_line
from munprog.source.text import Text

_NO_SPACE = re.compile(r"(?:- )*[\w-]+(:)([^ \r\n])")
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
        return fault_at(text, at, "здесь стоит знак табуляции", "замените его пробелом")
    return fault_at(
        text,
        at,
        "в отступе стоит знак табуляции",
        "замените его пробелами: отступ делают только ими, по два на уровень",
    )


def dash_in_line(text: Text, stop: Stop) -> Finding | None:
    if "sequence entries are not allowed" not in stop.problem:
        return None
    if text.line_end(stop.at) == stop.at + 1:
        return fault_at(
            text, stop.at, "одиночный дефис читается как пустой пункт списка", 'прочерк берут в кавычки: "–"'
        )
    return fault_at(
        text,
        stop.at,
        "список не может начинаться в строке ключа",
        "перенесите «- » на новую строку; если это текст с дефисом, возьмите его в кавычки",
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
            "двоеточие с пробелом внутри текста без кавычек",
            'возьмите весь текст в кавычки: "часть: продолжение"',
        )
    return fault(
        text,
        text.first_in_line(stop.at),
        stop.at + 1,
        "строка читается как продолжение текста выше: у неё лишний отступ",
        "поставьте ключ вровень с соседними; если это один текст с двоеточием, возьмите его в кавычки",
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
        message = "после двоеточия стоит неразрывный пробел" if tight[2].isspace() else "после двоеточия нет пробела"
        hint = "пишите «ключ: значение» с обычным пробелом после двоеточия"
        return fault(text, start + tight.start(1), start + tight.end(2), message, hint)
    if ": " in line[_MAX_KEY:]:
        return fault(text, start, end, f"ключ длиннее {_MAX_KEY} знаков", "сократите ключ")
    return fault(
        text,
        start,
        end,
        "в строке нет двоеточия: нужно «ключ: значение»",
        "добавьте двоеточие с пробелом; если строка продолжает текст выше, сдвиньте её вправо",
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
            "строка «...» кончает документ, а после неё есть текст",
            "уберите эту строку",
        )
    if char(text, stop.last[0]) in ("[", "{", '"', "'"):
        return None
    return fault(
        text,
        stop.at,
        text.line_end(stop.at),
        "строка стоит левее первого ключа файла",
        "ключи верхнего уровня начинают с первого столбца",
    )


def indentation(text: Text, stop: Stop) -> Finding | None:
    if re.search("expected key|expected '-'|<block end>|<document start>", stop.problem) is None:
        return None
    if char(text, stop.at) == ":":
        return fault_at(text, stop.at, "перед двоеточием нет ключа", "впишите ключ или уберите двоеточие")
    if re.match(r"-(?:\s|$)", text.content[stop.at : stop.at + 2]):
        return fault_at(
            text,
            stop.at,
            "дефис пункта стоит не на уровне своего списка",
            "пункты одного списка начинают с одного столбца, правее ключа, под которым он стоит",
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
            "здесь ожидается следующий пункт списка с дефисом",
            "поставьте «- » или сдвиньте строку: пункты начинают с одного столбца, а ключи под ними правее",
        )
    return fault(
        text,
        stop.at,
        end,
        "отступ строки не совпадает ни с одной строкой её уровня",
        "ключи одного уровня начинают с одного столбца, вложенные сдвигают на два пробела вправо",
    )
