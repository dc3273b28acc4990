"""Composition: what the profile demands, and whether the programme is what its folder says (R-STR-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.indicators import Measure
from munprog.model.meaning import meaning_of
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.indicators import IN_WORDS
from munprog.validation.words import joined

_MISSING = object()
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What a programme may be called."""


def missing_sections(case: Case) -> Iterator[Fault]:
    for section in case.profile.requires.sections:
        if section not in case.data and section not in case.program.unknown:
            yield Fault(
                ("program", "profile"),
                f"В программе нет файла {section}.yaml, которого требует профиль {case.profile.id}",
                f"Создайте {section}.yaml рядом с program.yaml; образец даёт «munprog new».",
            )


def missing_keys(case: Case) -> Iterator[Fault]:
    for pattern in case.profile.requires.keys:
        section, _, keys = pattern.partition(".")
        if section in case.data:
            for path, name in _lacking(case.data[section], keys.split("."), (section,)):
                yield Fault(
                    path,
                    f"Не указан ключ «{name}», которого требует профиль {case.profile.id}",
                    f"Добавьте «{name}»: описание и пример даёт подсказка редактора.",
                    key=len(path) > 1,
                )


def folder_name(case: Case) -> Iterator[Fault]:
    if case.program.general.id != case.folder:
        yield Fault(
            ("program", "id"),
            f"Обозначение (id) «{case.program.general.id}» не совпадает с именем папки «{case.folder}»",
            f"Напишите id: {case.folder} или переименуйте папку."
            if _ID.fullmatch(case.folder)
            else f"Переименуйте папку в {case.program.general.id}.",
        )


def incomplete_measures(case: Case) -> Iterator[Fault]:
    for measure in case.program.measures:
        base = measure.base or not _starts_somewhere(measure)
        given = {"unit": measure.unit, "base": base, "accumulation": measure.accumulation}
        lacking = [f"{_PARTS_OF_A_MEASURE[name]} ({name})" for name, value in given.items() if not value]
        if lacking and measure.kind not in IN_WORDS:
            yield Fault(
                (*measure.path, "id"),
                f"Индикатор «{measure.title}» описан не полностью: нет {joined(lacking)}",
                "Допишите недостающее. Если значение – слова или день, поменяйте kind: событие, качественный.",
            )


_PARTS_OF_A_MEASURE = {"unit": "единицы измерения", "base": "исходного значения", "accumulation": "способа учёта"}


def _starts_somewhere(measure: Measure) -> bool:
    """Whether it tells of a change, that is counted from a starting level.

    As much of something each year, a rate, or a multiple («в 1,3 раза») stand for themselves.
    """
    meaning = meaning_of(measure.target.value) if measure.target and measure.target.value else None
    if measure.kind == "темп" or (meaning and meaning.times):
        return False
    steady = measure.direction not in ("рост", "снижение") or len({one.text for one in measure.values.values()}) == 1
    return not (measure.kind == "количество" and measure.accumulation == "за период" and steady)


def _lacking(data: Any, keys: list[str], path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The places in which the pattern's last key is wanting; a wanting key above it is left to its own demand."""
    name = keys[0].removesuffix("[]")
    found = data.get(name, _MISSING) if isinstance(data, dict) else _MISSING
    if len(keys) == 1:
        if found in (_MISSING, None, [], {}, ""):
            yield path, name
    elif isinstance(found, list) and keys[0].endswith("[]"):
        for at, one in enumerate(found):
            yield from _lacking(one, keys[1:], (*path, name, at))
    elif isinstance(found, dict):
        yield from _lacking(found, keys[1:], (*path, name))


RULES = (
    Rule("STR010", "missing-section", Severity.ERROR, missing_sections, "R-STR-1", "МР-2023, §1.2", ("II.2",)),
    Rule("STR011", "missing-required-key", Severity.ERROR, missing_keys, "R-STR-1", "МР-2023, §1.2", ("II.2",)),
    Rule("STR012", "id-and-folder", Severity.ERROR, folder_name, source="соглашение об обозначениях"),
    Rule(
        "STR040",
        "incomplete-measure",
        Severity.ERROR,
        incomplete_measures,
        "R-IND-5, R-ANA-7",
        "МР-2023, табл. 2",
        ("I.2", "II.18"),
        ("indicators",),
    ),
)
