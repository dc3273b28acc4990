"""JSON that a terminal and a reader can take, and the words of a finding on one line."""

from __future__ import annotations

import json
import re
from typing import Any

from munprog.diagnostics import Finding
from munprog.reporting.characters import is_hidden, visible

_NOT_PRINTABLE = re.compile(r"[^\x20-\x7e\n]")


def printed(data: Any) -> str:
    """The parser sees the same values; a terminal that the text is printed on sees no control character."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _NOT_PRINTABLE.sub(lambda found: _escaped(found[0]), text) + "\n"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if is_hidden(character) else character


def told(finding: Finding) -> str:
    """What is wrong and what that rests on."""
    basis = f" ({finding.basis})" if finding.basis else ""
    return visible(f"{finding.message}{basis}")


def told_whole(finding: Finding) -> str:
    """The same with the hint, in sentences."""
    hint = f" Подсказка: {visible(finding.hint)}" if finding.hint else ""
    return f"{told(finding)}.{hint}"
