"""Goal, tasks, expected results, the complex of activities."""

from __future__ import annotations

from munprog.documents.pieces import Pieces, listed
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.dates import format_date


def goals(view: View) -> Pieces:
    found = view.program.goals
    if found is None:
        return
    kind = forms_of(view.program.general.kind).genitive
    yield Paragraph(found.goal.text, lead=f"Цель {kind}:")
    yield Paragraph(f"{format_date(found.goal.due)}.", lead="Срок достижения цели:")
    if found.goal.explanation:
        yield Paragraph(found.goal.explanation)
    yield Paragraph("Достижение цели обеспечивается решением следующих задач:")
    for task in found.tasks:
        yield Paragraph(f"{view.number(task.path)}. {task.title.rstrip('.')}.", Style.LIST)
        if task.result:
            yield Paragraph(task.result, lead="Результат:")
        yield Paragraph(f"{format_date(task.due)}.", lead="Срок решения:")


def expected_results(view: View) -> Pieces:
    """Each result with the tasks it comes from and, where given, its values by year (R-RES-1)."""
    found = view.program.goals
    if found is None:
        return
    numbers = {task.id: view.number(task.path) for task in found.tasks}
    for at, result in enumerate(found.results, 1):
        yield Paragraph(f"{at}. {result.text}", Style.LIST)
        served = ", ".join(numbers.get(id, id) for id in result.tasks)
        task = f"– достигается решением {'задачи' if len(result.tasks) == 1 else 'задач'} {served}"
        values = "; ".join(f"{period} год – {value.text}" for period, value in result.values.items())
        yield Paragraph(f"{task}; по годам: {values}." if values else f"{task}.", Style.LIST_NESTED)


def complex_(view: View) -> Pieces:
    """Tasks or directions → groups → items (R-PLA-1, R-PLA-2)."""
    for one in view.program.plan.complex if view.program.plan else ():
        yield Paragraph(view.owner_title(one.task, one.direction), Style.HEADING_3)
        for at, group in enumerate(one.groups, 1):
            yield Paragraph(f"{at}. {group.title}{'' if group.title.endswith(':') else ':'}", Style.LIST)
            yield from listed(group.items, style=Style.LIST_NESTED)
