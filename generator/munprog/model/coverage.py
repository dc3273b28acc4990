"""The coverage matrix: problem × task × activity × measure × money, and what is missing in it (R-STR-2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from munprog.diagnostics import KeyPath
from munprog.model.analysis import Problem
from munprog.model.goals import Task
from munprog.model.indicators import Measure
from munprog.model.plan import Activity, Direction
from munprog.model.program import Program


@dataclass(frozen=True, slots=True)
class Gap:
    """A link of the chain that is missing, in words, at the item that lacks it."""

    text: str
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Line:
    """One activity: the measures it works for, its money over the whole term in the unit of finance.yaml (None where
    it has no row there), what it lacks."""

    activity: Activity
    measures: tuple[Measure, ...]
    money: Decimal | None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What serves one task, or one direction, or (without an owner) neither."""

    owner: Task | Direction | None
    number: str
    problems: tuple[Problem, ...]
    measures: tuple[Measure, ...]
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def title(self) -> str:
        """«Задача 1. …», «Направление 2. …»."""
        if self.owner is None:
            return "Вне задач и направлений"
        word = "Задача" if isinstance(self.owner, Task) else "Направление"
        return f"{word} {self.number}. {self.owner.title}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """`unanswered` are the problems that no task takes up."""

    blocks: tuple[Block, ...]
    unanswered: tuple[Problem, ...]
    gaps: tuple[Gap, ...]


def coverage(program: Program) -> Coverage:
    """The whole matrix. Of what could not be read nothing is said to be missing."""
    unanswered = _unanswered(program)
    blocks = tuple(_blocks(program))
    gaps = (
        *(Gap(f"На проблему «{one.title}» не отвечает ни одна задача", (*one.path, "id")) for one in unanswered),
        *(gap for block in blocks for gap in (*block.gaps, *(own for line in block.lines for own in line.gaps))),
    )
    return Coverage(blocks, unanswered, tuple(dict.fromkeys(gaps)))


def _blocks(program: Program) -> Iterator[Block]:
    for at, task in enumerate(program.tasks, 1):
        yield _of_task(program, task, task.number or str(at))
    for at, direction in enumerate(program.plan.directions if program.plan else (), 1):
        owned = tuple(_lines(program, direction))
        measures = _measures(program, direction)
        lacks = () if owned else (_gap("Для направления", direction.title, "нет мероприятий", direction.path),)
        yield Block(direction, str(at), (), measures, owned, lacks)
    strays = tuple(_lines(program, None))
    if strays:
        yield Block(None, "", (), (), strays)


def _of_task(program: Program, task: Task, number: str) -> Block:
    problems = tuple(one for one in _problems(program) if one.id in task.problems)
    measures, lines = _measures(program, task), tuple(_lines(program, task))
    wanted = (
        (problems, "analysis", "не отвечает ни на одну проблему"),
        (lines, "plan", "не обеспечена ни одним мероприятием"),
        (measures, "indicators", "не имеет ни одного индикатора"),
        (_results(program, task), "goals", "не имеет ожидаемого результата"),
    )
    gaps = (
        _gap("Задача", task.title, words, task.path)
        for there, home, words in wanted
        if not there and _known(program, home)
    )
    return Block(task, number, problems, measures, lines, tuple(gaps))


def _lines(program: Program, owner: Task | Direction | None) -> Iterator[Line]:
    for schedule in program.schedules:
        for section in schedule.sections:
            for activity in section.activities:
                if _owned(activity, section.task, section.direction, owner):
                    yield _line(program, activity, owner)


def _owned(activity: Activity, task: str, direction: str, owner: Task | Direction | None) -> bool:
    if owner is None:
        return not (task or direction or activity.tasks)
    if isinstance(owner, Direction):
        return direction == owner.id
    return owner.id == task or owner.id in activity.tasks


def _line(program: Program, activity: Activity, owner: Task | Direction | None) -> Line:
    own = tuple(one for one in program.measures if one.id in activity.measures)
    money = _money(program, activity)
    gaps = []
    if owner is None:
        gaps.append(_gap("Мероприятие", activity.title, "не связано ни с задачей, ни с направлением", activity.path))
    if activity.financed and money is None and program.finance:
        gaps.append(
            _gap("Мероприятие", activity.title, "отмечено как финансируемое, а денег на него нет", activity.path)
        )
    return Line(activity, own or _measures(program, owner), money, tuple(gaps))


def _money(program: Program, activity: Activity) -> Decimal | None:
    money = program.finance
    rows = [row for row in money.rows if row.activity == activity.id] if money else []
    return money.amount(rows, program.general.term.periods) if money and rows else None


def _measures(program: Program, owner: Task | Direction | None) -> tuple[Measure, ...]:
    if owner is None:
        return ()
    by = "direction" if isinstance(owner, Direction) else "task"
    return tuple(one for found in program.all_indicators if getattr(found, by) == owner.id for one in found.measures)


def _results(program: Program, task: Task) -> tuple[str, ...]:
    return tuple(one.id for one in program.goals.results if task.id in one.tasks) if program.goals else ()


def _problems(program: Program) -> tuple[Problem, ...]:
    return program.analysis.problems if program.analysis else ()


def _unanswered(program: Program) -> tuple[Problem, ...]:
    answered = {problem for task in program.tasks for problem in task.problems}
    return tuple(one for one in _problems(program) if one.id not in answered) if _known(program, "goals") else ()


def _known(program: Program, section: str) -> bool:
    return section not in program.unknown


def _gap(what: str, title: str, lacks: str, path: KeyPath) -> Gap:
    return Gap(f"{what} «{title}» {lacks}", (*path, "id"))
