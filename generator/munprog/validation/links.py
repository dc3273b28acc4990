"""Links between sections: where ids are given, where they are used.

A pattern is a path of keys; `[]` after a key goes through a list, `{}` through the keys of a mapping (which are then
the ids themselves). The patterns are those of the `x-defines` and `x-link` notes in the schemas.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.validation.schema import schema_name

_TABLES_OF_ANALYSIS = (
    "staff.attestation",
    "staff.contests",
    "staff.shortage",
    "staff.specialists",
    "results.tables[]",
    "contingent.table",
)

DEFINES: tuple[tuple[str, str, str], ...] = (
    ("program", "bodies[].id", "body"),
    ("program", "stakeholders[].id", "stakeholder"),
    ("program", "schools[].id", "school"),
    ("program", "term.stages[].id", "stage"),
    ("program", "subprograms[].id", "subprogram"),
    ("analysis", "risks[].id", "risk"),
    ("analysis", "problems[].id", "problem"),
    ("goals", "tasks[].id", "task"),
    ("goals", "results[].id", "result"),
    ("indicators", "indicators[].id", "indicator"),
    ("indicators", "indicators[].measures[].id", "measure"),
    ("plan", "directions[].id", "direction"),
    ("plan", "schedules[].id", "schedule"),
    ("plan", "schedules[].sections[].id", "plan-section"),
    ("plan", "schedules[].stages[].id", "plan-stage"),
    ("plan", "schedules[].sections[].activities[].id", "activity"),
    ("finance", "rows[].id", "finance-row"),
    ("finance", "sources[].id", "source"),
    ("finance", "sources[].including[].id", "source"),
    ("finance", "sources[].including[].including[].id", "source"),
    ("expertise", "experts[].id", "expert"),
    ("section", "id", "section"),
    *(("analysis", f"{place}.id", "table") for place in _TABLES_OF_ANALYSIS),
)
"""Section (`section` is every free one), pattern and kind. What stands among blocks has no pattern: blocks may hold
clauses, and clauses blocks, to any depth."""

_ACTIVITY = "schedules[].sections[].activities[]"

LINKS: tuple[tuple[str, str, str], ...] = (
    ("program", "bodies[].members[]", "body"),
    ("program", "schools[].risks[]", "risk"),
    ("program", "documents{}", "document"),
    ("program", "subprograms[].executor", "body"),
    ("program", "subprograms[].coexecutors[]", "body"),
    ("program", "subprograms[].participants[]", "body"),
    ("program", "subprograms[].tasks[]", "task"),
    ("program", "subprograms[].sections[]", "plan-section"),
    ("passport", "developers[]", "body"),
    ("passport", "executors[]", "body"),
    ("passport", "responsible[]", "body"),
    ("passport", "coexecutors[]", "body"),
    ("passport", "participants[]", "body"),
    ("passport", "control.bodies[]", "body"),
    ("analysis", "risks[].schools[]", "school"),
    ("analysis", "results.tables[].rows[].school", "school"),
    ("goals", "goal.problems[]", "problem"),
    ("goals", "goal.measures[]", "measure"),
    ("goals", "tasks[].problems[]", "problem"),
    ("goals", "tasks[].risks[]", "risk"),
    ("goals", "results[].tasks[]", "task"),
    ("goals", "results[].measures[]", "measure"),
    ("goals", "results[].criteria[].measure", "measure"),
    ("indicators", "indicators[].task", "task"),
    ("indicators", "indicators[].direction", "direction"),
    ("plan", "complex[].task", "task"),
    ("plan", "complex[].direction", "direction"),
    ("plan", "schedules[].sections[].task", "task"),
    ("plan", "schedules[].sections[].direction", "direction"),
    ("plan", f"{_ACTIVITY}.responsible[]", "body"),
    ("plan", f"{_ACTIVITY}.participants[]", "body"),
    ("plan", f"{_ACTIVITY}.tasks[]", "task"),
    ("plan", f"{_ACTIVITY}.measures[]", "measure"),
    ("plan", f"{_ACTIVITY}.results[]", "result"),
    ("plan", f"{_ACTIVITY}.topics[]", "topic"),
    ("plan", f"{_ACTIVITY}.schools[]", "school"),
    ("plan", f"{_ACTIVITY}.risks[]", "risk"),
    ("plan", f"{_ACTIVITY}.stakeholders[]", "stakeholder"),
    ("plan", "schedules[].stages[].components[].spans[].items[].schools[]", "school"),
    ("finance", "rows[].activity", "activity"),
    ("finance", "rows[].section", "plan-section"),
    ("finance", "rows[].task", "task"),
    ("finance", "rows[].subprogram", "subprogram"),
    ("finance", "rows[].within", "finance-row"),
    ("finance", "rows[].executor", "body"),
    ("finance", "rows[].amounts{}", "source"),
    ("finance", "rows[].allocations[].executor", "body"),
    ("finance", "rows[].allocations[].amounts{}", "source"),
    ("finance", "estimate.rows[].activity", "activity"),
    ("finance", "estimate.rows[].amounts{}", "source"),
    ("mechanisms", "management.steering", "body"),
    ("mechanisms", "management.control", "body"),
    ("mechanisms", "management.analysis", "body"),
    ("mechanisms", "working_group.body", "body"),
    ("mechanisms", "implementation_risks[].responsible[]", "body"),
    ("order", "attachments[].document", "document"),
    ("monitoring", "measures[].measure", "measure"),
    ("monitoring", "activities[].activity", "activity"),
    ("monitoring", "finance[].activity", "activity"),
    ("monitoring", "finance[].section", "plan-section"),
    ("monitoring", "finance[].task", "task"),
    ("monitoring", "finance[].subprogram", "subprogram"),
    ("monitoring", "finance[].row", "finance-row"),
    ("monitoring", "finance[].fact{}", "source"),
    ("monitoring", "finance[].plan{}", "source"),
    ("order", "approvals[].body", "body"),
    ("expertise", "reviews[].expert", "expert"),
)

HOMES: Mapping[str, str] = {kind: section for section, _, kind in DEFINES}
"""The section that defines each kind of item."""


@dataclass(frozen=True, slots=True)
class Found:
    """An id where it stands; `is_key` where it is a key of a mapping."""

    kind: str
    id: str
    path: KeyPath
    is_key: bool = False


def defined(data: Mapping[str, Any]) -> Iterator[Found]:
    """Every id that an item of the readable sections bears."""
    yield from _all(data, DEFINES)
    for name, section in data.items():
        yield from _among_blocks(section, (name,))


def linked(data: Mapping[str, Any]) -> Iterator[Found]:
    """Every id by which the readable sections lead to an item."""
    return _all(data, LINKS)


def same(id: str) -> str:
    """The form in which ids are compared: what looks the same is the same (NFC)."""
    return unicodedata.normalize("NFC", id)


def _among_blocks(value: Any, path: KeyPath) -> Iterator[Found]:
    """Ids of clauses and of tables given cell by cell, however deep they stand."""
    if isinstance(value, list):
        for at, one in enumerate(value):
            if isinstance(one, dict | list):
                yield from _among_blocks(one, (*path, at))
        return
    id = value.get("id")
    if isinstance(id, str):
        if path[-2:-1] == ("clauses",):
            yield Found("clause", id, (*path, "id"))
        elif value.get("kind") == "таблица":
            yield Found("table", id, (*path, "id"))
    for key, one in value.items():
        if isinstance(one, dict | list):
            yield from _among_blocks(one, (*path, key))


def _all(data: Mapping[str, Any], patterns: tuple[tuple[str, str, str], ...]) -> Iterator[Found]:
    for section, pattern, kind in patterns:
        for name in data:
            if schema_name(name) == section:
                for path, value, is_key in walk(data[name], pattern.split("."), (name,)):
                    if isinstance(value, str):
                        yield Found(kind, value, path, is_key)


def walk(data: Any, keys: list[str], path: KeyPath) -> Iterator[tuple[KeyPath, Any, bool]]:
    """The values that a pattern leads to, with their paths; what is absent is passed over."""
    if not keys:
        yield path, data, False
        return
    key, rest = keys[0], keys[1:]
    name = key.removesuffix("[]").removesuffix("{}")
    if not isinstance(data, dict) or data.get(name) is None:
        return
    inner = data[name]
    if key.endswith("{}"):
        for one in inner if isinstance(inner, dict) else ():
            yield (*path, name, one), one, True
    elif key.endswith("[]"):
        for at, one in enumerate(inner if isinstance(inner, list) else ()):
            yield from walk(one, rest, (*path, name, at))
    else:
        yield from walk(inner, rest, (*path, name))
