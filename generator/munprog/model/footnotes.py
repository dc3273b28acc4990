"""Footnotes inside texts: `[[сноска:Нарастающим итогом.]]` prints a mark, and the text under the table.

A footnote stands where its mark does, in the heading of a column or in a cell, so that it moves with what it explains.
"""

from __future__ import annotations

import re

_FOOTNOTE = re.compile(r"\s*\[\[\s*сноск[аиеу]\s*:\s*(?P<text>[^\[\]]*?)\s*\]\]", re.IGNORECASE)

SCHEMES = ("*", "<*>", "*(1)")
"""How marks may look: stars, stars in brackets, a star with a number."""


def footnote_mark(scheme: str, at: int) -> str:
    """The mark of the footnote `at` (from 1)."""
    return f"*({at})" if scheme == "*(1)" else scheme.replace("*", "*" * at)


def without_footnotes(text: str) -> str:
    return _FOOTNOTE.sub("", text) if "[[" in text else text


class Footnotes:
    """Takes the footnotes out of texts, in order; a text that says the same again gets the same mark."""

    def __init__(self, scheme: str) -> None:
        self._scheme = scheme
        self._marks: dict[str, str] = {}

    def marked(self, text: str) -> str:
        """`text` with marks in the places of its footnotes; `lines` will hold what they say."""
        return _FOOTNOTE.sub(self._mark, text) if "[[" in text else text

    def _mark(self, found: re.Match[str]) -> str:
        said = found["text"]
        return self._marks.setdefault(said, footnote_mark(self._scheme, len(self._marks) + 1))

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(f"{mark} {said}" for said, mark in self._marks.items())
