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
from munprog.documents.parts.general import abbreviations, finance, grounds, passport, term, terms
from munprog.documents.parts.goals import complex_, expected_results, goals
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
from munprog.documents.parts.shared import blocks
from munprog.documents.pieces import Piece, Pieces
from munprog.documents.tables import profile_table
from munprog.layout.view import View
from munprog.model.profile import Part

_WRITERS: Mapping[str, Callable[[View], Pieces]] = {
    "passport": passport,
    "grounds": grounds,
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
    "expected_results": expected_results,
    "complex": complex_,
    "mechanism": mechanism,
    "principles": texts("Программа строится на следующих принципах:", lambda found: found.principles),
    "management": management,
    "arrangements": arrangements,
    "strategy": texts("Общая стратегия программы:", lambda found: found.strategy),
    "key_points": texts("При реализации учитывается следующее:", lambda found: found.key_points, "1."),
    "staffing": staffing,
    "financing": texts("Финансирование программы строится следующим образом:", lambda found: found.financing),
    "development": development,
    "incentives": texts("Для поощрения участников программы применяются:", lambda found: found.incentives),
    "monitoring": monitoring,
    "evaluation": evaluation,
    "term": term,
    "finance": finance,
}
_OF_ITEMS: Mapping[str, Callable[[View, str], Pieces]] = {
    "table": profile_table,
    "section": lambda view, id: next((blocks(view, one.blocks) for one in view.program.sections if one.id == id), ()),
}
"""Contents that print one item, which the part names in `of`."""

CONTENTS = (*_WRITERS, *_OF_ITEMS)
"""What a part of a profile may name as its content."""


def write_part(view: View, part: Part) -> tuple[Piece, ...]:
    """The pieces of a part without its heading and without the parts it contains."""
    if part.content in _OF_ITEMS:
        return tuple(_OF_ITEMS[part.content](view, part.of))
    return tuple(_WRITERS[part.content](view)) if part.content else ()
