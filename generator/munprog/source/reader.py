"""A file, its bytes or its text → a source; nothing raises, all faults are findings."""

from __future__ import annotations

import stat
from pathlib import Path

from munprog.diagnostics import Finding
from munprog.source import faults
from munprog.source.builder import build
from munprog.source.decode import decode
from munprog.source.source import Source
from munprog.source.text import Text


def read(path: Path, *, name: str) -> Source:
    """Read a file; `name` is what findings call it."""
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            return _nothing(name, faults.not_a_file(name))
        with path.open("rb") as file:
            data = file.read(faults.MAX_BYTES + 1)
    except OSError as problem:
        return _nothing(name, faults.unreadable(name, problem))
    return read_bytes(data, name=name)


def read_bytes(data: bytes, *, name: str) -> Source:
    """Read what a file holds."""
    text = decode(data, name)
    return _nothing(name, text) if isinstance(text, Finding) else _read(text)


def read_text(content: str, *, name: str) -> Source:
    """Read a text that is decoded already."""
    if len(content) > faults.MAX_BYTES:
        return _nothing(name, faults.too_large(name))
    return _read(Text(name, content.removeprefix("\ufeff")))


def _read(text: Text) -> Source:
    built = build(text)
    return Source(text.name, built.data, tuple(built.findings), text, built.root, tuple(built.refused))


def _nothing(name: str, finding: Finding) -> Source:
    return Source(name, None, (finding,), Text(name, ""), 0)
