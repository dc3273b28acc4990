"""Numbers of tasks, indicators, sections and activities: computed from order, unless a person gave one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from munprog.diagnostics import KeyPath
from munprog.model.plan import Schedule
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
        yield from _schedule(schedule)
    for at, result in enumerate(program.goals.results if program.goals else (), 1):
        yield result.path, str(at), result.number


def _schedule(schedule: Schedule) -> Iterator[tuple[KeyPath, str, str]]:
    """Sections and activities in the order that the schedule asks for: 1.1, or anew in each section, or running on."""
    own, passed = schedule.numbering, 0
    for at, section in enumerate(schedule.sections, 1):
        bare = own.sections.bare(at)
        yield section.path, bare, section.number
        for place, activity in enumerate(section.activities, 1):
            if own.order == "по разделам":
                number = f"{section.number or bare or at}.{place}"
            else:
                number = own.activities.bare(place + passed)
            yield activity.path, number, activity.number
        passed += len(section.activities) if own.order == "подряд" else 0


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
