"""One canonical form of YAML, reached by edits in place: comments, order and line breaks stay."""

from munprog.source.canonical.form import UnreadableError, canonical
from munprog.source.canonical.values import Rewrite

__all__ = ["Rewrite", "UnreadableError", "canonical"]
