"""Where libyaml gave up, and what is needed to say why."""

from __future__ import annotations

from dataclasses import dataclass

from munprog.diagnostics import Finding, Related
from munprog.source.faults import error
from munprog.source.text import Text


@dataclass(frozen=True, slots=True)
class Stop:
    """libyaml's words and marks; the last value that was read, and the innermost open bracket."""

    problem: str
    at: int
    last: tuple[int, int]
    context: str = ""
    since: int | None = None
    bracket: int | None = None


def fault(text: Text, start: int, end: int, message: str, hint: str, *related: Related) -> Finding:
    return error("SRC003", message, text.place(start, end), hint, related)


def fault_at(text: Text, offset: int, message: str, hint: str) -> Finding:
    """Report one character."""
    return error("SRC003", message, text.place(offset), hint)


def char(text: Text, offset: int) -> str:
    """Return the character at an offset; nothing at the end of the text."""
    return text.content[offset : offset + 1]


def same_line(text: Text, one: int, other: int) -> bool:
    return text.position(one)[0] == text.position(other)[0]
