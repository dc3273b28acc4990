"""Rows of table 2 of МР-2023: one for each индикатор, under its показатель and task."""

from __future__ import annotations

from munprog.layout.records import Record, Records
from munprog.layout.view import View
from munprog.model.indicators import Indicator, Measure
from munprog.model.profile import TableLayout


def measures(view: View, _: TableLayout) -> Records:
    """Fields: number, indicator, criterion, level, scope (both), measure, unit, base, base_year, source, period, kind,
    direction, accumulation, character (the last three), target, total; series: value by period of the term."""
    return tuple(
        _record(view, indicator, measure) for indicator in view.program.all_indicators for measure in indicator.measures
    )


def _record(view: View, indicator: Indicator, measure: Measure) -> Record:
    title = f"{measure.title}, {measure.unit}" if measure.unit else measure.title
    base = measure.base
    level = ", ".join(indicator.level)
    return Record(
        fields={
            "number": view.number(indicator.path),
            "indicator": indicator.title,
            "criterion": indicator.criterion,
            "level": level,
            "scope": tuple(part for part in (indicator.criterion, level) if part),
            "measure": title,
            "unit": measure.unit,
            "base": base.printed if base else "",
            "base_year": str(base.year) if base and base.year else "",
            "target": measure.target.printed if measure.target else "",
            "total": measure.total_printed,
            "source": measure.source,
            "period": measure.period,
            "direction": measure.direction,
            "kind": measure.kind,
            "accumulation": measure.accumulation,
            "character": tuple(part for part in (measure.kind, measure.direction, measure.accumulation) if part),
        },
        series={"value": _values(measure)},
        parent=indicator.id,
        groups=view.subprogram_heading(indicator.task) + view.owner_heading(indicator.task, indicator.direction),
    )


def _values(measure: Measure) -> dict[str, str]:
    """Values by period; the base stands at its year, where no value does."""
    base = measure.base
    known: dict[str, str] = {str(base.year): base.printed} if base and base.year else {}
    return known | {period: value.text for period, value in measure.values.items()}
