"""Sums and shares that a person typed into the tables of the analysis (R-ANA-2, R-ANA-4).

Only a table of which the other columns add up is judged: what disagrees throughout is something else than a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.numbers import format_number, parse_number
from munprog.source import values
from munprog.validation.registry import Case, Fault, Rule

_Wrong = tuple[int, Decimal, Decimal]
"""Number of a row or column, what its cells add up to, what is typed."""

_WHOLE = re.compile(r"(?:всего|итого)\b", re.IGNORECASE)


def table_total_differs(case: Case) -> Iterator[Fault]:
    for path, table in values(case.data.get("analysis"), ("analysis",)):
        if isinstance(table, dict) and "columns" in table and isinstance(table.get("rows"), list):
            rows = [row for row in table["rows"] if isinstance(row, list)]
            width = len(rows[0]) if rows else 0
            if len(rows) == len(table["rows"]) and all(len(row) == width for row in rows):
                yield from _judged(path, rows, _by_row(table, rows, width), _by_column(rows, width))


def result_beyond_whole(case: Case) -> Iterator[Fault]:
    results = case.program.analysis.results if case.program.analysis else None
    for table in results.tables if results else ():
        given = [((*row.path, "values"), row.values) for row in table.rows]
        given += [((*table.path, "municipality"), table.municipality), ((*table.path, "region"), table.region)]
        for path, figures in given if table.unit == "%" else ():
            for year, value in figures.items():
                if value.number is not None and not 0 <= value.number <= 100:
                    yield Fault(
                        (*path, year),
                        f"Доля участников лежит в пределах от 0 до 100 %, а здесь {value.text} %",
                        "Проверьте значение: возможно, пропущена запятая.",
                    )


def _judged(path: KeyPath, rows: list[list[Any]], by_row: list[_Wrong], by_column: list[_Wrong]) -> Iterator[Fault]:
    """One cell makes its row and its column wrong by as much: it is told once."""
    width = len(rows[0])
    if len(by_row) == len(by_column) == 1:
        (row, added, typed), (column, added_down, typed_down) = by_row[0], by_column[0]
        if column == width - 1:
            by_column = []
        elif added - typed == added_down - typed_down:
            yield Fault(
                (*path, "rows", row, column),
                f"С этой ячейкой ({format_number(parse_number(rows[row][column]) or Decimal(0))}) "
                "не сходятся итоги и её строки, и её графы",
                f"Разница в обоих итогах одна и та же – {format_number(abs(added - typed))}: проверьте ячейку.",
            )
            return
    yield from (_total((*path, "rows", at, width - 1), added, typed) for at, added, typed in by_row)
    yield from (_total((*path, "rows", len(rows) - 1, at), added, typed) for at, added, typed in by_column)


def _by_column(rows: list[list[Any]], width: int) -> list[_Wrong]:
    """The columns whose total, in a last row «Всего», is not their sum."""
    if len(rows) < 3 or not _WHOLE.match(str(rows[-1][0])):
        return []
    columns = [(at, [parse_number(row[at]) for row in rows]) for at in range(1, width)]
    return _disagreeing([(at, _added(column[:-1]), column[-1]) for at, column in columns if None not in column])


def _by_row(table: Any, rows: list[list[Any]], width: int) -> list[_Wrong]:
    """The rows whose total, in a last column «Всего», is not their sum."""
    last = table["columns"][-1] if isinstance(table["columns"], list) and len(table["columns"]) == width else None
    if width < 4 or not isinstance(last, dict) or not _WHOLE.fullmatch(str(last.get("title", ""))):
        return []
    numbers = [(at, [parse_number(cell) for cell in row[1:]]) for at, row in enumerate(rows)]
    wrong = _disagreeing([(at, _added(row[:-1]), row[-1]) for at, row in numbers if None not in row])
    return [one for one in wrong if not _WHOLE.match(str(rows[one[0]][0]))]


def _disagreeing(sums: Sequence[tuple[int, Decimal, Decimal | None]]) -> list[_Wrong]:
    """Those that do not add up, where more of the others do."""
    wrong = [(at, added, typed) for at, added, typed in sums if typed is not None and added != typed]
    return wrong if len(wrong) * 2 < len(sums) else []


def _total(path: KeyPath, added: Decimal, typed: Decimal) -> Fault:
    return Fault(
        path,
        f"Итог таблицы – {format_number(typed)}, а сумма её ячеек – {format_number(added)}",
        f"Разница {format_number(abs(added - typed))}: проверьте слагаемые и итог.",
    )


def _added(numbers: Sequence[Decimal | None]) -> Decimal:
    return sum((one for one in numbers if one is not None), Decimal(0))


_MR = "МР-2023, §1.2"
_NEEDS = ("analysis",)

RULES = (
    Rule("ANA010", "table-total-differs", Severity.WARNING, table_total_differs, "R-ANA-2", _MR, ("I.2",), _NEEDS),
    Rule("ANA012", "result-beyond-whole", Severity.ERROR, result_beyond_whole, "R-ANA-4", _MR, ("I.3",), _NEEDS),
)
