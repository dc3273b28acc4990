"""The manifest of a build: what was made, of what, by which version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from munprog import __version__
from munprog.build.content import digest
from munprog.workspace.writing import write_atomically

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
        return _digest_in(folder, self.name) == self.sha256


@dataclass(frozen=True, slots=True)
class Converted:
    """A PDF as the manifest has it: SHA-256 of the file, and the document it was made of. No two conversions give the
    same bytes, so that no digest tells what is in it."""

    name: str
    sha256: str
    document: str
    of: str
    """SHA-256 of the document as it was converted."""
    archive: bool
    """Whether it is PDF/A."""

    def intact(self, folder: Path) -> bool:
        return _digest_in(folder, self.name) == self.sha256

    def serves(self, documents: Iterable[Made]) -> bool:
        """Whether its document still is what it was."""
        return any(one.name == self.document and one.sha256 == self.of for one in documents)


@dataclass(frozen=True, slots=True)
class Known:
    """What a former build left: `content` is the digest of all that the documents of a programme are made of."""

    content: str
    documents: Mapping[str, Made]
    pdf: Mapping[str, Converted]


def manifest(
    program: str,
    documents: tuple[Made, ...],
    inputs: Mapping[str, str],
    *,
    draft: bool,
    content: str,
    pdf: tuple[Converted, ...] = (),
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
    return _written(with_pdf(value, pdf))


def with_pdf(value: dict[str, Any], pdf: Iterable[Converted]) -> dict[str, Any]:
    """The manifest's value with these PDF; none of them leave no trace."""
    entries = {
        one.name: {"sha256": one.sha256, "document": one.document, "of": one.of, "archive": one.archive} for one in pdf
    }
    rest = {key: one for key, one in value.items() if key != "pdf"}
    return {**rest, "pdf": entries} if entries else rest


def record_pdf(folder: Path, pdf: Iterable[Converted]) -> None:
    """Write the PDF of a folder into its manifest."""
    write_atomically(folder / NAME, _written(with_pdf(json.loads((folder / NAME).read_bytes()), pdf)))


def _written(value: dict[str, Any]) -> bytes:
    # A file's name need not be UTF-8 (Linux): what cannot be encoded becomes an escape of JSON.
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def known(folder: Path) -> Known | None:
    """What the manifest of a folder says; None where there is none, or one that is damaged or of another version."""
    try:
        value = json.loads((folder / NAME).read_bytes())
        if value["version"] != VERSION:
            return None
        documents = {name: _made(name, one) for name, one in value["documents"].items()}
        pdf = {name: _converted(name, one) for name, one in value.get("pdf", {}).items()}
        return Known(_text(value["content"]), documents, pdf)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _made(name: str, value: Mapping[str, Any]) -> Made:
    return Made(_plain(name), *(_text(value[key]) for key in ("sha256", "parts", "template", "made_of")))


def _converted(name: str, value: Mapping[str, Any]) -> Converted:
    sha256, document, of = (_text(value[key]) for key in ("sha256", "document", "of"))
    return Converted(_plain(name), sha256, document, of, value["archive"] is True)


def _plain(name: str) -> str:
    """A name that leads nowhere else."""
    if Path(name).name != name:
        raise ValueError(name)
    return name


def _digest_in(folder: Path, name: str) -> str:
    """The SHA-256 of a file in hand; empty where it cannot be read."""
    try:
        return digest((folder / name).read_bytes())
    except OSError:
        return ""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
