"""Appendices made of parts: a положение, a network platform, participants' algorithms (R-DOC-4, R-PAR-1, R-NET-1)."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.documents.act import appendix_label, attachment_of
from munprog.documents.parts import write_part
from munprog.documents.pieces import RunningText
from munprog.documents.program import body_of
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout, Part


def appendix_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """label: [str]; heading, title: str; body: RunningText. The title is that of the attachment, else its section's."""
    return {
        "label": appendix_label(view, document.id),
        "heading": document.heading,
        "title": under_heading(document.heading, _title(view, document)),
        "body": _body(view, document),
    }


def regulation_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """The same with the kind of document on a line of its own: «ПОЛОЖЕНИЕ», then «о краевом проекте»."""
    attachment = attachment_of(view, document.id)
    heading = document.heading or (attachment.kind if attachment else document.title).upper()
    title = under_heading(heading, _title(view, document))
    return appendix_context(view, document) | {"heading": heading, "title": title}


def under_heading(heading: str, title: str) -> str:
    """The title without the words that the line above it says already."""
    return title[len(heading) :].lstrip() if title.lower().startswith(heading.lower()) else title


def appendices(view: View, document: DocumentLayout) -> tuple[DocumentLayout, ...]:
    """The document, where the programme has one of the sections that it is made of, or it needs none."""
    wanted = set(_sections(document.parts))
    if wanted and not wanted & {one.id for one in view.program.sections}:
        return ()
    return (document,)


def _body(view: View, document: DocumentLayout) -> RunningText:
    """A single part without a title of its own stands under that of the document alone."""
    if len(document.parts) == 1 and not document.parts[0].title and not document.parts[0].parts:
        return RunningText(write_part(view, document.parts[0], ""))
    return body_of(view, document)


def _title(view: View, document: DocumentLayout) -> str:
    attachment = attachment_of(view, document.id)
    own = {one.id: one.title for one in view.program.sections}
    only = document.parts[0].of if len(document.parts) == 1 else ""
    return attachment.title if attachment else own.get(only) or document.title


def _sections(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if part.content == "section" and part.of:
            yield part.of
        yield from _sections(part.parts)
