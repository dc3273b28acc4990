"""Workbooks opened again: the cells are what was given, nothing calculates, the bytes do not change."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from munprog.exchange import Cell, Column, Sheet, workbook
from munprog.exchange.workbook import LONGEST

COLUMNS = (Column("программа", 40), Column("ошибок", 10), Column("доля «да»", 10, "0 %"))
SHEET = Sheet("Сводка", COLUMNS, (("Приозерье", 2, Decimal("0.25")), ("Заречье", 0, None)))


def opened(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets, title="Сводка по программам")))


def cell(text: Cell) -> Any:
    return opened(Sheet("Л", (Column("а"),), ((text,),)))["Л"]["A2"]


def test_a_sheet() -> None:
    book = opened(SHEET, Sheet("Находки", (Column("код"),), ()))
    assert book.sheetnames == ["Сводка", "Находки"]
    sheet = book["Сводка"]
    assert list(sheet.values) == [
        ("программа", "ошибок", "доля «да»"),
        ("Приозерье", 2, 0.25),
        ("Заречье", 0, None),
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [40, 10, 10]
    assert sheet["C2"].number_format == "0 %"
    assert book.properties.title == "Сводка по программам"


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.org";"сюда")', "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "\r=1", "\n=1",
        "＝1", "#N/A", "{=1}", "'=1", "12", "01.09.2024",
    ],
)  # fmt: skip
def test_a_text_is_a_text(text: str) -> None:
    found = cell(text)
    assert (found.data_type, found.value) == ("s", text.replace("\r\n", "\n").replace("\r", "�"))
    assert found.quotePrefix == text.replace("\r\n", "\n").startswith(tuple("=+-@\t\n＝"))


def test_no_formula_is_in_the_package() -> None:
    data = workbook([Sheet("=1", (Column("=A1"), Column("@б")), (("=1", "+1"),))], title="=1")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not [name for name, part in parts.items() if b"<f>" in part]
    assert b'<c r="A3" ' not in parts["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("до\x00\x1b\x0bпосле\ud800", "до���после�"),
        ("две\nстроки", "две\nстроки"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("я" * (LONGEST + 5), "я" * LONGEST),
        (date(2024, 9, 1), None),
    ],
)
def test_odd_values(given: Cell, expected: str | None) -> None:
    found = cell(given)
    assert found.value == expected if expected else found.is_date


def test_a_title_that_excel_would_refuse() -> None:
    assert opened(Sheet("a/b:[c]*?\\" + "я" * 40, (Column("а"),), ())).sheetnames == ["a b  c    " + "я" * 21]


def test_the_same_rows_are_the_same_bytes() -> None:
    first = workbook([SHEET], title="Сводка")
    time.sleep(1.1)  # the clock of a workbook counts seconds
    assert workbook([SHEET], title="Сводка") == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pandas_is_left_alone_until_a_workbook_is_made() -> None:
    script = "import sys, munprog.exchange; sys.exit('pandas' in sys.modules or 'openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
