"""Numbers of tasks, indicators, sections and activities: computed from order, unless a person gave one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from munprog.diagnostics import KeyPath
from munprog.model.program import Program

Numbers = Mapping[KeyPath, str]


def numbers_of(program: Program) -> Numbers:
    """The printed number of each numbered item, by the item's path (tasks 1, indicators 1.1, activities 1.1)."""
    return {path: given or computed for path, computed, given in numbered(program)}


def numbered(program: Program) -> Iterator[tuple[KeyPath, str, str]]:
    """Path, computed number and the number given by hand (or an empty string) of each numbered item."""
    for at, subprogram in enumerate(program.general.subprograms, 1):
        yield subprogram.path, str(at), subprogram.number
    for at, task in enumerate(program.tasks, 1):
        yield task.path, str(at), task.number
    yield from _indicators(program)
    for schedule in program.schedules:
        for at, section in enumerate(schedule.sections, 1):
            yield section.path, str(at), section.number
            for place, activity in enumerate(section.activities, 1):
                yield activity.path, f"{section.number or at}.{place}", activity.number


def _indicators(program: Program) -> Iterator[tuple[KeyPath, str, str]]:
    """Under a task an indicator bears the task's number, under a direction the direction's."""
    owners = {f"task:{task.id}": task.number or str(at) for at, task in enumerate(program.tasks, 1)}
    directions = program.plan.directions if program.plan else ()
    owners |= {f"direction:{one.id}": str(at) for at, one in enumerate(directions, 1)}
    seen: dict[str, int] = {}
    for indicator in program.all_indicators:
        owner = f"task:{indicator.task}" if indicator.task else f"direction:{indicator.direction}"
        seen[owner] = seen.get(owner, 0) + 1
        head = owners.get(owner, "")
        yield indicator.path, f"{head}.{seen[owner]}" if head else str(seen[owner]), indicator.number
