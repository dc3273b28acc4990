"""Russian typesetting and grounds of an act: joins, quotes, dashes, №, abbreviations (G-PAR-8, L-BK)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from munprog.inspection.faults import Case, Fault
from munprog.inspection.words import first_date
from munprog.months import MONTHS_GENITIVE

_JOINS = (
    (re.compile(r"№ (?=\d)"), "«№ 5»"),
    (re.compile(rf"(?<!\d)\d{{1,2}} (?=(?:{'|'.join(MONTHS_GENITIVE)})\b)"), "«5 июня»"),
    (re.compile(r"\b\d{4} (?=г\.)"), "«2026 г.»"),
    (re.compile(r"(?<!\w)[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\. (?=[А-ЯЁ][а-яё])"), "«И. О. Фамилия»"),
    (re.compile(r"\b[А-ЯЁ][а-яё]+ (?=[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.)"), "«Фамилия И. О.»"),
)
_QUOTES = re.compile('["“”„]')
_HYPHEN = re.compile(r"(?<=[\wА-яЁё)»]) - (?=[\wА-яЁё(«])")
_NUMBER_SIGN = re.compile(r"№(?=\d)|(?<!\w)N(?:o\.?)? ?(?=\d)")
_ABBREVIATION = re.compile(r"(?<![\w«-])[А-ЯЁ]{3,}(?![\w-])")
_SHOWN = 6
_NEW_LAW = date(2025, 6, 19)


def joins(case: Case) -> Iterator[Fault]:
    for one in case.document.filled:
        for pattern, shown in _JOINS:
            if found := pattern.search(one.text):
                yield Fault(
                    "FMT039",
                    "G-PAR-8",
                    f"Обычный пробел внутри {shown}: строка может разорваться на нём",
                    "Поставьте неразрывный пробел: Ctrl+Shift+Пробел.",
                    at=one,
                    part=found.span(),
                )


def signs(case: Case) -> Iterator[Fault]:
    """Quotes, dashes and №."""
    for one in case.document.filled:
        if found := _QUOTES.search(one.text):
            yield Fault("FMT040", "G-STYLE", "Кавычки не «ёлочки»", "Замените на « ».", at=one, part=found.span())
        if found := _HYPHEN.search(one.text):
            yield Fault("FMT041", "G-STYLE", "Дефис вместо тире", "Поставьте тире: « – ».", at=one, part=found.span())
        if found := _NUMBER_SIGN.search(one.text):
            yield Fault(
                "FMT042",
                "G-PAR-8",
                "Перед числом нужен знак № и неразрывный пробел",
                "Напишите «№ 5», пробел – Ctrl+Shift+Пробел.",
                at=one,
                part=found.span(),
            )


def abbreviations(case: Case) -> Iterator[Fault]:
    """Those that the document nowhere explains: «… (далее – АБВ)», «АБВ – …», or a row of a table for each."""
    known = set(case.standard.abbreviations)
    unknown: dict[str, Fault] = {}
    for one in case.document.filled:
        known |= set(re.findall(r"далее (?:по тексту )?[–—-] ([А-ЯЁ]{3,})", one.plain))
        known |= set(re.findall(r"^(?:.* )?([А-ЯЁ]{3,})(?: [А-ЯЁ]{3,})? [–—-] ", one.plain[:40]))
    if len(known) == len(case.standard.abbreviations) and case.act.labels and not case.act.orders:
        return  # an appendix that leaves explaining to what it is attached to
    for one in case.document.filled:
        alone = {line for line in one.lines if line.isupper()}
        for found in _ABBREVIATION.finditer(one.text):
            if found[0] not in known and found[0] not in unknown and not any(found[0] in line for line in alone):
                unknown[found[0]] = Fault("FMT033", "G-STYLE", "", "", at=one, part=found.span())
    if unknown:
        words = list(unknown)
        more = f" и ещё {len(words) - _SHOWN}" if len(words) > _SHOWN else ""
        first = unknown[words[0]]
        yield Fault(
            "FMT033",
            "G-STYLE",
            f"Сокращения не раскрыты: {', '.join(words[:_SHOWN])}{more}",
            "При первом упоминании напишите полностью: «… (далее – АБВ)».",
            at=first.at,
            part=first.part,
        )


def grounds(case: Case) -> Iterator[Fault]:
    """L-BK-7: the law on local self-government is another one since 2025."""
    act, filled = case.act, case.document.filled
    if not act.orders or act.verb_at < 0 or act.kind_at < 0:
        return
    day = first_date(" ".join(one.plain for one in filled[act.kind_at : act.kind_at + 4] if len(one.plain) < 120))
    for one in filled[act.kind_at : act.verb_at + 1]:
        if day and day >= _NEW_LAW and "131-ФЗ" in one.plain and not any("33-ФЗ" in other.plain for other in filled):
            yield Fault(
                "FMT038",
                "L-BK-7",
                "Основанием назван только Закон № 131-ФЗ, а с 2025 года местное самоуправление – это и Закон № 33-ФЗ",
                "Проверьте основания и добавьте Федеральный закон от 20.03.2025 № 33-ФЗ.",
                at=one,
            )
