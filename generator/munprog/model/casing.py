"""The first letter of a phrase: at the start of a sentence, and inside one. The rest stays as it was written."""

from __future__ import annotations


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """A phrase in the middle of a sentence; one that an abbreviation begins stays («ШНОР включены …»)."""
    return text if text[1:2].isupper() else small(text)


def small(text: str) -> str:
    return text[:1].lower() + text[1:]
