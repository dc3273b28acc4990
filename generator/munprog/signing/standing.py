"""Where a programme stands: for each needed role, whether it has signed the content in hand.

Nothing that a change under review may edit is believed: digests are computed anew, keys and roles come from the trust,
and the rules of validation, which a profile may silence, have no say here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.model.signoff import REGISTRAR, SCHEME, SignOff
from munprog.review.digests import Digests, digests_of, template_digests
from munprog.signing.ssh import is_signed, principals
from munprog.signing.statement import statement
from munprog.signing.trust import Trust
from munprog.validation import Checked

REGISTRAR_TITLE = "Регистратор"


class State(StrEnum):
    """What an entry is worth; from worthless to good, so that of several the best one counts."""

    MISSING = "missing"
    CHANGED = "changed"
    FORGED = "forged"
    STRANGER = "stranger"
    NOT_HELD = "not-held"
    KEYLESS = "keyless"
    UNCHECKED = "unchecked"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class RoleStanding:
    """One needed role: its best entry (None where there is none) and what that is worth.

    `principal` is whose key has signed; empty where no key is needed, or none is known.
    """

    role: str
    title: str
    state: State
    entry: SignOff | None = None
    principal: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """All needed roles of a programme. `keys` tells whether signatures by key are needed, `registered` whether the act
    has its date and number."""

    program: str
    roles: tuple[RoleStanding, ...]
    agreed: tuple[SignOff, ...]
    """Every entry that counts, in the order of the roles: what the approval sheet prints."""
    keys: bool
    registered: bool

    @property
    def final(self) -> bool:
        return self.registered and all(one.state is State.SIGNED for one in self.roles)


def standing_of(checked: Checked, trust: Trust | None) -> Standing:
    """The standing of a programme that validation found valid. Raises `TemplateFault` and `NoSignature`."""
    assert checked.program is not None
    assert checked.profile is not None
    program, profile = checked.program, checked.profile
    digests = None
    if program.signoffs:  # without any there is nothing to compare
        digests = digests_of(program, profile, template_digests(profile, checked.folder.folder))
    keys = profile.signatures != "none" or (trust is not None and trust.roles.signatures != "none")
    judge = _Judge(checked.folder.id, program, digests, trust, keys)
    judged = {role: tuple(judge.of_role(role)) for role in _needed(profile, trust)}
    titles = {REGISTRAR: REGISTRAR_TITLE, **{one.role: one.title for one in profile.signoffs}}
    return Standing(
        checked.folder.id,
        tuple(_best(role, titles.get(role, role), found) for role, found in judged.items()),
        tuple(one.entry for found in judged.values() for one in found if one.entry and one.state is State.SIGNED),
        keys,
        is_registered(program),
    )


def _needed(profile: Profile, trust: Trust | None) -> tuple[str, ...]:
    """Roles of the profile, those that the trust adds, and the registrar at the end."""
    roles = dict.fromkeys((*(one.role for one in profile.signoffs), *(trust.roles.needed if trust else ())))
    roles.pop(REGISTRAR, None)
    return (*roles, REGISTRAR)


def is_registered(program: Program) -> bool:
    """An act without the key has no date and number either; a programme without an act needs none."""
    own = program.order.registration if program.order else None
    return program.order is None or bool(own and own.date and own.number)


def _best(role: str, title: str, found: tuple[RoleStanding, ...]) -> RoleStanding:
    if not found:
        return RoleStanding(role, title, State.MISSING)
    best = max(found, key=lambda one: list(State).index(one.state))
    return RoleStanding(role, title, best.state, best.entry, best.principal)


@dataclass(frozen=True, slots=True)
class _Judge:
    id: str
    """The name of the folder: a copy of a signed programme under another name is not signed."""
    program: Program
    digests: Digests | None
    trust: Trust | None
    keys: bool

    def of_role(self, role: str) -> Iterator[RoleStanding]:
        for entry in self.program.signoffs:
            if entry.role == role:
                state, principal = self._worth(entry)
                yield RoleStanding(role, "", state, entry, principal)

    def _worth(self, entry: SignOff) -> tuple[State, str]:
        assert self.digests is not None
        digest = self.digests.for_role(entry.role)
        if entry.scheme != SCHEME or entry.digest != digest:
            return State.CHANGED, ""
        if not entry.signature:
            return (State.KEYLESS if self.keys else State.SIGNED), ""
        if self.trust is None:
            return (State.UNCHECKED if self.keys else State.SIGNED), ""
        return self._by_key(entry, digest, self.trust)

    def _by_key(self, entry: SignOff, digest: str, trust: Trust) -> tuple[State, str]:
        known = principals(entry.signature, trust.signers, entry.date)
        if not known:
            return State.STRANGER, ""
        holders = [one for one in known if trust.holds(one, entry.role, self.id)]
        if not holders:
            return State.NOT_HELD, known[0]
        signed = statement(self.id, entry, digest)
        for one in holders:
            if is_signed(signed, entry.signature, one, trust.signers, entry.date, trust.revoked):
                return State.SIGNED, one
        return State.FORGED, holders[0]
