"""`2/4` on the command line: the second of four parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from munprog.build import Shard

_WRITTEN = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


class ShardType(click.ParamType["Shard"]):
    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Shard:
        from munprog.build import Shard

        if isinstance(value, Shard):
            return value
        found = _WRITTEN.fullmatch(str(value))
        if not found:
            self.fail(f"«{value}» – не часть; вторая из четырёх частей пишется так: 2/4.", param, ctx)
        number, total = map(int, found.groups())
        if not 1 <= number <= total:
            known = f"части нумеруются от 1 до {total}" if total else "частей бывает не меньше одной"
            self.fail(f"части {value} нет: {known}.", param, ctx)
        return Shard(number, total)
