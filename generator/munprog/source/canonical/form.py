"""Text → canonical text, never at the price of its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from munprog.diagnostics import Finding
from munprog.source.canonical.layout import Unsupported, lay_out
from munprog.source.canonical.values import Rewrite, rewrite_values
from munprog.source.reader import read_text
from munprog.source.source import Source

_NAME = ""


class UnreadableError(Exception):
    """A text with faults has no canonical form; `source` holds the findings."""

    def __init__(self, source: Source) -> None:
        super().__init__(f"{source.name}: {len(source.findings)} findings")
        self.source = source

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.source.findings


def canonical(text: str, *, name: str = _NAME, rewrite: Rewrite | None = None) -> str:
    """Return the canonical form of a text.

    `rewrite` is offered every scalar that stands in one line, with its key path and value, and may return
    what to write in its stead. Raises `UnreadableError` for a text that the reader finds fault with.
    """
    source = read_text(text, name=name)
    if source.findings:
        raise UnreadableError(source)
    laid_out = next(form for form in _forms(text) if _same(form, source))
    if rewrite is None:
        return laid_out
    rewritten = rewrite_values(laid_out, rewrite)
    return laid_out if read_text(rewritten, name=name).findings else rewritten


def _forms(text: str) -> Iterator[str]:
    """Offer the full form, then ever more timid ones: what a rare construct makes unsafe is left as it is."""
    content = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    with suppress(Unsupported):
        yield lay_out(content)
    yield content.rstrip("\n") + "\n"
    yield content
    yield text


def _same(form: str, source: Source) -> bool:
    """Compare by what is written: to Python 1, 1.0 and True are equal."""
    other = read_text(form, name=source.name)
    return not other.findings and repr(other.data) == repr(source.data)
