"""The manifest of a build: what was made, of what, by which version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from munprog import __version__

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """One document: the file's bytes, and a digest of its parts uncompressed, which no zlib changes."""

    name: str
    data: bytes
    parts: str
    template: str


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def manifest(program: str, documents: tuple[Built, ...], inputs: Mapping[str, str], *, draft: bool) -> bytes:
    """The manifest as JSON. `inputs` maps the files read (relative to the programme) to their SHA-256."""
    content = {
        "version": 1,
        "tool": f"munprog {__version__}",
        "program": program,
        "draft": draft,
        "documents": {
            one.name: {"sha256": digest(one.data), "parts": one.parts, "template": one.template} for one in documents
        },
        "inputs": dict(sorted(inputs.items())),
    }
    # A file's name need not be UTF-8 (Linux): what cannot be encoded becomes an escape of JSON.
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
