"""The term: its dates and years agree, stages and activities lie in it (R-TRM-1, R-PLA-5)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.general import Stage, Term
from munprog.model.plan import Activity, ComponentSpan
from munprog.model.when import Moment
from munprog.validation import term as terms
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import joined

_PREPARING = re.compile(
    r"подготовительн|рабоч\w+ групп|диагност|отбор\w* школ|утвержден\w+|выявлени\w+ школ|установочн|"
    r"(?:сбор|при[её]м)\w* (?:исходн|данных|сведений|заявок|заявлений|предложений)|"
    r"(?:издани|подготовк|разработк)\w+ (?:приказ|распоряжен|постановлен|правов|нормативн|положени)|"
    r"(?:назначени|закреплени)\w+ (?:куратор|координатор|тьютор|ответственн|школ)|"
    r"(?:подготовк|разработк)\w+ (?:муниципальн|районн|программ|проект|план|дорожн)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\b(?:итог|заключит|заверш|обобщ|отч[её]т|доклад)", re.IGNORECASE)
_BEFORE, _AFTER = timedelta(days=366), timedelta(days=183)


def empty_term(case: Case) -> Iterator[Fault]:
    first, last = case.term.first, case.term.last
    if first and last and terms.is_backwards(case.term):
        yield Fault(
            ("program", "term"),
            f"Программа заканчивается ({last:%d.%m.%Y}) раньше, чем начинается ({first:%d.%m.%Y})",
            "Проверьте ключи start и end.",
            key=True,
        )


def odd_years(case: Case) -> Iterator[Fault]:
    """Told once, for whatever is measured by the term would follow from it."""
    term = case.term
    if terms.has_odd_years(term) and not terms.is_backwards(term):
        listed = joined(map(str, term.years) if term.years else term.school_years)
        yield Fault(
            ("program", "term"),
            f"Годы программы ({listed}) идут не подряд или расходятся с её датами{_dates(term)}",
            "Перечислите по порядку все годы от начала до конца программы или поправьте start и end.",
            key=True,
        )


def stage_outside_term(case: Case) -> Iterator[Fault]:
    for stage in case.term.stages:
        for path, moment, span in outside(case, stage, stage.title):
            yield Fault(
                path,
                f"Срок этапа «{stage.title}» – {moment.inside} – выходит за срок программы ({span})",
                "Поправьте срок этапа или срок программы (term).",
            )


def outside(
    case: Case, item: Stage | Activity | ComponentSpan, words: str, days: tuple[date, date] | None = None
) -> Iterator[tuple[KeyPath, Moment, str]]:
    """The moments of an item that do not lie in the `days` (those of the term), each with its path and these in words.

    Only dated moments are judged: recurrences and months without a year lie in the term by themselves. What prepares
    the programme or closes it, by `words` or a moment's own note, may lie shortly before or after.
    """
    found = days or case.days
    if found is None:
        return
    first, last = found
    for at, moment in enumerate(map(case.term.dated, item.when)):
        if moment.first is None or moment.last is None:
            continue
        told = f"{words} {moment.note}"
        earliest, latest = _whole(first, last, moment.months_in_unit)
        earliest = first - _BEFORE if is_preparing(told) else earliest
        latest = last + _AFTER if _CLOSING.search(told) else latest
        if moment.last < earliest or moment.last > latest or (moment.first < earliest and not moment.deadline):
            yield _path_of_moment(case, item, at), moment, f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"


def is_preparing(words: str) -> bool:
    """Whether something that is so called prepares the programme: it is done before it is approved."""
    return _PREPARING.search(words) is not None


def is_closing(words: str) -> bool:
    """Whether something that is so called sums the programme up: it comes after it."""
    return _CLOSING.search(words) is not None


def _whole(first: date, last: date, months: int) -> tuple[date, date]:
    """The bounds widened to whole units: a year or a quarter lies in the term where some of its days do."""
    if not months:
        return first, last
    begins, ends = (first.month - 1) // months * months + 1, (last.month - 1) // months * months + months
    return first.replace(month=begins, day=1), last.replace(month=ends, day=monthrange(last.year, ends)[1])


def _path_of_moment(case: Case, item: Stage | Activity | ComponentSpan, at: int) -> KeyPath:
    """Where a moment is written: alone or in a list, bare or with a note."""
    path: KeyPath = (*item.path, "when")
    written: Any = case.data
    for key in path:
        written = written[key]
    if isinstance(written, list):
        path, written = (*path, at), written[at]
    return (*path, "when") if isinstance(written, dict) else path


def _dates(term: Term) -> str:
    words = [f"{word} {day:%d.%m.%Y}" for word, day in (("с", term.start), ("по", term.end)) if day]
    return f": {' '.join(words)}" if words else ""


_MR = "МР-2023, §1.2"

RULES = (
    Rule("STR013", "term-backwards", Severity.ERROR, empty_term, "R-TRM-1", _MR, ("II.20",)),
    Rule("STR016", "term-years-differ", Severity.ERROR, odd_years, "R-TRM-1", _MR, ("II.20",)),
    Rule("STR017", "stage-outside-term", Severity.ERROR, stage_outside_term, "R-TRM-1", _MR, ("II.20",)),
)
