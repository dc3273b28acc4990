"""The tree that money is counted up: programme → subprogrammes → tasks → sections → activities.

A row of finance.yaml hangs at its object. Money counts once: of an object that has rows beneath it, its own row is
what a person typed for the whole, printed as it is and compared, not added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from munprog.model.finance import TOTAL, Allocation, Finance, FinanceRow
from munprog.model.general import Subprogram
from munprog.model.item import Item
from munprog.model.numbers import Value
from munprog.model.plan import Activity
from munprog.model.program import Program

LEVELS = ("program", "subprogram", "task", "section", "activity")
"""Levels of the tree from the top; a row with a title of its own is of the level `row`."""

Key = tuple[str, str]
"""Level and id of an object."""
_TOP: Key = ("program", "")


@dataclass(frozen=True, slots=True)
class Node:
    """An object with its money: `row` where finance.yaml has one for it, `item` where another section describes it.

    `executor` spends what is not given to another: of the row, the first responsible for the activity, or the
    executor of what the object stands under.
    """

    level: str
    id: str
    item: Item | None
    row: FinanceRow | None
    executor: str
    children: tuple[Node, ...] = ()

    @property
    def key(self) -> str:
        """What tells the object from all others of the tree."""
        return f"{self.level}:{self.id}"

    @property
    def leaves(self) -> tuple[Node, ...]:
        """The objects whose own rows are counted: the lowest ones."""
        below = tuple(leaf for child in self.children for leaf in child.leaves)
        return below or ((self,) if self.row else ())

    @property
    def rows(self) -> tuple[FinanceRow, ...]:
        """The rows that make up the money of the object."""
        return tuple(leaf.row for leaf in self.leaves if leaf.row)

    @property
    def parts(self) -> tuple[tuple[str, Allocation], ...]:
        """The money in parts, each with its executor: as given for the object, else as given beneath it."""
        if self.row and (self.row.allocations or not self.children):
            return tuple((part.executor or self.executor, part) for part in self.row.parts)
        return tuple(part for leaf in self.leaves if leaf is not self for part in leaf.parts)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


def tree_of(program: Program) -> Node | None:
    """The tree of all objects that have money, themselves or beneath; None without finance.yaml."""
    if program.finance is None:
        return None
    items = _objects(program)
    rows: dict[Key, FinanceRow] = {}
    parents = {key: parent for key, (_, parent) in items.items()}
    named = {row.id: key_of(row) for row in program.finance.rows if row.id}
    for row in program.finance.rows:
        key = key_of(row)
        rows.setdefault(key, row)
        if row.within or key not in parents:
            parents[key] = named.get(row.within, _TOP)
    order = [*items, *(key for key in rows if key not in items)]
    children: dict[Key, list[Key]] = {}
    for key in order:
        if key != _TOP:
            children.setdefault(parents[key], []).append(key)
    return _Growth(children, rows, {key: item for key, (item, _) in items.items()}).node(_TOP, "", frozenset())


def key_of(row: FinanceRow) -> Key:
    """What object a row is of."""
    for level in ("activity", "section", "task", "subprogram"):
        if getattr(row, level):
            return level, getattr(row, level)
    return _TOP if row.whole else ("row", row.id or ".".join(map(str, row.path)))


def counted_rows(program: Program) -> tuple[FinanceRow, ...]:
    """The rows that make up the money of the programme, each rouble once."""
    tree = tree_of(program)
    return tree.rows if tree else ()


def paid_activities(program: Program) -> frozenset[str]:
    """Ids of the activities that have money: of their own, or of an object above them that is not split further.

    Where no activity has a row, rows with titles of their own may pay for any of them.
    """
    counted = {key_of(row) for row in counted_rows(program)}
    own = {row.activity for row in program.finance.rows} - {""} if program.finance else set()
    free = not own and any(level == "row" for level, _ in counted)
    parents = {key: parent for key, (_, parent) in _objects(program).items()}
    paid = set(own)
    for section in (section for schedule in program.schedules for section in schedule.sections):
        for activity in section.activities:
            above = {("section", section.id), ("task", section.task), *(("task", one) for one in activity.tasks), _TOP}
            above |= {parents[one] for one in above if one in parents}
            if free or not counted.isdisjoint(above):
                paid.add(activity.id)
    return frozenset(paid)


@dataclass(frozen=True, slots=True)
class _Growth:
    children: Mapping[Key, list[Key]]
    rows: Mapping[Key, FinanceRow]
    items: Mapping[Key, Item | None]

    def node(self, key: Key, executor: str, above: frozenset[Key]) -> Node:
        """Rows that stand within each other in a circle hang nowhere: a rule tells of them."""
        row, item = self.rows.get(key), self.items.get(key)
        executor = (row.executor if row else "") or _executor_of(item) or executor
        inner = (self.node(one, executor, above | {key}) for one in self.children.get(key, ()) if one not in above)
        return Node(*key, item, row, executor, tuple(node for node in inner if node.row or node.children))


def _executor_of(item: Item | None) -> str:
    if isinstance(item, Activity):
        return item.responsible[0] if item.responsible else ""
    return item.executor if isinstance(item, Subprogram) else ""


def _objects(program: Program) -> dict[Key, tuple[Item | None, Key]]:
    """Every object of the programme with the one it stands under, in the order of printing."""
    subprograms = program.general.subprograms
    of_task = {task: ("subprogram", one.id) for one in reversed(subprograms) for task in one.tasks}
    of_section = {id: ("subprogram", one.id) for one in reversed(subprograms) for id in one.sections}
    found: dict[Key, tuple[Item | None, Key]] = {_TOP: (None, _TOP)}
    found |= {("subprogram", one.id): (one, _TOP) for one in subprograms}
    found |= {("task", one.id): (one, of_task.get(one.id, _TOP)) for one in program.tasks}
    tasks = {one.id for one in program.tasks}
    for schedule in program.schedules:
        for section in schedule.sections:
            home: Key = ("task", section.task) if section.task in tasks else of_section.get(section.id, _TOP)
            found.setdefault(("section", section.id), (section, home))
            for activity in section.activities:
                own = next((one for one in activity.tasks if one in tasks), "")
                apart = own and not section.task and section.id not in of_section
                parent: Key = ("task", own) if apart else ("section", section.id)
                found.setdefault(("activity", activity.id), (activity, parent))
    return found


Part = tuple[str, Allocation]
"""A part of an object's money with the id of who spends it."""


@dataclass(frozen=True)
class Ledger:
    """Figures of the objects of one programme: as typed where a person gave them, else summed from below."""

    money: Finance
    periods: tuple[str, ...]

    def figure(self, node: Node, period: str, source: str = "") -> Value:
        """The money of an object: in a period or in all (`TOTAL`), of one source or all that count."""
        typed = self.typed(node, period, source)
        return self.computed(node, period, source) if typed is None else typed

    def typed(self, node: Node, period: str, source: str = "") -> Value | None:
        """The same figure where a person gave it for the object itself."""
        given = self.money.totals if node.level == "program" and not source else {}
        if node.row:
            given = node.row.amounts.get(source, {}) if source else {**given, **node.row.totals}
        return given.get(period)

    def computed(self, node: Node, period: str, source: str = "") -> Value:
        """The same figure as the sum of what it is made of."""
        if period == TOTAL:
            of_period = self.figure if source else self.computed
            return Value.total(of_period(node, one, source) for one in self.periods)
        if source or not node.children or node.row is None or not node.row.amounts:
            return self.money.figure(node.rows, (period,), source or None)
        return Value.total(self.figure(node, period, one.id) for one in self.money.sources)

    def spent(self, parts: Sequence[Part], period: str, source: str = "") -> Value:
        """What some parts of an object's money come to."""
        periods = self.periods if period == TOTAL else (period,)
        sources = (source,) if source else tuple(one.id for one in self.money.sources)
        return Value.total(
            part.amounts[one][at] for _, part in parts for one in sources for at in periods if at in part.given(one)
        )
