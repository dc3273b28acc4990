"""The act's date against what it orders and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from munprog.diagnostics import KeyPath, Severity
from munprog.model.dates import DATE_PATTERN, parse_date
from munprog.source import texts
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.term import is_closing, is_preparing

_DATE = ("order", "registration", "date")
_DEADLINE = re.compile(rf"\b(?:до|не позднее)\s+(?P<day>{DATE_PATTERN})", re.IGNORECASE)


def act_after_activity(case: Case) -> Iterator[Fault]:
    """Approval in the first year is normal: only what is wholly over by then was ordered too late.

    Where a clause tells the same of its own date, that is told alone.
    """
    act = _act(case)
    if act is None or case.days is None or _sums_up(case) or any(deadline_before_act(case)):
        return
    if _is_too_late(case, act):
        yield Fault(
            _DATE,
            f"Акт датирован {act:%d.%m.%Y}, а программа к этому дню уже закончилась – {case.days[1]:%d.%m.%Y}",
            "Поправьте дату акта или срок программы (term).",
            related=((("program", "term"), "срок программы"),),
        )
        return
    over: list[tuple[date, str, KeyPath]] = []
    for activity in case.program.activities:
        days = [one.last for one in map(case.term.dated, activity.when) if not one.recurs]
        last = max((day for day in days if day), default=None)
        dated = None not in days and len(days) == len(activity.when) and not activity.calendar
        if dated and last and case.days[0] <= last < act and not is_preparing(activity.title):
            over.append((last, activity.title, (*activity.path, "when")))
    if over:
        last, title, path = min(over)
        more = f" (всего таких мероприятий {len(over)})" if len(over) > 1 else ""
        yield Fault(
            _DATE,
            f"Акт датирован {act:%d.%m.%Y}, а мероприятие «{title}» закончилось раньше – {last:%d.%m.%Y}{more}",
            "Акт поручает то, что ещё предстоит: поправьте его дату или срок мероприятия.",
            related=((path, "срок мероприятия"),),
        )


def deadline_before_act(case: Case) -> Iterator[Fault]:
    act, data = _act(case), case.data.get("order")
    if act is None or not isinstance(data, dict) or _is_too_late(case, act):
        return
    past = [
        (path, found[0])
        for path, text in texts(data.get("clauses"), ("order", "clauses"))
        for found in _DEADLINE.finditer(text)
        if (day := parse_date(found["day"])) and day < act
    ]
    if len(past) > 1:
        yield Fault(
            _DATE,
            f"Акт датирован {act:%d.%m.%Y}, а сроки его поручений уже прошли: {'; '.join(told for _, told in past)}",
            "Поправьте дату акта или сроки поручений.",
            related=tuple((path, "срок поручения") for path, _ in past),
        )
    for path, told in past if len(past) == 1 else ():
        yield Fault(
            path,
            f"Пункт поручает сделать «{told}», а акт датирован {act:%d.%m.%Y}",
            "Поправьте срок поручения или дату акта.",
            related=((_DATE, "дата акта"),),
        )


def ground_after_act(case: Case) -> Iterator[Fault]:
    """A draft without a date is measured by the end of the programme."""
    act = _act(case)
    latest = act or (case.days[1] if case.days else None)
    for ground in case.program.general.grounds if latest else ():
        if ground.date and latest and ground.date > latest:
            yield Fault(
                (*ground.path, "date"),
                f"Основание принято {ground.date:%d.%m.%Y} – позже, чем "
                + (f"сам акт ({act:%d.%m.%Y})" if act else f"заканчивается программа ({latest:%d.%m.%Y})"),
                "Проверьте дату: акт не может основываться на том, чего ещё не было.",
                related=((_DATE, "дата акта"),) if act else (),
            )


def _is_too_late(case: Case, act: date) -> bool:
    """Whether the programme was over by the act."""
    return case.days is not None and act > case.days[1] and not _sums_up(case)


def _sums_up(case: Case) -> bool:
    """Whether the act, as its title says, comes when the programme is done."""
    return case.program.order is not None and is_closing(case.program.order.title)


def _act(case: Case) -> date | None:
    return case.program.order.registration.date if case.program.order else None


_BASIS = "ГОСТ Р 7.0.97-2025, п. 5.10"
_ORDER = ("order",)

RULES = (
    Rule(
        "DOC031", "act-after-activity", Severity.WARNING, act_after_activity, "R-DOC-1", _BASIS, (), ("order", "plan")
    ),
    Rule("DOC032", "deadline-before-act", Severity.WARNING, deadline_before_act, "R-DOC-1", _BASIS, (), _ORDER),
    Rule("DOC033", "ground-after-act", Severity.ERROR, ground_after_act, "R-GRD-1", _BASIS, ("II.36",)),
)
