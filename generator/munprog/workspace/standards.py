"""Editions of the formatting standard, with what a profile changes in them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from munprog import resources, source
from munprog.workspace.profiles import load_profile, merge

FOLDER = "standards"
FORMATTING = "formatting"


def standard_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (resources.SCHEMAS / FOLDER).glob("*.yaml")))


def standard_data(name: str, profile: str | None = None, workspace: Path = Path()) -> dict[str, Any]:
    """The data of an edition, merged with what it extends and with what the profile's `formatting` says."""
    path = resources.SCHEMAS / FOLDER / f"{name}.yaml"
    own: Any = source.read(path, name=path.name).data
    base = standard_data(own["extends"]) if "extends" in own else {}
    data: dict[str, Any] = merge(base, own)
    chain = load_profile(profile, workspace) if profile else None
    own_demands = chain.merged().get(FORMATTING) if chain and chain.readable else None
    if isinstance(own_demands, dict):
        for part, fits in (("limits", _is_limit), ("requirements", _is_level)):
            demands = own_demands.get(part)
            for key, value in demands.items() if isinstance(demands, dict) else ():
                if key in data[part] and fits(value):
                    data[part] = {**data[part], key: merge(data[part][key], value)}
    return data


def _is_limit(value: Any) -> bool:
    """Whether it is a number or numbers; that it is nothing else the schema of profiles tells its author."""
    several = value if isinstance(value, list) and value else [value]
    return all(isinstance(one, int | Decimal) and not isinstance(one, bool) for one in several)


def _is_level(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
