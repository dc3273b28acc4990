"""The manifest of a build: what was made, of what, by which version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from munprog import __version__
from munprog.build.content import digest

NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Made:
    """One document as the manifest has it: SHA-256 of the file, a digest of its parts uncompressed, which no zlib
    changes, and of its template.

    `made_of` is the digest of all that went into it; empty for a document that is to be rendered again in any case.
    """

    name: str
    sha256: str
    parts: str
    template: str
    made_of: str = ""

    def intact(self, folder: Path) -> bool:
        """Whether the file in hand is the one that was written."""
        try:
            return digest((folder / self.name).read_bytes()) == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Known:
    """What a former build left: `content` is the digest of all that the documents of a programme are made of."""

    content: str
    documents: Mapping[str, Made]


def manifest(
    program: str, documents: tuple[Made, ...], inputs: Mapping[str, str], *, draft: bool, content: str
) -> bytes:
    """The manifest as JSON. `inputs` maps the files read (relative to the programme) to their SHA-256."""
    value = {
        "version": VERSION,
        "tool": f"munprog {__version__}",
        "program": program,
        "draft": draft,
        "content": content,
        "documents": {
            one.name: {"sha256": one.sha256, "parts": one.parts, "template": one.template, "made_of": one.made_of}
            for one in documents
        },
        "inputs": dict(sorted(inputs.items())),
    }
    # A file's name need not be UTF-8 (Linux): what cannot be encoded becomes an escape of JSON.
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def known(folder: Path) -> Known | None:
    """What the manifest of a folder says; None where there is none, or one that is damaged or of another version."""
    try:
        value = json.loads((folder / NAME).read_bytes())
        if value["version"] != VERSION:
            return None
        documents = {name: _made(name, one) for name, one in value["documents"].items()}
        return Known(_text(value["content"]), documents)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _made(name: str, value: Mapping[str, Any]) -> Made:
    if Path(name).name != name:
        raise ValueError(name)
    return Made(name, *(_text(value[key]) for key in ("sha256", "parts", "template", "made_of")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
