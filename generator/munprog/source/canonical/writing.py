"""How a text is written: plain where that reads the same, otherwise in quotes."""

from __future__ import annotations

import re
from decimal import Decimal

from munprog.source.characters import BLANKS
from munprog.source.scalars import Refusal, resolve

_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW = re.compile(r"[,\[\]{}:]")
_INSIDE = re.compile(r": | #|[\n\t]")
_WITHOUT_TELLING_ESCAPE = re.compile(r'(?:[^\\]|\\["\\])*')
_MAX_KEY = 1000


def is_plain(text: str, *, flow: bool) -> bool:
    """Tell whether a text may stand without quotes, as whatever value."""
    if not text or text[0] in _SIGNS or text.endswith(":") or text.strip(BLANKS + " ") != text:
        return False
    if text.startswith("...") or _INSIDE.search(text):
        return False
    return not (flow and _FLOW.search(text))


def write(text: str, *, flow: bool, key: bool) -> str:
    """Return the canonical spelling of a text.

    Double quotes, but single ones around a text that has double quotes or backslashes: nothing to escape.
    """
    plain = is_plain(text, flow=flow)
    if plain and (text != "<<" and len(text) <= _MAX_KEY if key else isinstance(resolve(text), str)):
        return text
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rewrite_quotes(written: str, text: str, *, flow: bool, key: bool) -> str:
    """Return the canonical spelling of a text in quotes; escapes that show what else is hard to see stay."""
    if written.startswith('"') and not _WITHOUT_TELLING_ESCAPE.fullmatch(written):
        return written
    return write(text, flow=flow, key=key)


def write_value(spelling: str, *, flow: bool) -> str:
    """Return a spelling, be it of a number or of a text, in quotes where YAML would read something else."""
    if is_plain(spelling, flow=flow) and not isinstance(resolve(spelling), Refusal):
        return spelling
    if re.fullmatch(r"-\d.*", spelling) and isinstance(resolve(spelling), int | Decimal):
        return spelling
    return write(spelling, flow=flow, key=False)
