"""Profiles: found by name, merged with what they extend.

A profile of the workspace goes before the tool's own of the same name. Mappings are merged key by key; lists whose
items have an `id` are merged by it, order kept and new items last, those `removed` left out; everything else replaces
what it extends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from munprog import resources, source
from munprog.source import Source
from munprog.workspace.folder import shown

FOLDER = "profiles"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
"""Also keeps a name that a programme gives from leading out of the folder of profiles."""


@dataclass(frozen=True, slots=True)
class ProfileChain:
    """A profile and what it extends, nearest first. `missing` names a profile that was not found, `cycle` one that
    extends itself in the end."""

    name: str
    sources: tuple[Source, ...]
    missing: str = ""
    cycle: str = ""

    @property
    def readable(self) -> bool:
        return not self.missing and not self.cycle and all(isinstance(one.data, dict) for one in self.sources)

    def merged(self) -> dict[str, Any]:
        """The data of the whole chain; call it on a readable chain only."""
        result: dict[str, Any] = {}
        for one in reversed(self.sources):
            result = merge(result, one.data)
        return result


def load_profile(name: str, workspace: Path) -> ProfileChain:
    """Read the profile and its ancestors."""
    sources: list[Source] = []
    seen: list[str] = []
    wanted: object = name
    while wanted:
        if not isinstance(wanted, str) or not (path := find_profile(wanted, workspace)):
            return ProfileChain(name, tuple(sources), missing=str(wanted))
        if wanted in seen:
            return ProfileChain(name, tuple(sources), cycle=wanted)
        seen.append(wanted)
        sources.append(source.read(path, name=shown(path)))
        data = sources[-1].data
        wanted = data.get("extends") if isinstance(data, dict) else None
    return ProfileChain(name, tuple(sources))


def find_profile(name: str, workspace: Path) -> Path | None:
    """The file of a profile: of the workspace, else the tool's own; None where there is none of this name."""
    if not _NAME.fullmatch(name):
        return None
    places = (workspace / "schemas" / FOLDER, resources.SCHEMAS / FOLDER)
    return next((path for folder in places if (path := folder / f"{name}.yaml").is_file()), None)


def profile_names(workspace: Path) -> tuple[str, ...]:
    """Every profile that can be named here."""
    places = (workspace / "schemas" / FOLDER, resources.SCHEMAS / FOLDER)
    return tuple(sorted({path.stem for folder in places for path in folder.glob("*.yaml")}))


def merge(base: Any, own: Any) -> Any:
    """What `own` says on top of `base`."""
    if isinstance(base, dict) and isinstance(own, dict):
        return base | {key: merge(base[key], value) if key in base else value for key, value in own.items()}
    if _identified(base) and _identified(own):
        ours = {item["id"]: item for item in own}
        merged = [merge(item, ours.get(item["id"], {})) for item in base if not _removed(ours.get(item["id"]))]
        known = {item["id"] for item in base}
        return merged + [item for item in own if item["id"] not in known]
    return own


def _removed(item: Any) -> bool:
    """One that removes nothing stays: the check of profiles finds it unfinished."""
    return bool(item and item.get("removed"))


def _identified(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) and "id" in item for item in value)
