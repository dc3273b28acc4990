"""One canonical form of YAML, reached by edits in place: comments, order and the author's line breaks stay."""

from munprog.source.canonical.form import Rewrite, UnreadableError, canonical

__all__ = ["Rewrite", "UnreadableError", "canonical"]
