"""A defect of ours: the user gets one line, and we get a log that can be sent in."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from munprog import __version__


def recorded(error: Exception) -> str:
    """Write the log, and say where it is."""
    line = "Сбой munprog. Это наша ошибка, а не ваша"
    try:
        path = _write(_log(error))
    except OSError:
        return f"{line}; журнал записать не удалось. Сообщите разработчикам: {type(error).__name__}."
    return f"{line}: пришлите разработчикам журнал {path}"


def _log(error: Exception) -> str:
    lines = (
        f"munprog {__version__}",
        f"Python {sys.version}",
        f"Platform {platform.platform()}",
        f"Arguments {sys.argv[1:]!r}",
        "",
        *traceback.format_exception(error),
    )
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def _write(log: str) -> Path:
    """The name tells one defect from another, and the same defect is not kept twice."""
    content = log.encode("utf-8", "backslashreplace")
    name = f"munprog-{hashlib.sha256(content).hexdigest()[:12]}.log"
    try:
        return _written(_folder(), name, content)
    except (OSError, RuntimeError):
        # No home, or none that can be written; a fresh folder, because names in a shared one can be foreseen.
        return _written(Path(tempfile.mkdtemp(prefix="munprog-")), name, content)


def _written(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def _folder() -> Path:
    """Where programs keep their logs."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "munprog" / "logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "munprog"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "munprog"
