"""Characters as a terminal shows them.

Findings quote files that strangers wrote: a control character would move the cursor or recolour the screen, a
bidirectional mark would show the line in another order than it is read.
"""

from __future__ import annotations

import unicodedata

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def is_hidden(character: str) -> bool:
    """Whether it draws nothing of its own; spaces of all kinds are drawn."""
    return not character.isprintable() and unicodedata.category(character) != "Zs"


def visible(text: str) -> str:
    """The text with its hidden characters spelt out."""
    if text.isprintable():
        return text
    return "".join(spelt(character) if is_hidden(character) else character for character in text)


def spelt(character: str) -> str:
    """A hidden character as an escape, the way Python and YAML write it."""
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def width(character: str) -> int:
    """How many columns of a terminal a visible character takes."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
