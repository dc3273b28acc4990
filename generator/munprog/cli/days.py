"""Days as people type them on the command line."""

from __future__ import annotations

from datetime import date
from typing import Any

import click


class Day(click.ParamType[date]):
    """`31.12.2026` or `2026-12-31`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        from munprog.model.dates import parse_date

        found = parse_date(str(value))
        if found is None:
            self.fail(f"«{value}» – не дата; дата пишется так: 31.12.2026.", param, ctx)
        return found
