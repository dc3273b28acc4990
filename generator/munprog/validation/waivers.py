"""Waivers: findings that a programme asks to put up with, written beside what they concern.

A waiver stands in `waivers` of any mapping and covers what rules find in that mapping and below it. It names one rule,
says why and until which day. Files that cannot be read and keys that no schema knows are not a matter of judgement:
what is found there is never waived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from munprog.diagnostics import Finding, KeyPath, Place, Related, Severity, Waived
from munprog.model.dates import format_date, parse_date
from munprog.validation.words import suggestion

KEY = "waivers"

Locate = Callable[[KeyPath], Place]


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver: it covers what lies below `covers` and stands at `path`; both begin with the section."""

    covers: KeyPath
    path: KeyPath
    code: str
    reason: str
    until: str

    @property
    def day(self) -> date | None:
        """The last day on which it holds; None where no calendar has it."""
        return parse_date(self.until)

    def holds(self, as_of: date | None) -> bool:
        return self.day is not None and (as_of is None or as_of <= self.day)

    def is_about(self, code: str, path: KeyPath) -> bool:
        return code == self.code and path[: len(self.covers)] == self.covers


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings that stand, those that are waived, and what is wrong with the waivers themselves."""

    standing: tuple[Finding, ...]
    waived: tuple[Waived, ...]


def taken_out(data: Any, path: KeyPath, found: list[Waiver]) -> Any:
    """The data without waivers, which are no part of a programme's text; the waivers are added to `found`."""
    if isinstance(data, list):
        return [taken_out(one, (*path, at), found) for at, one in enumerate(data)]
    if not isinstance(data, dict):
        return data
    listed = data.get(KEY)
    if not isinstance(listed, list):  # an id that happens to be this word: sums by source have ids for keys
        return {key: taken_out(one, (*path, key), found) for key, one in data.items()}
    for at, one in enumerate(listed):
        found.append(Waiver(path, (*path, KEY, at), one["code"], str(one["reason"]), str(one["until"])))
    return {key: taken_out(one, (*path, key), found) for key, one in data.items() if key != KEY}


def judged(
    findings: Iterable[tuple[Finding, KeyPath]],
    waivers: Iterable[Waiver],
    *,
    asked: Mapping[str, bool],
    as_of: date | None,
    locate: Locate,
) -> Judged:
    """Set aside what is waived; of several waivers the nearest holds.

    `asked` has every code that can be waived and whether its rule looked at this programme: where it could not, nobody
    knows whether its waiver is needed. Without `as_of` no waiver expires.
    """
    listed = sorted(waivers, key=lambda one: len(one.covers), reverse=True)
    standing: list[Finding] = []
    waived: list[Waived] = []
    used: dict[KeyPath, Finding] = {}
    for finding, path in findings:
        about = [one for one in listed if one.is_about(finding.code, path)]
        held = next((one for one in about if one.holds(as_of)), None)
        for one in about:
            if one is held or not one.holds(as_of):
                used.setdefault(one.path, finding)
        if held and held.day:
            waived.append(Waived(finding, held.reason, held.day, locate(held.path)))
        else:
            standing.append(finding)
    faults = (_fault(one, used.get(one.path), asked, as_of, locate) for one in listed)
    return Judged((*standing, *(one for one in faults if one)), tuple(waived))


def _fault(
    waiver: Waiver, used: Finding | None, asked: Mapping[str, bool], as_of: date | None, locate: Locate
) -> Finding | None:
    """What is wrong with a waiver; one thing at most."""
    code = (*waiver.path, "code")
    if waiver.code not in asked:
        return _unknown(waiver.code, asked, locate(code))
    if waiver.day is None or not asked[waiver.code]:  # no such day has its finding already
        return None
    if used is None:
        return Finding(
            "CFG014",
            Severity.WARNING,
            f"Исключение {waiver.code} ничего не исключает: такой находки здесь нет",
            locate(code),
            "Уберите его: найденное исправлено или стоит в другом месте.",
        )
    if waiver.holds(as_of):
        return None
    return Finding(
        "CFG013",
        Severity.WARNING,
        f"Исключение {waiver.code} действовало до {format_date(waiver.day)}: находка вернулась",
        locate((*waiver.path, "until")),
        "Исправьте находку и уберите исключение; если причина остаётся, продлите срок (until).",
        related=(Related(used.place, "эта находка"),),
    )


def _unknown(code: str, known: Iterable[str], place: Place) -> Finding:
    from munprog.validation.catalogue import entries  # read only where something is wrong

    if any(one.code == code for one in entries()):
        message = f"Находку {code} исключить нельзя: это ошибка записи, а не решение авторов программы"
        return Finding("CFG012", Severity.WARNING, message, place, "Исправьте то, о чём говорит находка.")
    hint = suggestion(code, known, "Код стоит в находке перед двоеточием; все коды показывает «munprog explain».")
    return Finding("CFG012", Severity.WARNING, f"Исключение названо кодом {code}, которого нет", place, hint)


def impossible_days(waivers: Iterable[Waiver]) -> Iterator[Waiver]:
    """Waivers until a day that no calendar has."""
    return (one for one in waivers if one.day is None)
