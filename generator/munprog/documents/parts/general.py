"""Parts that come from program.yaml and passport.yaml."""

from __future__ import annotations

from munprog.documents.pieces import Pieces, listed
from munprog.documents.tables import passport_table, tables_of
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.casing import small
from munprog.model.listing import punctuated
from munprog.model.profile import Part
from munprog.model.quotation import quoted

_COMMON = ("должность", "группа")
"""Kinds of bodies whose names are no proper ones: «координатор – муниципальный координатор программы»."""


def passport(view: View) -> Pieces:
    yield passport_table(view)


def subprogram_passports(view: View) -> Pieces:
    """A passport for each subprogramme, in the rows that the profile gives it, under a heading of its own."""
    for one in view.program.general.subprograms:
        piece = passport_table(view, one)
        if piece.grid.body:
            yield Paragraph(f"Паспорт подпрограммы {view.number(one.path)} {quoted(one.title)}", Style.HEADING_2)
            yield piece


def grounds(view: View, part: Part) -> Pieces:
    return listed((ground.printed for ground in view.program.general.grounds), part.style or "1.")


def terms(view: View) -> Pieces:
    for term in view.program.general.terms:
        source = f" ({term.source})" if term.source else ""
        yield Paragraph(f"– {term.definition.rstrip('.')}{source}.", lead=term.term)


def abbreviations(view: View) -> Pieces:
    """Abbreviations, and the bodies that tables call by their short names."""
    general = view.program.general
    given = {one.short: one.full for one in general.abbreviations}
    short = {
        one.short_name: small(one.name) if one.kind in _COMMON else one.name
        for one in general.bodies
        if one.short_name and not one.name.startswith(one.short_name)
    }
    ends = punctuated((given | short).values())
    return (Paragraph(f"– {full}", lead=name) for name, full in zip(given | short, ends, strict=True))


def term(view: View) -> Pieces:
    found = view.program.general.term
    yield Paragraph(f"{found.printed}.", lead="Срок реализации:")
    if found.justification:
        yield Paragraph(found.justification)
    yield from tables_of(view, "stages")
