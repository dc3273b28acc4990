"""How every finding is worded, whichever room it comes from."""

from __future__ import annotations

from munprog.diagnostics import Finding


def assert_well_told(finding: Finding) -> None:
    """A message begins like a sentence and has no full stop; a hint is made of whole sentences."""
    for text in (finding.message, finding.hint):
        first = text.lstrip("«`")[:1]
        assert not first.isalpha() or first.isupper() or text[:1] in "«`", text
    assert not finding.message.endswith("."), finding.message
    assert finding.hint.endswith("."), finding.hint
