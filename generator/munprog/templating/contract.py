"""What a template of one kind may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from munprog.documents.offered import OFFERED, Shape
from munprog.layout.grid import Grid


@dataclass(frozen=True, slots=True)
class Contract:
    """`shapes` by path; `given` are paths that documents at hand fill; `optional` those that may be left out."""

    kind: str
    shapes: Mapping[str, Shape]
    given: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()

    @classmethod
    def of(cls, kind: str, contexts: Iterable[Mapping[str, object]] = (), optional: Iterable[str] = ()) -> Contract:
        """The contract of a kind of document; `contexts` are those of documents that are there."""
        shapes = {one.name: one.shape for one in OFFERED.get(kind, ())}
        given = set()
        for context in contexts:
            for path, value in leaves(context):
                shapes.setdefault(path, shape_of(value))
                if value:
                    given.add(path)
        return cls(kind, shapes, frozenset(given), frozenset(optional))

    def may_leave_out(self, path: str) -> bool:
        plain = path.replace("[]", "")
        return any(plain == one or plain.startswith(f"{one}.") for one in self.optional)

    def inside(self, owner: str) -> list[str]:
        """Names that may stand after `owner` and a dot; without an owner, at the beginning."""
        start = f"{owner}." if owner else ""
        rest = (path[len(start) :] for path in self.shapes if path.startswith(start))
        return sorted({one for one in rest if one and "." not in one and "[" not in one})


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every path of a context with its value, lists and groups among them."""
    if path:
        yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{path}[]")


def shape_of(value: object) -> Shape:
    if isinstance(value, bool):
        return Shape.FLAG
    if isinstance(value, str):
        return Shape.TEXT
    if isinstance(value, Mapping):
        return Shape.GROUP
    return Shape.LIST if isinstance(value, list) and not isinstance(value, Grid) else Shape.FLOW
