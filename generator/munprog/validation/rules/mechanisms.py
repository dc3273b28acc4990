"""Mechanisms: who controls, what the recommendations list, when the programme was made (R-MEC, R-MON, R-DEV)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.validation.registry import Case, Fault, Rule

_BLOCKS = ("нормативная база", "достаточность мероприятий", "оперативность решений")
_ARRANGEMENTS = (
    "рабочая группа",
    "нормативные акты",
    "методы управления результатами",
    "мониторинг динамики",
    "проблемные группы",
    "сетевые объединения",
    "банк практик",
)


def control_differs(case: Case) -> Iterator[Fault]:
    passport, mechanisms = case.program.passport, case.program.mechanisms
    control = passport.control if passport else None
    management = mechanisms.management if mechanisms else None
    if control is None or management is None or not management.control or "body" in case.dangling:
        return
    (label,) = case.program.labels_of_bodies((management.control,))
    if not _with_members(case, control.bodies) & _with_members(case, (management.control,)):
        yield Fault(
            ("mechanisms", "management", "control"),
            f"По разделу о механизмах контроль ведёт «{label}», а в паспорте назван другой контролирующий",
            "Назовите одних и тех же в management.control (mechanisms.yaml) и control.bodies (passport.yaml).",
            related=((("passport", "control", "bodies"), "контроль по паспорту"),),
        )


def block_missing(case: Case) -> Iterator[Fault]:
    mechanisms = case.program.mechanisms
    given = mechanisms.monitoring.blocks if mechanisms and mechanisms.monitoring else ()
    yield from _missing(("mechanisms", "monitoring", "blocks"), given, _BLOCKS, "В мониторинге нет блока")


def arrangement_missing(case: Case) -> Iterator[Fault]:
    """Asked of programmes by the recommendations' own list alone: the profile says so."""
    if case.program.mechanisms and "mechanisms.arrangements" in case.profile.requires.keys:
        given = case.program.mechanisms.arrangements
        yield from _missing(("mechanisms", "arrangements"), given, _ARRANGEMENTS, "Среди организационных мер нет")


def kind_twice(case: Case) -> Iterator[Fault]:
    mechanisms, analysis = case.program.mechanisms, case.program.analysis
    lists: list[Sequence[Any]] = []
    if mechanisms:
        lists += [mechanisms.approaches, mechanisms.arrangements]
    if mechanisms and mechanisms.monitoring:
        lists += [mechanisms.monitoring.blocks, mechanisms.monitoring.subjects]
    if analysis and analysis.conditions:
        lists.append(analysis.conditions.components)
    for listed in lists:
        seen: dict[str, KeyPath] = {}
        for one in listed:
            if one.kind in seen:
                yield Fault(
                    (*one.path, "kind"),
                    f"Вид «{one.kind}» стоит в списке дважды",
                    "Объедините оба места или укажите другой вид (kind).",
                    related=((seen[one.kind], "первый раз – здесь"),),
                )
            seen.setdefault(one.kind, (*one.path, "kind"))


def development_order(case: Case) -> Iterator[Fault]:
    """The stages in which a programme is made follow each other."""
    stages = case.program.mechanisms.development if case.program.mechanisms else ()
    dated = [(one, min(first)) for one in stages if (first := [day.first for day in one.when if day.first])]
    for (stage, begun), (after, then) in pairwise(dated):
        if then < begun:
            yield Fault(
                (*after.path, "when"),
                f"«{after.title}» начинается раньше, чем «{stage.title}»",
                "Поправьте сроки: программу сначала готовят, затем пишут, затем согласуют и утверждают.",
                related=(((*stage.path, "when"), "предыдущий этап"),),
            )


def _missing(path: KeyPath, given: Sequence[Any], kinds: tuple[str, ...], lead: str) -> Iterator[Fault]:
    found = {one.kind for one in given}
    missing = [one for one in kinds if one not in found]
    if missing and len(found) * 2 > len(kinds) and len(found) == len(given) and found <= set(kinds):
        yield Fault(
            path,
            f"{lead}: {', '.join(f'«{one}»' for one in missing)}",
            "Добавьте недостающее: МР-2023 называют полный список.",
            key=True,
        )


def _with_members(case: Case, ids: Sequence[str]) -> set[str]:
    return {*ids, *(one for id in ids if id in case.program.bodies for one in case.program.bodies[id].members)}


_MR = "МР-2023, §1.4"
_CARE = "МР-2023, §1.5"
_NEEDS = ("mechanisms",)
_BOTH = (*_NEEDS, "passport")

RULES = (
    Rule("MEC001", "control-differs", Severity.WARNING, control_differs, "R-MEC-2", _MR, ("II.23",), _BOTH),
    Rule("MEC002", "monitoring-block-missing", Severity.WARNING, block_missing, "R-MON-1", _CARE, ("II.29",), _NEEDS),
    Rule("MEC003", "arrangement-missing", Severity.WARNING, arrangement_missing, "R-MEC-4", _MR, ("II.23",), _NEEDS),
    Rule("MEC004", "development-order", Severity.WARNING, development_order, "R-DEV-1", "МР-2023, §1.3", (), _NEEDS),
    Rule("MEC005", "kind-twice", Severity.WARNING, kind_twice, "R-MEC-4", _MR, ()),
)
