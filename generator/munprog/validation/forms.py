"""Values in their one canonical form: dates, moments and numbers, as the `x-form` notes of the schemas name them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.model.dates import format_date, parse_date
from munprog.model.numbers import as_written, parse_number
from munprog.model.when import parse_moment
from munprog.source.scalars import Scalar, resolve
from munprog.validation.schema.nodes import Nodes, compiled, first
from munprog.validation.schema.sections import SectionSchemas

_DASH = "–"


def canonical_values(schemas: SectionSchemas, section: str, data: Any) -> Mapping[KeyPath, str]:
    """The values of a section that are written otherwise than their form has it: path → how to write them plainly.

    A value that its form does not fit stays as it is: that is for validation to say.
    """
    return dict(_rewritten(schemas, schemas.top(section, data), data, ()))


def _rewritten(schemas: SectionSchemas, nodes: Nodes, data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, dict | list):
        for key, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _rewritten(schemas, schemas.documents.child(nodes, key, inner), inner, (*path, key))
        return
    write = _FORMS.get(first(nodes, "x-form"))
    written = write(data, nodes) if write else None
    if written is not None and (written != data or not isinstance(data, str)):
        yield path, written


def _date(data: Scalar, _: Nodes) -> str | None:
    day = parse_date(data) if isinstance(data, str) else None
    return format_date(day) if day else None


def _when(data: Scalar, _: Nodes) -> str | None:
    """A year alone is read as a number."""
    moment = parse_moment(str(data)) if isinstance(data, str | int) else None
    return moment.text if moment else None


def _number(data: Scalar, nodes: Nodes) -> str | None:
    """A figure that may be a dash instead is printed as it was typed, so only what prints the same takes its place."""
    number = parse_number(data) if isinstance(data, str) else None
    if number is None:
        return None
    written = format(number, "f")
    value = resolve(written)
    exact = parse_number(value) == number if isinstance(value, Scalar) else False
    printed = not _may_be_dash(nodes) or as_written(value) == data
    return written if exact and printed else None


def _may_be_dash(nodes: Nodes) -> bool:
    pattern = first(nodes, "pattern")
    return pattern is None or compiled(pattern).search(_DASH) is not None


_FORMS: Mapping[Any, Callable[[Scalar, Nodes], str | None]] = {"date": _date, "when": _when, "number": _number}
