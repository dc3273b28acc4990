"""What the parts of a programme's text are made of: a profile names them, each function here writes one.

A part that has nothing to say yields no pieces; its heading is then left out and takes no number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from munprog.documents.pieces import Piece, Pieces, TablePiece, data_table, listed, of_blocks, paragraphs
from munprog.documents.tables import passport_table, profile_table, result_table
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model import blocks
from munprog.model.agreement import forms_of
from munprog.model.analysis import Analysis
from munprog.model.dates import format_date
from munprog.model.mechanisms import Mechanisms, Named
from munprog.model.profile import Part

Writer = Callable[[View, Part], Pieces]


def write_part(view: View, part: Part) -> tuple[Piece, ...]:
    """The pieces of a part without its heading and without the parts it contains."""
    return tuple(_WRITERS[part.content](view, part)) if part.content else ()


def _blocks(view: View, content: blocks.Blocks) -> Iterator[Piece]:
    for block in content:
        if isinstance(block, blocks.TableReference):
            yield from profile_table(view, block.table)
        else:
            yield from of_blocks((block,))


def _sentence(lead: str, text: str) -> Paragraph:
    return Paragraph(f" {text}", lead=f"{lead}.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _passport(view: View, part: Part) -> Pieces:
    yield passport_table(view)


def _grounds(view: View, part: Part) -> Pieces:
    return listed((ground.printed for ground in view.program.general.grounds), "1.")


def _terms(view: View, part: Part) -> Pieces:
    for term in view.program.general.terms:
        source = f" ({term.source})" if term.source else ""
        yield Paragraph(f" – {term.definition}{source}", lead=term.term)


def _abbreviations(view: View, part: Part) -> Pieces:
    """Abbreviations, and the bodies that tables call by their short names."""
    general = view.program.general
    given = {one.short: one.full for one in general.abbreviations}
    short = {one.short_name: one.name for one in general.bodies if one.short_name and one.short_name != one.name}
    return (Paragraph(f" – {full}", lead=name) for name, full in (given | short).items())


def _table(view: View, part: Part) -> Pieces:
    return profile_table(view, part.of)


def _section(view: View, part: Part) -> Pieces:
    found = next((one for one in view.program.sections if one.id == part.of), None)
    return _blocks(view, found.blocks) if found else ()


def _analysis(write: Callable[[View, Analysis], Pieces]) -> Writer:
    def writer(view: View, part: Part) -> Pieces:
        return write(view, view.program.analysis) if view.program.analysis else ()

    return writer


def _staff(view: View, analysis: Analysis) -> Pieces:
    if analysis.staff:
        yield from _blocks(view, analysis.staff.text)
        yield from map(data_table, analysis.staff.tables)
        yield from paragraphs(analysis.staff.conclusions)


def _conditions(view: View, analysis: Analysis) -> Pieces:
    if analysis.conditions:
        yield from _blocks(view, analysis.conditions.text)
        for id in ("компоненты", "ресурсы-используемые", "ресурсы-развитие", "ресурсы-недостающие"):
            yield from profile_table(view, id)


def _results(view: View, analysis: Analysis) -> Pieces:
    if analysis.results:
        yield from _blocks(view, analysis.results.text)
        for table in analysis.results.tables:
            yield from result_table(view, table)
        yield from paragraphs(analysis.results.conclusions)


def _curricula(view: View, analysis: Analysis) -> Pieces:
    if analysis.curricula:
        yield from _blocks(view, analysis.curricula.text)
        yield _sentence("Учебные планы", analysis.curricula.curricula)
        yield _sentence("Рабочие программы", analysis.curricula.work_programs)
        yield _sentence("Учебное оборудование", analysis.curricula.equipment)


def _contingent(view: View, analysis: Analysis) -> Pieces:
    if analysis.contingent:
        yield from _blocks(view, analysis.contingent.text)
        if analysis.contingent.table:
            yield data_table(analysis.contingent.table)


def _prospects(view: View, analysis: Analysis) -> Pieces:
    """Social order, trends and innovation potential, each with its forecast (R-ANA-11)."""
    if analysis.social_order:
        yield _sentence("Социальный заказ", analysis.social_order.state)
        yield _sentence("Прогноз социального заказа", analysis.social_order.forecast)
    for trend in analysis.trends:
        yield Paragraph(f" {trend.state}", lead=f"{trend.title}.")
        yield _sentence("Прогноз", trend.forecast)
    if analysis.innovation:
        yield Paragraph("Точки роста:")
        yield from listed(analysis.innovation.growth_points)
        yield Paragraph("Точки сопротивления изменениям:")
        yield from listed(analysis.innovation.resistance_points)
        yield _sentence("Прогноз инновационного потенциала", analysis.innovation.forecast)


def _goals(view: View, part: Part) -> Pieces:
    goals = view.program.goals
    if goals is None:
        return
    yield Paragraph(f" {goals.goal.text}", lead=f"Цель {_genitive(view)}:")
    yield Paragraph(f" {format_date(goals.goal.due)}.", lead="Срок достижения цели:")
    if goals.goal.explanation:
        yield Paragraph(goals.goal.explanation)
    yield Paragraph("Достижение цели обеспечивается решением следующих задач:")
    for task in goals.tasks:
        yield Paragraph(f"{view.number(task.path)}. {task.title}", Style.LIST)
        if task.result:
            yield Paragraph(f" {task.result}", lead="Результат:")
        yield Paragraph(f" {format_date(task.due)}.", lead="Срок решения:")


def _results_expected(view: View, part: Part) -> Pieces:
    goals = view.program.goals
    if goals is None:
        return
    numbers = {task.id: view.number(task.path) for task in goals.tasks}
    for at, result in enumerate(goals.results, 1):
        yield Paragraph(f"{at}. {result.text}", Style.LIST)
        served = ", ".join(numbers.get(id, id) for id in result.tasks)
        task = f"– {'задача' if len(result.tasks) == 1 else 'задачи'} {served}"
        values = "; ".join(f"{period} год – {value.text}" for period, value in result.values.items())
        yield Paragraph(f"{task}; по годам: {values}." if values else f"{task}.", Style.LIST_NESTED)


def _complex(view: View, part: Part) -> Pieces:
    """Tasks or directions → groups → items (R-PLA-1, R-PLA-2)."""
    for one in view.program.plan.complex if view.program.plan else ():
        yield Paragraph(view.owner_title(one.task, one.direction), Style.HEADING_3)
        for at, group in enumerate(one.groups, 1):
            yield Paragraph(f"{at}. {group.title}{'' if group.title.endswith(':') else ':'}", Style.LIST)
            yield from listed(group.items, style=Style.LIST_NESTED)


def _mechanisms(write: Callable[[View, Mechanisms], Pieces]) -> Writer:
    def writer(view: View, part: Part) -> Pieces:
        return write(view, view.program.mechanisms) if view.program.mechanisms else ()

    return writer


def _mechanism(view: View, found: Mechanisms) -> Pieces:
    yield from _blocks(view, found.text)
    yield from listed(found.mechanism)
    yield Paragraph("При реализации применяются следующие подходы:")
    yield from _named(found.approaches)


def _management(view: View, found: Mechanisms) -> Pieces:
    management, group = found.management, found.working_group
    yield from _blocks(view, management.text)
    yield _sentence("Текущее управление", _body(view, management.steering))
    yield _sentence("Контроль за ходом реализации", _body(view, management.control))
    yield _sentence("Ежегодный анализ и предложения по корректировке", _body(view, management.analysis))
    if group:
        members = view.program.bodies[group.body].members if group.body in view.program.bodies else ()
        yield _sentence("Рабочая группа", _body(view, group.body))
        if members:
            yield _sentence("В состав группы входят", f"{'; '.join(_name(view, one) for one in members)}.")
        yield _sentence("Координатор", group.coordinator)
        if group.tutors:
            yield _sentence("Тьюторы", group.tutors)
        yield Paragraph("Рабочая группа:")
        yield from listed(group.functions)


def _development(view: View, found: Mechanisms) -> Pieces:
    for stage in found.development:
        when = ", ".join(moment.printed for moment in stage.when)
        yield Paragraph(f" ({when}):" if when else ":", lead=stage.title)
        yield from listed(stage.content)


def _monitoring(view: View, found: Mechanisms) -> Pieces:
    yield from _blocks(view, found.monitoring.text)
    yield from profile_table(view, "мониторинг")
    if found.monitoring.subjects:
        yield Paragraph("В ходе мониторинга оцениваются:")
        yield from _named(found.monitoring.subjects)
    yield Paragraph("Порядок мониторинга:")
    yield from listed(found.monitoring.order, "1.")


def _evaluation(view: View, found: Mechanisms) -> Pieces:
    if found.evaluation:
        yield from _blocks(view, found.evaluation.text)
        yield _sentence("Коллективная оценка", found.evaluation.collective)
        yield _sentence("Самооценка", found.evaluation.self)


def _named(items: tuple[Named, ...]) -> Iterator[Paragraph]:
    return (Paragraph(f" – {one.text}", lead=_capital(one.kind)) for one in items)


def _body(view: View, id: str) -> str:
    return f"{_name(view, id)}."


def _name(view: View, id: str) -> str:
    return view.program.bodies[id].name if id in view.program.bodies else id


def _term(view: View, part: Part) -> Pieces:
    term = view.program.general.term
    yield Paragraph(f" {term.printed}.", lead="Срок реализации:")
    if term.justification:
        yield Paragraph(term.justification)
    yield from profile_table(view, "этапы")


def _finance(view: View, part: Part) -> Pieces:
    if view.program.finance:
        yield from _blocks(view, view.program.finance.text)
        yield from profile_table(view, "финансы")
        yield from profile_table(view, "смета")


def _genitive(view: View) -> str:
    return _capital(forms_of(view.program.general.kind).genitive)


_WRITERS: Mapping[str, Writer] = {
    "passport": _passport,
    "grounds": _grounds,
    "terms": _terms,
    "abbreviations": _abbreviations,
    "table": _table,
    "section": _section,
    "introduction": _analysis(lambda view, analysis: _blocks(view, analysis.introduction)),
    "staff": _analysis(_staff),
    "conditions": _analysis(_conditions),
    "results": _analysis(_results),
    "curricula": _analysis(_curricula),
    "contingent": _analysis(_contingent),
    "prospects": _analysis(_prospects),
    "goals": _goals,
    "expected_results": _results_expected,
    "complex": _complex,
    "mechanism": _mechanisms(_mechanism),
    "principles": _mechanisms(lambda view, found: listed(found.principles)),
    "management": _mechanisms(_management),
    "arrangements": _mechanisms(lambda view, found: _named(found.arrangements)),
    "strategy": _mechanisms(lambda view, found: listed(found.strategy)),
    "key_points": _mechanisms(lambda view, found: listed(found.key_points, "1.")),
    "staffing": _mechanisms(lambda view, found: paragraphs(found.staffing)),
    "financing": _mechanisms(lambda view, found: listed(found.financing)),
    "development": _mechanisms(_development),
    "incentives": _mechanisms(lambda view, found: listed(found.incentives)),
    "monitoring": _mechanisms(_monitoring),
    "evaluation": _mechanisms(_evaluation),
    "term": _term,
    "finance": _finance,
}
CONTENTS = tuple(_WRITERS)
"""What a part of a profile may name as its content."""
