"""Parts of the yearly report: what a person wrote, the summary of levels, the conclusions."""

from __future__ import annotations

from munprog.documents.parts.shared import blocks
from munprog.documents.pieces import Pieces
from munprog.layout.view import View


def report_text(view: View) -> Pieces:
    return blocks(view, view.report.text) if view.report else ()


def conclusions(view: View) -> Pieces:
    return blocks(view, view.report.conclusions) if view.report else ()
