"""Lists inside a sentence or a cell: punctuation between items, marks before them."""

from __future__ import annotations

from collections.abc import Iterable

_ENDS = (".", ";", ":", ",", "!", "?", "…")


def punctuated(texts: Iterable[str]) -> tuple[str, ...]:
    """Items that end with nothing get «;», the last one «.»; what an author typed stays."""
    items = tuple(texts)
    return tuple(
        text if text.endswith(_ENDS) else f"{text}{'.' if at == len(items) else ';'}"
        for at, text in enumerate(items, 1)
    )


def dashed(texts: Iterable[str]) -> tuple[str, ...]:
    """Items of a list, each behind its dash; a single item is no list."""
    items = tuple(texts)
    return items if len(items) == 1 else tuple(f"– {text}" for text in punctuated(items))
