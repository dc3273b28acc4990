"""The roadmap: an appendix of its own with the tables that the profile names for it (R-DOC-3)."""

from __future__ import annotations

from dataclasses import replace

from munprog.documents.act import appendix_label, attachment_of
from munprog.documents.appendix import under_heading
from munprog.documents.pieces import RunningText, TablePiece
from munprog.documents.tables import profile_table
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout


def roadmaps(view: View, document: DocumentLayout) -> tuple[DocumentLayout, ...]:
    """The document itself, where the programme has rows for one of its tables."""
    printed = (piece for id in document.tables for piece in profile_table(view, id))
    return (document,) if any(isinstance(one, TablePiece) for one in printed) else ()


def roadmap_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """label, title: [str]; body: RunningText. A single table stands under the title without a caption of its own."""
    attachment = attachment_of(view, document.id)
    pieces = [piece for id in document.tables for piece in profile_table(view, id)]
    if sum(isinstance(one, TablePiece) for one in pieces) == 1:
        pieces = [replace(one, title="") if isinstance(one, TablePiece) else one for one in pieces]
    title = attachment.title if attachment else document.title
    return {
        "label": appendix_label(view, document.id),
        "title": [one for one in (document.heading, under_heading(document.heading, title)) if one],
        "body": RunningText(tuple(pieces)),
    }
