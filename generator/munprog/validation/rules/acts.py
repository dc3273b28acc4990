"""Acts: how deep their clauses go, what an amending act replaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.source import values
from munprog.validation.registry import Case, Fault, Rule

_LEVELS = 4
"""ГОСТ Р 7.0.97-2025 allows no more (G-R18-1)."""


def deep_clauses(case: Case) -> Iterator[Fault]:
    for path, value in values(case.data):
        if path[-1:] == ("clauses",) and isinstance(value, list) and _depth(path) == _LEVELS + 1:
            yield Fault(
                path,
                f"Подпункты пятого уровня: по стандарту в документе не больше {_LEVELS} уровней пунктов",
                "Перечислите это в тексте пункта или поднимите на уровень выше.",
                key=True,
            )


def unequal_replacement(case: Case) -> Iterator[Fault]:
    """«Цифры «1», «2» заменить соответственно …» needs as many new ones as there were old (L-AMD-6)."""
    for path, value in values(case.data):
        if path[-1:] == ("replace",) and isinstance(value, dict) and "old" in value:
            old, new = len(_listed(value["old"])), len(_listed(value["new"]))
            if old != new:
                yield Fault(
                    (*path, "new"),
                    f"Заменяется значений: {old}, а новых: {new}",
                    "Новые слова или цифры пишутся в том же порядке, что и прежние, и в том же числе.",
                    key=True,
                )


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
)
