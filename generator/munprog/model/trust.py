"""roles.yaml of the trust: who may sign in which role, which roles are needed, and whether keys are."""

from __future__ import annotations

from collections.abc import Mapping

from munprog.model.item import Item


class Grant(Item):
    """The roles of one principal, in these programmes (in all, if none is named)."""

    roles: tuple[str, ...]
    programs: tuple[str, ...] = ()


class Roles(Item):
    """The whole of roles.yaml; `principals` are names of `allowed_signers`."""

    needed: tuple[str, ...]
    principals: Mapping[str, Grant]
    signatures: str = "required"
