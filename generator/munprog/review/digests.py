"""What a sign-off covers, as SHA-256 digests: each section, the profile, each template, and all of it.

Date and number of the act are given after approval, so they stand apart: approvers sign the content, the registrar
the content with its registration.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from munprog.documents import KINDS
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.model.signoff import REGISTRAR, SCHEME, total
from munprog.rendering.sameness import template_digest
from munprog.review.canonical import canonical
from munprog.review.differences import sections_of
from munprog.workspace import template_path

__all__ = ["OUTSIDE", "SCHEME", "Digests", "covered", "digests_of", "template_digests"]

OUTSIDE = ("signoff", "expertise")
"""Sections that say something of the programme and are no part of it; with those of `monitoring/`."""
REGISTRATION = "registration"
PROFILE = "profile"
TEMPLATE = "template:"
"""What the name of a template's part begins with; no section is called so."""


@dataclass(frozen=True, slots=True)
class Digests:
    """Hexadecimal digests: of each part of the content by its name, of all parts, and of all with the registration."""

    parts: Mapping[str, str]
    registration: str

    @property
    def content(self) -> str:
        return total(self.parts)

    @property
    def registered(self) -> str:
        return total({**self.parts, REGISTRATION: self.registration})

    def parts_for(self, role: str) -> Mapping[str, str]:
        """What somebody in this role signs."""
        return {**self.parts, REGISTRATION: self.registration} if role == REGISTRAR else self.parts

    def for_role(self, role: str) -> str:
        return self.registered if role == REGISTRAR else self.content


def digests_of(program: Program, profile: Profile, templates: Mapping[str, str]) -> Digests:
    """The digests of a programme under its profile; `templates` maps each template to its digest."""
    sections = {name: canonical(one) for name, one in sections_of(program).items() if covered(name)}
    registration = sections.get("order", {}).pop(REGISTRATION, None)
    parts = {name: _digest(one) for name, one in sections.items()}
    parts[PROFILE] = _digest(canonical(profile))
    parts |= {f"{TEMPLATE}{name}": digest for name, digest in templates.items()}
    return Digests(parts, _digest(registration))


def template_digests(profile: Profile, folder: Path) -> dict[str, str]:
    """The template of every document that the profile names and sign-offs cover → its digest; those that are nowhere
    are left out.

    Raises `TemplateFault` for a package that may not be opened.
    """
    found: dict[str, str] = {}
    for name in sorted({one.template for one in profile.documents if KINDS[one.kind].signed}):
        path = template_path(name, profile.id, folder)
        if path is not None:
            found[name] = template_digest(path.read_bytes(), name=name)
    return found


def covered(section: str) -> bool:
    """Whether a section is part of what is signed."""
    return section not in OUTSIDE and not section.startswith("monitoring/")


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
