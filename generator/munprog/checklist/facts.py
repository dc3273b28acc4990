"""What collectors look at, and what they bring back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from munprog.diagnostics import Finding, KeyPath
from munprog.model.assessment import Mark
from munprog.model.coverage import Coverage, coverage
from munprog.model.item import Item
from munprog.model.numbering import Numbers, numbers_of
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.validation.contents import Contents
from munprog.validation.parameters import Parameter, T, settings

_NAMED = 3
"""How many of those that lack something are named."""
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """Evidence with the key path of its place; the path begins with the section's name."""

    statement: str
    mark: Mark
    path: KeyPath
    figure: str = ""
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """A document as it would be built: the name of its file, its title, and what is wrong with its look."""

    file: str
    title: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Facts:
    """One programme. `data` are its readable sections as read; `neighbours` the texts of the other programmes of the
    run, by id; `looks` its documents, None where nobody has looked at them."""

    program: Program
    profile: Profile | None
    data: Mapping[str, Any]
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    looks: tuple[Look, ...] | None = None

    @cached_property
    def periods(self) -> tuple[str, ...]:
        return self.program.general.term.periods

    @cached_property
    def contents(self) -> Contents:
        return Contents(self.data)

    def setting(self, code: str, parameter: Parameter[T]) -> T:
        """A parameter of a rule as the profile sets it, so that the evidence and the rule measure alike."""
        rule = self.profile.rules.get(code) if self.profile else None
        found: Any = settings((parameter,), rule.parameters if rule else {})[parameter.name]
        return found  # type: ignore[no-any-return]

    @cached_property
    def coverage(self) -> Coverage:
        return coverage(self.program)

    @cached_property
    def numbers(self) -> Numbers:
        return numbers_of(self.program)


Collect = Callable[[Facts], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Collector:
    """One kind of evidence. `title` completes «изменилось: …»; `basis` are the keys (`goals.tasks`) that it rests on,
    without whose sections it has nothing to say."""

    title: str
    basis: tuple[str, ...]
    collect: Collect

    @property
    def sections(self) -> frozenset[str]:
        return frozenset(key.partition(".")[0] for key in self.basis)


_Named = TypeVar("_Named", bound=Item)


def share(
    statement: str, items: Sequence[_Named], good: Callable[[_Named], object], path: KeyPath, *, none: str = ""
) -> Piece:
    """How many of the items are as they should be; the place is the first that is not. Without items there is `none`
    to say."""
    lacking = [one for one in items if not good(one)]
    if not items:
        return Piece(none or statement, Mark.MISSING, path)
    mark = Mark.PRESENT if not lacking else Mark.MISSING if len(lacking) == len(items) else Mark.PARTLY
    figure = f"{len(items) - len(lacking)} из {len(items)}"
    return Piece(
        statement, mark, lacking[0].path if lacking else path, figure, f"кроме: {named(lacking)}" if lacking else ""
    )


def presence(statement: str, there: object, path: KeyPath, *, figure: str = "", quotation: str = "") -> Piece:
    """Something that a programme has or has not: «Этапы описаны: 3», «Этапы описаны: нет»."""
    if not there and figure in ("", "0"):
        figure = "нет"
    return Piece(statement, Mark.PRESENT if there else Mark.MISSING, path, figure, shortened(quotation))


def shown(statement: str, path: KeyPath, *, figure: str = "", quotation: str = "") -> Piece:
    return Piece(statement, Mark.SHOWN, path, figure, shortened(quotation))


def named(items: Sequence[Item]) -> str:
    """The titles of the first few, and how many more there are."""
    titles = [f"«{title_of(one)}»" for one in items[:_NAMED]]
    more = len(items) - _NAMED
    return ", ".join(titles) + (f" и ещё {more}" if more > 0 else "")


def listed(texts: Iterable[str]) -> str:
    """Items of a list in one line, whatever signs they end with."""
    return "; ".join(text.strip().rstrip(";.,") for text in texts)


def title_of(item: Item) -> str:
    names = ("title", "name", "text", "id")
    return shortened(next((str(found) for name in names if (found := getattr(item, name, ""))), ""))


def shortened(text: str) -> str:
    """A text of one line that fits a cell: whole words and an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= _SHORT:
        return text
    return f"{text[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,;:–')}…"


_FIGURE = re.compile(r"\d")


def has_figure(text: str) -> bool:
    return _FIGURE.search(text) is not None
