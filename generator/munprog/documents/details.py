"""What every document may bear around its text, whatever its kind: the programme says it in `documents`."""

from __future__ import annotations

from munprog.documents.act import details_of, kind_of
from munprog.documents.approval import approval_rows
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout


def details_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """approval_blocks: [{left, right}], each side {word, lines: [str], signature, date}."""
    details = details_of(view, document.id)
    return {"approval_blocks": approval_rows(view, details.approval_blocks, kind_of(view, document.id))}
