"""What the layout reads: one programme under one profile, with the numbers of its items."""

from __future__ import annotations

from dataclasses import dataclass

from munprog.diagnostics import KeyPath
from munprog.layout.records import Heading
from munprog.model.numbering import Numbers, numbers_of
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.model.report import YearReport
from munprog.model.signoff import SignOff


@dataclass(frozen=True)
class View:
    program: Program
    profile: Profile
    numbers: Numbers
    report: YearReport | None = None
    """The year that a report is on; None in all other documents."""
    agreed: tuple[SignOff, ...] = ()
    """Who has signed off the content: nobody while it is a draft."""

    @classmethod
    def of(cls, program: Program, profile: Profile, agreed: tuple[SignOff, ...] = ()) -> View:
        return cls(program, profile, numbers_of(program), agreed=agreed)

    def number(self, path: KeyPath) -> str:
        return self.numbers.get(path, "")

    def owner_title(self, task: str, direction: str) -> str:
        """«Задача 1. …» or «Направление 1. …»: the head of a group of rows; empty where nobody owns them."""
        number, title = self._owner(task, direction)
        return f"{'Задача' if task else 'Направление'} {number}. {title}" if number else ""

    def owner_heading(self, task: str, direction: str, *, shown: bool = True) -> tuple[Heading, ...]:
        """The same as the head of a group of rows; none where nobody owns them."""
        number, title = self._owner(task, direction)
        level = "task" if task else "direction"
        return (Heading(self.owner_title(task, direction), level, number, title, shown),) if number else ()

    def subprogram_heading(self, task: str, section: str = "") -> tuple[Heading, ...]:
        """«Подпрограмма 1. …», the head over the rows of a task or a section of the plan, where a table asks for it."""
        for one in self.program.general.subprograms:
            if task in one.tasks or section in one.sections:
                number = self.number(one.path)
                text = f"Подпрограмма {number}. {one.title}"
                return (Heading(text, "subprogram", number, one.title, shown=False),)
        return ()

    def owner_dative(self, task: str, direction: str) -> str:
        """«задаче 1», «направлению 1»: the owner in the line of its total."""
        number, _ = self._owner(task, direction)
        return f"{'задаче' if task else 'направлению'} {number}" if number else ""

    def _owner(self, task: str, direction: str) -> tuple[str, str]:
        """Number and title of the task, else of the direction."""
        if task:
            return next(((self.number(one.path), one.title) for one in self.program.tasks if one.id == task), ("", ""))
        directions = self.program.plan.directions if self.program.plan else ()
        return next(((str(at), one.title) for at, one in enumerate(directions, 1) if one.id == direction), ("", ""))
