"""Mechanisms, management, development, monitoring and evaluation (МР-2023 §§1.2–1.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from munprog.documents.parts.shared import blocks, named, sentence
from munprog.documents.pieces import Pieces, listed
from munprog.documents.tables import tables_of
from munprog.layout.flow import Paragraph
from munprog.layout.view import View
from munprog.model.casing import capital
from munprog.model.evaluation import Formula
from munprog.model.mechanisms import Mechanisms, WorkingGroup
from munprog.model.profile import Part

_APPROACHES = {
    "по результатам": "Управление по результатам",
    "целевой": "Целевой подход",
    "комплексный": "Комплексный подход",
}


def mechanism(view: View) -> Pieces:
    found = view.program.mechanisms
    if found:
        yield from blocks(view, found.text)
        yield from listed(found.mechanism)
        if found.approaches:
            yield Paragraph("При реализации применяются следующие подходы:")
        for one in found.approaches:
            yield sentence(_APPROACHES.get(one.kind, capital(one.kind)), capital(one.text))


def management(view: View) -> Pieces:
    found = view.program.mechanisms
    if found is None:
        return
    if found.management:
        yield from blocks(view, found.management.text)
        yield _body(view, "Текущее управление", found.management.steering)
        yield _body(view, "Контроль за ходом реализации", found.management.control)
        yield _body(view, "Ежегодный анализ и предложения по корректировке", found.management.analysis)
    if found.working_group:
        yield from _working_group(view, found.working_group)


def _working_group(view: View, group: WorkingGroup) -> Pieces:
    body = view.program.bodies.get(group.body)
    if body and body.members:
        members = "; ".join(view.program.names_of_bodies(body.members))
        yield Paragraph(f"{members}.", lead="В состав рабочей группы входят:")
    yield sentence("Координатор", group.coordinator)
    if group.tutors:
        yield sentence("Тьюторы", group.tutors)
    (name,) = view.program.names_of_bodies((group.body,))
    yield Paragraph(f"{name}:")
    yield from listed(group.functions)


def texts(lead: str, of: Callable[[Mechanisms], tuple[str, ...]], mark: str = "–") -> Callable[[View, Part], Pieces]:
    """The writer of a part that is a list of the section after a line that leads to it, or after the profile's own."""

    def write(view: View, part: Part) -> Pieces:
        items = of(view.program.mechanisms) if view.program.mechanisms else ()
        if items:
            if not part.lead:
                yield Paragraph(lead)
            yield from listed(items, part.style or mark)

    return write


def arrangements(view: View) -> Pieces:
    return named(view.program.mechanisms.arrangements) if view.program.mechanisms else ()


def staffing(view: View) -> Pieces:
    return map(Paragraph, view.program.mechanisms.staffing) if view.program.mechanisms else ()


def development(view: View) -> Pieces:
    """The stages of making the programme (R-DEV-1)."""
    for stage in view.program.mechanisms.development if view.program.mechanisms else ():
        when = ", ".join(moment.printed for moment in stage.when)
        yield Paragraph(f"({when}):" if when else ":", lead=stage.title)
        yield from listed(stage.content)


def monitoring(view: View) -> Pieces:
    found = view.program.mechanisms.monitoring if view.program.mechanisms else None
    if found is None:
        return
    yield from blocks(view, found.text)
    yield from tables_of(view, "monitoring")
    if found.subjects:
        yield Paragraph("В ходе мониторинга оцениваются:")
        yield from named(found.subjects)
    yield Paragraph("Порядок мониторинга:")
    yield from listed(found.order, "1.")


def evaluation(view: View) -> Pieces:
    found = view.program.mechanisms.evaluation if view.program.mechanisms else None
    if found:
        yield from blocks(view, found.text)
        if found.collective:
            yield sentence("Коллективная оценка", found.collective)
        if found.self:
            yield sentence("Самооценка", found.self)
        yield from tables_of(view, "criteria")
        for formula in found.formulas:
            yield from _formula(formula)
        yield from tables_of(view, "grades")


def _formula(formula: Formula) -> Iterator[Paragraph]:
    """What is counted, the formula on a line of its own, the meaning of its letters."""
    if formula.title:
        yield Paragraph(f"{formula.title.rstrip(':.')}:")
    yield Paragraph(f"{formula.formula.rstrip(',.')}, где:" if formula.where else formula.formula)
    yield from listed(formula.where)


def _body(view: View, lead: str, id: str) -> Paragraph:
    (name,) = view.program.names_of_bodies((id,))
    return Paragraph(f"– {name}.", lead=lead)
