"""Rows of the tables that stand beside the main ones: schools, stakeholders, stages, blocks of monitoring."""

from __future__ import annotations

from munprog.layout.records import Record, Records
from munprog.layout.sources.marks import marks_at
from munprog.layout.view import View
from munprog.model.casing import capital
from munprog.model.listing import dashed
from munprog.model.profile import TableLayout


def schools(view: View, _: TableLayout) -> Records:
    """Fields: number, school, short_name, group, location, identified, risks."""
    risks = {one.id: one.title for one in view.program.analysis.risks} if view.program.analysis else {}
    return tuple(
        Record(
            {
                "number": str(at),
                "school": one.name,
                "short_name": one.short_name,
                "group": one.group,
                "location": one.location,
                "identified": one.identified,
                "risks": tuple(risks.get(id, id) for id in one.risks),
            }
        )
        for at, one in enumerate(view.program.general.schools, 1)
    )


def stakeholders(view: View, _: TableLayout) -> Records:
    """Fields: number, stakeholder, interests."""
    return tuple(
        Record({"number": str(at), "stakeholder": one.name, "interests": dashed(one.interests)})
        for at, one in enumerate(view.program.general.stakeholders, 1)
    )


def stages(view: View, _: TableLayout) -> Records:
    """Fields: number, stage, when, content; series: mark by period, quarter or stage."""
    return tuple(
        Record(
            {
                "number": str(at),
                "stage": one.title,
                "when": tuple(moment.printed for moment in one.when),
                "content": dashed(one.content),
            },
            marks_at(view.program.general.term, one.when),
        )
        for at, one in enumerate(view.program.general.term.stages, 1)
    )


def monitoring(view: View, _: TableLayout) -> Records:
    """Fields: number, block, analyzed, outcome (R-MON-1, R-MON-3)."""
    found = view.program.mechanisms.monitoring if view.program.mechanisms else None
    return tuple(
        Record(
            {
                "number": str(at),
                "block": capital(one.kind),
                "analyzed": one.analyzed,
                "outcome": one.outcome,
            }
        )
        for at, one in enumerate(found.blocks if found else (), 1)
    )
