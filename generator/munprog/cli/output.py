"""Where words go: what was asked for to stdout, all else to stderr."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

import click


def speak_utf8() -> None:
    """Windows pipes and files would get a code page that lacks half of our characters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str, *, colour: bool = False) -> None:
    _write(text, sys.stdout, colour)


def note(text: str) -> None:
    _write(text, sys.stderr, colour=False)


def _write(text: str, stream: TextIO | None, colour: bool) -> None:
    if stream is None:  # closed before we were started (`munprog … >&-`)
        return
    try:
        click.echo(text, file=stream, nl=False, color=colour)
    except BrokenPipeError:
        # The reader has had enough (`munprog … | head`). Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def wants_colour() -> bool:
    """https://no-color.org"""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns
