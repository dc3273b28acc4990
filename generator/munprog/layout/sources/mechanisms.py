"""Rows of the tables of mechanisms.yaml: risks of carrying the programme out, criteria and grades of its evaluation."""

from __future__ import annotations

from munprog.layout.records import Record, Records
from munprog.layout.view import View
from munprog.model.casing import capital
from munprog.model.evaluation import Evaluation
from munprog.model.listing import dashed
from munprog.model.profile import TableLayout


def implementation_risks(view: View, _: TableLayout) -> Records:
    """Fields: number, risk, kind, probability, impact, mitigation, responsible. Risks of the programme itself; those
    of the schools are the row source `risks`."""
    found = view.program.mechanisms
    return tuple(
        Record(
            {
                "number": str(at),
                "risk": one.title,
                "kind": capital(one.kind),
                "probability": one.probability,
                "impact": one.impact,
                "mitigation": dashed(one.mitigation) if len(one.mitigation) > 1 else one.mitigation,
                "responsible": view.program.labels_of_bodies(one.responsible),
            }
        )
        for at, one in enumerate(found.implementation_risks if found else (), 1)
    )


def criteria(view: View, _: TableLayout) -> Records:
    """Fields: number, criterion, weight, formula, source, points."""
    found = _evaluation(view)
    return tuple(
        Record(
            {
                "number": str(at),
                "criterion": one.title,
                "weight": one.weight.text,
                "formula": one.formula,
                "source": one.source,
                "points": one.points,
            }
        )
        for at, one in enumerate(found.criteria if found else (), 1)
    )


def grades(view: View, _: TableLayout) -> Records:
    """Fields: number, grade, bounds, meaning."""
    found = _evaluation(view)
    return tuple(
        Record({"number": str(at), "grade": one.title, "bounds": one.bounds, "meaning": one.meaning})
        for at, one in enumerate(found.grades if found else (), 1)
    )


def _evaluation(view: View) -> Evaluation | None:
    return view.program.mechanisms.evaluation if view.program.mechanisms else None
