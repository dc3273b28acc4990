"""Rows of the resource table by the tree of the programme, of the summary by source, of volumes beside money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from munprog.layout.records import EMPTY, Record, Records, Text
from munprog.layout.sources.finance import whole
from munprog.layout.sources.money import WHOLE, Book, code_fields, is_printed
from munprog.layout.view import View
from munprog.model.finance import TOTAL, BudgetCode, walk
from munprog.model.finance_tree import Node, Part
from munprog.model.indicators import Measure
from munprog.model.numbers import Value
from munprog.model.plan import Activity
from munprog.model.profile import TableLayout

_STATUS: Mapping[str, str] = {
    "subprogram": "Подпрограмма",
    "task": "Задача",
    "section": "Основное мероприятие",
    "activity": "Мероприятие",
}


def finance_tree(view: View, layout: TableLayout) -> Records:
    """Fields: status, number, title, executor, code (also code_administrator, …), source, total; series: amount by
    period, stage_amount by stage.

    Programme, subprogrammes, tasks, activities: each with the lines that `split` asks for. `totals` may ask for the
    sum of the `program` once more, `by` executor.
    """
    book = Book.of(view, layout)
    if book is None:
        return ()
    nodes = [node for node in book.tree.walk() if is_printed(node, layout)]
    return (*(record for node in nodes for record in _of_node(book, layout, node)), *whole(book, layout))


def finance_sources(view: View, layout: TableLayout) -> Records:
    """Fields: number, source, total; series: amount by period, stage_amount by stage. One row of all money, then one
    for each source; `of` the layout may name a subprogramme."""
    book = Book.of(view, layout)
    if book is None:
        return ()
    node = _node(book, layout)
    if node is None:
        return ()
    records = book.by_source(partial(_figure, book, node), node.rows, {})
    return tuple(Record({"number": str(at) if at else "", **one.fields}, one.series) for at, one in enumerate(records))


def finance_years(view: View, layout: TableLayout) -> Records:
    """Fields: number, year, total; series: amount by source. A row of all periods, then one for each; `of` the layout
    may name a subprogramme."""
    book = Book.of(view, layout)
    node = _node(book, layout) if book else None
    if book is None or node is None:
        return ()
    sources = [source.id for source, _ in walk(book.money.sources)]
    return tuple(
        Record(
            {"number": str(at) if at else "", "year": period or WHOLE, "total": _at(book, node, period, "")},
            {"amount": {one: _at(book, node, period, one) for one in sources}},
        )
        for at, period in enumerate(("", *book.periods))
    )


def _at(book: Book, node: Node, period: str, source: str) -> str:
    return book.form.printed(_figure(book, node, period or TOTAL, source))


def _node(book: Book, layout: TableLayout) -> Node | None:
    """The subprogramme that the layout is `of`, else the programme."""
    if not layout.of:
        return book.tree
    return next((one for one in book.tree.walk() if (one.level, one.id) == ("subprogram", layout.of)), None)


def volumes(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, measure, unit, executor, source, volume_total, total; series: volume and amount by
    period. What is done and what it costs, side by side: the volumes are the activity's own values by period, else
    those of its measures."""
    book = Book.of(view, layout)
    if book is None:
        return ()
    money = {node.id: node for node in book.tree.walk() if node.level == "activity"}
    found: list[Record] = []
    for activity in view.program.activities:
        done = _done(view, activity)
        costs = list(_costs(book, layout, money[activity.id], {})) if activity.id in money else []
        for at in range(max(len(done), len(costs)) if costs or any(one.series for one in done) else 0):
            first, second = done[min(at, len(done) - 1)], costs[at] if at < len(costs) else Record()
            own = first if at < len(done) else Record({**first.fields, "volume_total": ""})
            found.append(
                Record(
                    {**second.fields, **own.fields}, {**second.series, **own.series}, parent=f"activity:{activity.id}"
                )
            )
    return tuple(found)


def _of_node(book: Book, layout: TableLayout, node: Node) -> Iterator[Record]:
    number, title = book.title(node)
    own = {"status": status_of(book, node, number), "number": number, "title": title}
    yield from _costs(book, layout, node, own)


def _costs(book: Book, layout: TableLayout, node: Node, own: Mapping[str, Text]) -> Iterator[Record]:
    row = node.row
    if row and row.note and not row.parts and not node.children:
        fields = {**own, **code_fields([row.code]), "executor": book.executor(node.executor), "source": EMPTY}
        yield Record({**fields, "amount": row.note}, parent=node.key)
    else:
        yield from _split(book, layout, node, own)


def status_of(book: Book, node: Node, number: str) -> str:
    """«Муниципальная программа», «Подпрограмма 1», «Мероприятие 1.1», or what the row says."""
    if node.row and node.row.status:
        return node.row.status
    if node.level == "program":
        return book.view.program.general.headline
    return f"{_STATUS[node.level]} {number}".rstrip() if node.level in _STATUS else ""


def _split(book: Book, layout: TableLayout, node: Node, own: Mapping[str, Text]) -> Iterator[Record]:
    """The lines of one object: all of its money, then the parts of each executor or КБК, each by source if asked."""
    by_executor, by_code = "executor" in layout.money.split, "code" in layout.money.split
    parts = node.parts
    groups: dict[tuple[str, str], list[Part]] = {}
    for executor, part in parts if by_executor or by_code else ():
        key = executor if by_executor else "", _printed(part.code) if by_code else ""
        groups.setdefault(key, []).append((executor, part))
    spenders = list(dict.fromkeys(executor for executor, _ in groups))
    groups = dict(sorted(groups.items(), key=lambda one: spenders.index(one[0][0])))  # the codes of one stand together
    if len(groups) != 1:
        apart: Mapping[str, Text] = {**code_fields([]), "executor": WHOLE} if groups else {}
        fields = {**own, **_of_parts(book, node, parts), **apart}
        yield from _lines(book, layout, partial(_figure, book, node), node, fields)
    for group in groups.values():
        whose = {**own, **_of_parts(book, node, group)}
        figure = partial(_figure, book, node) if len(groups) == 1 else partial(_spent, book, group)
        yield from _lines(book, layout, figure, node, whose)


def _lines(
    book: Book, layout: TableLayout, figure: partial[Value], node: Node, fields: Mapping[str, Text]
) -> Iterator[Record]:
    if "source" in layout.money.split:
        yield from book.by_source(figure, node.rows, fields, parent=node.key)
    else:
        yield book.record(lambda period: figure(period, ""), {**fields, "source": WHOLE}, parent=node.key)


def _of_parts(book: Book, node: Node, parts: Sequence[Part]) -> Mapping[str, Text]:
    executors = book.executor(*(executor for executor, _ in parts)) or book.executor(node.executor)
    codes = {part.code for _, part in parts}
    whole = node.leaves != (node,) and len(codes) > 1  # what stands over others has no КБК of its own
    return {"executor": executors, **code_fields([] if whole else [part.code for _, part in parts])}


def _figure(book: Book, node: Node, period: str, source: str) -> Value:
    return book.ledger.figure(node, period, source)


def _spent(book: Book, parts: Sequence[Part], period: str, source: str) -> Value:
    return book.ledger.spent(parts, period, source)


def _printed(code: str | BudgetCode) -> str:
    return code.printed if isinstance(code, BudgetCode) else code


def _done(view: View, activity: Activity) -> list[Record]:
    """The volumes of an activity: a record for its own values, else for each of its measures."""
    fields: Mapping[str, Text] = {"number": view.number(activity.path), "activity": activity.title}
    if isinstance(activity.realisation, Mapping):
        values: Mapping[str, Value] = activity.realisation
        return [_volumes({**fields, "measure": activity.result, "unit": ""}, values, Value.total(values.values()))]
    measures = [one for one in view.program.measures if one.id in activity.measures]
    return [
        _volumes({**fields, "measure": one.title, "unit": one.unit}, one.values, _total(one)) for one in measures
    ] or [Record({**fields, "measure": "", "unit": "", "volume_total": ""})]


def _volumes(fields: Mapping[str, Text], values: Mapping[str, Value], total: Value) -> Record:
    return Record(
        {**fields, "volume_total": total.text or EMPTY}, {"volume": {key: one.text for key, one in values.items()}}
    )


def _total(measure: Measure) -> Value:
    """What is counted anew in each period adds up; of all else the last value is the result."""
    values = list(measure.values.values())
    if measure.total:
        return Value.of(measure.total_printed)
    if measure.accumulation == "за период" and measure.kind == "количество":
        return Value.total(values)
    return values[-1] if values else Value("", None)
