"""What a sign-off covers, as SHA-256 digests: each section, the profile, each template, and all of it.

Date and number of the act are given after approval, so they stand apart: approvers sign the content, the registrar
the content with its registration.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.review.canonical import canonical
from munprog.review.differences import sections_of

SCHEME = "munprog-1"
"""How digests are made. A change of the canonical form takes a new name, so that none is compared with another's."""
OUTSIDE = ("signoff", "expertise")
"""Sections that say something of the programme and are no part of it; with those of `monitoring/`."""
_APART = "registration"


@dataclass(frozen=True, slots=True)
class Digests:
    """Hexadecimal digests: of each part of the content by its name, of all parts, and of all with the registration."""

    parts: Mapping[str, str]
    content: str
    registered: str


def digests_of(program: Program, profile: Profile, templates: Mapping[str, str]) -> Digests:
    """The digests of a programme under its profile; `templates` maps each document to the digest of its template."""
    sections = {name: canonical(one) for name, one in sections_of(program).items() if covered(name)}
    registration = sections.get("order", {}).pop(_APART, None)
    parts = {name: _digest(one) for name, one in sections.items()}
    parts["profile"] = _digest(canonical(profile))
    parts |= {f"template:{document}": digest for document, digest in templates.items()}
    content = _digest({"scheme": SCHEME, "parts": parts})
    return Digests(parts, content, _digest({"content": content, _APART: registration}))


def covered(section: str) -> bool:
    """Whether a section is part of what is signed."""
    return section not in OUTSIDE and not section.startswith("monitoring/")


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
