"""Two states of a workspace side by side: programmes by their ids, each with its differences in words."""

from __future__ import annotations

from dataclasses import dataclass

from munprog.resources import SCHEMAS
from munprog.review.differences import Change, differences
from munprog.review.wording import Described, State, describe
from munprog.validation import Checked, Validated
from munprog.validation.schema import SectionSchemas


@dataclass(frozen=True, slots=True)
class Compared:
    """One programme: how it changed as a whole (None where it stands in both states), and what differs inside.

    `unread` names the states («было», «стало») in which something could not be read and is not compared.
    """

    program: str
    title: str
    change: Change | None
    differences: tuple[Described, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        return self.change is None and not self.differences and not self.unread


def compare(before: Validated, after: Validated) -> tuple[Compared, ...]:
    """Every programme of either state, in order of id."""
    old = {one.folder.id: one for one in before.checked}
    new = {one.folder.id: one for one in after.checked}
    schemas = SectionSchemas(SCHEMAS)
    return tuple(_program(id, old.get(id), new.get(id), schemas) for id in sorted(old.keys() | new.keys()))


def _program(id: str, before: Checked | None, after: Checked | None, schemas: SectionSchemas) -> Compared:
    title = next((one.program.general.title for one in (after, before) if one and one.program), id)
    if before is None or after is None:
        return Compared(id, title, Change.ADDED if before is None else Change.REMOVED)
    unread = tuple(_unread("было", before) + _unread("стало", after))
    if before.program is None or after.program is None:
        return Compared(id, title, None, (), unread)
    states = State(before.program, before.folder.sources), State(after.program, after.folder.sources)
    found = differences(before.program, after.program)
    return Compared(id, title, None, tuple(describe(one, *states, schemas) for one in found), unread)


def _unread(state: str, checked: Checked) -> list[str]:
    if checked.program is None:
        return [f"{state}: программу не удалось прочитать"]
    return [f"{state}: не прочитан раздел {name}" for name in sorted(checked.program.unknown)]
