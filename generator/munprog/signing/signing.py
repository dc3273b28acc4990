"""Signing: an entry over the content in hand, with a key or without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from munprog.model.signoff import REGISTRAR, SCHEME, SignOff
from munprog.review.digests import digests_of, template_digests
from munprog.signing import ssh
from munprog.signing.standing import is_registered
from munprog.signing.statement import statement
from munprog.signing.writing import written
from munprog.validation import Checked


class NotSignable(Exception):
    """What was asked for cannot be signed; the message says why, in Russian."""


def sign(checked: Checked, role: str, *, name: str, position: str, day: date, key: Path | None) -> tuple[SignOff, str]:
    """The entry, and the text of signoff.yaml with it. A name and a position that are empty are those of the earlier
    entry in this role.

    Raises `NotSignable`, `NoSignature`, `NotByLines` and `TemplateFault`.
    """
    assert checked.program is not None
    assert checked.profile is not None
    program, profile = checked.program, checked.profile
    _refuse(checked, role)
    earlier = [one for one in program.signoffs if one.role == role]
    if not name and len(earlier) == 1:
        name, position = earlier[0].name, position or earlier[0].position
    if not name:
        raise NotSignable("Назовите, кто согласует: --name «А. В. Озерова» и, если нужно, --position «Начальник».")
    digests = digests_of(program, profile, template_digests(profile, checked.folder.folder))
    entry = SignOff(
        role=role,
        name=name,
        position=position,
        date=day,
        scheme=SCHEME,
        digest=digests.for_role(role),
        parts=dict(digests.parts_for(role)),
    )
    if key:
        signature = ssh.sign(statement(checked.folder.id, entry, entry.digest), key)
        entry = SignOff(**{**entry.__dict__, "signature": signature})
    file = checked.folder.sources.get("signoff")
    return entry, written(file, f"{checked.folder.name}/signoff.yaml", entry)


def _refuse(checked: Checked, role: str) -> None:
    assert checked.program is not None
    assert checked.profile is not None
    known = [*(one.role for one in checked.profile.signoffs), REGISTRAR]
    if role not in known:
        raise NotSignable(f"Роли «{role}» в профиле нет; есть: {', '.join(known)}.")
    if role == REGISTRAR and not is_registered(checked.program):
        raise NotSignable("Регистратор ручается за дату и номер акта: запишите их в registration файла order.yaml.")
