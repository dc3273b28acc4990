"""Quotation marks as acts print them: what is quoted already gets no second pair, two closing marks become one."""

from __future__ import annotations


def quoted(text: str) -> str:
    """«text»; a text that ends with a quotation closes both by one mark."""
    if _is_quoted(text):
        return text
    return f"«{text}" if text.endswith("»") else f"«{text}»"


def _is_quoted(text: str) -> bool:
    """Whether the mark that opens the text closes at its very end: «А» and «Б» does not."""
    if not (text.startswith("«") and text.endswith("»")):
        return False
    depth = 0
    for letter in text[:-1]:
        depth += (letter == "«") - (letter == "»")
        if depth == 0:
            return False
    return True
