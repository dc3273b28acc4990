"""Rows of the tables of the analysis: results by school and year, resources, risks, problems (R-ANA-3…6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from munprog.layout.records import Record, Records
from munprog.layout.view import View
from munprog.model.analysis import NeededResource
from munprog.model.casing import capital
from munprog.model.numbers import Value
from munprog.model.profile import TableLayout


def results(view: View, layout: TableLayout) -> Records:
    """Fields: number, school; series: value by year of the table that `of` names; then district and region."""
    analysis, general = view.program.analysis, view.program.general
    tables = analysis.results.tables if analysis and analysis.results else ()
    table = next((one for one in tables if one.id == layout.of), None)
    if table is None:
        return ()
    names = {one.id: one.short_name for one in general.schools}
    rows = [
        Record({"number": str(at), "school": names.get(row.school, row.school)}, {"value": _texts(row.values)})
        for at, row in enumerate(table.rows, 1)
    ]
    district = general.municipality.name if general.municipality else ""
    for name, values in ((district, table.municipality), (general.region.name, table.region)):
        if values:
            rows.append(Record(series={"value": _texts(values)}, label=name))
    return tuple(rows)


def used_resources(view: View, _: TableLayout) -> Records:
    """Fields: number, resource, use, access."""
    conditions = view.program.analysis.conditions if view.program.analysis else None
    return tuple(
        Record({"number": str(at), "resource": one.resource, "use": one.use, "access": one.access})
        for at, one in enumerate(conditions.used if conditions else (), 1)
    )


def resources_to_develop(view: View, _: TableLayout) -> Records:
    """Fields: number, resource, need, effect."""
    conditions = view.program.analysis.conditions if view.program.analysis else None
    return _needed(conditions.develop if conditions else ())


def missing_resources(view: View, _: TableLayout) -> Records:
    """Fields: number, resource, need, effect."""
    conditions = view.program.analysis.conditions if view.program.analysis else None
    return _needed(conditions.missing if conditions else ())


def components(view: View, _: TableLayout) -> Records:
    """Fields: number, component, state (R-ANA-10)."""
    conditions = view.program.analysis.conditions if view.program.analysis else None
    return tuple(
        Record({"number": str(at), "component": capital(one.kind), "state": one.state})
        for at, one in enumerate(conditions.components if conditions else (), 1)
    )


def risks(view: View, _: TableLayout) -> Records:
    """Fields: number, risk, schools, evidence."""
    names = {one.id: one.short_name for one in view.program.general.schools}
    found = view.program.analysis.risks if view.program.analysis else ()
    return tuple(
        Record(
            {
                "number": str(at),
                "risk": one.title,
                "schools": ", ".join(names.get(id, id) for id in one.schools),
                "evidence": one.evidence,
            }
        )
        for at, one in enumerate(found, 1)
    )


def problems(view: View, _: TableLayout) -> Records:
    """Fields: number, problem, desired, actual, causes, source; each cause is led by its kind."""
    found = view.program.analysis.problems if view.program.analysis else ()
    return tuple(
        Record(
            {
                "number": str(at),
                "problem": one.title,
                "desired": one.desired,
                "actual": one.actual,
                "causes": tuple(f"{capital(cause.kind)}: {cause.text}" for cause in one.causes),
                "source": one.source,
            }
        )
        for at, one in enumerate(found, 1)
    )


def _needed(found: Sequence[NeededResource]) -> Records:
    return tuple(
        Record({"number": str(at), "resource": one.resource, "need": one.need, "effect": one.effect})
        for at, one in enumerate(found, 1)
    )


def _texts(values: Mapping[str, Value]) -> Mapping[str, str]:
    return {period: value.text for period, value in values.items()}
