"""Parts of the analysis (МР-2023 §1.2). A part that the programme does not have says nothing."""

from __future__ import annotations

from munprog.documents.parts.shared import blocks, sentence
from munprog.documents.pieces import Pieces, data_table, listed, paragraphs
from munprog.documents.tables import result_table, tables_of
from munprog.layout.flow import Paragraph
from munprog.layout.view import View

_CONDITIONS = ("components", "used_resources", "resources_to_develop", "missing_resources")
"""Row sources of the tables of conditions, in the order of printing."""


def introduction(view: View) -> Pieces:
    return blocks(view, view.program.analysis.introduction) if view.program.analysis else ()


def staff(view: View) -> Pieces:
    found = view.program.analysis.staff if view.program.analysis else None
    if found:
        yield from blocks(view, found.text)
        yield from map(data_table, found.tables)
        yield from paragraphs(found.conclusions)


def conditions(view: View) -> Pieces:
    found = view.program.analysis.conditions if view.program.analysis else None
    if found:
        yield from blocks(view, found.text)
        for rows in _CONDITIONS:
            yield from tables_of(view, rows)


def results(view: View) -> Pieces:
    found = view.program.analysis.results if view.program.analysis else None
    if found:
        yield from blocks(view, found.text)
        for table in found.tables:
            yield from result_table(view, table)
        yield from paragraphs(found.conclusions)


def curricula(view: View) -> Pieces:
    found = view.program.analysis.curricula if view.program.analysis else None
    if found:
        yield from blocks(view, found.text)
        yield sentence("Учебные планы", found.curricula)
        yield sentence("Рабочие программы", found.work_programs)
        yield sentence("Учебное оборудование", found.equipment)


def contingent(view: View) -> Pieces:
    found = view.program.analysis.contingent if view.program.analysis else None
    if found:
        yield from blocks(view, found.text)
        if found.table:
            yield data_table(found.table)


def prospects(view: View) -> Pieces:
    """Social order, trends and innovation potential, each with its forecast (R-ANA-11)."""
    found = view.program.analysis
    if found is None:
        return
    if found.social_order:
        yield sentence("Социальный заказ", found.social_order.state)
        yield sentence("Прогноз социального заказа", found.social_order.forecast)
    for trend in found.trends:
        yield sentence(trend.title, trend.state)
        yield sentence("Прогноз", trend.forecast)
    if found.innovation:
        yield Paragraph("Точки роста:", lead="Инновационный потенциал.")
        yield from listed(found.innovation.growth_points)
        yield Paragraph("Точки сопротивления изменениям:")
        yield from listed(found.innovation.resistance_points)
        yield sentence("Прогноз инновационного потенциала", found.innovation.forecast)
