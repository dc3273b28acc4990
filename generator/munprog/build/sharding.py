"""The part of the programmes that one of several machines builds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`th of `total` parts, counted from 1."""

    number: int
    total: int

    def of(self, folders: Sequence[Path]) -> tuple[Path, ...]:
        """Programmes are dealt out in order of their ids like cards, so that parts differ by one at most.

        The order of the paths and what a file system makes of it play no part: it is the same on every machine.
        """
        dealt = sorted(folders, key=lambda one: (one.resolve().name, one.as_posix()))
        mine = set(dealt[self.number - 1 :: self.total])
        return tuple(one for one in folders if one in mine)
