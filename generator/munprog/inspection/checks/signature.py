"""The signature of an act and its executor's mark (G-R22, G-R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from munprog.inspection.acts import signature_rows
from munprog.inspection.faults import Case, Fault

_BY_SPACES = re.compile(r"\S[ \u00a0]{3,}\S")
_FOR = re.compile(r"^\s*(?:за\s|/)", re.IGNORECASE)
_ACTING = re.compile(r"(?:^|\s)(?:[Ии]\.\s?о\.|[Вв]рио|[Вв]р\.\s?и\.\s?о\.)\s+[а-яё]")
_SURNAME_FIRST = re.compile(r"[А-ЯЁ][а-яё-]+[ \u00a0][А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.\s*$")
_PHONE = re.compile(r"\+?\d[\d()\s–-]{3,}\d")
_ACTS = ("приказ", "постановление", "распоряжение")


def signature(case: Case) -> Iterator[Fault]:
    act = case.act
    if not act.orders or act.verb_at < 0:
        return
    rows = signature_rows(case.document, act)
    if not rows:
        yield Fault(
            "FMT029",
            "G-R22-1",
            "В конце акта нет подписи: должности, инициалов и фамилии",
            "Напишите должность и через табуляцию или в соседней ячейке – инициалы и фамилию.",
            at=case.document.filled[act.end - 1],
        )
    for paragraph, text in rows:
        if _BY_SPACES.search(text):
            yield Fault(
                "FMT030",
                "G-R22-3",
                "Фамилия в подписи отодвинута пробелами",
                "Поставьте одну табуляцию с правым краем или таблицу без рамки.",
                at=paragraph,
            )
        if _FOR.search(text):
            yield Fault(
                "FMT031",
                "G-R22-6",
                "Подпись с предлогом «за» или с косой чертой не допускается",
                "Назовите должность того, кто подписывает, или «Исполняющий обязанности …».",
                at=paragraph,
            )
        elif _ACTING.search(text):
            yield Fault(
                "FMT031",
                "G-R22-5",
                "«И. о.» в подписи сокращено",
                "Напишите полностью: «Исполняющий обязанности …».",
                at=paragraph,
            )
        if _SURNAME_FIRST.search(text):
            yield Fault(
                "FMT029",
                "G-R22-5",
                "В подписи фамилия стоит раньше инициалов",
                "В подписи сначала инициалы: «А. В. Озерова».",
                at=paragraph,
            )


def executor(case: Case) -> Iterator[Fault]:
    """G-R25-1: who prepared the act, with a phone, after the signature or in a footer."""
    act = case.act
    if act.kind not in _ACTS or act.verb_at < 0:
        return
    rows = signature_rows(case.document, act)
    if not rows:
        return
    last = rows[-1][0].number
    after = [one.plain for one in case.document.filled[: act.end] if one.number > last]
    after += [
        one.plain for part in case.document.sections for margin in part.footers.values() for one in margin.paragraphs
    ]
    if not any(_PHONE.search(text) for text in after):
        yield Fault(
            "FMT032",
            "G-R25-1",
            "Нет отметки об исполнителе: имени и телефона",
            "Напишите их под подписью или в нижнем колонтитуле последней страницы.",
            at=rows[-1][0],
        )
