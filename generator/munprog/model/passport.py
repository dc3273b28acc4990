"""passport.yaml: what stands nowhere else, and rows given by hand; the rest of the passport is derived."""

from __future__ import annotations

from collections.abc import Mapping

from munprog.model.item import Item


class Control(Item):
    bodies: tuple[str, ...]
    text: str = ""


class Passport(Item):
    """The whole of passport.yaml; developers, executors and control name bodies by id (R-PAS-4)."""

    developers: tuple[str, ...]
    executors: tuple[str, ...] = ()
    control: Control | None = None
    mechanism: tuple[str, ...] = ()
    rows: Mapping[str, tuple[str, ...]]
