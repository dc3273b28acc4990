"""From findings to text. Pure: colour and width are handed in, and nothing is printed here.

A new format is a function `(Report) -> str` in a module of its own, and its line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from munprog.reporting.as_json import as_json
from munprog.reporting.as_text import SEVERITIES, WIDTH, as_text
from munprog.reporting.report import Extent, Report

__all__ = ["FORMATS", "SEVERITIES", "WIDTH", "Extent", "Report", "as_json", "as_text"]

FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType({"text": as_text, "json": as_json})
"""Reports by the name that a user gives; each ends with a line break."""
