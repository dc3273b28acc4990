"""What the tables of money share: how a figure is printed, the lines of an object by source, executor and КБК."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from munprog.layout.records import EMPTY, Record, Text
from munprog.layout.view import View
from munprog.model.casing import small
from munprog.model.finance import TOTAL, BudgetCode, Finance, FinanceRow, walk
from munprog.model.finance_tree import Ledger, Node, tree_of
from munprog.model.general import Stage
from munprog.model.money import MoneyForm
from munprog.model.numbers import Value
from munprog.model.profile import TableLayout

Figure = Callable[[str], Value]
"""Period, or `TOTAL` → what a line says of it."""
WHOLE = "Всего"


def form_of(money: Finance, layout: TableLayout) -> MoneyForm:
    """The unit, decimals and grouping of one table: its own, else those of the section."""
    own = layout.money
    decimals = money.decimals if not own.decimals else int(own.decimals) if own.decimals.isdigit() else None
    grouped = money.grouped if own.grouped is None else own.grouped
    return MoneyForm(money.unit, own.unit or money.unit, decimals, grouped)


@dataclass(frozen=True, slots=True)
class Book:
    """The money of one programme as one table prints it."""

    view: View
    money: Finance
    tree: Node
    ledger: Ledger
    form: MoneyForm

    @classmethod
    def of(cls, view: View, layout: TableLayout) -> Book | None:
        money, tree = view.program.finance, tree_of(view.program)
        if money is None or tree is None:
            return None
        return cls(view, money, tree, Ledger(money, view.program.general.term.periods), form_of(money, layout))

    @property
    def periods(self) -> tuple[str, ...]:
        return self.ledger.periods

    def record(self, figure: Figure, fields: Mapping[str, Text], **own: object) -> Record:
        """Fields: the given ones and total; series: amount by period, stage_amount by stage."""
        by_period = {period: figure(period) for period in self.periods}
        stages = {
            stage.id: self.form.printed(Value.total(by_period[one] for one in periods))
            for stage, periods in stages_of(self.view)
        }
        return Record(
            {**fields, "total": self.form.printed(figure(TOTAL)) or EMPTY},
            {
                "amount": {period: self.form.printed(value) for period, value in by_period.items()},
                "stage_amount": stages,
            },
            **own,  # type: ignore[arg-type]
        )

    def by_source(
        self, figure: Callable[[str, str], Value], rows: Sequence[FinanceRow], fields: Mapping[str, Text], **own: object
    ) -> Iterator[Record]:
        """A line of all money, then one for each source of the tree; `figure` takes a period and a source."""
        yield self.record(lambda period: figure(period, ""), {**fields, "source": WHOLE}, **own)
        for source, depth in walk(self.money.sources):
            if depth and not any(row.gives(source.id) for row in rows):
                continue  # a part that nobody gave money to says nothing
            title = f"в том числе {small(source.title)}" if depth else source.title
            yield self.record(lambda period, id=source.id: figure(period, id), {**fields, "source": title}, **own)  # type: ignore[misc]

    def executor(self, *ids: str) -> tuple[str, ...]:
        """Who spends the money, by the names that fit a cell, one under another."""
        return self.view.program.labels_of_bodies(dict.fromkeys(one for one in ids if one))

    def title(self, node: Node) -> tuple[str, str]:
        """Number and title of an object; an id that names nothing is printed as it is."""
        row, item = node.row, node.item
        if item is not None:
            return self.view.number(item.path), (row.title if row else "") or item.title  # type: ignore[attr-defined]
        if node.level == "program":
            return "", (row.title if row else "") or self.view.program.general.title
        return (row.number, row.title or node.id) if row else ("", node.id)


def is_printed(node: Node, layout: TableLayout) -> bool:
    """Whether a table shows an object: of a level it names; of none named, sections only with a row of their own."""
    wanted = layout.money.levels
    return node.level in wanted if wanted else node.level != "section" or node.row is not None


def code_fields(codes: Sequence[str | BudgetCode]) -> Mapping[str, Text]:
    """The КБК of a line, whole and by its parts; several stand one under another."""
    codes = tuple(dict.fromkeys(codes))
    whole = tuple(one.printed if isinstance(one, BudgetCode) else one for one in codes if one)
    parts = [one.parts for one in codes if isinstance(one, BudgetCode)]
    names = ("code_administrator", "code_section", "code_article", "code_kind")
    columns = zip(*parts, strict=True) if parts else ((),) * len(names)
    return {"code": whole or "", **{name: tuple(column) or "" for name, column in zip(names, columns, strict=True)}}


def stages_of(view: View) -> tuple[tuple[Stage, tuple[str, ...]], ...]:
    """The stages of the programme, each with the periods whose middle it holds."""
    term = view.program.general.term
    return tuple((stage, tuple(one for one in term.periods if _holds(stage, _middle(one)))) for stage in term.stages)


def _holds(stage: Stage, day: date) -> bool:
    return any(one.first and one.last and one.first <= day <= one.last for one in stage.when)


def _middle(period: str) -> date:
    """1 July of a calendar year, 1 March of a school year."""
    return date(int(period), 7, 1) if period.isdigit() else date(int(period[-4:]), 3, 1)
