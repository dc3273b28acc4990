"""Schemas for the editor: a programme's own ids in place of «some id», so that links complete and a wrong one shows.

Each schema stands alone, for an editor may not follow a reference to another file. It is stricter than the section's
schema in one respect only: a link to an id that the programme does not have is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from munprog import resources
from munprog.model.profile import Profile
from munprog.validation.run import Checked
from munprog.validation.schema import NAMES, Located, SectionSchemas
from munprog.validation.schema.nodes import Documents, Node, Nodes, first

Ids = Mapping[str, Mapping[str, str]]
"""Kind of item (`task`, `body`…) → its ids, each with the item's title."""

_NOTE = "Составлено munprog для редактора по обозначениям программы. Правки здесь пропадут."
_TITLES = ("title", "name", "text")

FOLDER = ".munprog"
"""Where a programme's own schemas lie, inside its folder; git ignores it."""


def editor_files(checked: Checked) -> dict[str, str]:
    """The schema files of one programme, by file name. Sections that could not be read offer no ids."""
    schemas = SectionSchemas(resources.SCHEMAS)
    readable = {name: source for name, source in checked.folder.sources.items() if source.data is not None}
    texts = editor_schemas(readable, schemas, _of_profile(checked.profile) if checked.profile else None)
    return {f"{name}.schema.json": text for name, text in texts.items()}


def _of_profile(profile: Profile) -> Ids:
    return {
        "topic": {one.id: one.title for one in profile.topics},
        "document": {one.id: one.title for one in profile.documents},
    }


def editor_schemas(
    sections: Mapping[str, Located], schemas: SectionSchemas, known: Ids | None = None
) -> dict[str, str]:
    """Schema texts by section name (`section` is that of free sections); `known` are ids from elsewhere, as topics.

    A kind of which no id is known stays open.
    """
    ids: dict[str, dict[str, str]] = {kind: dict(found) for kind, found in (known or {}).items()}
    for name, source in sections.items():
        for kind, id, title in _defined(schemas.documents, schemas.top(name, source.data), source.data):
            ids.setdefault(kind, {}).setdefault(id, title)
    return {name: _text(_Bundle(schemas.documents, f"{name}.schema.json", ids).whole()) for name in NAMES}


def _defined(documents: Documents, nodes: Nodes, data: Any) -> Iterator[tuple[str, str, str]]:
    """Kind, id and title of every item that a section defines."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in steps:
        inner = documents.child(nodes, key, value)
        kind = first(inner, "x-defines")
        if kind and isinstance(value, str):
            yield kind, value, next((str(data[word]) for word in _TITLES if data.get(word)), "")
        yield from _defined(documents, inner, value)


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Bundle:
    """One section's schema with all that it refers to; definitions of other files go by `<file>.<name>`."""

    def __init__(self, documents: Documents, file: str, ids: Ids) -> None:
        self._documents = documents
        self._file = file
        self._ids = ids
        self._taken: dict[str, Any] = {}

    def whole(self) -> dict[str, Any]:
        root = dict(self._documents.document(self._file))
        own = root.pop("$defs", {})
        schema = self._rewritten(Node(root, self._file))
        definitions = {name: self._rewritten(Node(inner, self._file)) for name, inner in own.items()}
        return {"$schema": root["$schema"], "$comment": _NOTE, **schema, "$defs": definitions | self._taken}

    def _rewritten(self, node: Node) -> dict[str, Any]:
        schema = {key: value for key, value in node.schema.items() if not key.startswith("x-")}
        if self._is_link(node):
            schema.pop("examples", None)
        ids = self._ids.get(node.schema.get("x-link", ""))
        if ids and "patternProperties" in schema:
            (inner,) = schema.pop("patternProperties").values()
            schema["properties"] = {id: {**inner, "title": title or id} for id, title in ids.items()}
        elif ids:
            # The form behind `$ref` would bring its own examples among the completions.
            schema.pop("$ref", None)
            schema |= {"type": "string", "enum": list(ids), "enumDescriptions": list(ids.values())}
        return {key: self._inside(key, value, node.file) for key, value in schema.items()}

    def _inside(self, key: str, value: Any, file: str) -> Any:
        if key == "$ref":
            return self._reference(value, file)
        if key in ("examples", "enum", "enumDescriptions", "const"):
            return value
        if key in ("properties", "patternProperties"):
            return {name: self._rewritten(Node(inner, file)) for name, inner in value.items()}
        if isinstance(value, dict):
            return self._rewritten(Node(value, file))
        if isinstance(value, list):
            return [self._rewritten(Node(one, file)) if isinstance(one, dict) else one for one in value]
        return value

    def _reference(self, reference: str, file: str) -> str:
        home, _, pointer = reference.partition("#/$defs/")
        home = home or file
        if home == self._file:
            return f"#/$defs/{pointer}"
        name, *rest = pointer.split("/")
        taken = f"{home.removesuffix('.schema.json')}.{name}"
        if taken not in self._taken:
            self._taken[taken] = {}  # Holds its place in the order, and ends the recursion of nested blocks.
            self._taken[taken] = self._rewritten(Node(self._documents.document(home)["$defs"][name], home))
        return "/".join(("#/$defs", taken, *rest))

    def _is_link(self, node: Node) -> bool:
        """Whether examples of a node are ids that this programme need not have."""
        if node.schema.get("x-link") in self._ids:
            return True
        if "$ref" in node.schema:
            return self._is_link(self._documents.target(node))
        items = node.schema.get("items", {})
        return "$ref" in items and self._documents.target(Node(items, node.file)).schema.get("x-link") in self._ids
