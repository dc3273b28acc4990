"""Acts: how deep their clauses go, what they change, who signs them, the order of control and of appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.order import Signatory
from munprog.model.references import references
from munprog.source import texts
from munprog.validation.registry import Case, Fault, Rule

_LEVELS = 4
"""ГОСТ Р 7.0.97-2025 allows no more (G-R18-1)."""

_INSTEAD = re.compile(r"(?i)\s*(за\s|/|[^/]*/\s*$)")
_APPENDIX = re.compile(
    r"\bприложени\w+\s+№?\s*(\d{1,2})\b(?!\s+(?:к(?!\s+настоящ)|изложить|дополнить|исключить|признать))", re.IGNORECASE
)
"""A number of the act's own appendices; those of other acts are named with them."""
_CONTROL = re.compile(r"(?i)контроль\s+(за|над)\s")
_CLOSING = re.compile(r"(?i)вступает в силу|опубликова|обнародова|размести(ть|те)|распространя\w+ на правоотношения")
_CHANGES = re.compile(r"(?i)\bвнесени[еи]\s+(изменени[яйе]|дополнени)")


def deep_clauses(case: Case) -> Iterator[Fault]:
    for path, value in case.contents.values:
        if path[-1] == "clauses" and isinstance(value, list) and _depth(path) == _LEVELS + 1:
            yield Fault(
                path,
                f"Подпункты пятого уровня: по стандарту в документе не больше {_LEVELS} уровней пунктов",
                "Перечислите это в тексте пункта или поднимите на уровень выше.",
                key=True,
            )


def unequal_replacement(case: Case) -> Iterator[Fault]:
    """«Цифры «1», «2» заменить соответственно …» needs as many new ones as there were old (L-AMD-6)."""
    for path, value in case.contents.mappings:
        if path[-1] == "replace" and "old" in value:
            old, new = len(_listed(value["old"])), len(_listed(value["new"]))
            if old != new:
                yield Fault(
                    (*path, "new"),
                    f"Прежних слов или цифр – {old}, а новых – {new}",
                    "Новые слова или цифры пишутся в том же порядке, что и прежние, и в том же числе.",
                    key=True,
                )


def amends_unsaid(case: Case) -> Iterator[Fault]:
    """What quotes a new edition or replaces words is titled «О внесении изменений …» (L-AMD-2)."""
    order = case.program.order
    if order is None or _CHANGES.search(order.title):
        return
    for path, value in case.contents.values:
        if path[0] == "order" and (
            path[-1] == "replace" or (isinstance(value, dict) and value.get("kind") == "новая редакция")
        ):
            yield Fault(
                ("order", "title"),
                "Акт вносит изменения, а его заголовок об этом не говорит",
                "Начните заголовок словами «О внесении изменений в …» или, если оно одно, «О внесении изменения в …».",
                related=((path, "здесь излагается новый текст"),),
            )
            return


def signed_instead(case: Case) -> Iterator[Fault]:
    """A deputy signs with the full words of his post (G-R22-6)."""
    for one in _signatories(case):
        if _INSTEAD.match(one.position):
            yield Fault(
                (*one.path, "position"),
                f"Должность у подписи – «{one.position}»: подписывать с предлогом «за» или косой чертой нельзя",
                "Напишите должность того, кто подписывает, или «Исполняющий обязанности …».",
            )


def control_not_last(case: Case) -> Iterator[Fault]:
    """Only entry into force and publication may follow the clause on control (G-R18-4, L-AMD-12)."""
    clauses = case.program.order.clauses if case.program.order else ()
    for at, one in enumerate(clauses):
        rest = clauses[at + 1 :]
        if _CONTROL.match(one.text) and not all(_CLOSING.search(f"{other.lead} {other.text}") for other in rest):
            yield Fault(
                one.path,
                f"Пункт о контроле – {at + 1}-й из {len(clauses)}, а ему место в конце акта",
                "Перенесите его в конец: после него могут стоять только пункты о вступлении в силу и опубликовании.",
            )


def appendices_disordered(case: Case) -> Iterator[Fault]:
    """Appendices are numbered in the order in which the clauses name them (G-R19-7)."""
    order = case.program.order
    if order is None or "document" in case.dangling:
        return
    for path, text in texts({"order": {"clauses": case.data["order"].get("clauses")}}):
        for number in map(int, _APPENDIX.findall(text)) if order.attachments else ():
            if number > len(order.attachments):
                yield Fault(
                    path,
                    f"Пункт ссылается на приложение {number}, а приложений у акта {len(order.attachments)}",
                    "Поправьте номер или добавьте приложение в attachments.",
                    related=((("order", "attachments"), "приложения акта"),),
                )
                return
    places = {one.document: at for at, one in enumerate(order.attachments, 1)}
    named: dict[str, KeyPath] = {}
    for path, text in texts({"order": {key: case.data["order"].get(key) for key in ("preamble", "clauses")}}):
        for reference in references(text):
            if reference.kind == "appendix" and reference.id in places:
                named.setdefault(reference.id, path)
    for wanted, (document, path) in enumerate(named.items(), 1):
        if len(named) == len(places) and places[document] != wanted:
            yield Fault(
                path,
                f"Приложение «{document}» названо в пунктах {wanted}-м, а в списке приложений оно {places[document]}-е",
                "Переставьте приложения в attachments: номера идут в том порядке, в каком приложения названы в тексте.",
                related=((("order", "attachments", places[document] - 1), "здесь оно в списке"),),
            )
            return


def _signatories(case: Case) -> Iterator[Signatory]:
    if case.program.order:
        yield from case.program.order.signatories
    for minutes in case.program.minutes:
        yield from minutes.signatories


def _depth(path: KeyPath) -> int:
    """How many lists of clauses stand one inside another here; blocks begin the count anew."""
    keys = [key for key in path if isinstance(key, str)]
    start = max((at for at, key in enumerate(keys) if key == "blocks"), default=-1)
    return keys[start + 1 :].count("clauses")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


RULES = (
    Rule("DOC006", "deep-clauses", Severity.ERROR, deep_clauses, "R-DOC-1", "ГОСТ Р 7.0.97-2025, п. 5.18", ("II.34",)),
    Rule(
        "DOC007",
        "unequal-replacement",
        Severity.ERROR,
        unequal_replacement,
        "R-DOC-1",
        "методические рекомендации Минюста по муниципальным актам",
        ("II.34",),
    ),
    Rule(
        "DOC009", "signed-instead", Severity.ERROR, signed_instead, "R-DOC-1", "ГОСТ Р 7.0.97-2025, п. 5.22", ("II.34",)
    ),
    Rule(
        "DOC010",
        "control-not-last",
        Severity.WARNING,
        control_not_last,
        "R-DOC-1",
        "методические рекомендации Минюста по муниципальным актам",
        ("II.34",),
        ("order",),
    ),
    Rule(
        "DOC011",
        "appendices-disordered",
        Severity.WARNING,
        appendices_disordered,
        "R-DOC-1",
        "ГОСТ Р 7.0.97-2025, п. 5.19",
        ("II.34",),
        ("order",),
    ),
    Rule(
        "STR020",
        "amends-unsaid",
        Severity.WARNING,
        amends_unsaid,
        "R-DOC-1",
        "методические рекомендации Минюста по муниципальным актам",
        ("II.34",),
        ("order",),
    ),
)
