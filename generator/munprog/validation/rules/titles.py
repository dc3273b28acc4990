"""The programme's title, its years, and things that bear the same title (R-PAS-3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from munprog.diagnostics import KeyPath, Severity
from munprog.validation.registry import Case, Fault, Rule

_YEARS = re.compile(
    r"\bна\s+(?P<a>20\d\d)(?:/(?P<s>20\d\d))?(?:\s*[–—-]\s*(?:20\d\d/)?(?P<b>20\d\d))?\s*(?:учебн\w*\s+)?(?:год|гг)"
)
_ALIKE = 0.9


def title_years_differ(case: Case) -> Iterator[Fault]:
    """A title without years is compared with nothing."""
    found = _YEARS.search(case.program.general.title)
    if found is None or case.days is None:
        return
    first, last = (day.year for day in case.days)
    begun, ended = int(found["a"]), int(found["b"] or found["s"] or found["a"])
    if (begun, ended) != (first, last):
        yield Fault(
            ("program", "title"),
            f"В названии программы стоят годы {begun}–{ended}, а её срок – {case.term.printed}"
            if begun != ended
            else f"В названии программы стоит {begun} год, а её срок – {case.term.printed}",
            "Поправьте годы в названии или срок (term).",
            related=((("program", "term"), "срок программы"),),
        )


def title_quoted_differs(case: Case) -> Iterator[Fault]:
    """The act quotes the title of the programme with a slip: other years, another word."""
    order, title = case.program.order, case.program.general.title
    if order is None or any(title_years_differ(case)):  # the title itself is to be mended first
        return
    told: list[tuple[KeyPath, str]] = [(("order", "title"), order.title)]
    told += [((*one.path, "title"), one.title) for one in order.attachments]
    slips: dict[str, list[KeyPath]] = {}
    for path, text in told:
        quoted = text[text.find("«") + 1 : text.rfind("»")] if "«" in text else ""
        if quoted and _plain(quoted) != _plain(title) and _is_alike(_plain(quoted), _plain(title)):
            slips.setdefault(quoted, []).append(path)
    for quoted, (path, *others) in slips.items():
        yield Fault(
            path,
            f"Название программы в акте – «{quoted}» – расходится с её собственным",
            f"В program.yaml она названа «{title}»: приведите к одному виду.",
            related=((("program", "title"), "название программы"), *((one, "здесь так же") for one in others)),
        )


def measure_twice(case: Case) -> Iterator[Fault]:
    seen: dict[tuple[str, str, tuple[str, ...]], KeyPath] = {}
    for indicator in case.program.all_indicators:
        for measure in indicator.measures:
            key = _plain(measure.title), measure.unit, indicator.level
            if key in seen:
                yield Fault(
                    (*measure.path, "title"),
                    f"Индикатор «{measure.title}» стоит в таблице дважды",
                    "Оставьте один: на него можно сослаться из нескольких результатов и мероприятий.",
                    related=((seen[key], "тот же индикатор"),),
                )
            seen.setdefault(key, (*measure.path, "title"))


def activity_twice(case: Case) -> Iterator[Fault]:
    """Within one schedule: a plan and a roadmap tell of the same activities."""
    for schedule in case.program.schedules:
        known: dict[tuple[str, str, tuple[str, ...]], KeyPath] = {}
        for activity in (one for section in schedule.sections for one in section.activities):
            when = "; ".join(one.printed for one in activity.when)
            same = _plain(activity.title), when, activity.responsible
            if same in known and not activity.calendar:
                yield Fault(
                    (*activity.path, "title"),
                    f"Мероприятие «{activity.title}» стоит в плане дважды с теми же сроками и ответственными",
                    "Оставьте одно: нескольким задачам оно служит через tasks.",
                    related=((known[same], "то же мероприятие"),),
                )
            known.setdefault(same, (*activity.path, "title"))


def _is_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[–—]", "-", text).casefold().replace("ё", "е").split())


_MR, _TABLE_1 = "МР-2023, §1.2", "МР-2023, табл. 1"
_ORDER, _IND, _PLAN = ("order",), ("indicators",), ("plan",)

RULES = (
    Rule("PAS004", "title-years-differ", Severity.ERROR, title_years_differ, "R-PAS-3", _TABLE_1, ("II.3",)),
    Rule("DOC030", "title-quoted-differs", Severity.WARNING, title_quoted_differs, "R-DOC-1", _MR, ("II.34",), _ORDER),
    Rule("IND018", "measure-twice", Severity.WARNING, measure_twice, "R-IND-2", _MR, ("II.18",), _IND),
    Rule("PLA010", "activity-twice", Severity.WARNING, activity_twice, "R-PLA-1", _MR, ("II.22",), _PLAN),
)
