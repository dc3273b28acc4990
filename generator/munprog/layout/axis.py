"""Axes: the periods, stages or sources over which the columns of a table run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """One place of an axis: its `id` is the key of values, `title` stands over its column.

    `roles` are those of `fact`, `reporting`, `current`, `next`, `plan` that it has, the most special first; `over` are
    the heads above the period (the year of a quarter), outermost first; `first` and `last` are the years or marks it
    runs from and to.
    """

    id: str
    title: str
    roles: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    first: str = ""
    last: str = ""

    @property
    def words(self) -> dict[str, str]:
        """What a pattern of its title may name."""
        first, last = self.first or self.id, self.last or self.id
        years = first if first == last else f"{first}–{last}"
        return {"period": self.title, "id": self.id, "first": first, "last": last, "years": years}


@dataclass(frozen=True, slots=True)
class Axis:
    """Periods in the order of printing."""

    periods: tuple[Period, ...] = ()

    @classmethod
    def of(cls, *ids: str) -> Axis:
        """Periods that are called as they are keyed."""
        return cls(tuple(Period(id, id) for id in ids))

    def only(self, roles: Iterable[str]) -> Axis:
        """The periods with one of these roles; all of them where none is asked for."""
        wanted = set(roles)
        return Axis(tuple(one for one in self.periods if wanted.intersection(one.roles))) if wanted else self
