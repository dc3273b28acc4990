"""Rules asked of one programme: what they name by key paths becomes findings at places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from munprog.diagnostics import Finding, KeyPath, Place, Related, Severity
from munprog.source import Source
from munprog.validation.items import item_of
from munprog.validation.parameters import settings
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules import RULES
from munprog.validation.rules.links import dangling_kinds

Sources = Mapping[str, Source]


def ruled(sources: Sources, case: Case) -> Iterator[tuple[Finding, KeyPath]]:
    """What the rules find, each finding with the key path that it is about."""
    case = replace(case, dangling=dangling_kinds(case))
    for rule in RULES:
        if not is_asked(rule, case) or _is_off(rule, case):
            continue
        setting = case.profile.rules.get(rule.code)
        severity = Severity(setting.severity) if setting and setting.severity else rule.severity
        given = setting.parameters if setting else {}
        asked = replace(case, settings=settings(rule.parameters, given)) if rule.parameters else case
        for fault in rule.check(asked):
            yield _finding(sources, case, rule, severity, fault), fault.path


def is_asked(rule: Rule, case: Case | None) -> bool:
    """Whether the rule knows all that it needs; without a case no rule does."""
    return case is not None and not case.program.unknown.intersection(rule.needs)


def place_of(sources: Sources, path: KeyPath, *, key: bool = False) -> Place:
    """The place of an item: its path begins with the section's name."""
    return sources[str(path[0])].place(path[1:], key=key)


def _is_off(rule: Rule, case: Case) -> bool:
    setting = case.profile.rules.get(rule.code)
    return setting is not None and setting.severity == "off"


def _finding(sources: Sources, case: Case, rule: Rule, severity: Severity, fault: Fault) -> Finding:
    return Finding(
        rule.code,
        severity,
        fault.message,
        place_of(sources, fault.path, key=fault.key),
        fault.hint,
        rule.basis,
        tuple(Related(place_of(sources, path), message) for path, message in fault.related),
        item_of(case.data, fault.path),
    )
