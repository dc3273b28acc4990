"""What each code asks and why, in words for a methodologist: `explain` and the pages of docs/rules read it.

Validation itself never does, so that it stays light: names, severities and bases of rules live in the registry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from munprog import source
from munprog.diagnostics import Severity
from munprog.validation.parameters import Parameter
from munprog.validation.rules import RULES

_FILE = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code. `source` is what the demand rests on; `is_rule` tells whether a profile can change its severity."""

    code: str
    name: str
    severity: Severity
    title: str
    what: str
    why: str
    wrong: str
    right: str
    requirement: str = ""
    checklist: tuple[str, ...] = ()
    source: str = ""
    is_rule: bool = False
    parameters: tuple[Parameter[Any], ...] = ()


def entries() -> tuple[Entry, ...]:
    """Every code, in order of code."""
    return tuple(_catalogue().values())


def waiver_example(code: str) -> str:
    """How a finding of a rule is waived."""
    return f"waivers:\n  - {{code: {code}, reason: Почему находку решено не исправлять., until: 31.12.2026}}"


def entry(code: str) -> Entry:
    """The entry of a code. Raises `KeyError` for a code that does not exist."""
    return _catalogue()[code]


@cache
def _catalogue() -> Mapping[str, Entry]:
    texts: Any = source.read(_FILE, name=_FILE.name).data
    rules = {rule.code: rule for rule in RULES}
    found: dict[str, Entry] = {}
    for code, text in sorted(texts.items()):
        words = {key: text[key].strip() for key in ("title", "what", "why", "wrong", "right")}
        if rule := rules.get(code):
            found[code] = Entry(
                code,
                rule.name,
                rule.severity,
                **words,
                requirement=rule.requirement,
                checklist=rule.checklist,
                source=rule.source,
                is_rule=True,
                parameters=rule.parameters,
            )
        else:
            found[code] = Entry(code, text["name"], Severity(text["severity"]), **words, source=text["basis"])
    return found
