"""What a rule is, and what it may say.

A rule is a short pure function from a case to faults. It names key paths; `validate` turns them into places and
gives the finding the rule's code, severity and basis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.checklist import Question
from munprog.model.general import Term
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.validation import term as terms
from munprog.validation.contents import Contents
from munprog.validation.parameters import Parameter, Setting, T


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: where (`key` points at the key itself), what, how to mend it, and what it disagrees with."""

    path: KeyPath
    message: str
    hint: str = ""
    key: bool = False
    related: tuple[tuple[KeyPath, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """What rules look at: one programme under its profile.

    `data` are the readable sections as read, for rules on keys that the model does not keep apart; `dangling` holds
    the kinds of links (`task`, `measure`…) of which some lead nowhere: what follows from those is not said twice.
    `settings` are the parameters of the rule that is being asked, by name. `questions` are those of the checklists, for
    a programme that experts have answered for. `contents` are the data walked once for all rules.
    """

    program: Program
    profile: Profile
    folder: str
    data: Mapping[str, Any]
    dangling: frozenset[str] = frozenset()
    settings: Mapping[str, Setting] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    contents: Contents = field(default_factory=lambda: Contents({}))

    def __post_init__(self) -> None:
        if self.contents.data is not self.data:
            object.__setattr__(self, "contents", Contents(self.data))

    def setting(self, parameter: Parameter[T]) -> T:
        """What the profile sets, or the default; `KeyError` for a parameter that the rule does not declare."""
        value: Any = self.settings[parameter.name]
        return value  # type: ignore[no-any-return]

    @cached_property
    def term(self) -> Term:
        return self.program.general.term

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the programme; None where they are unknown or the term contradicts itself."""
        return terms.bounds(self.term)

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """Empty where the term contradicts itself: that has its finding, and nothing can be measured by it."""
        return terms.periods(self.term)


Check = Callable[[Case], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the registry. `needs` are the sections without which it has nothing to say, `parameters` what a
    profile may set beside its severity."""

    code: str
    name: str
    severity: Severity
    check: Check
    requirement: str = ""
    source: str = ""
    checklist: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    parameters: tuple[Parameter[Any], ...] = ()

    @property
    def basis(self) -> str:
        return "; ".join(part for part in (self.source, self.requirement) if part)
