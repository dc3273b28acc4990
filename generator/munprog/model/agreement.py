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
    """The forms of a kind of document: its longest known beginning is declined, the rest stays as it is."""
    known = max((one for one in FORMS if re.match(rf"{one}(?![\w-])", kind, re.IGNORECASE)), key=len, default="")
    forms, rest = FORMS.get(known, Forms("", "", "", "")), kind[len(known) :]
    return Forms(forms.approved, *(f"{form}{rest}" for form in forms[1:]))
