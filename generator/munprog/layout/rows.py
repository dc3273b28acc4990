"""Row sources: what a table layout may name in `rows`. Each turns a part of the programme into records."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from munprog.layout.records import Records
from munprog.layout.sources import analysis, finance, general, indicators, plan
from munprog.layout.view import View
from munprog.model.profile import TableLayout

Source = Callable[[View, TableLayout], Records]

SOURCES: Mapping[str, Source] = {
    "measures": indicators.measures,
    "activities": plan.activities,
    "finance": finance.finance,
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
}
