"""Writing down what answers rest on: the `basis` of each sheet in expertise.yaml, in place, all else as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from munprog import source
from munprog.checklist.assess import prints_of
from munprog.checklist.run import Judged
from munprog.source import Source

Basis = Mapping[str, Mapping[str, str]]


class NotByLines(Exception):
    """A sheet is written in one line with others, so that nothing can be put into it line by line."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(
            f"{file}:{line}: лист записан в фигурных скобках. Запишите его ключами, каждый с новой строки, "
            "и повторите команду."
        )


def recorded(judged: Judged, confirmed: frozenset[str] = frozenset()) -> tuple[str, int]:
    """The text of expertise.yaml with a basis for each answer that has none, and how many were written.

    Answers to the questions `confirmed` get the basis of today, whatever stood there. Raises `NotByLines`.
    """
    file = judged.checked.folder.sources["expertise"]
    expertise = judged.expertise
    text, count = file.text.content, 0
    for at in reversed(range(len(expertise.reviews) if expertise else 0)):
        assert expertise
        before = expertise.reviews[at].basis
        basis = _basis(judged, tuple(expertise.reviews[at].answers), before, confirmed)
        written = sum(before.get(id) != prints for id, prints in basis.items())
        if written or basis.keys() != before.keys():
            text = _with_basis(file, text, at, basis)
            count += written
    return text, count


def _basis(judged: Judged, answered: tuple[str, ...], before: Basis, confirmed: frozenset[str]) -> Basis:
    """In the order of the questions; an answer that is gone takes its basis with it."""
    questions = [one for found in judged.checklists for one in found.questions if one.id in answered]
    return {
        one.id: prints_of(judged.subject, one) if one.id in confirmed or one.id not in before else before[one.id]
        for one in questions
    }


def _with_basis(file: Source, text: str, at: int, basis: Basis) -> str:
    """`file` is the text as read; what stands below the sheet may have been changed since."""
    path = ("reviews", at)
    key = file.place((*path, "expert"), key=True)
    lines = text.split("\n")
    first = last = file.place(path).end_line
    data: Any = file.data
    if "basis" in data["reviews"][at]:
        first, last = file.place((*path, "basis"), key=True).line, file.place((*path, "basis")).end_line
        lines[first - 1 : last] = []
        last = first - 1
    indent = " " * (key.column - 1)
    new = [f"{indent}basis:", *(f"{indent}  {id}: {_flow(prints)}" for id, prints in basis.items())]
    lines[last:last] = new if basis else []
    changed = "\n".join(lines)
    read = source.read_text(changed, name=file.name)
    found: Any = read.data
    if read.findings or found["reviews"][at].get("basis", {}) != {id: dict(prints) for id, prints in basis.items()}:
        raise NotByLines(file.name, key.line)
    return changed


def _flow(prints: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {letters}" for name, letters in prints.items()) + "}"
