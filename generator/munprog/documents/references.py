"""What the references in a programme's texts lead to, whichever of its documents prints the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from munprog.layout.grid import Cell
from munprog.layout.view import View
from munprog.model.references import dangling, resolve

Numbers = Mapping[tuple[str, str], str]
"""Kind and id of what bears a number → the number as it is printed after the word of a reference."""


class DanglingReferences(Exception):
    """References of a document, as they are written, that lead to nothing with a number."""

    def __init__(self, references: tuple[str, ...]) -> None:
        super().__init__(", ".join(references))
        self.references = references


@dataclass(frozen=True, slots=True)
class References:
    numbers: Numbers

    @classmethod
    def of(cls, *found: Numbers) -> References:
        """Of namesakes, the one that was found earlier goes first; ids that look the same are the same."""
        return cls({(kind, _same(id)): number for one in reversed(found) for (kind, id), number in one.items()})

    def before(self, own: Numbers) -> References:
        """These references where `own` goes first: the tables of a document are nearer than those of another."""
        return References.of(own, self.numbers)

    def text(self, text: str) -> str:
        return resolve(text, lambda kind, id: self.numbers.get((kind, _same(id))))


def item_numbers(view: View) -> Numbers:
    """Tasks, indicators and activities: they bear one number in all documents."""
    kinds = ("task", "indicator", "activity")
    return {(kind, id): view.number(one.path) for kind in kinds for id, one in view.program.items[kind].items()}


def dangling_in(value: object) -> tuple[str, ...]:
    """The references that are left anywhere in what a template is offered."""
    return tuple(dict.fromkeys(one for text in _texts(value) for one in dangling(text)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Cell):  # most of all values: the way below would look at each of its fields
        yield from value.paragraphs
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        yield from _texts(tuple(getattr(value, one.name) for one in fields(value)))


def _same(id: str) -> str:
    return unicodedata.normalize("NFC", id)
