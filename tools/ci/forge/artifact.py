"""Files that the check of a change has left."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from forge.refused import Refused

FINDINGS = "findings.json"
DIFFERENCES = "differences.json"
SARIF = "findings.sarif"

PACKED = 8 << 20
"""Bytes of the archive."""
_UNPACKED = 16 << 20
"""Bytes of a file in it."""


def from_archive(archive: bytes, *names: str) -> tuple[bytes, ...]:
    """The named files; whatever else the archive holds is never unpacked, and nothing is written. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return tuple(_member(opened, name) for name in names)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Refused("The archive of the check cannot be read") from None


def from_folder(folder: Path, *names: str) -> tuple[bytes, ...]:
    """Raises Refused."""
    return tuple(_file(folder / name) for name in names)


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.namelist().count(name) != 1:
        raise Refused(f"The archive of the check has no {name}")
    with archive.open(name) as member:
        return _capped(member.read(_UNPACKED + 1), name)


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return _capped(opened.read(_UNPACKED + 1), path.name)
    except OSError:
        raise Refused(f"The check has left no {path.name}") from None


def _capped(content: bytes, name: str) -> bytes:
    if len(content) > _UNPACKED:
        raise Refused(f"{name} is too large")
    return content
