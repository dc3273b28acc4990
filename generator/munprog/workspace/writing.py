"""Files written in one step: each is old or new, never half."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

_SUFFIX = ".munprog.tmp"
_TRIES = 5


def write_atomically(path: Path, data: bytes) -> bool:
    """Put `data` in place of `path`; False where the very same bytes stood there already.

    The rights of a file that was there are kept. Two runs at once each rename a file of their own. Raises `OSError`,
    and leaves the old file then.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in reversed(range(_TRIES)):
        try:
            _replace(path, data)
            break
        except FileNotFoundError:
            # Another run has taken our file for one that was left behind.
            if not left:
                raise
    return True


def remove_leftovers(folder: Path) -> None:
    """Remove what runs that were killed left half written in a folder. A run at work writes its file once more."""
    for path in folder.glob(f".*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            path.unlink()


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
