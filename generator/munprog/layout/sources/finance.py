"""Rows of table 3 of МР-2023 (money by task and activity, totals by task and overall) and of the estimate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from munprog.layout.records import Heading, Record, Records
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.casing import small
from munprog.model.dates import format_date
from munprog.model.finance import TOTAL, ZERO, EstimateRow, Finance, FinanceRow, walk
from munprog.model.profile import TableLayout

Owner = tuple[str, str]
"""The ids of a task and of a direction; one of them, or both, may be empty."""
_NOBODY: Owner = ("", "")


def finance(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, source, total; series: amount by period.

    Each activity has a row of all its money and one for each source; `totals` of the layout asks for the sums by
    `task` and for the whole `program`.
    """
    money = view.program.finance
    if money is None:
        return ()
    records: list[Record] = []
    for owner, rows in _by_owner(view, money).items():
        groups = view.owner_heading(*owner)
        records += (record for row in rows for record in _of_activity(view, money, groups, row))
        if layout.total("task"):
            whose = view.owner_dative(*owner)
            label = f"Итого по {whose}" if whose else "Итого"
            records += _of_rows(view, money, rows, label=label, groups=groups)
    if layout.total("program"):
        label = f"Всего по {forms_of(view.program.general.kind).dative}"
        records += _of_rows(view, money, money.rows, label=label, typed=money.totals)
    return tuple(records)


def estimate(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, item, works, received, total; series: amount by source.

    `totals` of the layout may ask for the sum of the whole `program`.
    """
    money = view.program.finance
    if money is None or money.estimate is None:
        return ()
    rows = money.estimate.rows
    records = tuple(_of_estimate(view, money, at, row) for at, row in enumerate(rows, 1))
    return (*records, _whole_estimate(money, rows)) if layout.total("program") else records


def _of_estimate(view: View, money: Finance, at: int, row: EstimateRow) -> Record:
    return Record(
        fields={
            "number": str(at),
            "activity": _activity(view, row.activity)[1],
            "item": row.item,
            "works": f"{format_date(row.works_from)} – {format_date(row.works_to)}",
            "received": tuple(moment.printed for moment in row.received),
            "total": money.printed(row.total(money.summed)),
        },
        series={"amount": {source: money.printed(amount) for source, amount in row.amounts.items()}},
    )


def _whole_estimate(money: Finance, rows: Sequence[EstimateRow]) -> Record:
    sums = {one.id: sum((row.total((one.id,)) for row in rows), ZERO) for one in money.sources}
    return Record(
        {"total": money.printed(sum(sums.values(), ZERO))},
        {"amount": {source: money.printed(amount) for source, amount in sums.items()}},
        label="Итого",
    )


def _of_activity(view: View, money: Finance, groups: tuple[Heading, ...], row: FinanceRow) -> Iterator[Record]:
    number, title = _activity(view, row.activity)
    for record in _of_rows(view, money, (row,), typed=row.totals):
        fields = {**record.fields, "number": number, "activity": title}
        yield Record(fields, record.series, parent=row.activity, groups=groups)


def _of_rows(
    view: View,
    money: Finance,
    rows: Sequence[FinanceRow],
    *,
    label: str = "",
    groups: tuple[Heading, ...] = (),
    typed: Mapping[str, Decimal] | None = None,
) -> Iterator[Record]:
    """The row of all money, then one for each source of the tree; a total given by hand is printed as given."""
    periods = view.program.general.term.periods

    def record(title: str, source: str | None, given: Mapping[str, Decimal]) -> Record:
        def cell(key: str, wanted: Iterable[str]) -> str:
            return money.printed(given.get(key, money.amount(rows, wanted, source)))

        return Record(
            {"source": title, "total": cell(TOTAL, periods)},
            {"amount": {period: cell(period, (period,)) for period in periods}},
            groups=groups,
            label=label,
        )

    yield record("Всего", None, typed or {})
    for source, depth in walk(money.sources):
        if depth and not any(source.id in row.amounts for row in rows):
            continue  # a part that nobody gave money to says nothing
        yield record(f"в том числе {small(source.title)}" if depth else source.title, source.id, {})


def _by_owner(view: View, money: Finance) -> Mapping[Owner, Sequence[FinanceRow]]:
    """The rows of each task or direction in the order of the plan; first those that stand under neither."""
    owners = {
        activity.id: (task, "" if task else section.direction)
        for schedule in view.program.schedules
        for section in schedule.sections
        for activity in section.activities
        for task in (section.task or next(iter(activity.tasks), ""),)
    }
    places = {id: at for at, id in enumerate(owners)}
    found: dict[Owner, list[FinanceRow]] = {}
    for row in sorted(money.rows, key=lambda row: places.get(row.activity, -1)):
        found.setdefault(owners.get(row.activity, _NOBODY), []).append(row)
    return {owner: found[owner] for owner in sorted(found, key=lambda owner: owner != _NOBODY)}


def _activity(view: View, id: str) -> tuple[str, str]:
    """Number and title; an id that names no activity is printed as it is."""
    found = next((one for one in view.program.activities if one.id == id), None)
    return (view.number(found.path), found.title) if found else ("", id)
