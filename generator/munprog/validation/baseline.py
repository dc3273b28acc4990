"""The list of old findings: what an old programme is known for is accepted, what is new is not.

Findings are remembered by programme, code and item, never by line: lines may move and items change their order. Only
what rules find has an item; a file that cannot be read or a key that no schema knows is always a finding.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from munprog import resources, source
from munprog.diagnostics import Finding, Severity
from munprog.source import Source
from munprog.validation.rules import RULES
from munprog.validation.run import Checked, Validated
from munprog.validation.schema import SectionSchemas
from munprog.workspace.folder import shown

_Key = tuple[str, str]
"""Code and item."""

_HEAD = """\
# Прежние находки: то, что было в программах, когда начали проверять. Их находят снова и не считают; новое считается.
# Список составлен командой «munprog validate --write-baseline» и обновляется ею же. Находка узнаётся по программе,
# коду правила и тому, о чём она (item), а не по строке: строки могут сдвигаться, элементы – меняться местами.
version: 1
"""
_MOST = 3
_PLAIN = re.compile(r"[a-zа-яё][\w-]*(/[\w-]+)*")


@dataclass(frozen=True, slots=True)
class _List:
    """A list as read: how many findings of each kind a programme is known for, and where that is written."""

    source: Source
    entries: Mapping[str, tuple[tuple[_Key, int], ...]]


def baseline_text(validated: Validated) -> str:
    """The list of today's findings, the same text for the same findings."""
    lines = [_HEAD, "programs:\n"]
    for one in sorted(validated.checked, key=lambda each: each.folder.id):
        found = Counter(key for finding in one.findings if (key := _key(finding)))
        if found:
            lines.append(f"  {_quoted(one.folder.id)}:\n")
        for code, item in sorted(found, key=lambda key: (key[1], key[0])):
            count = f", count: {found[code, item]}" if found[code, item] > 1 else ""
            lines.append(f"    - {{code: {code}, item: {_quoted(item)}{count}}}\n")
    return "".join(lines) if len(lines) > 2 else f"{_HEAD}programs: {{}}\n"


def _quoted(text: str) -> str:
    """A text as YAML takes it, whatever is in it; quotes only where it needs them."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def acceptable(validated: Validated) -> int:
    """How many of the findings a list of old ones would name."""
    return sum(bool(_key(finding)) for one in validated.checked for finding in one.findings)


def with_baseline(validated: Validated, path: Path) -> Validated:
    """Set old findings apart. A list that cannot be read accepts nothing, and says why."""
    read = source.read(path, name=shown(path))
    faults = (*read.findings, *SectionSchemas(resources.SCHEMAS).check("baseline", read))
    if faults or read.data is None:
        return replace(validated, extra=(*validated.extra, *faults))
    known = _List(read, {id: tuple(_entries(listed)) for id, listed in _programs(read.data).items()})
    left: dict[str, Counter[_Key]] = {}
    checked = tuple(_accepted(one, left.setdefault(one.folder.id, _counted(known, one))) for one in validated.checked)
    stale = (note for one in checked for note in _stale(one, left[one.folder.id], known))
    return replace(validated, checked=checked, extra=(*validated.extra, *stale))


def _programs(data: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = data["programs"]
    return found


def _entries(listed: Any) -> Iterator[tuple[_Key, int]]:
    for one in listed:
        yield (one["code"], str(one["item"])), int(one.get("count", 1))


def _counted(known: _List, one: Checked) -> Counter[_Key]:
    counted: Counter[_Key] = Counter()
    for key, count in known.entries.get(one.folder.id, ()):
        counted[key] += count
    return counted


def _accepted(one: Checked, left: Counter[_Key]) -> Checked:
    """The programme without the findings that are `left` to be met; each that is met is taken off."""
    known, new = [], []
    for finding in one.findings:
        key = _key(finding)
        if key and left[key] > 0:
            left[key] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return replace(one, findings=tuple(new), known=(*one.known, *known))


def _stale(one: Checked, left: Counter[_Key], known: _List) -> Iterator[Finding]:
    """A note on what the list names and nobody finds any more; what could not be checked is not known to be mended."""
    entries = known.entries.get(one.folder.id, ())
    gone = [(at, *key) for at, (key, _) in enumerate(entries) if left[key] > 0 and _is_checked(one, key)]
    if gone:
        told = "; ".join(f"{code} – {item}" for _, code, item in gone[:_MOST])
        rest = f" и ещё {len(gone) - _MOST}" if len(gone) > _MOST else ""
        yield Finding(
            "CFG015",
            Severity.NOTE,
            f"Прежних находок программы {one.folder.id} больше нет: {told}{rest}",
            known.source.place(("programs", one.folder.id, gone[0][0])),
            f"Обновите список: munprog validate --write-baseline {known.source.name}.",
        )


def _is_checked(one: Checked, key: _Key) -> bool:
    code, item = key
    if one.program is None or one.profile is None:
        return False
    needed = next((rule.needs for rule in RULES if rule.code == code), ())
    return not one.program.unknown.intersection({*needed, item.partition("/")[0]})


def _key(finding: Finding) -> _Key | None:
    return (finding.code, finding.item) if finding.item else None
