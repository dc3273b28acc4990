"""Rows of table 3 of МР-2023 (money by task and activity, totals by task and overall) and of the estimate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from munprog.layout.pattern import fill
from munprog.layout.records import EMPTY, Heading, Record, Records
from munprog.layout.sources.money import Book, code_fields, form_of
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.dates import format_date
from munprog.model.finance import TOTAL, EstimateRow, FinanceRow
from munprog.model.finance_tree import Node, Part
from munprog.model.money import MoneyForm
from munprog.model.numbers import Value
from munprog.model.profile import TableLayout

Owner = tuple[str, str]
"""The ids of a task and of a direction; one of them, or both, may be empty."""
_NOBODY: Owner = ("", "")


def finance(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, executor, code (also code_administrator, …), source, total; series: amount by period,
    stage_amount by stage.

    Each activity has a row of all its money and one for each source; `totals` of the layout asks for the sums by
    `task` and for the whole `program`.
    """
    book = Book.of(view, layout)
    if book is None:
        return ()
    records: list[Record] = []
    for owner, nodes in _by_owner(view, book.tree).items():
        groups = view.owner_heading(*owner)
        records += (record for node in nodes for record in _of_object(book, groups, node))
        wanted = layout.total("task")
        if wanted:
            whose = view.owner_dative(*owner)
            label = f"Итого по {whose}" if whose else "Итого"
            if wanted.text and groups:
                label = fill(wanted.text, {"number": groups[0].number, "title": groups[0].title})
            rows = tuple(node.row for node in nodes if node.row)
            records += book.by_source(partial(_of_rows, book, rows), rows, {}, label=label, groups=groups)
    return (*records, *whole(book, layout))


def whole(book: Book, layout: TableLayout) -> Iterator[Record]:
    """The total of the programme, if the layout asks for it, and once more by executor."""
    wanted = layout.total("program")
    if wanted is None:
        return
    label = wanted.text or f"Всего по {forms_of(book.view.program.general.kind).dative}"
    rows, parts = book.tree.rows, book.tree.parts
    yield from book.by_source(
        lambda period, source: book.ledger.figure(book.tree, period, source), rows, {}, label=label
    )
    for executor in dict.fromkeys(executor for executor, _ in parts if executor) if wanted.by == "executor" else ():
        own = tuple(part for part in parts if part[0] == executor)
        (name,) = book.executor(executor)
        yield from book.by_source(partial(_of_parts, book, own), rows, {}, label=name)


def _of_rows(book: Book, rows: Sequence[FinanceRow], period: str, source: str) -> Value:
    return book.money.figure(rows, book.periods if period == TOTAL else (period,), source or None)


def _of_parts(book: Book, parts: Sequence[Part], period: str, source: str) -> Value:
    return book.ledger.spent(parts, period, source)


def estimate(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, item, works, received, total; series: amount by source.

    `totals` of the layout may ask for the sum of the whole `program`.
    """
    money = view.program.finance
    if money is None or money.estimate is None:
        return ()
    rows, form = money.estimate.rows, form_of(money, layout)
    sources = tuple(one.id for one in money.sources)
    records = tuple(_of_estimate(view, form, sources, at, row) for at, row in enumerate(rows, 1))
    return (*records, _whole_estimate(form, sources, rows)) if layout.total("program") else records


def _of_estimate(view: View, form: MoneyForm, sources: Sequence[str], at: int, row: EstimateRow) -> Record:
    return Record(
        fields={
            "number": str(at),
            "activity": next((one.title for one in view.program.activities if one.id == row.activity), row.activity),
            "item": row.item,
            "works": f"{format_date(row.works_from)} – {format_date(row.works_to)}",
            "received": tuple(moment.printed for moment in row.received),
            "total": form.printed(row.total(sources)) or EMPTY,
        },
        series={"amount": {source: form.printed(value) for source, value in row.amounts.items()}},
    )


def _whole_estimate(form: MoneyForm, sources: Sequence[str], rows: Sequence[EstimateRow]) -> Record:
    sums = {one: Value.total(row.total((one,)) for row in rows) for one in sources}
    return Record(
        {"total": form.printed(Value.total(sums.values())) or EMPTY},
        {"amount": {source: form.printed(value) for source, value in sums.items()}},
        label="Итого",
    )


def _of_object(book: Book, groups: tuple[Heading, ...], node: Node) -> Iterator[Record]:
    row = node.row
    if row is None:
        return
    number, title = book.title(node)
    spenders = book.executor(*(executor for executor, _ in node.parts)) or book.executor(node.executor)
    codes = code_fields([part.code for _, part in node.parts])
    fields = {"number": number, "activity": title, "executor": spenders, **codes}
    if row.note and not row.parts:
        yield Record({**fields, "source": EMPTY, "amount": row.note}, parent=node.key, groups=groups)
        return
    yield from book.by_source(
        lambda period, source: book.ledger.figure(node, period, source), (row,), fields, parent=node.key, groups=groups
    )


def _by_owner(view: View, tree: Node) -> Mapping[Owner, Sequence[Node]]:
    """The objects of each task or direction in the order of the plan; first those that stand under neither."""
    owners = {
        ("activity", activity.id): (task, "" if task else section.direction)
        for schedule in view.program.schedules
        for section in schedule.sections
        for activity in section.activities
        for task in (section.task or next(iter(activity.tasks), ""),)
    }
    places = {key: at for at, key in enumerate(owners)}
    found: dict[Owner, list[Node]] = {}
    for node in sorted(tree.leaves, key=lambda node: places.get((node.level, node.id), -1)):
        own = (node.id, "") if node.level == "task" else _NOBODY
        found.setdefault(owners.get((node.level, node.id), own), []).append(node)
    return {owner: found[owner] for owner in sorted(found, key=lambda owner: owner != _NOBODY)}
