"""Row sources: what a table layout may name in `rows`. Each turns a part of the programme into records."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from munprog.layout.records import Record, Records
from munprog.layout.sources import analysis, finance, finance_tree, general, indicators, mechanisms, plan, report
from munprog.layout.view import View
from munprog.model.profile import TableLayout

Source = Callable[[View, TableLayout], Records]

SOURCES: Mapping[str, Source] = {
    "measures": indicators.measures,
    "activities": plan.activities,
    "activity_measures": plan.activity_measures,
    "staged": plan.staged,
    "finance": finance.finance,
    "finance_tree": finance_tree.finance_tree,
    "finance_sources": finance_tree.finance_sources,
    "finance_years": finance_tree.finance_years,
    "volumes": finance_tree.volumes,
    "estimate": finance.estimate,
    "schools": general.schools,
    "stakeholders": general.stakeholders,
    "stages": general.stages,
    "results": analysis.results,
    "used_resources": analysis.used_resources,
    "resources_to_develop": analysis.resources_to_develop,
    "missing_resources": analysis.missing_resources,
    "components": analysis.components,
    "risks": analysis.risks,
    "problems": analysis.problems,
    "monitoring": general.monitoring,
    "implementation_risks": mechanisms.implementation_risks,
    "criteria": mechanisms.criteria,
    "grades": mechanisms.grades,
    "report_measures": report.report_measures,
    "report_activities": report.report_activities,
    "report_finance": report.report_finance,
}
MONEY = frozenset(
    ("finance", "finance_tree", "finance_sources", "finance_years", "volumes", "estimate", "report_finance")
)
"""The row sources whose figures are money: their tables name its unit."""


def records_of(view: View, layout: TableLayout) -> Records:
    """The rows of a table. Of several sources, those under one task or direction stand together, in its order."""
    found = [SOURCES[name](view, layout) for name in layout.rows]
    if len(found) == 1:
        return found[0]
    owned: dict[tuple[str, str], list[Record]] = {}
    for record in (record for records in found for record in records):
        owned.setdefault(_owner(record), []).append(record)
    return tuple(record for records in owned.values() for record in records)


def _owner(record: Record) -> tuple[str, str]:
    head = next((one for one in record.groups if one.level in ("task", "direction")), None)
    return (head.level, head.number) if head else ("", "")
