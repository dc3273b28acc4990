"""Figures and dates of texts against the tables that they are taken from (R-GOA-1, R-PAS-3, R-FIN-3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from munprog.diagnostics import KeyPath, Severity
from munprog.model.goals import ExpectedResult
from munprog.model.indicators import Measure
from munprog.model.meaning import meaning_of
from munprog.model.numbers import format_number, parse_number
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.indicators import IN_WORDS, is_beyond_whole, value_outside_term, values_of
from munprog.validation.rules.scale import out_of_scale
from munprog.validation.rules.targets import course, is_figure
from munprog.validation.words import of_period

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_CHANGE = re.compile(rf"\bс\s+(?P<a>{_NUMBER})\s*(?P<s>%)?\s*до\s+(?P<b>{_NUMBER})(?P<t>\s*(?:%|процент))?")
_BY_YEAR = re.compile(r"\b(?:к|до)\s+(?:концу\s+|\d{1,2}\s+[а-я]+\s+)?(20\d\d)\s*(?:год|г\.)", re.IGNORECASE)


def task_after_goal(case: Case) -> Iterator[Fault]:
    goals = case.program.goals
    aim = _within(case, goals.goal.due) if goals else None
    late = (
        [(task, due) for task in goals.tasks if aim and (due := _within(case, task.due)) and due > aim] if goals else []
    )
    if goals and aim and 1 < len(late) == len(goals.tasks):
        yield Fault(
            ("goals", "goal", "due"),
            f"Цель достигается {aim:%d.%m.%Y} – раньше, чем решается каждая из задач",
            "Цель достигается решением задач: поправьте её срок.",
            related=(((*late[0][0].path, "due"), "срок первой задачи"),),
        )
        return
    for task, due in late:
        if aim:
            yield Fault(
                (*task.path, "due"),
                f"Задача «{task.title}» решается {due:%d.%m.%Y} – позже, чем достигается цель ({aim:%d.%m.%Y})",
                "Цель достигается решением задач: поправьте одну из двух дат.",
                related=((("goals", "goal", "due"), "срок цели"),),
            )


def goal_date_differs(case: Case) -> Iterator[Fault]:
    goal = case.program.goals.goal if case.program.goals else None
    years = {int(year) for year in _BY_YEAR.findall(goal.text)} if goal else set()
    due = _within(case, goal.due) if goal else None
    if due and len(years) == 1 and due.year not in years and not _is_before_tasks(case, due):
        yield Fault(
            ("goals", "goal", "text"),
            f"По тексту цель достигается к {min(years)} году, а её срок (due) – {due:%d.%m.%Y}",
            "Поправьте год в тексте или due.",
            related=((("goals", "goal", "due"), "срок цели"),),
        )


def change_differs(case: Case) -> Iterator[Fault]:
    """«С 31,4 до 18,0 %» where one end is an indicator's and the other is not."""
    for path, text, measures in _told(case):
        for found in _CHANGE.finditer(text):
            a, b = parse_number(found["a"]), parse_number(found["b"])
            if a is None or b is None or not (found["s"] or found["t"] or "," in found["a"] + found["b"]):
                continue
            odd = _odd_end(measures, a, b)
            if odd:
                measure, spot, value, told = odd
                yield Fault(
                    path,
                    f"Текст говорит «{found[0].strip()}», а у индикатора «{measure.title}» вместо {told} стоит {value}",
                    "Поправьте текст или значение индикатора.",
                    related=((spot, "значение индикатора"),),
                )


def result_figure_differs(case: Case) -> Iterator[Fault]:
    """A result that repeats a measure year by year, but for one year."""
    measures = {one.id: one for one in case.program.measures if not _is_faulty(case, one)}
    for result in case.program.goals.results if case.program.goals else ():
        for column in _columns(result):
            linked = [measures[one] for one in result.measures if one in measures]
            same = {
                one.id: [y for y, n in column.items() if y in one.values and one.values[y].number == n]
                for one in linked
            }
            best = max(linked, key=lambda one: len(same[one.id]), default=None)
            if best is None or len(same[best.id]) < 2 or len(same[best.id]) != len(column) - 1:
                continue
            year = next(one for one in column if one not in same[best.id])
            if year in best.values:
                yield Fault(
                    (*result.path, "values", year),
                    f"Значение результата «{result.text}» за {of_period(year)} – {result.values[year].text}, "
                    f"а у индикатора «{best.title}» – {best.values[year].text}",
                    "В прочие годы значения совпадают: поправьте одно из двух.",
                    related=(((*best.path, "values", year), "значение индикатора"),),
                )


def result_target_differs(case: Case) -> Iterator[Fault]:
    """A final value of a result that one measure shows, in the same unit, against the last value of that measure."""
    measures = {one.id: one for one in case.program.measures if not _is_faulty(case, one)}
    for result in case.program.goals.results if case.program.goals else ():
        target, measure = result.target, measures.get(result.measures[0]) if len(result.measures) == 1 else None
        meaning = meaning_of(target.value) if target and target.value else None
        if target is None or target.value is None or measure is None or meaning is None or not measure.values:
            continue
        year = target.by if target.by in measure.values else max(measure.values)
        unit, last = meaning.unit or result.unit, measure.values[year]
        odd = last.number is not None and meaning.upper is None and meaning.number != last.number
        if odd and unit == measure.unit and not any(value_outside_term(case)):
            yield Fault(
                (*target.path, "value"),
                f"Итоговое значение результата «{result.text}» – {target.value.text}, "
                f"а у индикатора «{measure.title}» за {of_period(year)} – {last.text}",
                "Результат и его индикатор говорят об одном: поправьте одно из двух.",
                related=(((*measure.path, "values", year), "значение индикатора"),),
            )


def _told(case: Case) -> Iterator[tuple[KeyPath, str, list[Measure]]]:
    """Texts about what is measured: path, text, the measures it speaks of."""
    goals = case.program.goals
    if goals is None:
        return
    measures = {one.id: one for one in case.program.measures if not _is_faulty(case, one)}

    def known(ids: Iterable[str]) -> list[Measure]:
        return [measures[one] for one in ids if one in measures]

    yield ("goals", "goal", "text"), goals.goal.text, known(goals.goal.measures)
    for task in goals.tasks:
        own = known(
            one.id
            for indicator in case.program.all_indicators
            if indicator.task == task.id
            for one in indicator.measures
        )
        yield (*task.path, "title"), task.title, own
        yield (*task.path, "result"), task.result, own
    for result in goals.results:
        yield (*result.path, "text"), result.text, known(result.measures)


def _odd_end(measures: list[Measure], a: Decimal, b: Decimal) -> tuple[Measure, KeyPath, str, str] | None:
    """The one measure that begins or ends as told, and the place where it does not."""
    ends = [(one, *_ends(one)) for one in measures if one.values]
    if any(first == a and last == b for _, first, last in ends):
        return None
    begun = [one for one, first, _ in ends if first == a]
    ended = [one for one, _, last in ends if last == b]
    if len(begun) == 1 and not ended:
        year = max(begun[0].values)
        return begun[0], (*begun[0].path, "values", year), begun[0].values[year].text, format_number(b)
    if len(ended) == 1 and not begun and ended[0].base and ended[0].base.value:
        return ended[0], (*ended[0].base.path, "value"), ended[0].base.value.text, format_number(a)
    return None


def _ends(measure: Measure) -> tuple[Decimal | None, Decimal | None]:
    base = measure.base.value.number if measure.base and measure.base.value else None
    return base, measure.values[max(measure.values)].number


def _columns(result: ExpectedResult) -> Iterator[dict[str, Decimal]]:
    """Year → number, for each number that the values of a result hold in every year."""
    rows = {
        year: [parse_number(one) for one in re.findall(_NUMBER, value.text)] for year, value in result.values.items()
    }
    if len({len(numbers) for numbers in rows.values()}) == 1:
        for at in range(len(next(iter(rows.values())))):
            yield {year: number for year, numbers in rows.items() if (number := numbers[at]) is not None}


def _is_faulty(case: Case, measure: Measure) -> bool:
    """Whether the values of a measure have a finding of their own."""
    values = [value for _, value in values_of(measure)]
    numbers = [one.number for one in values if one.number is not None]
    if measure.kind not in IN_WORDS and any(one.number is None and not is_figure(measure, one) for one in values):
        return True
    if any(is_beyond_whole(measure, one) for one in numbers) or out_of_scale(measure):
        return True
    steps = [other.number - one.number for one, other in pairwise(course(case, measure))]
    return any(step < 0 if measure.direction == "рост" else step > 0 for step in steps)


def _is_before_tasks(case: Case, aim: date) -> bool:
    """Whether the goal is dated earlier than each of its tasks: that is told of the date already."""
    dues = [_within(case, task.due) for task in case.program.tasks]
    return len(dues) > 1 and all(due and due > aim for due in dues)


def _within(case: Case, due: date | None) -> date | None:
    """A date that lies in the term; one that does not has its finding."""
    return due if due and (case.days is None or case.days[0] <= due <= case.days[1]) else None


_MR = "МР-2023, §1.2"
_GOALS, _BOTH = ("goals",), ("goals", "indicators")

RULES = (
    Rule("GOA008", "task-after-goal", Severity.WARNING, task_after_goal, "R-TAS-1", _MR, ("II.16",), _GOALS),
    Rule("GOA009", "goal-date-differs", Severity.WARNING, goal_date_differs, "R-GOA-1", _MR, ("II.15",), _GOALS),
    Rule("GOA010", "change-differs", Severity.WARNING, change_differs, "R-GOA-2", _MR, ("II.17",), _BOTH),
    Rule("GOA015", "result-figure-differs", Severity.WARNING, result_figure_differs, "R-RES-2", _MR, ("II.17",), _BOTH),
    Rule("GOA016", "result-target-differs", Severity.WARNING, result_target_differs, "R-RES-2", _MR, ("II.17",), _BOTH),
)
