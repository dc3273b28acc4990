"""What the layout reads: one programme under one profile, with the numbers of its items."""

from __future__ import annotations

from dataclasses import dataclass

from munprog.diagnostics import KeyPath
from munprog.layout.table import Axis
from munprog.model.numbering import Numbers, numbers_of
from munprog.model.profile import Profile
from munprog.model.program import Program


@dataclass(frozen=True)
class View:
    program: Program
    profile: Profile
    numbers: Numbers

    @classmethod
    def of(cls, program: Program, profile: Profile) -> View:
        return cls(program, profile, numbers_of(program))

    def number(self, path: KeyPath) -> str:
        return self.numbers.get(path, "")

    def task_title(self, id: str) -> str:
        """«Задача 1. …», the head of a group of rows."""
        task = next((one for one in self.program.tasks if one.id == id), None)
        return f"Задача {self.number(task.path)}. {task.title}" if task else ""

    def direction_title(self, id: str) -> str:
        directions = self.program.plan.directions if self.program.plan else ()
        return next((f"{at}. {one.title}" for at, one in enumerate(directions, 1) if one.id == id), "")

    def owner_title(self, task: str, direction: str) -> str:
        return self.task_title(task) if task else self.direction_title(direction)

    @property
    def term_axis(self) -> Axis:
        """The periods of the programme's term: its calendar or school years."""
        periods = self.program.general.term.periods
        return Axis(periods, {period: period for period in periods})
