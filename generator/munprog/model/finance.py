"""finance.yaml: money as object × tree of sources × period, with totals computed exactly (МР-2023 table 3).

Amounts are decimals in the section's `unit`. What stands under `including` («в том числе») is shown, never summed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from munprog.model.blocks import Blocks
from munprog.model.item import Item
from munprog.model.numbers import format_number
from munprog.model.when import Moment

ZERO = Decimal(0)
TOTAL = "total"
"""The key of a total over all periods, beside those of single ones."""


class Source(Item):
    id: str
    title: str
    including: tuple[Source, ...] = ()


class FinanceRow(Item):
    """The money of one activity: source → period → amount."""

    activity: str
    amounts: Mapping[str, Mapping[str, Decimal]]
    totals: Mapping[str, Decimal]


class EstimateRow(Item):
    """A line of the yearly estimate (смета): what is paid for, when works run, when the money comes (R-FIN-5)."""

    activity: str
    item: str
    works_from: date
    works_to: date
    received: tuple[Moment, ...]
    amounts: Mapping[str, Decimal]

    def total(self, sources: Iterable[str]) -> Decimal:
        return sum((self.amounts.get(one, ZERO) for one in sources), ZERO)


class Estimate(Item):
    year: int
    rows: tuple[EstimateRow, ...]


class Finance(Item):
    """The whole of finance.yaml."""

    unit: str
    decimals: int
    sources: tuple[Source, ...]
    rows: tuple[FinanceRow, ...]
    totals: Mapping[str, Decimal]
    text: Blocks = ()
    estimate: Estimate | None = None

    @property
    def summed(self) -> frozenset[str]:
        """The ids of sources that make up a total: the top of the tree."""
        return frozenset(source.id for source in self.sources)

    def printed(self, amount: Decimal) -> str:
        """An amount in the section's decimals, thousands apart."""
        return format_number(amount, decimals=self.decimals, grouped=True)

    def amount(self, rows: Iterable[FinanceRow], periods: Iterable[str], source: str | None = None) -> Decimal:
        """The sum over rows and periods, of one source or of all that count."""
        counted = (source,) if source else tuple(self.summed)
        wanted = tuple(periods)
        return sum(
            (row.amounts.get(one, {}).get(period, ZERO) for row in rows for one in counted for period in wanted),
            ZERO,
        )

    def total(self, key: str, periods: Iterable[str]) -> Decimal:
        """What all rows come to in the period `key`, or under `TOTAL` in all; a total given by hand goes first."""
        return self.totals.get(key, self.amount(self.rows, periods if key == TOTAL else (key,)))


def walk(sources: Iterable[Source], depth: int = 0) -> Iterator[tuple[Source, int]]:
    """Every source of the tree with its depth, in the order of printing."""
    for source in sources:
        yield source, depth
        yield from walk(source.including, depth + 1)
