"""A table that no sheet holds is parted: no word and no number of it breaks, and the first columns are repeated."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from munprog.layout.flow import Paragraph, Table
from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.rendering.letters import longest_word
from tests.ooxml.validate_docx import problems
from tests.rendering.packages import DOCUMENT, NAMESPACES, opened, parts_of, template
from tests.rendering.samples import cell, head

LANDSCAPE = 14570
SUM = "1 234 567 890,12345"
YEARS = tuple(str(year) for year in range(2018, 2031))
SOURCES = ("Федеральный бюджет", "Бюджет субъекта", "Местный бюджет", "Внебюджетные источники")


def money(keys: int = 4, **own: int | bool) -> Grid:
    """Thirteen years of sums of fifteen digits beside the activity, its executor, budget code and source."""
    titles = ("№ п/п", "Мероприятие", "Код бюджетной классификации", "Источник финансирования")
    top = (*(head(one, rows=2) for one in titles), head("Объём финансирования по годам, руб.", columns=13))
    top += (head("Всего", rows=2),)
    rows: list[Row] = [(cell("Задача 1. Кадры школ", role=Role.DIVIDER, columns=18),)]
    for number in range(1, 4):
        left = (cell(f"1.{number}.", rows=4), cell(f"Мероприятие {number}: обучение учителей", rows=4))
        for at, source in enumerate(SOURCES):
            sums = tuple(cell(SUM, role=Role.NUMBER) for _ in (*YEARS, "всего"))
            rows.append((*(left if at == 0 else ()), cell("974 0702 0310173010 612"), cell(source), *sums))
    sums = tuple(cell(SUM, role=Role.TOTAL_NUMBER) for _ in (*YEARS, "всего"))
    rows.append((cell("Итого", role=Role.TOTAL, columns=4), *sums))
    widths = (10.0, 50, 30, 35, *(22.0,) * 14)
    return Grid(widths, (top, tuple(map(head, YEARS))), tuple(rows), landscape=True, keys=keys, **own)  # type: ignore[arg-type]


def drawn(grid: Grid, tight: list[str] | None = None) -> bytes:
    block = Table(grid, "Таблица 3 – Деньги", (), "Продолжение таблицы 3")
    return template("{{p body }}").render({"body": (block, Paragraph("Дальше."))}, tight=tight)


def tables(document: bytes) -> list[etree._Element]:
    return etree.fromstring(parts_of(document)[DOCUMENT]).findall(".//w:tbl", NAMESPACES)


def unbroken(table: etree._Element, size: float) -> bool:
    """Whether each cell of one column is as wide as its longest word, to a twip of rounding."""
    wide = widths(table)
    for row in table.findall("w:tr", NAMESPACES):
        cells = row.findall("w:tc", NAMESPACES)
        if len(cells) == len(wide):
            for room, one in zip(wide, cells, strict=True):
                texts = ["".join(map(str, text.itertext())) for text in one.findall("w:p", NAMESPACES)]
                if longest_word(texts) * size + 80 > room + 1:
                    return False
    return True


def widths(table: etree._Element) -> list[int]:
    name = f"{{{NAMESPACES['w']}}}w"
    return [int(column.get(name) or 0) for column in table.findall("w:tblGrid/w:gridCol", NAMESPACES)]


@pytest.mark.parametrize(("letters", "style"), [(0, "TableTextSmall"), (8, "TableTextAt16")])
def test_thirteen_years_of_fifteen_digits_stand_in_parts(letters: int, style: str) -> None:
    tight: list[str] = []
    document = drawn(money(letters=letters), tight)
    assert (list(problems(document)), tight) == ([], [])
    word = opened(document)
    heads = [[one.text for one in table.rows[1].cells] for table in word.tables]
    assert len(heads) > 1
    assert sum(len(one) - 4 for one in heads) == 14
    assert [year for one in heads for year in one[4:]] == [*YEARS, "Всего"]
    for table, xml in zip(word.tables, tables(document), strict=True):
        assert [one.text for one in table.rows[0].cells][4] == "Объём финансирования по годам, руб."
        assert [one.text for one in table.column_cells(3)][3:6] == list(SOURCES[:1] + SOURCES[1:3])
        assert table.rows[2].cells[0].text == "Задача 1. Кадры школ"
        assert sum(widths(xml)) == LANDSCAPE
        assert len(xml.findall(".//w:tblHeader", NAMESPACES)) == 2
    styles = {one.get(f"{{{NAMESPACES['w']}}}val") for one in tables(document)[0].iterfind(".//w:pStyle", NAMESPACES)}
    assert style in styles
    assert f'w:styleId="{style}"'.encode() in parts_of(document)["word/styles.xml"]
    captions = [
        one.text.replace("\xa0", " ") for one in word.paragraphs if one.text.startswith(("Таблица", "Продолжение"))
    ]
    assert captions == ["Таблица 3 – Деньги"] + ["Продолжение таблицы 3"] * (len(heads) - 1)


def test_a_table_that_may_not_be_parted_is_told_of() -> None:
    tight: list[str] = []
    assert len(tables(drawn(money(keys=0), tight))) == 1
    assert tight == ["Таблица 3 – Деньги"]


def test_smaller_letters_need_fewer_parts() -> None:
    assert len(tables(drawn(money(letters=8)))) <= len(tables(drawn(money()))) <= len(tables(drawn(money(letters=13))))


def plain(columns: int, **own: int | bool) -> Grid:
    top = tuple(head(f"графа {at}") for at in range(columns))
    return Grid((20.0,) * columns, (top,), ((cell("12"),) * columns,), **own)  # type: ignore[arg-type]


def test_a_layout_says_how_many_parts_there_are_at_least() -> None:
    assert len(tables(drawn(plain(7, keys=1, parts=3)))) == 3
    assert len(tables(drawn(plain(7, keys=1)))) == 1


def test_a_part_begins_where_a_common_head_does() -> None:
    """Four years of three sources each: no year is divided between two parts."""
    top = (head("Мероприятие", rows=2), *(head(f"{year} год", columns=3) for year in range(2024, 2032)))
    under = tuple(head(one) for _ in range(8) for one in ("Всего", "в том числе местный бюджет", "иные источники"))
    body = (cell("Обучение"), *(cell("1 234 567,12345") for _ in range(24)))
    found = opened(drawn(Grid((60.0, *(25.0,) * 24), (top, under), (body,), landscape=True, keys=1))).tables
    assert len(found) > 1
    for table in found:
        years = [one.text for one in table.rows[0].cells][1:]
        assert all(years.count(year) == 3 for year in years)


@st.composite
def wide(draw: st.DrawFn) -> Grid:
    """A table of many columns, under heads over some of them, with cells over several columns and rows."""
    keys, columns = draw(st.integers(1, 3)), draw(st.integers(8, 30))
    count = keys + columns
    cuts = [0, *sorted(draw(st.sets(st.integers(1, columns - 1), max_size=6))), columns]
    heads = [head(f"{first + 1} часть", columns=last - first) for first, last in pairwise(cuts)]
    top = (*(head(f"ключ {at}", rows=2) for at in range(keys)), *heads)
    under = tuple(head(str(at)) for at in range(columns))
    text = st.sampled_from(["12", "1 234 567,12", "да", "", "ответственный исполнитель"])
    rows: list[Row] = [(Cell(("Раздел",), Role.DIVIDER, columns=count),)]
    for _ in range(draw(st.integers(1, 3))):
        high = draw(st.integers(1, 3))
        once = draw(st.booleans())
        for row in range(high):
            left = tuple(Cell((draw(text),), rows=high) for _ in range(keys)) if row == 0 else ()
            inner = (Cell(("на все годы",), columns=columns),) if once else tuple(cell(draw(text)) for _ in under)
            rows.append((*left, *inner))
    return Grid((20.0,) * count, (top, under), tuple(rows), landscape=True, keys=keys)


@settings(max_examples=40, deadline=None)
@given(wide(), st.sampled_from([0, 8, 10]))
def test_any_parted_table_is_valid_whole_and_unbroken(grid: Grid, letters: int) -> None:
    tight: list[str] = []
    grid = Grid(**{name: getattr(grid, name) for name in Grid.__slots__} | {"letters": letters})
    document = drawn(grid, tight)
    assert list(problems(document)) == []
    assert tight == []
    found = opened(document).tables
    assert all(len(table.rows) == len(grid.head) + len(grid.body) for table in found)
    if len(found) > 1:
        assert all(unbroken(xml, letters or 10) for xml in tables(document))
    numbers = [one.text for table in found for one in table.rows[1].cells[grid.keys :]]
    assert numbers == [str(at) for at in range(len(grid.widths) - grid.keys)]
    assert all(sum(widths(xml)) == LANDSCAPE for xml in tables(document))
