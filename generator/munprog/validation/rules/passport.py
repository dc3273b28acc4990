"""The passport says what its sections say (R-PAS-3, R-PAS-4)."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import Severity
from munprog.model.derived import given_row, passport_row
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.term import is_sound
from munprog.validation.words import suggestion


def row_differs(case: Case) -> Iterator[Fault]:
    if not is_sound(case.term):  # what follows from the term would differ for that reason alone
        return
    for row in case.profile.passport:
        given, derived = given_row(case.program, row.id), passport_row(case.program, row)
        if given and derived and _words(given) != _words(derived):
            yield Fault(
                ("passport", "rows", row.id),
                f"Строка паспорта «{row.title}» написана вручную и расходится с разделом, из которого она следует: "
                f"там «{_short(derived)}»",
                "Печатается написанное. Уберите строку, и она составится сама, или поправьте раздел.",
                key=True,
            )


def unknown_row(case: Case) -> Iterator[Fault]:
    known = {row.id: row.title for row in case.profile.passport}
    for id in case.program.passport.rows if case.program.passport else ():
        if id not in known:
            yield Fault(
                ("passport", "rows", id),
                f"Строки «{id}» нет в паспорте профиля {case.profile.id}: она не будет напечатана",
                suggestion(id, known),
                key=True,
            )


def idle_executor(case: Case) -> Iterator[Fault]:
    passport, plan = case.program.passport, case.program.plan
    if passport is None or plan is None or "body" in case.dangling:
        return
    busy = {one for activity in plan.activities for one in (*activity.responsible, *activity.participants)}
    for at, executor in enumerate(passport.executors):
        body = case.program.bodies.get(executor)
        members = body.members if body else ()
        if executor not in busy and not busy.intersection(members):
            yield Fault(
                ("passport", "executors", at),
                f"Исполнитель «{body.label if body else executor}» назван в паспорте, "
                "но не ведёт ни одного мероприятия и ни в одном не участвует",
                "Назначьте его ответственным или участником мероприятия в plan.yaml либо уберите из паспорта.",
            )


def _words(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).split())


def _short(lines: tuple[str, ...], most: int = 80) -> str:
    text = _words(lines)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


RULES = (
    Rule(
        "PAS001",
        "passport-row-differs",
        Severity.WARNING,
        row_differs,
        "R-PAS-3",
        "МР-2023, табл. 1",
        ("II.3",),
        ("passport", "goals", "indicators", "finance", "mechanisms"),
    ),
    Rule(
        "PAS002", "unknown-passport-row", Severity.ERROR, unknown_row, "R-PAS-1", "МР-2023, табл. 1", (), ("passport",)
    ),
    Rule(
        "PAS003",
        "idle-executor",
        Severity.WARNING,
        idle_executor,
        "R-PAS-4",
        "МР-2023, табл. 1",
        ("II.28",),
        ("passport", "plan"),
    ),
)
