"""Goal, tasks, expected results, the complex of activities."""

from __future__ import annotations

from munprog.documents.parts.shared import blocks
from munprog.documents.pieces import Pieces, listed
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.dates import format_date
from munprog.model.goals import ExpectedResult, Task
from munprog.model.listing import punctuated
from munprog.model.numbers import NBSP
from munprog.model.numerals import mark
from munprog.model.periods import period_short
from munprog.model.plan import ActionGroup
from munprog.model.profile import Part


def goals(view: View) -> Pieces:
    """The goal with its date, then the tasks with theirs."""
    found = view.program.goals
    if found is None:
        return
    kind = forms_of(view.program.general.kind).genitive
    yield Paragraph(found.goal.text, lead=f"Цель {kind}:")
    if found.goal.due:
        yield Paragraph(f"{format_date(found.goal.due)}.", lead="Срок достижения цели:")
    yield from blocks(view, found.goal.explanation)
    yield Paragraph("Достижение цели обеспечивается решением следующих задач:")
    for task in found.tasks:
        yield from _task(view, task)


def _task(view: View, task: Task) -> Pieces:
    yield Paragraph(f"{view.number(task.path)}. {task.title.rstrip('.')}.", Style.LIST)
    if task.result:
        yield Paragraph(task.result, lead="Результат:")
    if task.due:
        yield Paragraph(f"{format_date(task.due)}.", lead="Срок решения:")


def goal(view: View) -> Pieces:
    """The goal alone, under a heading that says what it is."""
    if view.program.goals:
        yield Paragraph(view.program.goals.goal.text)
        yield from blocks(view, view.program.goals.goal.explanation)


def tasks(view: View, part: Part) -> Pieces:
    """The tasks as a list; numbers are those that references print."""
    for at, task in enumerate(view.program.tasks, 1):
        sign = f"{view.number(task.path)}." if part.style in ("", "1.") else mark(part.style, at)
        yield Paragraph(f"{sign} {task.title}", Style.LIST)


def expected_results(view: View) -> Pieces:
    """Each result with the tasks it comes from and, where given, its values by year (R-RES-1)."""
    found = view.program.goals
    if found is None:
        return
    numbers = {task.id: view.number(task.path) for task in found.tasks}
    for result in found.results:
        yield Paragraph(_title(view, result), Style.LIST)
        served = ", ".join(numbers.get(id, id) for id in result.tasks)
        task = f"достигается решением {'задачи' if len(result.tasks) == 1 else 'задач'} {served}" if served else ""
        values = "; ".join(f"{period} год – {_with_unit(one.text, result)}" for period, one in result.values.items())
        told = "; ".join(part for part in (task, f"по годам: {values}" if values else "") if part)
        if told:
            yield Paragraph(f"– {told}.", Style.LIST_NESTED)
        yield from listed((one.printed for one in result.criteria), style=Style.LIST_NESTED)


def result_clauses(view: View) -> Pieces:
    """Each result as a clause: its values by year and its criteria are lists under it (Приказ-2020, section IV)."""
    for result in view.program.goals.results if view.program.goals else ():
        values = (f"{period_short(period)} – {_with_unit(one.text, result)}" for period, one in result.values.items())
        inner = (*values, *(one.printed for one in result.criteria))
        yield Paragraph(_title(view, result), Style.LIST)
        yield from listed(inner, style=Style.LIST_NESTED)


def _title(view: View, result: ExpectedResult) -> str:
    return f"{view.number(result.path)}. {result.sentence}"


def _with_unit(text: str, result: ExpectedResult) -> str:
    """A dash and what bears its unit already take none."""
    plain = result.unit and text != "–" and not text.endswith(result.unit)
    return f"{text}{NBSP}{result.unit}" if plain else text


def complex_(view: View, part: Part) -> Pieces:
    """Tasks, directions or titles of their own → groups → items (R-PLA-1, R-PLA-2)."""
    for at, one in enumerate(view.program.plan.complex if view.program.plan else (), 1):
        title = f"{part.numbering.mark(at)} {one.title}".lstrip() if one.title else ""
        yield Paragraph(title or view.owner_title(one.task, one.direction), Style.HEADING_3)
        if one.lead:
            yield Paragraph(one.lead)
        titled = [group for group in one.groups if group.title]
        for group in one.groups:
            yield from _group(group, titled.index(group) + 1 if group.title else 0)


def _group(group: ActionGroup, at: int) -> Pieces:
    if not group.title:
        return listed(group.items, group.style)
    head = Paragraph(f"{at}. {group.title}{'' if group.title.endswith(':') else ':'}", Style.LIST)
    return (head, *listed(group.items, group.style, Style.LIST_NESTED))


def indicators(view: View, part: Part, chain: str) -> Pieces:
    """Measures as clauses; `of` of the part groups them under heads: by level, criterion, task or direction.

    `chain` is the number of the part: the heads are 3.1, 3.2, the measures under them 3.1.1, 3.1.2.
    """
    heads: dict[str, list[str]] = {}
    for indicator in view.program.all_indicators:
        groups = {
            "level": tuple(f"На {_LEVELS.get(one, one)} уровне:" for one in indicator.level),
            "criterion": (indicator.criterion,),
            "owner": (view.owner_title(indicator.task, indicator.direction),),
        }.get(part.of, ("",))
        for head in groups:
            heads.setdefault(head, []).extend(one.sentence for one in indicator.measures)
    above = f"{chain}." if chain else ""
    for at, (head, clauses) in enumerate(heads.items(), 1):
        if head:
            yield Paragraph(f"{above}{at}. {head}", Style.LIST)
        prefix = f"{above}{at}." if head else above
        ends = punctuated(clauses)
        yield from (Paragraph(f"{prefix}{place}. {text}", Style.LIST) for place, text in enumerate(ends, 1))


_LEVELS = {"региональный": "региональном", "муниципальный": "муниципальном", "школьный": "школьном"}
