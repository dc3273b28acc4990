"""Names of findings by which a server knows them again: by code and item, never by line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from munprog.diagnostics import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One for each finding; of two that are alike the second is told from the first by its turn."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for one in findings:
        # What has no item – a fault of a file's form – is known by its words.
        key = (one.place.file, one.code, one.item or one.message)
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        found.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return found
