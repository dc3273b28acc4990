"""Appendices and approval blocks: labels, numbers, УТВЕРЖДЕНА and its kin (G-R16, G-R19, G-R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from munprog.inspection.acts import Label
from munprog.inspection.faults import Case, Fault
from munprog.inspection.words import BLANK, first_date

_APPROVED = re.compile(r"утвержд[её]н[аоы]?", re.IGNORECASE)
_MENTION = re.compile(r"приложени(?:е|ю|и|ем|я)\b(?:\s*№?\s*(\d+)(?!\d*\.\d))?", re.IGNORECASE)
_MENTIONS = re.compile(r"приложения(?:м|х|ми)?\s*№*\s*(\d+)\s*[–—-]\s*(\d+)", re.IGNORECASE)
_BY_PERSON = re.compile(r"[«\"]?(утверждаю|согласовано)[»\"]?\s*(:?)", re.IGNORECASE)
_NUMBER = re.compile(r"№\s*(\S+)")
_SELF = 6
"""Paragraphs after a label among which the title of the appendix stands."""


def labels(case: Case) -> Iterator[Fault]:
    """G-R19-2: under «Приложение 1» stands what it belongs to."""
    for one in case.act.labels:
        related = any(re.match("к ", line) or _APPROVED.match(line) for line in one.under)
        if not related:
            yield Fault(
                "FMT025",
                "G-R19-2",
                "Под словом «Приложение» не сказано, к какому акту оно: вид, орган, дата и номер",
                "Допишите: «к приказу Управления образования от 05.06.2026 № 12».",
                at=one.at,
            )


def numbers(case: Case) -> Iterator[Fault]:
    """G-R19-1, 4, 7: numbers in the text of the act, on the appendices and between them."""
    act, filled = case.act, case.document.filled
    if not act.orders or act.verb_at < 0:
        return
    mentioned: dict[int, int] = {}
    plain = False
    for at in range(act.verb_at + 1, act.end):
        for found in _MENTIONS.finditer(filled[at].plain):
            mentioned |= {
                n: at for n in range(int(found[1][:3]), min(int(found[2][:3]), 200) + 1) if n not in mentioned
            }
        for found in _MENTION.finditer(filled[at].plain):
            plain = True
            if found[1]:
                mentioned.setdefault(int(found[1][:3]), at)
    given = [int(one.number[:3]) for one in act.labels if one.number and one.position >= act.end]
    yield from _sequence(case, mentioned)
    own = [
        one
        for one in act.labels
        if any(re.match("к приказ|к постановлен|к распоряж|к решен|утв", line, re.I) for line in one.under)
    ]
    if own and not plain:
        yield Fault(
            "FMT024",
            "G-R19-1",
            "К акту приложен документ, а в тексте акта приложение не названо",
            "Назовите его там, где речь о нём: «(приложение)» или «согласно приложению 1».",
            at=own[0].at,
        )
    for number, at in mentioned.items():
        if given and number not in given:
            yield Fault(
                "FMT024",
                "G-R19-7",
                f"В тексте названо приложение {number}, а такого приложения в файле нет",
                "Проверьте номера приложений.",
                at=filled[at],
            )
    yield from _same_act(case, own)


def _sequence(case: Case, mentioned: dict[int, int]) -> Iterator[Fault]:
    order = list(mentioned)
    if order == [1]:
        yield Fault(
            "FMT026",
            "G-R19-4",
            "Приложение одно, а номер у него есть",
            "Единственное приложение пишут без номера: «(приложение)».",
            at=case.document.filled[mentioned[1]],
        )
    elif order and order != list(range(1, len(order) + 1)):
        yield Fault(
            "FMT024",
            "G-R19-7",
            "Приложения названы не по порядку: нужно 1, 2, 3 … в том порядке, в каком они упомянуты",
            "Проверьте номера приложений.",
            at=case.document.filled[min(mentioned.values())],
        )


def _same_act(case: Case, own: list[Label]) -> Iterator[Fault]:
    """The date and the number on the label are those of the act."""
    act, filled = case.act, case.document.filled
    if act.kind_at < 0:
        return
    head = " ".join(one.plain for one in filled[act.kind_at : act.kind_at + 4] if len(one.plain) < 120)
    day, number = first_date(head), _NUMBER.search(head)
    for one in own:
        text = " ".join(one.under)
        its_day, its_number = first_date(text), _NUMBER.search(text)
        unlike = bool(
            number and its_number and not BLANK.search(number[1] + its_number[1]) and number[1] != its_number[1]
        )
        if (day and its_day and day != its_day) or unlike:
            yield Fault(
                "FMT024",
                "G-R19-7",
                "Дата или номер акта на приложении не те, что у самого акта",
                "Поставьте на приложении дату и номер акта.",
                at=one.at,
            )


def agreement(case: Case) -> Iterator[Fault]:
    """G-R16-3: УТВЕРЖДЕНА программа, УТВЕРЖДЁН план."""
    filled = case.document.filled
    for at, one in enumerate(filled):
        word = next(
            (line for line in one.lines if re.match(r"утвержд[её]н[аоы]?\b", line, re.I) and line[:9].isupper()), ""
        )
        if not word:
            continue
        has = re.split(r"\W", word, maxsplit=1)[0].upper().replace("Ё", "Е")
        kind = _kind_after(case, at)
        wanted = case.standard.agreement.get(kind, "")
        if wanted and has != wanted:
            yield Fault(
                "FMT027",
                "G-R16-3",
                f"Гриф «{has}» не согласован с названием документа ({kind}): нужно «{wanted}»",
                "Исправьте окончание в слове грифа.",
                at=one,
            )


def _kind_after(case: Case, at: int) -> str:
    """The head noun of the title under the block: the first line that begins with it or with its adjectives."""
    kinds = "|".join(sorted(map(re.escape, case.standard.agreement), key=len, reverse=True))
    pattern = re.compile(rf"(?:\w+(?:ая|ый|ое|ий|ые|ой)\s+){{0,3}}({kinds})\b", re.IGNORECASE)
    for one in case.document.filled[at + 1 : at + 1 + _SELF]:
        found = pattern.match(one.plain)
        if found:
            return found[1].casefold()
    return ""


def approval(case: Case) -> Iterator[Fault]:
    """G-R16-2, G-R20-1: УТВЕРЖДАЮ and СОГЛАСОВАНО in capitals, without quotes, without a colon."""
    for one in case.document.filled:
        for line in one.lines:
            found = _BY_PERSON.fullmatch(line)
            if not found:
                continue
            requirement = "G-R16-2" if found[1].casefold() == "утверждаю" else "G-R20-1"
            word = found[1].upper()
            if found[2]:
                yield Fault("FMT028", requirement, f"После слова {word} двоеточие", "Уберите двоеточие.", at=one)
            elif line != word:
                yield Fault(
                    "FMT028",
                    requirement,
                    f"Слово {word} пишут прописными буквами, без кавычек",
                    f"Напишите: {word}.",
                    at=one,
                )
