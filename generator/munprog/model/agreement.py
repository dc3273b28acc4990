"""Words for documents that agree with each other: УТВЕРЖДЕНА программа, к приказу, утверждено приказом.

The table is that of the reference on ГОСТ Р 7.0.97-2025 (G-R16-3, G-R19-2). A name of several words agrees with
its first: «План-график («дорожная карта»)» is УТВЕРЖДЕН.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Forms(NamedTuple):
    """How one kind of document is declined; `approved` is the word of the approval block."""

    approved: str
    genitive: str
    dative: str
    instrumental: str


_FEMININE, _MASCULINE, _NEUTER, _PLURAL = "УТВЕРЖДЕНА", "УТВЕРЖДЕН", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ"

FORMS: Mapping[str, Forms] = {
    "программа": Forms(_FEMININE, "программы", "программе", "программой"),
    "концепция": Forms(_FEMININE, "концепции", "концепции", "концепцией"),
    "дорожная карта": Forms(_FEMININE, "дорожной карты", "дорожной карте", "дорожной картой"),
    "методика": Forms(_FEMININE, "методики", "методике", "методикой"),
    "смета": Forms(_FEMININE, "сметы", "смете", "сметой"),
    "инструкция": Forms(_FEMININE, "инструкции", "инструкции", "инструкцией"),
    "форма": Forms(_FEMININE, "формы", "форме", "формой"),
    "план": Forms(_MASCULINE, "плана", "плану", "планом"),
    "план-график": Forms(_MASCULINE, "плана-графика", "плану-графику", "планом-графиком"),
    "порядок": Forms(_MASCULINE, "порядка", "порядку", "порядком"),
    "регламент": Forms(_MASCULINE, "регламента", "регламенту", "регламентом"),
    "перечень": Forms(_MASCULINE, "перечня", "перечню", "перечнем"),
    "состав": Forms(_MASCULINE, "состава", "составу", "составом"),
    "график": Forms(_MASCULINE, "графика", "графику", "графиком"),
    "комплекс мер": Forms(_MASCULINE, "комплекса мер", "комплексу мер", "комплексом мер"),
    "проект": Forms(_MASCULINE, "проекта", "проекту", "проектом"),
    "устав": Forms(_MASCULINE, "устава", "уставу", "уставом"),
    "положение": Forms(_NEUTER, "положения", "положению", "положением"),
    "заключение": Forms(_NEUTER, "заключения", "заключению", "заключением"),
    "соглашение": Forms(_NEUTER, "соглашения", "соглашению", "соглашением"),
    "правила": Forms(_PLURAL, "правил", "правилам", "правилами"),
    "показатели": Forms(_PLURAL, "показателей", "показателям", "показателями"),
    "рекомендации": Forms(_PLURAL, "рекомендаций", "рекомендациям", "рекомендациями"),
    "мероприятия": Forms(_PLURAL, "мероприятий", "мероприятиям", "мероприятиями"),
    "требования": Forms(_PLURAL, "требований", "требованиям", "требованиями"),
    "стратегия": Forms(_FEMININE, "стратегии", "стратегии", "стратегией"),
    "модель": Forms(_FEMININE, "модели", "модели", "моделью"),
    "площадка": Forms(_FEMININE, "площадки", "площадке", "площадкой"),
    "карта": Forms(_FEMININE, "карты", "карте", "картой"),
    "схема": Forms(_FEMININE, "схемы", "схеме", "схемой"),
    "структура": Forms(_FEMININE, "структуры", "структуре", "структурой"),
    "алгоритм": Forms(_MASCULINE, "алгоритма", "алгоритму", "алгоритмом"),
    "список": Forms(_MASCULINE, "списка", "списку", "списком"),
    "паспорт": Forms(_MASCULINE, "паспорта", "паспорту", "паспортом"),
    "отчёт": Forms(_MASCULINE, "отчёта", "отчёту", "отчётом"),
    "описание": Forms(_NEUTER, "описания", "описанию", "описанием"),
    "критерии": Forms(_PLURAL, "критериев", "критериям", "критериями"),
    "приказ": Forms("", "приказа", "приказу", "приказом"),
    "постановление": Forms("", "постановления", "постановлению", "постановлением"),
    "распоряжение": Forms("", "распоряжения", "распоряжению", "распоряжением"),
    "решение": Forms("", "решения", "решению", "решением"),
    "протокол": Forms("", "протокола", "протоколу", "протоколом"),
    "письмо": Forms("", "письма", "письму", "письмом"),
}

SEVERAL: Mapping[str, str] = {
    "приказ": "приказов",
    "постановление": "постановлений",
    "распоряжение": "распоряжений",
    "решение": "решений",
}
"""Kind of act → the genitive of several: «(в ред. приказов от … и от …)»."""

VERBS: Mapping[str, tuple[str, str]] = {
    "приказ": ("ПРИКАЗЫВАЮ", "ПРИКАЗЫВАЕТ"),
    "постановление": ("ПОСТАНОВЛЯЮ", "ПОСТАНОВЛЯЕТ"),
    "распоряжение": ("ОБЯЗЫВАЮ", "ОБЯЗЫВАЕТ"),
    "решение": ("РЕШИЛ", "РЕШИЛ"),
}
"""Kind of act → the word before its clauses where one head issues it, and where a collegial body does (G-R18-3)."""


_ADJECTIVES: Mapping[str, tuple[str, str, str]] = {
    "ая": ("ой", "ой", "ой"),
    "яя": ("ей", "ей", "ей"),
    "ый": ("ого", "ому", "ым"),
    "ой": ("ого", "ому", "ым"),
    "ий": ("его", "ему", "им"),
    "ое": ("ого", "ому", "ым"),
    "ее": ("его", "ему", "им"),
    "ые": ("ых", "ым", "ыми"),
    "ие": ("их", "им", "ими"),
}


def verb(kind: str, body: str, collegial: bool | None) -> str:
    """The word before the clauses of an act: «ПРИКАЗЫВАЮ», «ПОСТАНОВЛЯЕТ», «РЕШИЛА» of a Дума.

    `collegial` None leaves it to the kind: a решение is always a body's. A past tense agrees with the body's name by
    the ending of its first word, adjective or noun.
    """
    of_head, of_body = VERBS[kind]
    word = of_body if collegial else of_head
    ending = body.split()[0][-1].lower() if word.endswith("Л") and body.split() else ""
    return word + {"а": "А", "я": "А", "о": "О", "е": "О"}.get(ending, "")


def forms_of(kind: str) -> Forms:
    """The forms of a kind of document: its longest known beginning is declined, the rest stays as it is.

    Adjectives before a known noun agree with it: «муниципальной программе», «целевым показателям».
    """
    words = kind.split(" ")
    for at in range(len(words)):
        before, name = words[:at], " ".join(words[at:])
        known = max((one for one in FORMS if re.match(rf"{one}(?![\w-])", name, re.IGNORECASE)), key=len, default="")
        if known:
            return _agreed(FORMS[known], before, name[len(known) :])
        if not words[at].lower().endswith(tuple(_ADJECTIVES)):
            break
    return Forms("", kind, kind, kind)


def _agreed(forms: Forms, before: list[str], rest: str) -> Forms:
    """The forms of a noun with its adjectives before it and what follows it."""
    declined = [_declined(word) for word in before]
    cases = ([word[at] for word in declined] + [f"{form}{rest}"] for at, form in enumerate(forms[1:]))
    return Forms(forms.approved, *(" ".join(words) for words in cases))


def _declined(word: str) -> tuple[str, str, str]:
    """Genitive, dative and instrumental of an adjective; after к, г, х an и stands for ы."""
    stem, ending = word[:-2].lower(), word[-2:].lower()
    if stem.endswith(("к", "г", "х")) and ending in ("ий", "ое"):
        return f"{stem}ого", f"{stem}ому", f"{stem}им"
    genitive, dative, instrumental = _ADJECTIVES[ending]
    return f"{stem}{genitive}", f"{stem}{dative}", f"{stem}{instrumental}"
