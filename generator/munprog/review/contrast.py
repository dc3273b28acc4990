"""The part of two long texts in which they differ, with a few words around it."""

from __future__ import annotations

from collections.abc import Sequence

_SHORT = 80
"""Characters of a text that is shown whole."""
_AROUND = 4
"""Words shown before and after what differs."""


def contrast(before: str, after: str) -> tuple[str, str]:
    """Both texts, cut to what differs where one of them is long."""
    if max(len(before), len(after)) <= _SHORT or not (before and after):
        return before, after
    old, new = before.split(" "), after.split(" ")
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return _cut(old, head, tail), _cut(new, head, tail)


def shortened(text: str, length: int) -> str:
    """A text cut at a word, so that it has `length` characters at most."""
    if len(text) <= length:
        return text
    return f"{text[: length - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _cut(words: list[str], head: int, tail: int) -> str:
    first, last = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    shown = " ".join(words[first:last])
    return f"{'…' if first else ''}{shown}{'…' if last < len(words) else ''}"
