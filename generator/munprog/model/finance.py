"""finance.yaml: money as object × tree of sources × period, with totals computed exactly (МР-2023 table 3).

Amounts are figures in the section's `unit`. What stands under `including` («в том числе») is shown, never summed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from munprog.model.blocks import Blocks
from munprog.model.item import Item
from munprog.model.money import MoneyForm
from munprog.model.numbers import Value
from munprog.model.when import Moment

ZERO = Decimal(0)
TOTAL = "total"
"""The key of a total over all periods, beside those of single ones."""

Amounts = Mapping[str, Mapping[str, Value]]
"""Source → period (or `TOTAL`, where a person gave the sum) → figure."""


class Source(Item):
    id: str
    title: str
    including: tuple[Source, ...] = ()


class BudgetCode(Item):
    """КБК by its parts: главный распорядитель, раздел и подраздел, целевая статья, вид расходов."""

    administrator: str = ""
    section: str = ""
    article: str = ""
    kind: str = ""

    @property
    def parts(self) -> tuple[str, str, str, str]:
        return self.administrator, self.section, self.article, self.kind

    @property
    def printed(self) -> str:
        return " ".join(part for part in self.parts if part)


class Allocation(Item):
    """A part of a row's money: whose it is (ГРБС, соисполнитель) and under which КБК it runs."""

    amounts: Amounts
    executor: str = ""
    code: str | BudgetCode = ""

    def given(self, source: str) -> Mapping[str, Value]:
        return self.amounts.get(source, {})


class FinanceRow(Item):
    """The money of one object: an activity, task, section of the plan, subprogramme, the whole programme.

    An object that stands nowhere else has a `title`; `within` puts the row under another one. `note` is printed in
    place of figures («Без финансирования»).
    """

    id: str = ""
    activity: str = ""
    task: str = ""
    section: str = ""
    subprogram: str = ""
    whole: bool = False
    title: str = ""
    number: str = ""
    status: str = ""
    within: str = ""
    executor: str = ""
    code: str | BudgetCode = ""
    amounts: Amounts
    allocations: tuple[Allocation, ...] = ()
    totals: Mapping[str, Value]
    note: str = ""

    @property
    def parts(self) -> tuple[Allocation, ...]:
        """The money in parts that one executor spends under one code."""
        if self.allocations or not self.amounts:
            return self.allocations
        own = Allocation(amounts=dict(self.amounts), executor=self.executor, code=self.code, path=self.path)
        return (own,)

    def gives(self, source: str) -> bool:
        return source in self.amounts or any(source in one.amounts for one in self.allocations)

    def figures(self, source: str, period: str) -> tuple[Value, ...]:
        """What a person typed for a source and a period: of the row itself, else of its allocations."""
        own = self.amounts.get(source, {}).get(period)
        if own is not None:
            return (own,)
        return tuple(one.amounts[source][period] for one in self.allocations if period in one.amounts.get(source, {}))


class EstimateRow(Item):
    """A line of the yearly estimate (смета): what is paid for, when works run, when the money comes (R-FIN-5)."""

    activity: str
    item: str
    works_from: date
    works_to: date
    received: tuple[Moment, ...]
    amounts: Mapping[str, Value]

    def total(self, sources: Iterable[str]) -> Value:
        return Value.total(self.amounts[one] for one in sources if one in self.amounts)


class Estimate(Item):
    year: int
    rows: tuple[EstimateRow, ...]


class Finance(Item):
    """The whole of finance.yaml."""

    unit: str
    sources: tuple[Source, ...]
    rows: tuple[FinanceRow, ...]
    totals: Mapping[str, Value]
    decimals: int | None = None
    grouped: bool = True
    text: Blocks = ()
    estimate: Estimate | None = None

    @property
    def summed(self) -> frozenset[str]:
        """The ids of sources that make up a total: the top of the tree."""
        return frozenset(source.id for source in self.sources)

    @property
    def form(self) -> MoneyForm:
        """How the section prints its amounts."""
        return MoneyForm(self.unit, self.unit, self.decimals, self.grouped)

    def printed(self, amount: Value | Decimal) -> str:
        return self.form.printed(amount)

    def amount(self, rows: Iterable[FinanceRow], periods: Iterable[str], source: str | None = None) -> Decimal:
        """The sum over rows and periods, of one source or of all that count."""
        return self.figure(rows, periods, source).amount

    def figure(self, rows: Iterable[FinanceRow], periods: Iterable[str], source: str | None = None) -> Value:
        """The same as a figure: «–» where nothing but dashes was typed. A row of totals alone counts by them."""
        counted = (source,) if source else tuple(one.id for one in self.sources)
        wanted = tuple(periods)
        return Value.total(
            figure for row in rows for period in wanted for figure in self._figures(row, counted, period, source)
        )

    def _figures(self, row: FinanceRow, counted: tuple[str, ...], period: str, source: str | None) -> tuple[Value, ...]:
        if source is None and not row.parts:
            return (row.totals[period],) if period in row.totals else ()
        return tuple(figure for one in counted for figure in row.figures(one, period))


def walk(sources: Iterable[Source], depth: int = 0) -> Iterator[tuple[Source, int]]:
    """Every source of the tree with its depth, in the order of printing."""
    for source in sources:
        yield source, depth
        yield from walk(source.including, depth + 1)
