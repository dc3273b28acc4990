"""Documents: one module for each kind, from the typed programme to the context of its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from munprog.documents.approval_sheet import approval_sheet_context
from munprog.documents.order import order_context
from munprog.documents.program import program_context
from munprog.documents.roadmap import roadmap_context
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout
from munprog.model.program import Program

Context = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: how its context is made, and whether a programme has what it is made of."""

    context: Callable[[View, DocumentLayout], Context]
    applies: Callable[[Program], bool]


KINDS: Mapping[str, Kind] = {
    "order": Kind(order_context, lambda program: program.order is not None),
    "program": Kind(program_context, lambda _: True),
    "roadmap": Kind(roadmap_context, lambda program: bool(program.schedules)),
    "approval_sheet": Kind(approval_sheet_context, lambda program: bool(program.order and program.order.approvals)),
}
"""What a document of a profile may name as its kind."""


def documents_of(view: View) -> tuple[DocumentLayout, ...]:
    """The documents of the profile that this programme has the sections for, in the profile's order."""
    return tuple(one for one in view.profile.documents if KINDS[one.kind].applies(view.program))


def context_of(view: View, document: DocumentLayout, *, draft: bool) -> Context:
    """The plain data, running text and grids that the document's template is rendered with.

    `draft` is true until the content is signed off: the template prints «ПРОЕКТ» then.
    """
    return {"draft": draft, **KINDS[document.kind].context(view, document)}
