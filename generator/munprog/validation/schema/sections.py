"""The schemas of a programme's sections, and the check of one section against its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from munprog.diagnostics import Finding, KeyPath, Place, Severity
from munprog.resources import SCHEMAS
from munprog.validation.schema import codes, messages
from munprog.validation.schema.explain import Explain, Fault, make_explainer
from munprog.validation.schema.gate import Gate, open_gate
from munprog.validation.schema.located import Located
from munprog.validation.schema.nodes import Documents, Nodes, keys

NAMES = (
    "program", "passport", "analysis", "goals", "indicators", "plan", "finance", "mechanisms", "order", "expertise",
    "signoff", "section", "minutes", "monitoring",
)  # fmt: skip
"""Sections that have a schema; `section` is that of every free section, `minutes` and `monitoring` of all there are."""
_FOLDERS = {"sections": "section", "minutes": "minutes", "monitoring": "monitoring"}


def schema_name(section: str) -> str:
    """Which schema a section of a programme has: those of a folder (`sections/relevance`) share one."""
    folder, slash, _ = section.partition("/")
    return _FOLDERS[folder] if slash else section


class SectionSchemas:
    """Schemas of one directory. Each file is read, and each check prepared, when first asked for."""

    def __init__(self, directory: Path = SCHEMAS) -> None:
        self.documents = Documents(directory)
        self._gates: dict[str, Gate | None] = {}
        self._explainers: dict[str, Explain] = {}

    def check(self, section: str, source: Located) -> tuple[Finding, ...]:
        """Every fault of a section, each at the place to mend, in the order of the file; nothing for an unread one."""
        if source.data is None or self.is_valid(section, source.data):
            return ()
        findings = self._findings(schema_name(section), source)
        return tuple(sorted(findings, key=lambda one: (one.place.line, one.place.column, one.code)))

    def is_valid(self, section: str, data: Any) -> bool:
        name = schema_name(section)
        if name not in self._gates:
            self._gates[name] = open_gate(self.documents, _file(name))
        gate = self._gates[name]
        return gate(data) if gate else not self.explain(section, data)

    def explain(self, section: str, data: Any) -> list[Fault]:
        name = schema_name(section)
        if name not in self._explainers:
            self._explainers[name] = make_explainer(self.documents, _file(name))
        return self._explainers[name](data)

    def top(self, section: str, data: Any) -> Nodes:
        """What the schema says of a section as a whole."""
        return self.documents.root(_file(schema_name(section)), data)

    def along(self, section: str, data: Any, path: KeyPath) -> list[Nodes]:
        """What the schema says of each place from the top of a section down to `path`."""
        return list(self.documents.along(_file(schema_name(section)), data, path))

    def _findings(self, name: str, source: Located) -> Iterator[Finding]:
        for fault in self.explain(name, source.data):
            if any(fault.path[: len(path)] == path for path in source.refused):
                continue
            chain = self.along(name, source.data, fault.path)
            if fault.word == "required":
                yield self._missing(fault, chain, source)
            elif fault.word == "additionalProperties":
                yield self._unknown(fault, chain, source)
            elif fault.word == "uniqueItems":
                yield from self._repeated(fault, chain, source)
            else:
                text = messages.wrong_value(fault, chain[-1], needed=_is_required(chain, fault.path))
                yield _finding(text, _place_of_value(source, fault), chain)

    def _missing(self, fault: Fault, chain: list[Nodes], source: Located) -> Finding:
        inner = self.documents.child(chain[-1], fault.key, None)
        text = messages.missing(fault, inner)
        return _finding(text, source.place(fault.path, key=True), [*chain, inner])

    def _unknown(self, fault: Fault, chain: list[Nodes], source: Located) -> Finding:
        allowed = keys(chain[-1])
        place = source.place((*fault.path, fault.key), key=True)
        if not allowed:
            return _finding(messages.wrong_key(fault, chain[-1]), place, chain)
        inner = self.documents.child(chain[-1], fault.guess, None)
        return _finding(messages.unknown(fault, inner, allowed), place, chain)

    def _repeated(self, fault: Fault, chain: list[Nodes], source: Located) -> Iterator[Finding]:
        items = _at(source.data, fault.path)
        for position in fault.repeats:
            text = messages.repeated(items[position], fault.path, chain[-1])
            yield _finding(text, source.place((*fault.path, position)), chain)


def _finding(text: tuple[str, str, str], place: Place, chain: list[Nodes]) -> Finding:
    code, message, hint = text
    assert code in codes.CODES
    return Finding(code, Severity.ERROR, message, place, hint, messages.basis(chain))


def _place_of_value(source: Located, fault: Fault) -> Place:
    """A value on one line is shown itself; of what runs over lines, or is not there, the key."""
    return source.place(fault.path, key=fault.value is None or isinstance(fault.value, dict | list))


def _is_required(chain: list[Nodes], path: KeyPath) -> bool:
    """Whether the key cannot simply be taken away."""
    return len(chain) < 2 or any(path[-1] in node.schema.get("required", ()) for node in chain[-2])


def _at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data


def _file(name: str) -> str:
    return f"{name}.schema.json"
