"""Rows of totals that a layout asks for where its row source makes none: sums of the columns that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from munprog.layout.header import Leaf
from munprog.layout.pattern import fill
from munprog.layout.records import Heading, Record, Records, Text
from munprog.model.numbers import NBSP, format_number, parse_number
from munprog.model.profile import TableLayout, TotalLayout

PROGRAM = "program"
_LABELS: Mapping[str, str] = {
    "subprogram": "Итого по подпрограмме {number}",
    "task": "Итого по задаче {number}",
    "direction": "Итого по направлению {number}",
    "section": "Итого по разделу {number}",
    "stage": "Итого по этапу {number}",
    PROGRAM: "Всего",
}
"""Labels of totals where the layout gives no pattern."""


def with_totals(layout: TableLayout, leaves: Sequence[Leaf], records: Records) -> Records:
    """The records with the sums of columns that say `total: sum`, after each group and at the end."""
    summed = tuple(leaf for leaf in leaves if leaf.column.total)
    if not summed or not layout.totals:
        return records
    return tuple(_inserted(layout.totals, summed, records))


def _inserted(wanted: Sequence[TotalLayout], leaves: Sequence[Leaf], records: Records) -> Iterator[Record]:
    open_at = dict.fromkeys((one.of for one in wanted), 0)
    for at, record in enumerate(records):
        yield record
        following = records[at + 1].groups if at + 1 < len(records) else ()
        for depth in reversed(range(len(record.groups))):
            level = record.groups[depth].level
            if following[: depth + 1] == record.groups[: depth + 1]:
                break
            for total in (one for one in wanted if one.of == level):
                groups = record.groups[: depth + 1]
                members = [one for one in records[open_at[level] : at + 1] if one.groups[: depth + 1] == groups]
                yield from _total(total, leaves, members, groups)
            if level in open_at:
                open_at[level] = at + 1
    for total in (one for one in wanted if one.of == PROGRAM):
        yield from _total(total, leaves, records, ())


def _total(
    total: TotalLayout, leaves: Sequence[Leaf], records: Sequence[Record], groups: tuple[Heading, ...]
) -> Iterator[Record]:
    heading = groups[-1] if groups else Heading("")
    label = fill(total.text or _LABELS[total.of], {"number": heading.number, "title": heading.title}).rstrip()
    yield _sum(label, leaves, records, groups)
    if total.by:
        parts: dict[str, list[Record]] = {}
        for record in records:
            parts.setdefault(_line(record.fields.get(total.by, "")), []).append(record)
        for name, part in parts.items():
            if name:
                yield _sum(name, leaves, part, groups)


def _sum(label: str, leaves: Sequence[Leaf], records: Sequence[Record], groups: tuple[Heading, ...]) -> Record:
    fields: dict[str, Text] = {}
    series: dict[str, dict[str, str]] = {}
    for leaf in leaves:
        name = leaf.column.field
        if leaf.key is None:
            fields[name] = _summed(_line(record.fields.get(name, "")) for record in records)
        elif found := _summed(record.series.get(name, {}).get(leaf.key, "") for record in records):
            series.setdefault(name, {})[leaf.key] = found
    return Record(fields, series, groups=groups, label=label)


def _summed(texts: Iterator[str]) -> str:
    """The exact sum of the numbers among the texts, with the most decimals that any has."""
    found = [(text, number) for text in texts if (number := parse_number(text)) is not None]
    whole = sum((number for _, number in found), Decimal(0))
    grouped = any(NBSP in text or " " in text for text, _ in found)
    return format_number(whole, grouped=grouped) if found else ""


def _line(text: Text) -> str:
    return text if isinstance(text, str) else ", ".join(text)
