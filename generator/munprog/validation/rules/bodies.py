"""People and bodies: who works, who is named, under which name (R-PAS-4, R-PLA-4)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from munprog.diagnostics import KeyPath, Severity
from munprog.model.general import Body
from munprog.validation import links
from munprog.validation.parameters import Parameter
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import joined

SHARE = Parameter("share", 15, "какую долю мероприятий ведёт тот, кого ждут среди основных исполнителей", "%", 1)
_LEADS_AT_LEAST = 3
_BODIES = ("орган", "организация", "подразделение", "группа")
_OFFICIAL = re.compile(r"(?P<form>[А-ЯЁ]{2,}(?:[ \u00a0][А-ЯЁ]{2,})*)[ \u00a0]+«(?P<own>.+)»")
_PARTS = {"when": "срок", "responsible": "ответственный", "result": "результат"}


def main_worker_unnamed(case: Case) -> Iterator[Fault]:
    """A body that leads much of the plan, but is not among those whom the passport names."""
    passport, activities = case.program.passport, case.program.activities
    if passport is None or not passport.executors or "body" in case.dangling:
        return
    named = {*passport.executors, *passport.developers, *(passport.control.bodies if passport.control else ())}
    named |= {one for id in named if id in case.program.bodies for one in case.program.bodies[id].members}
    leads = Counter(one.responsible[0] for one in activities if one.responsible)
    for id, times in leads.items():
        body = case.program.bodies.get(id)
        few = times < _LEADS_AT_LEAST or times * 100 < len(activities) * case.setting(SHARE)
        if body is None or few or id in named or body.kind not in _BODIES or named.intersection(body.members):
            continue
        yield Fault(
            ("passport", "executors"),
            f"Исполнитель «{body.label}» ведёт {times} из {len(activities)} мероприятий, но в паспорте не назван",
            f"Добавьте «{id}» в executors файла passport.yaml.",
            key=True,
            related=(((*body.path, "id"), "исполнитель"),),
        )


def body_unused(case: Case) -> Iterator[Fault]:
    """Asked only where those who would name a body, the passport and the plan, are there."""
    if case.program.unknown or "body" in case.dangling or not (case.program.passport and case.program.activities):
        return
    times = Counter(links.same(body.id) for body in case.program.general.bodies)
    used = {found.id for found in case.contents.linked if found.kind == "body"}
    for body in case.program.general.bodies:
        if body.id not in used and times[links.same(body.id)] == 1:
            yield Fault(
                (*body.path, "id"),
                f"Исполнитель «{body.label}» описан, но нигде не назван",
                "Назовите его в плане, паспорте или управлении либо уберите из bodies.",
            )


def body_twice(case: Case) -> Iterator[Fault]:
    seen: dict[str, Body] = {}
    for body in case.program.general.bodies:
        for name in dict.fromkeys((_plain(body.name), _plain(body.short_name))):
            if name and name in seen and seen[name] is not body:
                yield Fault(
                    (*body.path, "name"),
                    f"Под названием «{body.label}» описаны два исполнителя: «{seen[name].id}» и «{body.id}»",
                    "Оставьте одного и поправьте ссылки на другого или уточните названия.",
                    related=(((*seen[name].path, "name"), "тот же исполнитель"),),
                )
                break
            seen.setdefault(name, body)


def body_named_otherwise(case: Case) -> Iterator[Fault]:
    """The own name in quotes is the same, the legal form before it is not: that is no other organisation."""
    named = [(one.path, one.name) for one in case.program.general.bodies]
    named += [(one.path, one.name) for one in case.program.general.schools]
    official = {found["own"]: (path, found["form"]) for path, name in named if (found := _OFFICIAL.fullmatch(name))}
    wrong: dict[str, list[tuple[KeyPath, str]]] = {}
    for path, text in case.contents.texts if official else ():
        for own in official if "«" in text else ():
            if f"«{own}»" in text:
                forms = re.findall(rf"((?:[А-ЯЁ]{{2,}}[ \u00a0])+)«{re.escape(own)}»", text)
                others = [one.strip() for one in forms if one.split() != official[own][1].split()]
                wrong.setdefault(own, []).extend((path, one) for one in others)
    for own, places in wrong.items():
        home, form = official[own]
        for at, odd in places[:1]:
            yield Fault(
                at,
                f"Организация названа {odd} «{own}», а в program.yaml – {form} «{own}»",
                "Напишите название одинаково во всей программе.",
                related=(((*home, "name"), "полное название"), *((one, "здесь так же") for one, _ in places[1:])),
            )


def worker_twice(case: Case) -> Iterator[Fault]:
    for activity in case.program.activities:
        for at, id in enumerate(activity.participants):
            if id in activity.responsible:
                body = case.program.bodies.get(id)
                yield Fault(
                    (*activity.path, "participants", at),
                    f"Исполнитель «{body.label if body else id}» назван и ответственным, и участником "
                    "одного мероприятия",
                    "Оставьте его среди ответственных.",
                    related=(((*activity.path, "responsible"), "ответственные"),),
                )


def activity_incomplete(case: Case) -> Iterator[Fault]:
    """What its neighbours say of when, who and with what result; what the profile demands is told by its own rule."""
    activities = case.program.activities
    demanded = {key.rpartition(".")[2] for key in case.profile.requires.keys if ".activities[]." in key}
    asked = [
        key
        for key in _PARTS
        if key not in demanded and sum(1 for one in activities if getattr(one, key)) * 3 >= len(activities) * 2
    ]
    for activity in activities if len(activities) > 1 else ():
        lacking = [key for key in asked if not getattr(activity, key)]
        if activity.calendar:
            lacking = [key for key in lacking if key != "when"]
        if lacking:
            yield Fault(
                (*activity.path, "id"),
                f"У мероприятия «{activity.title}» не указан{'ы' if len(lacking) > 1 else ''} "
                f"{joined(_PARTS[key] for key in lacking)}",
                f"Добавьте {joined(lacking)}: у других мероприятий плана это есть.",
            )


def _plain(name: str) -> str:
    return re.sub(r"[\s«»\"„“-]+", " ", name).casefold().replace("ё", "е").strip()


_MR, _TABLE_1, _TABLE_4 = "МР-2023, §1.2", "МР-2023, табл. 1", "МР-2023, табл. 4"
_BOTH, _PLAN = ("passport", "plan"), ("plan",)

RULES = (
    Rule(
        "PAS005",
        "main-worker-unnamed",
        Severity.WARNING,
        main_worker_unnamed,
        "R-PAS-4",
        _TABLE_1,
        ("II.28",),
        _BOTH,
        (SHARE,),
    ),
    Rule("PAS006", "body-unused", Severity.NOTE, body_unused, "R-PAS-4", _TABLE_1, (), _PLAN),
    Rule("PAS007", "body-twice", Severity.ERROR, body_twice, "R-PAS-4", _MR, ("II.28",)),
    Rule("PAS008", "body-named-otherwise", Severity.WARNING, body_named_otherwise, "R-PAS-4", _MR, ("II.34",)),
    Rule("PLA009", "worker-twice", Severity.WARNING, worker_twice, "R-PLA-4", _TABLE_4, ("II.28",), _PLAN),
    Rule(
        "PLA012", "activity-incomplete", Severity.WARNING, activity_incomplete, "R-PLA-4", _TABLE_4, ("II.22",), _PLAN
    ),
)
