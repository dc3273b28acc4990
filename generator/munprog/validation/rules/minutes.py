"""Minutes: the agenda covered by what was heard and decided, the signatures."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import Severity
from munprog.model.minutes import Minutes
from munprog.validation.parameters import Parameter
from munprog.validation.registry import Case, Fault, Rule

SIGNED_BY: Parameter[tuple[str, ...]] = Parameter(
    "signed_by", (), "кто обязательно подписывает протокол: председатель, секретарь"
)
_KEYS = {"председатель": "chair", "секретарь": "secretary"}


def agenda_uncovered(case: Case) -> Iterator[Fault]:
    """Each item of the agenda is heard, and decided where others are (G-PRT-5); short minutes hold decisions alone."""
    for minutes in case.program.minutes:
        yield from _heard(minutes)
        yield from _decided(minutes)


def unsigned(case: Case) -> Iterator[Fault]:
    """Somebody signs (G-PRT-6); whether a chair has to, the profile says: not every group has one."""
    for minutes in case.program.minutes:
        if not minutes.signed:
            yield Fault(
                (*minutes.path, "title"),
                "Протокол никто не подписывает",
                "Укажите секретаря – secretary и, если он был, председателя – chair.",
            )
            continue
        for who in case.setting(SIGNED_BY):
            key = _KEYS.get(who.lower(), "")
            if key and not minutes.signatories and getattr(minutes, key) is None:
                yield Fault(
                    (*minutes.path, "title"),
                    f"Протокол не подписывает {who}",
                    f"Укажите его в ключе {key}; кто подписывает протокол, решает профиль.",
                )


def _heard(minutes: Minutes) -> Iterator[Fault]:
    items = {minutes.item_of(at) for at in range(len(minutes.heard))}
    stray = max(items, default=0) > len(minutes.agenda)
    for at, one in enumerate(minutes.heard):
        if minutes.item_of(at) > len(minutes.agenda):
            yield Fault(
                (*one.path, "item") if one.item else one.path,
                f"Слушали вопрос {minutes.item_of(at)}, а вопросов в повестке {len(minutes.agenda)}",
                "Допишите вопрос в повестку (agenda) или исправьте номер.",
            )
    for number, question in enumerate(minutes.agenda, 1):
        if minutes.heard and number not in items and not stray:
            yield Fault(
                question.path,
                f"Вопрос {number} повестки не слушали",
                f"Добавьте в heard, что слушали по нему, с ключом item: {number}, или уберите его из повестки.",
            )


def _decided(minutes: Minutes) -> Iterator[Fault]:
    if minutes.decided or not any(one.decided for one in minutes.heard):
        return
    for at, one in enumerate(minutes.heard):
        if not one.decided:
            yield Fault(
                one.path,
                f"По вопросу {minutes.item_of(at)} нет решения, а по другим вопросам решения есть",
                "Запишите решение в decided: хотя бы принять сведения к работе.",
            )


RULES = (
    Rule("DOC008", "agenda-uncovered", Severity.WARNING, agenda_uncovered, "R-DOC-5", "Протокол-2022", ("II.34",)),
    Rule(
        "DOC012",
        "minutes-unsigned",
        Severity.WARNING,
        unsigned,
        "R-DOC-5",
        "Протокол-2022",
        ("II.34",),
        parameters=(SIGNED_BY,),
    ),
)
