"""Rows of the yearly report: measures, activities and money, plan against fact (R-DOC-8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from munprog.layout.records import EMPTY, Record, Records, Text
from munprog.layout.sources.finance_tree import status_of
from munprog.layout.sources.money import WHOLE, Book, is_printed
from munprog.layout.view import View
from munprog.model.casing import small
from munprog.model.finance import Source, walk
from munprog.model.finance_tree import Node
from munprog.model.indicators import Measure
from munprog.model.numbers import Value, format_number
from munprog.model.profile import TableLayout
from munprog.model.report import MoneyFact, YearReport, level_of

_NOTHING = Value("", None)
_WIDE = Context(prec=100)


def report_measures(view: View, _: TableLayout) -> Records:
    """Fields: number, indicator, measure, unit, previous, plan, fact, level (per cent), reason.

    Every measure that has a value planned for the year, or a fact.
    """
    report = view.report
    if report is None:
        return ()
    facts = {one.measure: one for one in report.measures}
    return tuple(
        Record(
            {
                "number": view.number(indicator.path),
                "indicator": indicator.title,
                "measure": measure.title,
                "unit": measure.unit,
                "previous": _previous(view, report, measure).text,
                "plan": plan.text,
                "fact": fact.text,
                "level": percent(level_of(measure.direction, plan, fact)),
                "reason": facts[measure.id].reason if measure.id in facts else "",
            },
            parent=indicator.id,
        )
        for indicator in view.program.all_indicators
        for measure in indicator.measures
        for plan in (measure.values.get(report.year, _NOTHING),)
        for fact in (facts[measure.id].fact if measure.id in facts else _NOTHING,)
        if plan.text or measure.id in facts
    )


def report_activities(view: View, _: TableLayout) -> Records:
    """Fields: number, activity, when, responsible, plan (the planned result), status, result, reason.

    The activities that the report tells of, in the order of the plan.
    """
    facts = {one.activity: one for one in view.report.activities} if view.report else {}
    return tuple(
        Record(
            {
                "number": view.number(one.path),
                "activity": one.title,
                "when": tuple(moment.printed for moment in one.when),
                "responsible": view.program.labels_of_bodies(one.responsible),
                "plan": one.result,
                "status": facts[one.id].status,
                "result": facts[one.id].result,
                "reason": facts[one.id].reason,
            }
        )
        for one in view.program.activities
        if one.id in facts
    )


def report_finance(view: View, layout: TableLayout) -> Records:
    """Fields: status, number, title, source, plan, fact, level (per cent), difference, reason.

    Every object with money spent, itself or beneath, with a line for all sources and one for each.
    """
    book = Book.of(view, layout)
    if book is None or view.report is None or not view.report.finance:
        return ()
    year = _Year(book, view.report.year, {one.key: one for one in view.report.finance})
    nodes = [node for node in book.tree.walk() if is_printed(node, layout) and year.spent(node)]
    return tuple(record for node in nodes for record in _of_node(year, layout, node))


def percent(level: Fraction | None) -> str:
    """«96,5»: rounded once, from the exact quotient; empty where there is none."""
    if level is None:
        return ""
    exact = _WIDE.divide(Decimal(level.numerator * 100), Decimal(level.denominator))
    return format_number(exact.quantize(Decimal("0.1"), ROUND_HALF_UP, _WIDE))


@dataclass(frozen=True, slots=True)
class _Year:
    """Plan and fact of one year up the tree of money."""

    book: Book
    period: str
    facts: Mapping[tuple[str, str], MoneyFact]

    def spent(self, node: Node) -> bool:
        return (node.level, node.id) in self.facts or any(self.spent(one) for one in node.children)

    def fact(self, node: Node, source: str) -> Value:
        own = self.facts.get((node.level, node.id))
        if own and own.fact:
            return _of_source(self.book, own.fact, source)
        below = [self.fact(one, source) for one in node.children if self.spent(one)]
        return Value.total(below) if below else _NOTHING

    def plan(self, node: Node, source: str) -> Value:
        own = self.facts.get((node.level, node.id))
        if own and own.plan:
            return _of_source(self.book, own.plan, source)
        if node.row is None and any(self._revised(one) for one in node.children):
            return Value.total(self.plan(one, source) for one in node.children)
        return self.book.ledger.figure(node, self.period, source)

    def _revised(self, node: Node) -> bool:
        own = self.facts.get((node.level, node.id))
        return bool(own and own.plan) or any(self._revised(one) for one in node.children)


def _of_source(book: Book, given: Mapping[str, Value], source: str) -> Value:
    if source:
        return given.get(source, _NOTHING)
    return Value.total(given[one.id] for one in book.money.sources if one.id in given)


def _of_node(year: _Year, layout: TableLayout, node: Node) -> Iterator[Record]:
    number, title = year.book.title(node)
    fact = year.facts.get((node.level, node.id))
    own = {
        "status": status_of(year.book, node, number),
        "number": number,
        "title": title,
        "reason": fact.reason if fact else "",
    }
    yield _line(year, node, "", {**own, "source": WHOLE})
    for source, depth in walk(year.book.money.sources) if "source" in layout.money.split else ():
        if depth == 0 or year.fact(node, source.id).text:
            yield _line(year, node, source.id, {**own, "source": _title(source, depth)})


def _title(source: Source, depth: int) -> str:
    return f"в том числе {small(source.title)}" if depth else source.title


def _line(year: _Year, node: Node, source: str, fields: Mapping[str, Text]) -> Record:
    plan, fact, form = year.plan(node, source), year.fact(node, source), year.book.form
    known = plan.number is not None and fact.number is not None
    left = _WIDE.subtract(plan.amount, fact.amount)
    figures: Mapping[str, Text] = {
        "plan": form.printed(plan) or EMPTY,
        "fact": form.printed(fact),
        "level": percent(level_of("", plan, fact)) if known else "",
        "difference": form.printed(left) if known else "",
    }
    return Record({**fields, **figures}, parent=node.key)


def _previous(view: View, report: YearReport, measure: Measure) -> Value:
    """What the year before came to: by its own report, else the base where it is of that year."""
    before = str(int(report.year[:4]) - 1)
    told = next((one for one in view.program.monitoring if one.year[:4] == before), None)
    fact = next((one.fact for one in told.measures if one.measure == measure.id), None) if told else None
    if fact:
        return fact
    base = measure.base
    return base.value if base and base.value and str(base.year) == before else _NOTHING
