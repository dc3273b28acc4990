"""The coverage matrix for a person to read: what serves what, and where the chain breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from munprog.checklist.run import Judged
from munprog.model.coverage import Block, Line
from munprog.model.finance import Finance
from munprog.model.goals import Task
from munprog.model.numbering import Numbers
from munprog.reporting.characters import visible

_GAP = "! "


def matrix_as_text(one: Judged) -> str:
    """Problem → task → activity → measures → money, task by task, then every gap with its place."""
    return "\n".join(_lines(one)) + "\n"


def _lines(one: Judged) -> Iterator[str]:
    facts = one.subject.facts
    yield f"Программа {one.id}. Матрица покрытия: проблема – задача – мероприятие – индикатор – деньги"
    if facts is None:
        yield "Не читается program.yaml: сначала исправьте его (munprog validate)."
        return
    if not facts.coverage.blocks:
        yield "Задач и мероприятий среди данных нет: сопоставлять нечего."
    for block in facts.coverage.blocks:
        yield ""
        yield from _block(block, facts.numbers, facts.program.finance)
    gaps = facts.coverage.gaps
    yield ""
    if facts.coverage.blocks or gaps:
        yield f"Пробелов: {len(gaps)}." if gaps else "Пробелов нет."
    for gap in gaps:
        place = one.checked.folder.sources[str(gap.path[0])].place(gap.path[1:])
        yield f"  {_GAP}{visible(gap.text)}  {visible(place.file)}:{place.line}"


def _block(block: Block, numbers: Numbers, money: Finance | None) -> Iterator[str]:
    owner = block.owner
    yield visible(block.title)
    if isinstance(owner, Task):
        yield from _titles("Проблемы", [one.title for one in block.problems])
    if owner is not None:
        yield from _titles("Индикаторы", [one.title for one in block.measures])
    if block.lines:
        yield "  Мероприятия:"
    for line in block.lines:
        yield _line(line, numbers, money)
    yield from (f"  {_GAP}{visible(gap.text)}" for gap in block.gaps)


def _titles(head: str, titles: Sequence[str]) -> Iterator[str]:
    """Each on a line of its own: several in a row are lost in a narrow window."""
    yield f"  {head}:{'' if titles else ' нет'}"
    yield from (f"    – {visible(one)}" for one in titles)


def _line(line: Line, numbers: Numbers, money: Finance | None) -> str:
    number = numbers.get(line.activity.path, "")
    amount = money.form.in_sentence(line.money) if money and line.money is not None else "без денег"
    gaps = "".join(f"\n      {_GAP}{visible(gap.text)}" for gap in line.gaps)
    return f"    {number} {visible(line.activity.title)} – индикаторов {len(line.measures)}, {amount}{gaps}"
