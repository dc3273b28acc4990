"""The manifest of a build: what was made, of what, by which version."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
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
    signed: Mapping[str, Any]
    pdf: Mapping[str, Converted]


def manifest(
    program: str,
    documents: tuple[Made, ...],
    inputs: Mapping[str, str],
    *,
    draft: bool,
    content: str,
    signed: Mapping[str, Any],
    pdf: tuple[Converted, ...] = (),
) -> bytes:
    """The manifest as JSON. `inputs` maps the files read (relative to the programme) to their SHA-256; `signed` is what
    sign-offs cover and who has signed."""
    value = {
        "version": VERSION,
        "tool": f"munprog {__version__}",
        "program": program,
        "draft": draft,
        "content": content,
        "signed": signed,
        "documents": {
            one.name: {"sha256": one.sha256, "parts": one.parts, "template": one.template, "made_of": one.made_of}
            for one in documents
        },
        "inputs": dict(sorted(inputs.items())),
    }
    return _json(with_pdf(value, pdf))


def with_pdf(value: dict[str, Any], pdf: Iterable[Converted]) -> dict[str, Any]:
    """The manifest's value with these PDF; none of them leave no trace."""
    entries = {
        one.name: {"sha256": one.sha256, "document": one.document, "of": one.of, "archive": one.archive} for one in pdf
    }
    rest = {key: one for key, one in value.items() if key != "pdf"}
    return {**rest, "pdf": entries} if entries else rest


def record_pdf(folder: Path, pdf: Iterable[Converted]) -> None:
    """Write the PDF of a folder into its manifest."""
    write_atomically(folder / NAME, _json(with_pdf(json.loads((folder / NAME).read_bytes()), pdf)))


def announce(folder: Path, names: Iterable[str]) -> None:
    """Name the files that are about to be written, so that those of a build that is killed are known to the next."""
    new = sorted(set(names) - _named(folder))
    if not new:
        return
    try:
        value = json.loads((folder / NAME).read_bytes())
        assert isinstance(value, dict)
    except (OSError, ValueError, AssertionError, RecursionError):
        value = {}
    write_atomically(folder / NAME, _json({**value, "unfinished": sorted({*_unfinished(value), *new}, key=str)}))


def remove_stale(folder: Path, names: Collection[str]) -> None:
    """Remove documents that the manifest of a former build names and this one does not make, and nothing else."""
    for name in _named(folder) - set(names):
        path = folder / name
        if path.is_file() and not path.is_symlink():
            path.unlink()


def _named(folder: Path) -> set[str]:
    """The documents of former builds: plain names of documents alone, whatever the manifest says."""
    try:
        value = json.loads((folder / NAME).read_bytes())
        named = [*value.get("documents", ()), *value.get("pdf", ()), *_unfinished(value)]
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return set()
    return {one for one in named if isinstance(one, str) and _is_document(one)}


def _is_document(name: str) -> bool:
    return Path(name).name == name and "\\" not in name and name.endswith((".docx", ".pdf"))


def _unfinished(value: Mapping[str, Any]) -> list[Any]:
    found = value.get("unfinished", [])
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _json(value: object) -> bytes:
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
        return Known(_text(value["content"]), documents, dict(value["signed"]), pdf)
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
