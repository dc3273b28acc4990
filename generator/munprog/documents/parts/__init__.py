"""What the parts of a programme's text are made of: a profile names them, each writer makes one.

A part that has nothing to say yields no pieces; its heading is then left out and takes no number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from munprog.documents.parts.analysis import (
    conditions,
    contingent,
    curricula,
    introduction,
    prospects,
    results,
    staff,
)
from munprog.documents.parts.finance import finance
from munprog.documents.parts.general import abbreviations, grounds, passport, subprogram_passports, term, terms
from munprog.documents.parts.goals import complex_, expected_results, goal, goals, indicators, result_clauses, tasks
from munprog.documents.parts.mechanisms import (
    arrangements,
    development,
    evaluation,
    management,
    mechanism,
    monitoring,
    staffing,
    texts,
)
from munprog.documents.parts.report import conclusions, report_text
from munprog.documents.parts.shared import blocks
from munprog.documents.pieces import Piece, Pieces
from munprog.documents.tables import profile_table
from munprog.layout.flow import Paragraph
from munprog.layout.view import View
from munprog.model.profile import Part

_WRITERS: Mapping[str, Callable[[View], Pieces]] = {
    "passport": passport,
    "subprogram_passports": subprogram_passports,
    "terms": terms,
    "abbreviations": abbreviations,
    "introduction": introduction,
    "staff": staff,
    "conditions": conditions,
    "results": results,
    "curricula": curricula,
    "contingent": contingent,
    "prospects": prospects,
    "goals": goals,
    "goal": goal,
    "expected_results": expected_results,
    "result_clauses": result_clauses,
    "mechanism": mechanism,
    "management": management,
    "arrangements": arrangements,
    "staffing": staffing,
    "development": development,
    "monitoring": monitoring,
    "evaluation": evaluation,
    "term": term,
    "finance": finance,
    "report_text": report_text,
    "conclusions": conclusions,
}
_LISTS: Mapping[str, Callable[[View, Part], Pieces]] = {
    "grounds": grounds,
    "tasks": tasks,
    "principles": texts("Программа строится на следующих принципах:", lambda found: found.principles),
    "strategy": texts("Общая стратегия программы:", lambda found: found.strategy),
    "key_points": texts("При реализации учитывается следующее:", lambda found: found.key_points, "1."),
    "financing": texts("Финансирование программы строится следующим образом:", lambda found: found.financing),
    "incentives": texts("Для поощрения участников программы применяются:", lambda found: found.incentives),
}
"""Contents that are a list, whose marks and line before it the part may choose."""
_OF_ITEMS: Mapping[str, Callable[[View, str], Pieces]] = {
    "table": profile_table,
    "section": lambda view, id: next((blocks(view, one.blocks) for one in view.program.sections if one.id == id), ()),
}
"""Contents that print one item, which the part names in `of`."""

_SHAPED: Mapping[str, Callable[[View, Part, str], Pieces]] = {
    "complex": lambda view, part, _: complex_(view, part),
    "indicators": indicators,
}
"""Contents that the part and its number shape."""

CONTENTS = (*_WRITERS, *_LISTS, *_SHAPED, *_OF_ITEMS)
"""What a part of a profile may name as its content."""
LISTS = tuple(_LISTS)
"""Those that a part may give a `style`."""


def write_part(view: View, part: Part, chain: str) -> tuple[Piece, ...]:
    """The pieces of a part without its heading and without the parts it contains.

    `chain` is the part's number in Arabic figures, which numbered clauses inside it go on with.
    """
    pieces = tuple(_content(view, part, chain))
    return (Paragraph(part.lead), *pieces) if part.lead and pieces else pieces


def _content(view: View, part: Part, chain: str) -> Pieces:
    if part.content in _OF_ITEMS:
        return _OF_ITEMS[part.content](view, part.of)
    if part.content in _LISTS:
        return _LISTS[part.content](view, part)
    if part.content in _SHAPED:
        return _SHAPED[part.content](view, part, chain)
    return _WRITERS[part.content](view) if part.content else ()
