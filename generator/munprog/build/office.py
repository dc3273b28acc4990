"""LibreOffice without a window: a few documents at a time, each batch with a profile folder of its own.

A process that hangs is ended with all that it has started; a document that brings it down costs the others nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

STALL = 180.0
"""Seconds without another finished document after which LibreOffice counts as hung. A cold start takes twenty."""
_PAUSE = 0.1
_NAMES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_PDF_A_1 = {"SelectPdfVersion": {"type": "long", "value": "1"}}
_FIRST_RUNS = 3
"""So many runs without a single document, and it is not the documents that are at fault."""


class NoOffice(Exception):
    """LibreOffice is not installed."""


@dataclass(frozen=True, slots=True)
class _Run:
    """How a process ended: its code, None where it hung and was ended."""

    code: int | None

    @property
    def reason(self) -> str:
        if self.code == 0:
            return "LibreOffice не смог его открыть"
        return "LibreOffice завис" if self.code is None else f"LibreOffice завершился со сбоем (код {self.code})"


def find_office() -> Path:
    """The program. Raises `NoOffice`."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoOffice
    return Path(found)


def convert(office: Path, documents: Sequence[Path], folder: Path, *, archive: bool, stop: Event) -> Mapping[Path, str]:
    """Write `<stem>.pdf` into `folder` for each document; why there is none, for those that could not be converted.

    `archive` asks for PDF/A-1. Ends early once `stop` is set.
    """
    failed: dict[Path, str] = {}
    pending = list(documents)
    fruitless = 0
    while pending and not stop.is_set():
        run = _run(office, pending, folder, archive=archive, stop=stop)
        missing = [one for one in pending if not _whole(_target(one, folder))]
        fruitless = fruitless + 1 if len(missing) == len(pending) else 0
        blamed = missing if run.code == 0 or fruitless == _FIRST_RUNS else _blamed(pending, missing)
        failed |= dict.fromkeys(blamed, run.reason)
        pending = [one for one in missing if one not in blamed]
    return failed


def _blamed(pending: Sequence[Path], missing: Sequence[Path]) -> list[Path]:
    """Documents are taken in their order: of those that are missing after the last one made, the first is to blame."""
    made = [at for at, one in enumerate(pending) if one not in missing]
    after = made[-1] + 1 if made else 0
    return [one for one in missing if pending.index(one) <= after]


def _run(office: Path, documents: Sequence[Path], folder: Path, *, archive: bool, stop: Event) -> _Run:
    profile = folder / "profile"
    options = f":{json.dumps(_PDF_A_1)}" if archive else ""
    call = [
        str(office),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        f"pdf:writer_pdf_Export{options}",
        "--outdir",
        str(folder),
        *map(str, documents),
    ]
    process = subprocess.Popen(
        call,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # A group of its own: what hangs is a child of what we have started.
        start_new_session=True,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )
    try:
        return _Run(_watched(process, folder, stop))
    finally:
        _end(process)


def _watched(process: subprocess.Popen[bytes], folder: Path, stop: Event) -> int | None:
    made, since = 0, monotonic()
    while not stop.is_set() and monotonic() - since < STALL:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_PAUSE)
        now = sum(1 for _ in folder.glob("*.pdf"))
        if now > made:
            made, since = now, monotonic()
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _target(document: Path, folder: Path) -> Path:
    return folder / f"{document.stem}.pdf"


def _whole(path: Path) -> bool:
    return path.is_file() and path.read_bytes().rstrip().endswith(b"%%EOF")
