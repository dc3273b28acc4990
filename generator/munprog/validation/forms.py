"""The one form of a section: canonical YAML, with dates, moments and numbers as the schemas' `x-form` notes ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from munprog.diagnostics import KeyPath
from munprog.model.dates import format_date, parse_date
from munprog.model.numbers import as_written, parse_number
from munprog.model.when import parse_moment
from munprog.source import Source
from munprog.source.canonical import canonical
from munprog.source.scalars import Refusal, Scalar, resolve
from munprog.validation.schema import SectionSchemas
from munprog.validation.schema.nodes import Nodes, compiled, first

_DASH = "–"


def formatted(source: Source, section: str, schemas: SectionSchemas) -> str:
    """The text of a section in its one form; a file without a section (an empty name) gets the layout alone.

    Raises `UnreadableError` for a source with findings.
    """
    values = canonical_values(source.data, section, schemas) if section else {}
    return canonical(source.text.content, name=source.name, rewrite=lambda path, _: values.get(path))


def canonical_values(data: Any, section: str, schemas: SectionSchemas) -> Mapping[KeyPath, str]:
    """The values that are written otherwise than their form has it: path → how to write them.

    A value that its form does not fit stays as it is: what is wrong with it is for validation to say.
    """
    return dict(_rewritten(data, schemas.top(section, data), schemas, ()))


def _rewritten(data: Any, nodes: Nodes, schemas: SectionSchemas, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, dict | list):
        for key, inner in data.items() if isinstance(data, dict) else enumerate(data):
            below = schemas.documents.child(nodes, key, inner)
            yield from _rewritten(inner, below, schemas, (*path, key))
        return
    write = _FORMS.get(first(nodes, "x-form"))
    written = write(data, nodes) if write else None
    if written is not None and written != data:
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
    written = _amount(data, nodes)
    return written if written is None or not _may_be_dash(nodes) or as_written(resolve(written)) == data else None


def _amount(data: Scalar, _: Nodes) -> str | None:
    """An amount is printed in the decimals and the grouping of its table, however it was typed; its digits stay."""
    number = parse_number(data) if isinstance(data, str) else None
    if number is None:
        return None
    written = format(number, "f")
    value = resolve(written)
    if isinstance(value, Refusal) or parse_number(value) != number:
        return None
    return written


def _may_be_dash(nodes: Nodes) -> bool:
    pattern = first(nodes, "pattern")
    return pattern is None or compiled(pattern).search(_DASH) is not None


_FORMS: Mapping[Any, Callable[[Scalar, Nodes], str | None]] = {
    "date": _date,
    "when": _when,
    "number": _number,
    "amount": _amount,
}
"""Form → how its values are written; None where a value does not fit it."""
