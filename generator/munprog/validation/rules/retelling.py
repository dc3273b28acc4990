"""Results that retell activities (typical error 4), goals and tasks that nothing measures (R-RES-4, R-GOA-2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from munprog.diagnostics import KeyPath, Severity
from munprog.model.program import Program
from munprog.validation.prose import passage
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.stems import same_stem, stem
from munprog.validation.wordlists import words

_FIGURE = re.compile(r"\d|%|_{2,}")
_EMPTY = 3
"""Letters up to which a word is a preposition or a conjunction."""
_START = 4
"""Letters in which stems of one word agree."""
_TRIED = 100
_SHORT = 7
"""Words of a result that is nothing but the name of a work."""
_SHOWN = 5


def result_retells(case: Case) -> Iterator[Fault]:
    """Certain cases alone: a result that says what its activity is called, or begins with the name of a work and tells
    nothing of its outcome. The appearance of a document or a body is an event, which has no other characteristic."""
    goals = case.program.goals
    titles = _Titles(activity.title for activity in case.program.activities)
    found: list[tuple[KeyPath, str, str]] = []
    for result in goals.results if goals else ():
        path, same = (*result.path, "text"), titles.said_by(result.text)
        if same:
            found.append((path, result.text, same))
        elif not (result.values or result.target or result.criteria) and _is_work(result.text):
            found.append((path, result.text, ""))
    for activity in case.program.activities:
        path = (*activity.path, "result")
        if same := _Titles((activity.title,)).said_by(activity.result):
            found.append((path, activity.result, same))
        elif _is_work(activity.result):
            found.append((path, activity.result, ""))
    for section in ("goals", "plan"):
        yield from _told([one for one in found if one[0][0] == section])


def unmeasurable(case: Case) -> Iterator[Fault]:
    """Neither a figure nor a date nor anything linked that would tell whether a goal or a task is reached. What links
    are missing where the neighbours have them, their own rules tell."""
    program = case.program
    goals = program.goals
    if goals is None or {"task", "measure"} & case.dangling:
        return
    vague: list[tuple[KeyPath, str]] = []
    goal = goals.goal
    counted = program.measures or any(one.values or one.target or one.criteria for one in goals.results)
    if not (goal.due or goal.measures or counted or _FIGURE.search(goal.text)):
        vague.append(((*goal.path, "text"), "Цель"))
    measured, expected = _measured(program), {task for result in goals.results for task in result.tasks}
    told = {indicator.task for indicator in program.all_indicators} - {""}
    for at, task in enumerate(goals.tasks, 1):
        by_itself = task.due or _FIGURE.search(f"{task.title} {task.result}")
        if not (by_itself or task.id in measured or told or (expected and task.id not in expected)):
            vague.append(((*task.path, "title"), f"задача {task.number or at}"))
    if vague:
        (path, what), *others = vague
        names = ", ".join([what, *(name for _, name in others)])
        yield Fault(
            path,
            f"Нечем измерить: {names[0].lower()}{names[1:]} – ни величины, ни даты, ни связанного индикатора",
            "Назовите величину и дату в формулировке либо дайте срок в due и свяжите с показателем или результатом.",
            related=tuple((at, name.capitalize()) for at, name in others),
        )


def _measured(program: Program) -> set[str]:
    """Tasks with a result that something measures, or that is there or is not."""
    return {
        task
        for result in (program.goals.results if program.goals else ())
        if result.measures or result.values or result.target or result.criteria or _is_visible(result.text)
        for task in result.tasks
    }


def _is_visible(text: str) -> bool:
    return bool(_FIGURE.search(text)) or not _full(text)


def _told(found: list[tuple[KeyPath, str, str]]) -> Iterator[Fault]:
    if not found:
        return
    (path, text, same), *others = found
    said = f"Результат «{_short(text)}» повторяет название мероприятия «{_short(same)}»"
    more = f" Так же – ещё в местах: {len(others)}." if others else ""
    yield Fault(
        path,
        said if same else f"Результат «{_short(text)}» называет работу, а не то, что она даст",
        f"Напишите, что изменится и насколько: сколько человек или школ, какая доля, какое качество.{more}",
        related=tuple((at, f"здесь – «{_short(one)}»") for at, one, _ in others[:_SHOWN]),
    )


class _Titles:
    """Titles of activities, to be found by the words of a result."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = tuple(dict.fromkeys(titles))

    @cached_property
    def _starting(self) -> Mapping[str, list[tuple[str, list[str]]]]:
        found: dict[str, list[tuple[str, list[str]]]] = {}
        for title in self._titles:
            stems = _stems(title)
            for start in {one[:_START] for one in stems}:
                found.setdefault(start, []).append((title, stems))
        return found

    def said_by(self, result: str) -> str:
        """The title that a result says once more, with no word and no figure of its own; empty if it says none."""
        if not result or _is_characterised(result) or not _full(result):
            return ""
        said = _stems(result)
        own = [one for one in said if not _is_done(one)]
        for title, known in self._starting.get(own[0][:_START], [])[:_TRIED] if own else ():
            within = all(any(same_stem(one, other) for other in known) for one in own)
            if within and (len(own) < len(said) or _is_within(known, said)):
                return title
        return ""


def _is_within(known: list[str], said: list[str]) -> bool:
    return all(any(same_stem(one, other) for other in said) for one in known if not _is_done(one))


def _is_work(text: str) -> bool:
    listed = passage((), text).words
    if not listed or len(listed) > _SHORT or listed[0] not in words("processes") or _is_characterised(text):
        return False
    return _full(text)


def _full(text: str) -> bool:
    """Whether nothing in it is a document or a body whose appearance is the result."""
    return not any(one in _things() for one in _stems(text))


def _is_characterised(text: str) -> bool:
    return bool(_FIGURE.search(text)) or any(one in words("bounds") for one in passage((), text).words)


def _stems(text: str) -> list[str]:
    return [stem(one) for one in passage((), text).words if len(one) > _EMPTY]


def _is_done(one: str) -> bool:
    return any(same_stem(one, other) for other in _stems_of("done"))


def _things() -> frozenset[str]:
    return _stems_of("things")


@cache
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(stem(one) for one in words(name))


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(".;,")
    return text if len(text) <= 80 else text[:80].rsplit(" ", 1)[0] + "…"


_MR = "МР-2023, §1.2"

RULES = (
    Rule("GOA020", "result-retells-activity", Severity.WARNING, result_retells, "R-RES-4", _MR, ("II.17", "II.32")),
    Rule(
        "GOA021",
        "unmeasurable",
        Severity.WARNING,
        unmeasurable,
        "R-GOA-2, R-TAS-2",
        _MR,
        ("II.15",),
        ("goals", "indicators"),
    ),
)
