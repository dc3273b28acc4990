"""Grounds of the programme: complete, dated right, in force, cited alike (R-GRD-1; Budget Code, art. 179)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from munprog.diagnostics import KeyPath, Severity
from munprog.model.dates import DATE_PATTERN, parse_date
from munprog.model.general import Ground
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import joined

_REGISTERED = ("федеральный закон", "закон", "указ", "постановление", "распоряжение", "приказ", "решение", "письмо")
_CITED = re.compile(
    rf"\bот\s+(?P<day>{DATE_PATTERN})\s*(?:г\.|года)?\s*№\s*(?P<number>[\w/-]*\w)(?:\s*«(?P<title>[^«»]*(?:«[^»]*»[^«»]*)*)»)?"
)


class _Law(NamedTuple):
    number: str
    title: str
    day: date


_LAWS = (
    _Law("273-ФЗ", "Об образовании в Российской Федерации", date(2012, 12, 29)),
    _Law("145-ФЗ", "Бюджетный кодекс Российской Федерации", date(1998, 7, 31)),
    _Law("131-ФЗ", "Об общих принципах организации местного самоуправления в Российской Федерации", date(2003, 10, 6)),
    _Law(
        "33-ФЗ",
        "Об общих принципах организации местного самоуправления в единой системе публичной власти",
        date(2025, 3, 20),
    ),
    _Law("172-ФЗ", "О стратегическом планировании в Российской Федерации", date(2014, 6, 28)),
)
"""Laws that municipal programmes rest on. Their numbers come again every year, so the title is compared as well."""

_OLD, _NEW = _LAWS[2], _LAWS[3]
_SINCE = 2026


def ground_incomplete(case: Case) -> Iterator[Fault]:
    asked = [key for key in ("date", "number") if f"program.grounds[].{key}" not in case.profile.requires.keys]
    for ground in case.program.general.grounds:
        lacking = [key for key in asked if ground.kind in _REGISTERED and not getattr(ground, key)]
        if lacking:
            words = joined({"date": "дата", "number": "номер"}[key] for key in lacking)
            yield Fault(
                (*ground.path, "title"),
                f"У основания «{ground.title}» не указаны реквизиты: {words}",
                f"Добавьте {' и '.join(lacking)}: акт находят по виду, дате и номеру.",
            )


def law_misquoted(case: Case) -> Iterator[Fault]:
    """Two of number, date and title are a known law's, the third is not."""
    for ground in case.program.general.grounds:
        law = _misquoted(ground)
        if law:
            key = "date" if ground.number == law.number else "number"
            yield Fault((*ground.path, key), *_said(law))
    for path, text in _with_number(case):
        for found in _CITED.finditer(text):
            cited = _law(found["title"] or "")
            day = parse_date(found["day"])
            if cited and day and (day == cited.day) is not (found["number"] == cited.number):
                yield Fault(path, *_said(cited))


def law_replaced(case: Case) -> Iterator[Fault]:
    act = case.program.order.registration.date if case.program.order else None
    day = act or (case.days[0] if case.days else None)
    grounds = case.program.general.grounds
    if day is None or day.year < _SINCE or any(one.number == _NEW.number for one in grounds):
        return
    for ground in grounds:
        if ground.number == _OLD.number and ground.date == _OLD.day:
            yield Fault(
                (*ground.path, "number"),
                f"Из законов о местном самоуправлении назван только прежний, № {_OLD.number}",
                f"Добавьте Федеральный закон от {_NEW.day:%d.%m.%Y} № {_NEW.number}.",
            )


def cited_otherwise(case: Case) -> Iterator[Fault]:
    """A text cites an act of the grounds by another date or number; an act is the same where its title is."""
    known = {_plain(one.title): one for one in case.program.general.grounds if one.date and one.number}
    for path, text in _with_number(case) if known else ():
        for found in _CITED.finditer(text):
            ground, day = known.get(_plain(found["title"] or "")), parse_date(found["day"])
            if ground is None or day is None or _law(ground.title):
                continue
            if (day == ground.date) is not (found["number"] == ground.number):
                yield Fault(
                    path,
                    f"Акт «{ground.title}» назван здесь от {day:%d.%m.%Y} № {found['number']}, "
                    f"а среди оснований – от {ground.date:%d.%m.%Y} № {ground.number}",
                    "Проверьте по самому акту и поправьте одно из двух мест.",
                    related=(((*ground.path, "title"), "основание"),),
                )


def _with_number(case: Case) -> Iterator[tuple[KeyPath, str]]:
    return ((path, text) for path, text in case.contents.texts if "№" in text)


def _misquoted(ground: Ground) -> _Law | None:
    law = _law(ground.title)
    given = law and ground.date and ground.number
    return law if law and given and (ground.date == law.day) is not (ground.number == law.number) else None


def _law(title: str) -> _Law | None:
    return next((law for law in _LAWS if _plain(law.title) == _plain(title)), None)


def _said(law: _Law) -> tuple[str, str]:
    return (
        f"Реквизиты закона «{law.title}» указаны неверно",
        f"Это закон от {law.day:%d.%m.%Y} № {law.number}.",
    )


def _plain(title: str) -> str:
    return " ".join(title.casefold().replace("ё", "е").split())


_BASIS = "ГОСТ Р 7.0.97-2025, п. 5.18"
_CODE = "Бюджетный кодекс РФ, ст. 179"

RULES = (
    Rule("DOC034", "ground-incomplete", Severity.WARNING, ground_incomplete, "R-GRD-1", _BASIS, ("II.36",)),
    Rule("DOC035", "law-misquoted", Severity.ERROR, law_misquoted, "R-GRD-1", _CODE, ("II.36",)),
    Rule("DOC036", "law-replaced", Severity.WARNING, law_replaced, "R-GRD-1", _CODE, ("II.36",)),
    Rule("DOC037", "cited-otherwise", Severity.WARNING, cited_otherwise, "R-GRD-1", _BASIS, ("II.34",)),
)
