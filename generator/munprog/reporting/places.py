"""A place in words, for every format alike."""

from __future__ import annotations

from munprog.diagnostics import Place
from munprog.reporting.characters import visible


def where(place: Place, *, column: bool = True) -> str:
    """`goals.yaml:3:1`, or `order.docx: раздел 1, абзац 4` in a file without lines."""
    if place.where:
        return f"{visible(place.file)}: {visible(place.where)}"
    line = f"{visible(place.file)}:{place.line}"
    return f"{line}:{place.column}" if column else line
