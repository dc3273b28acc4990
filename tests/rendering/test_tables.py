"""Grids become tables that Word accepts, whatever their spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from munprog.layout.flow import Table
from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.rendering import GridError
from tests.ooxml.validate_docx import problems
from tests.rendering.packages import DOCUMENT, NAMESPACES, opened, parts_of, template
from tests.rendering.samples import cell, finance, head, plan

PORTRAIT, LANDSCAPE = 9638, 14570
"""Text areas of the template program.docx, in twips."""


def rendered(grid: Grid) -> bytes:
    return template("{{p grid }}").render({"grid": grid})


def table(grid: Grid) -> etree._Element:
    found = etree.fromstring(parts_of(rendered(grid))[DOCUMENT]).find(".//w:tbl", NAMESPACES)
    assert found is not None
    return found


def value(element: etree._Element, path: str) -> str | None:
    """The w:val of what stands at `path`, None where nothing does."""
    found = element.find(path, NAMESPACES)
    return None if found is None else found.get(f"{{{NAMESPACES['w']}}}val", "")


def widths(of: etree._Element) -> list[int]:
    name = f"{{{NAMESPACES['w']}}}w"
    return [int(column.get(name) or 0) for column in of.findall("w:tblGrid/w:gridCol", NAMESPACES)]


@st.composite
def tilings(draw: st.DrawFn, count: int, max_rows: int) -> tuple[Row, ...]:
    """Rows that cover `count` columns by cells of any spans."""
    height = draw(st.integers(0, max_rows))
    free = [[True] * count for _ in range(height)]
    rows: list[Row] = []
    for top in range(height):
        row: list[Cell] = []
        for left in range(count):
            if not free[top][left]:
                continue
            across = next((at for at in range(left, count) if not free[top][at]), count) - left
            columns = draw(st.integers(1, across))
            down = draw(st.integers(1, height - top))
            for y in range(top, top + down):
                free[y][left : left + columns] = [False] * columns
            texts = draw(st.lists(st.sampled_from(["", "текст", "1 234,5", "слово " * 400]), max_size=2))
            row.append(Cell(tuple(texts), draw(st.sampled_from(Role)), columns, down))
        rows.append(tuple(row))
    return tuple(rows)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    count = draw(st.integers(1, 6))
    header, body = draw(tilings(count, 3)), draw(tilings(count, 5))
    weights = draw(st.tuples(*[st.floats(0.1, 100)] * count))
    extra = ((Cell(("конец",), columns=count),),) if not header and not body else ()
    return Grid(weights, header, body + extra, draw(st.booleans()), draw(st.booleans()))


@settings(max_examples=60)
@given(grids())
def test_any_grid_is_valid_and_as_wide_as_the_page(grid: Grid) -> None:
    document = rendered(grid)
    assert list(problems(document)) == []
    found = etree.fromstring(parts_of(document)[DOCUMENT]).find(".//w:tbl", NAMESPACES)
    assert found is not None
    assert sum(widths(found)) == (LANDSCAPE if grid.landscape else PORTRAIT)


def test_spans_stand_where_the_grid_has_them() -> None:
    word = opened(rendered(finance(landscape=False))).tables[0]
    assert [one.text.partition(".")[0] for one in word.column_cells(1)] == [
        *["Мероприятие"] * 2,
        *["Мероприятие 1"] * 3,
        *["Мероприятие 2"] * 3,
        "Итого",
    ]
    assert [one.text for one in word.rows[1].cells] == ["№", "Мероприятие", "Источник", "2024", "2025", "2026"]
    assert [one.text.replace("\xa0", " ") for one in word.rows[-1].cells] == ["Итого"] * 3 + ["7 407,0"] * 3


def test_header_rows_are_repeated_and_no_row_is_split() -> None:
    rows = table(finance()).findall("w:tr", NAMESPACES)
    assert [value(row, "w:trPr/w:tblHeader") for row in rows] == ["", ""] + [None] * 7
    assert [value(row, "w:trPr/w:cantSplit") for row in rows] == [""] * 9


def test_a_row_taller_than_a_third_of_a_page_may_be_split() -> None:
    long = "слово " * 150
    narrow = Grid((1, 9), (), ((cell(long), cell("")), (cell("коротко"), cell(long))))
    first, second = table(narrow).findall("w:tr", NAMESPACES)
    assert (value(first, "w:trPr/w:cantSplit"), value(second, "w:trPr/w:cantSplit")) == (None, "")


def test_a_row_that_may_be_split_is_not_held_to_the_next() -> None:
    tall = Cell(tuple(f"{year} год – 1,0 тыс. рублей;" for year in range(2000, 2060)), Role.TEXT)
    rows = table(Grid((1, 2), (), ((cell("Цель"), cell("а")), (cell("Деньги"), tall), (cell("Итог"), cell("б")))))
    styles = [value(row, "w:tc/w:p/w:pPr/w:pStyle") for row in rows.findall("w:tr", NAMESPACES)]
    assert styles == ["TableText"] * 3


def test_each_role_has_its_style_and_heads_stand_in_the_middle() -> None:
    row = tuple(Cell(("а",), role) for role in Role)
    cells = table(Grid((1,) * len(row), (), (row,))).findall(".//w:tc", NAMESPACES)
    assert [value(one, "w:p/w:pPr/w:pStyle") for one in cells] == [
        "TableHead",
        "TableText",
        "TableCenter",
        "TableNumber",
        "TableDivider",
        "TableTotal",
        "TableTotalCenter",
        "TableTotalNumber",
    ]
    assert [value(one, "w:tcPr/w:vAlign") for one in cells] == ["center"] + [None] * 7


def kept_rows(grid: Grid) -> list[bool]:
    rows = table(grid).findall("w:tr", NAMESPACES)
    return [str(value(row, ".//w:p/w:pPr/w:pStyle")).endswith("Kept") for row in rows]


def test_a_small_table_stays_whole() -> None:
    assert kept_rows(Grid((1,), (), ((cell("а"),),) * 3)) == [True, True, False]


def test_the_last_row_of_a_long_table_does_not_stand_alone() -> None:
    assert kept_rows(Grid((1,), (), ((cell("а"),),) * 40)) == [False] * 38 + [True, False]
    assert kept_rows(Grid((1,), (), ((cell("слово " * 200),),) * 10)) == [False] * 8 + [True, False]


def test_rows_of_a_merged_group_stay_together() -> None:
    group = ((cell("а", rows=3), cell("б")), (cell("в"),), (cell("г"),))
    single = (cell("а"), cell("б"))
    found = kept_rows(Grid((1, 1), (), (single, *group, *(single,) * 20)))
    assert found[:6] == [False, True, True, False, False, False]


def test_a_long_merged_group_may_break() -> None:
    group = ((cell("а", rows=30), cell("б")), *((cell("в"),),) * 29)
    assert not any(kept_rows(Grid((1, 1), (), group)))


def test_borders_are_a_style_of_the_table() -> None:
    rows = ((cell("а"),),)
    assert value(table(Grid((1,), (), rows)), "w:tblPr/w:tblStyle") == "TableDocument"
    assert value(table(Grid((1,), (), rows, borders=False)), "w:tblPr/w:tblStyle") == "TableLayout"


def test_widths_are_shared_out_by_weight() -> None:
    assert widths(table(Grid((1, 2, 1), (), ((cell("а"), cell("б"), cell("в")),)))) == [2410, 4818, 2410]


@pytest.mark.parametrize("second", [head("Согласование"), cell("12 345 678,5", role=Role.NUMBER), cell("Согласование")])
def test_a_narrow_column_is_widened_for_its_longest_word(second: Cell) -> None:
    found = widths(table(Grid((95, 5), (), ((cell("а"), second),))))
    assert found[1] > 1000
    assert sum(found) == 9638


def test_words_too_wide_for_the_page_share_it() -> None:
    row = (head("ж" * 60), head("ж" * 60))
    assert widths(table(Grid((3, 1), (row,), ()))) == [7285, 7285]


def crowded(columns: int, **own: bool) -> Grid:
    """A table of figures of eight digits: twenty millimetres to each column in letters of twelve points."""
    return Grid((10,) * columns, (), ((cell("12345678"),) * columns,), **own)


@pytest.mark.parametrize(
    ("grid", "width", "style", "tight"),
    [
        (crowded(8), PORTRAIT, "TableText", []),
        (crowded(10), LANDSCAPE, "TableText", []),
        (crowded(14), LANDSCAPE, "TableTextSmall", []),
        (crowded(18), LANDSCAPE, "TableTextSmall", [""]),
        (crowded(9, fixed=True), PORTRAIT, "TableTextSmall", []),
        (crowded(18, fixed=True), PORTRAIT, "TableTextSmall", [""]),
        (Grid((40,) * 9, (), ((cell("1"),) * 9,), landscape=True), LANDSCAPE, "TableTextSmall", []),
    ],
)
def test_sheet_turns_and_letters_get_smaller_until_no_word_breaks(
    grid: Grid, width: int, style: str, tight: list[str]
) -> None:
    found: list[str] = []
    document = template("{{p grid }}").render({"grid": grid}, tight=found)
    drawn = etree.fromstring(parts_of(document)[DOCUMENT]).find(".//w:tbl", NAMESPACES)
    assert drawn is not None
    assert (sum(widths(drawn)), value(drawn, ".//w:pStyle"), found) == (width, style, tight)
    assert list(problems(document)) == []
    small = b'w:styleId="TableTextSmall"' in parts_of(document)["word/styles.xml"]
    assert small is (style == "TableTextSmall")


def test_a_table_stands_inside_a_cell() -> None:
    inner = Grid((1, 1), ((head("Показатель"), head("2024")),), ((cell("Доля"), cell("5")),))
    rows = ((cell("Показатели"), Cell(("По годам:",), grid=inner)), (cell("Ещё"), Cell((), grid=crowded(8))))
    document = rendered(Grid((50, 120), (), rows))
    assert list(problems(document)) == []
    outer = opened(document).tables[0]
    assert [one.text for one in outer.rows[0].cells[1].tables[0].rows[1].cells] == ["Доля", "5"]
    assert [one.text for one in outer.rows[0].cells[1].paragraphs] == ["По годам:", ""]
    styles = [value(one, "w:pPr/w:pStyle") for one in table(Grid((50, 120), (), rows)).iter(f"{{{NAMESPACES['w']}}}p")]
    assert styles.count("TableTextAt18") == 8  # half of the sheet: the letters go down until no word breaks


def test_a_table_inside_a_cell_has_its_height() -> None:
    """A passport whose row holds a long table is not kept on one page as a whole."""
    inner = Grid((1, 1), (), tuple((cell(str(at)), cell("5")) for at in range(40)))
    rows = [(cell("а"), cell("б"))] * 4
    assert kept_rows(Grid((50, 120), (), (*rows, (cell("в"), cell("г")))))[:4] == [True] * 4
    found = table(Grid((50, 120), (), (*rows, (cell("в"), Cell((), grid=inner))))).findall("w:tr", NAMESPACES)
    assert not str(value(found[0], ".//w:p/w:pPr/w:pStyle")).endswith("Kept")


def test_a_total_does_not_stand_without_a_row_that_it_counts() -> None:
    rows = [(cell("а"),)] * 30
    totals = [(cell("Итого", role=Role.TOTAL),), (cell("Всего", role=Role.TOTAL),)]
    kept = kept_rows(Grid((1,), (), (*rows, *totals, *rows, (cell("б"),))))
    assert [at for at, one in enumerate(kept) if one] == [29, 61]


def test_a_tall_row_under_the_first_head_may_be_split() -> None:
    tall, short = (cell(*["строка"] * 8),), (cell("строка"),)
    divider = (cell("Раздел", role=Role.DIVIDER),)
    rows = table(Grid((1,), ((head("Графа"),),), (divider, tall, short, divider, tall))).findall("w:tr", NAMESPACES)
    whole = [row.find("w:trPr/w:cantSplit", NAMESPACES) is not None for row in rows]
    assert whole == [True, True, False, True, True, True]


def test_a_header_row_is_high_enough_for_the_cell_that_covers_it() -> None:
    top = (head("Наименование показателя и единица его измерения", rows=2), head("Годы", columns=2))
    grid = Grid((10, 45, 45), (top, (head("2024"), head("2025"))), ((cell("а"), cell("б"), cell("в")),))
    first, second, body = table(grid).findall("w:tr", NAMESPACES)
    assert int(value(second, "w:trPr/w:trHeight") or 0) > 600
    assert value(first, "w:trPr/w:trHeight") is None
    assert value(body, "w:trPr/w:trHeight") is None


@pytest.mark.parametrize(
    ("grid", "message"),
    [
        (Grid((1, 1), (), ((cell("а"),),)), "row 1 covers 1 of 2 columns"),
        (Grid((1,), (), ((cell("а"), cell("б")),)), "row 1 covers 2 of 1 columns"),
        (Grid((1,), (), ((cell("а", rows=2),),)), "covers rows below the last one"),
        (Grid((1,), ((head("а", rows=2),),), ((cell("б"),),)), "covers rows below the last one"),
        (Grid((1, 1), (), ((cell("а"), cell("б", rows=2)), (cell("в", columns=2),))), "overlaps one from above"),
        (Grid((1,), (), ((cell("а", columns=0),),)), "covers nothing"),
        (Grid((1,), (), ()), "at least one row"),
        (Grid((), (), ((),)), "must be positive"),
        (Grid((1, 0), (), ((cell("а", columns=2),),)), "must be positive"),
    ],
)
def test_a_grid_that_does_not_fit_is_a_defect_of_its_maker(grid: Grid, message: str) -> None:
    with pytest.raises(GridError, match=message):
        rendered(grid)


def test_tables_with_real_content_are_valid() -> None:
    document = template("{{p body }}").render({"body": (Table(finance()), Table(plan(40, landscape=False), "Таблица"))})
    assert list(problems(document)) == []
