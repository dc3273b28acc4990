"""From findings to text. Pure: colour and width are handed in, and nothing is printed here.

A new format is a function `as_x(Report) -> str` in a module `as_x`, and its name in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from munprog.reporting.as_text import SEVERITIES, WIDTH, as_table, as_text
from munprog.reporting.report import Counts, Explanation, Extent, ProgramCounts, Report

__all__ = [
    "FORMATS",
    "SEVERITIES",
    "WIDTH",
    "Counts",
    "Explanation",
    "Extent",
    "ProgramCounts",
    "Report",
    "as_table",
    "as_text",
]


def _later(name: str) -> Callable[[Report], str]:
    """A format of a module that is imported when it is wanted: checking in a terminal is to be quick."""

    def write(report: Report) -> str:
        module = import_module(f"munprog.reporting.as_{name}")
        text: str = getattr(module, f"as_{name}")(report)
        return text

    return write


FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": as_text, **{name: _later(name) for name in ("json", "sarif", "github", "gitlab", "junit")}}
)
"""Reports by the name that a user gives; each ends with a line break."""
