"""Syntax faults whose cure is a pair of quotes, or a quote or bracket that is missing."""

from __future__ import annotations

import re

from munprog.diagnostics import Finding, Related
from munprog.source import features
from munprog.source.stop import Stop, char, fault, fault_at, same_line
from munprog.source.text import Text

_ALL = "возьмите весь текст в кавычки."
_FEATURE = re.compile("anchor|alias|tag|directive|%YAML|incompatible YAML")
_RAN_OUT = re.compile("end of stream|document (?:indicator|separator)")
_PAIRS = ('""', "''", "[]", "{}")


def sign_of_feature(text: Text, stop: Stop) -> Finding | None:
    """Recognise anchors, aliases, tags and directives that broke off, as they do at a Russian letter."""
    if not _FEATURE.search(stop.context + stop.problem):
        return None
    start = stop.at if stop.since is None else stop.since
    if char(text, start) in ("&", "*", "!"):
        return features.broken(text.place(start), char(text, start))
    return features.directive(text.first_line_of(text.line_start(start)))


def open_quote(text: Text, stop: Stop) -> Finding | None:
    """Point at the quote that opened, not at the end of the file that libyaml ran into."""
    if "quoted scalar" in stop.context and _RAN_OUT.search(stop.problem) and stop.since is not None:
        start = stop.since
    else:
        start, end = stop.last
        if char(text, start) not in ('"', "'") or text.content[end : stop.at].strip(" "):
            return None
        if same_line(text, start, end):
            return None
    return fault(
        text,
        start,
        start + 1,
        f"Кавычка {char(text, start)} открыта здесь и не закрыта в этой строке",
        "Закройте её в конце текста; если кавычка часть текста, возьмите весь текст в кавычки другого вида.",
    )


def after_closing(text: Text, stop: Stop) -> Finding | None:
    """Report what follows a text in quotes or brackets in its line."""
    start, end = stop.last
    opening, closing = char(text, start), text.content[end - 1 : end]
    if opening + closing not in _PAIRS or end - start < 2:
        return None
    if text.content[end : stop.at].strip(" ") or char(text, stop.at) in ("", ",", "]", "}", "\n", "\r"):
        return None
    if opening in "[{":
        sign, hint = "скобки", f"Если текст начинается с «{opening}», возьмите его целиком в кавычки."
    else:
        other = "'" if opening == '"' else '"'
        sign, hint = "кавычки", f"Возьмите весь текст в кавычки другого вида: {other}…{other}."
    return fault(text, stop.at, text.line_end(stop.at), f"После закрывающей {sign} {closing} стоит ещё текст", hint)


def unknown_escape(text: Text, stop: Stop) -> Finding | None:
    if "quoted scalar" not in stop.context:
        return None
    start = text.content.rfind("\\", stop.since or 0, stop.at + 1)
    if start < 0:
        return None
    return fault(
        text,
        start,
        start + 2,
        f"Неизвестная запись {text.content[start : start + 2]} в двойных кавычках",
        "Обратную косую черту удвойте: \\\\ – или возьмите текст в одинарные кавычки.",
    )


def block_text(text: Text, stop: Stop) -> Finding | None:
    if "block scalar" not in stop.context or stop.since is None:
        return None
    sign = char(text, stop.since)
    return fault(
        text,
        stop.since,
        text.line_end(stop.since),
        f"После знака «{sign}» в начале значения текст начинают с новой строки",
        f"Если «{sign}» часть текста, {_ALL}",
    )


def forbidden_start(text: Text, stop: Stop) -> Finding | None:
    if "cannot start any token" not in stop.problem:
        return None
    return fault_at(text, stop.at, f"Текст не может начинаться со знака «{char(text, stop.at)}»", _ALL.capitalize())


def question_mark(text: Text, stop: Stop) -> Finding | None:
    if "mapping keys are not allowed" not in stop.problem:
        return None
    return fault_at(text, stop.at, "Текст не может начинаться с «? »", _ALL.capitalize())


def open_bracket(text: Text, stop: Stop) -> Finding | None:
    """Point at the bracket that is open, unless the slip is in its own line."""
    opener = stop.bracket
    if opener is None:
        return None
    sign = char(text, opener)
    closing = "]" if sign == "[" else "}"
    at_end = not text.content[stop.at :].strip()
    if not at_end and same_line(text, stop.at, opener):
        return fault_at(
            text,
            stop.at,
            f"Лишний знак или пропущенная запятая внутри «{sign}…{closing}»",
            "Между элементами ставят одну запятую; текст с запятой, двоеточием или скобкой берут в кавычки.",
        )
    related = () if at_end else (Related(text.place(stop.at), "здесь чтение остановилось"),)
    return fault(
        text,
        opener,
        opener + 1,
        f"Скобка «{sign}» открыта здесь, а парная «{closing}» не найдена",
        f"Закройте скобку «{closing}» и проверьте запятые; если скобка часть текста, возьмите его в кавычки.",
        *related,
    )


def stray_bracket(text: Text, stop: Stop) -> Finding | None:
    sign = char(text, stop.at)
    if sign not in ("]", "}", ","):
        return None
    return fault_at(text, stop.at, f"Знак «{sign}» не на месте", f"Уберите его; если он часть текста, {_ALL}")
