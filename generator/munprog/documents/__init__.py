"""Documents: one module for each kind, from the typed programme to the context of its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from munprog.documents.act import appendix_numbers
from munprog.documents.appendix import appendices, appendix_context, regulation_context
from munprog.documents.approval_sheet import approval_sheet_context
from munprog.documents.details import with_details
from munprog.documents.minutes import all_minutes, minutes_context
from munprog.documents.opinion import Examined, opinion_context
from munprog.documents.order import order_context
from munprog.documents.pieces import RunningText, assemble
from munprog.documents.program import program_context
from munprog.documents.references import DanglingReferences, References, dangling_in, item_numbers
from munprog.documents.report import all_reports, report_context
from munprog.documents.roadmap import roadmap_context, roadmaps
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout, Profile
from munprog.model.program import Program

__all__ = ["KINDS", "Context", "DanglingReferences", "Document", "Examined", "documents_of", "opinion", "prepare"]

Context = dict[str, object]


def _itself(_: View, layout: DocumentLayout) -> tuple[DocumentLayout, ...]:
    return (layout,)


def _of_parts(_: View, layout: DocumentLayout) -> tuple[DocumentLayout, ...]:
    """A programme of which the profile prints no part is no document."""
    return (layout,) if layout.parts else ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: how its context is made, and whether a programme has what it is made of.

    `documents` are those that one of the profile stands for: one for each of the minutes, none of absent sections.
    `signed` tells whether sign-offs cover it, `of_signoffs` that it is made wherever there are some.
    """

    context: Callable[[View, DocumentLayout], Context]
    applies: Callable[[Program], bool]
    documents: Callable[[View, DocumentLayout], tuple[DocumentLayout, ...]] = _itself
    signed: bool = True
    of_signoffs: bool = False


KINDS: Mapping[str, Kind] = {
    "order": Kind(order_context, lambda program: program.order is not None),
    "program": Kind(program_context, lambda _: True, _of_parts),
    "roadmap": Kind(roadmap_context, lambda program: bool(program.schedules), roadmaps),
    "regulation": Kind(regulation_context, lambda program: bool(program.sections), appendices),
    "appendix": Kind(appendix_context, lambda _: True, appendices),
    "minutes": Kind(minutes_context, lambda program: bool(program.minutes), all_minutes),
    "report": Kind(report_context, lambda program: bool(program.monitoring), all_reports, signed=False),
    "approval_sheet": Kind(
        approval_sheet_context, lambda program: bool(program.order and program.order.approvals), of_signoffs=True
    ),
}
"""What a document of a profile may name as its kind."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of one programme: what its kind makes of it, and the references of all documents to finish it with."""

    layout: DocumentLayout
    name: str
    offered: Context
    references: References

    @property
    def is_signed(self) -> bool:
        """Whether sign-offs of the content cover it: a report on a year is made of what came later."""
        return KINDS[self.layout.kind].signed

    @property
    def title(self) -> str:
        """What the properties of the file call it."""
        return self.references.text(self.name)

    def context(self, *, draft: bool) -> Context:
        """The plain data, running text and grids that the document's template is rendered with.

        `draft` is true until the content is signed off: the template prints «ПРОЕКТ» then. Raises
        `DanglingReferences` where a reference would be printed as it is written.
        """
        context = {"draft": draft} | {key: _finished(value, self.references) for key, value in self.offered.items()}
        left = dangling_in([self.title, context])
        if left:
            raise DanglingReferences(left)
        return context


def documents_of(view: View) -> tuple[DocumentLayout, ...]:
    """The documents of the profile that this programme has the sections for, in the profile's order."""
    return tuple(
        document
        for one in view.profile.documents
        if KINDS[one.kind].applies(view.program) or (view.agreed and KINDS[one.kind].of_signoffs)
        for document in KINDS[one.kind].documents(view, one)
    )


def prepare(view: View) -> tuple[Document, ...]:
    """The documents of a programme. They are made together, since the texts of one refer to what stands in another."""
    offered = [(one, with_details(view, one, KINDS[one.kind].context(view, one))) for one in documents_of(view)]
    inside = [
        body.contents
        for _, context in sorted(offered, key=lambda one: one[0].kind != "program")
        for body in context.values()
        if isinstance(body, RunningText)
    ]
    references = References.of(item_numbers(view), appendix_numbers(view), *inside)
    title = view.program.general.title
    return tuple(Document(layout, f"{layout.title}: {title}", context, references) for layout, context in offered)


def opinion(of: Examined, profile: Profile | None) -> Context:
    """The expert opinion. It is written of faulty programmes too: a reference that leads nowhere stays as written."""
    documents = prepare(View.of(of.program, profile)) if profile else ()
    references = documents[0].references if documents else References({})
    return {key: _finished(value, references) for key, value in opinion_context(of).items()}


def _finished(value: object, references: References) -> object:
    if isinstance(value, str):
        return references.text(value)
    if isinstance(value, RunningText):
        return assemble(value, references)
    if isinstance(value, list):
        return [_finished(one, references) for one in value]
    if isinstance(value, dict):
        return {key: _finished(one, references) for key, one in value.items()}
    return value
