"""How dates and approvals are written in texts (ГОСТ Р 7.0.97-2025, 5.10, 5.16; G-R10, G-R16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from munprog.diagnostics import KeyPath, Severity
from munprog.model.dates import parse_date
from munprog.months import MONTHS_GENITIVE
from munprog.validation.registry import Case, Fault, Rule

_MONTH = "|".join(MONTHS_GENITIVE)
_DAY, _NUMBER = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_BEFORE = r"\b(?:от|до|с|по|на|к|не позднее) "
_SHORT = rf"{_DAY}\.{_NUMBER}\.\d{{2}}"
_FORMS = {
    "glued": re.compile(rf"(?<![\d.])(?:{_DAY}\.{_NUMBER}\.\d{{4}}|\d{{1,2}} (?:{_MONTH}) \d{{4}})г(?:\.|ода\b|\b)"),
    "short": re.compile(rf"{_BEFORE}{_SHORT}(?![\d.])|(?<![\d.]){_SHORT} ?г\."),
    "zero": re.compile(rf"(?<!\d)0[1-9] (?:{_MONTH})\b"),
    "single": re.compile(rf"(?<![\d.,])(?:[1-9]\.\d{{1,2}}|{_DAY}\.[1-9])\.(?:19|20)\d{{2}}(?!\d)"),
    "none": re.compile(r"(?<![\d.])\d{2}\.\d{2}\.(?:19|20)\d{2}(?!\d)"),
}
_HINTS: Mapping[str, str] = {
    "glued": "Между годом и «г.» нужен пробел; после даты цифрами «г.» не ставят вовсе.",
    "short": "Год пишется четырьмя цифрами: 18.01.2022.",
    "zero": "Со словом-месяцем день пишется без нуля: 1 сентября 2024 г.",
    "single": "День и месяц цифрами пишутся двумя знаками: 01.09.2024.",
    "none": "Проверьте день и месяц.",
}
_DATED = re.compile(rf"\d\.\d{{1,2}}\.\d|\d[ \u00a0](?:{_MONTH})")
_NO_TEXT = ("id", "phone", "email", "site", "number")
_CITED = re.compile(rf"\bот \d{{1,2}} (?:{_MONTH}) \d{{4}} (?P<word>г\.|года) № ")
_APPROVED = re.compile(r"\b(?:УТВЕРЖДАЮ|УТВЕРЖДЕН[АОЫ]?|УТВЕРЖДЁН|СОГЛАСОВАНО)\s*:")
_SHOWN = 5


def date_form(case: Case) -> Iterator[Fault]:
    """Each way of writing is told once, with the other places beside it."""
    found: dict[str, list[tuple[KeyPath, str]]] = {}
    for path, text in _written(case):
        for form, pattern in _FORMS.items():
            wrong = [one[0] for one in pattern.finditer(text) if form != "none" or parse_date(one[0]) is None]
            if wrong:
                found.setdefault(form, []).append((path, wrong[0]))
    for form, ((path, text), *others) in found.items():
        yield Fault(
            path,
            f"Такой даты нет: «{text}»" if form == "none" else f"Дата записана не по форме: «{text}»",
            _HINTS[form] + _more(len(others)),
            related=tuple((at, f"здесь – «{one}»") for at, one in others[:_SHOWN]),
        )
    yield from _unlike(case)


def _unlike(case: Case) -> Iterator[Fault]:
    """«г.» in one citation of an act and «года» in another, within one section."""
    sections: dict[str, dict[str, KeyPath]] = {}
    for path, text in _written(case):
        for one in _CITED.finditer(text) if "№" in text else ():
            sections.setdefault(str(path[0]), {}).setdefault(one["word"], path)
    for words in sections.values():
        if len(words) > 1:
            first, second = words.items()
            yield Fault(
                second[1],
                f"Даты актов записаны по-разному: здесь «{second[0]}», а выше – «{first[0]}»",
                "Выберите одну форму на весь документ: 29 декабря 2012 г. № 273-ФЗ.",
                related=((first[1], "здесь иначе"),),
            )


def approval_with_colon(case: Case) -> Iterator[Fault]:
    found = [(path, one[0]) for path, text in case.contents.texts if ":" in text for one in _APPROVED.finditer(text)]
    if found:
        (path, text), *others = found
        yield Fault(
            path,
            f"После слова грифа стоит двоеточие: «{text}»",
            "Слово УТВЕРЖДАЮ, УТВЕРЖДЕНО или СОГЛАСОВАНО пишется без двоеточия." + _more(len(others)),
            related=tuple((at, "здесь так же") for at, _ in others[:_SHOWN]),
        )


def _written(case: Case) -> Iterator[tuple[KeyPath, str]]:
    """Texts that may hold a date, but for what is no text of a document: ids, phones, addresses of sites."""
    for path, text in case.contents.texts:
        if path[-1] not in _NO_TEXT and _DATED.search(text):
            yield path, text.replace("\N{NO-BREAK SPACE}", " ")


def _more(times: int) -> str:
    return f" Так же – ещё в местах: {times}." if times else ""


_DATES, _BLOCKS = "ГОСТ Р 7.0.97-2025, п. 5.10", "ГОСТ Р 7.0.97-2025, п. 5.16"

RULES = (
    Rule("DOC038", "date-form", Severity.WARNING, date_form, "", _DATES, ("II.34",)),
    Rule("DOC039", "approval-with-colon", Severity.WARNING, approval_with_colon, "", _BLOCKS, ("II.34",)),
)
