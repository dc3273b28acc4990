"""The first letter of a phrase: at the start of a sentence, and inside one. The rest stays as it was written."""

from __future__ import annotations


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    return text[:1].lower() + text[1:]
