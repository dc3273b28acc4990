"""Tables: heads that repeat, rows that stay whole, width, sums (G-TAB, L-FIN-3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from munprog.inspection.document import Row, Table
from munprog.inspection.faults import Case, Fault
from munprog.inspection.words import millimetres

_LETTER, _LINE = 10.5, 23
"""Width of a letter and height of a line in twips, both for a point of the size."""
_PADDING = 216
_SURELY = 0.7
"""A height is a guess: only a row well under half a page is surely one that fits."""
_TOTAL = re.compile(r"(?:всего|итого|общий итог)(?:\s+по\s.*)?:?", re.IGNORECASE)
_PART = re.compile(r"в том числе|из них|в т\. ?ч\.|всего|итого", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"20\d\d(?:\s*(?:г\.|год))?")
_ZERO = frozenset({"", "-", "–", "—"})


def heads(case: Case) -> Iterator[Fault]:
    """G-TAB-1."""
    for one in case.document.tables:
        long = len(one.rows) > case.limit("long_table_rows") or one.letters > 3000
        # Two columns of names and values, a passport, have no head.
        if one.bordered and long and len(one.rows[0].cells) > 2 and not one.rows[0].is_head:
            yield _fault(
                one,
                "FMT034",
                "G-TAB-1",
                "Таблица длинная, а шапка на следующих страницах не повторится",
                "Выделите строки шапки: «Макет → Повторить строки заголовков».",
            )


def rows(case: Case) -> Iterator[Fault]:
    """G-TAB-3: one finding for each table. A single row may split: the first one does, to keep the head off alone."""
    for one in case.document.tables:
        half = case.document.sections[min(one.section, len(case.document.sections) - 1)].text_height / 2
        split = [row for row in one.rows if not row.whole and _height(one, row) < half * _SURELY]
        if one.bordered and len(split) > 1:
            yield _fault(
                one,
                "FMT035",
                "G-TAB-3",
                "Строки таблицы могут разорваться между страницами",
                "«Свойства таблицы → Строка»: снимите «Разрешить перенос строк на следующую страницу».",
            )


def _height(table: Table, row: Row) -> float:
    """About how high the row stands, in twips."""
    heights = [0.0]
    for width, cell in zip(row.widths, row.cells, strict=True):
        room = max((width or table.width / len(row.cells)) - _PADDING, 300)
        heights.append(
            sum(
                (len(one.plain) * one.size * _LETTER // room + 1 + one.text.count("\n")) * one.size * _LINE
                for one in cell
            )
        )
    return max(heights)


def width(case: Case) -> Iterator[Fault]:
    """G-TAB-5. Word lets the text of a table without lines, not its cells, start at the margin."""
    for one in case.document.tables:
        section = case.document.sections[min(one.section, len(case.document.sections) - 1)]
        # Padding of cells hangs out on both sides in tables that Word makes.
        over = max(one.indent, 0) + one.width - section.text_width - 230
        if "вложенная" not in one.where and over > case.limit("tolerance_twips"):
            yield _fault(
                one,
                "FMT036",
                "G-TAB-5",
                f"Таблица шире текста: она {millimetres(one.width)}, а текст – {millimetres(section.text_width)}",
                "Уменьшите ширину столбцов или положите лист набок: «Макет → Ориентация».",
            )


def sums(case: Case) -> Iterator[Fault]:
    """L-FIN-3, where it is certain what is summed: one closing row, every cell above it a number."""
    for one in case.document.tables:
        body = [row for row in one.rows if not row.is_head and not _is_numbering(row)]
        if not one.bordered or len(body) < 3 or any(row.spanned for row in body):
            continue
        if not any(_TOTAL.fullmatch(text) for text in body[-1].texts[:2]):
            continue
        if any(_PART.search(text) for row in body[:-1] for text in row.texts[:2]):
            continue
        yield from _columns(one, body)


def _columns(table: Table, body: list[Row]) -> Iterator[Fault]:
    size = len(body[-1].texts)
    above = [row.texts for row in body[:-1]]
    # A head that is not marked as such has no number in any column of money.
    while above and not any(_value(text) is not None and text.strip() not in _ZERO for text in above[0][1:]):
        above.pop(0)
    if len(above) < 2 or any(len(texts) != size for texts in above):
        return
    for column in range(1, size):
        parts, total = [_value(texts[column]) for texts in above], _value(body[-1].texts[column])
        known = [part for part in parts if part is not None]
        if total is None or len(known) < len(parts) or all(_YEAR.fullmatch(texts[column]) for texts in above):
            continue
        found = sum(known, Decimal())
        if found != total and any(known):
            cell = body[-1].cells[column]
            yield Fault(
                "FMT037",
                "L-FIN-3",
                f"В итоговой строке – {_shown(total)}, а сумма столбца – {_shown(found)}",
                "Проверьте слагаемые и итог.",
                at=cell[0] if cell else table.first,
            )


def _is_numbering(row: Row) -> bool:
    """A row of column numbers."""
    return list(row.texts) == [str(number) for number in range(1, len(row.texts) + 1)]


def _value(text: str) -> Decimal | None:
    text = text.strip()
    if text in _ZERO:
        return Decimal()
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(re.sub("[ \u00a0\u202f]", "", text).replace(",", "."))


def _shown(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _fault(table: Table, code: str, requirement: str, message: str, hint: str) -> Fault:
    return Fault(code, requirement, message, hint, table.first, table.where)
