"""signoff.yaml: who has agreed to the content of the programme, and to which content exactly."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from hashlib import sha256

from munprog.model.item import Item

SCHEME = "munprog-1"
"""How digests are made. A change of the canonical form takes a new name, so that none is compared with another's."""
REGISTRAR = "registrar"
"""The role that answers for date and number of the act; it is needed everywhere."""


class SignOff(Item):
    """One person in one role; `signature` is that of an SSH key, in base64, empty where there is none."""

    role: str
    name: str
    date: datetime.date
    scheme: str
    digest: str
    parts: Mapping[str, str]
    position: str = ""
    signature: str = ""


class SignOffs(Item):
    """The whole of signoff.yaml."""

    signoffs: tuple[SignOff, ...]


def total(parts: Mapping[str, str], scheme: str = SCHEME) -> str:
    """The digest over all parts, by their names: hexadecimal SHA-256."""
    text = json.dumps({"scheme": scheme, "parts": dict(parts)}, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
