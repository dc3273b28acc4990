"""Plain scalars follow the core schema of YAML 1.2; all else is text, keys always are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from munprog.source import Data, read_text


def _value(written: str) -> Data:
    source = read_text(f"a: {written}\n", name="a.yaml")
    assert source.findings == ()
    assert isinstance(source.data, dict)
    return source.data["a"]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_null(written: str) -> None:
    assert _value(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_booleans(written: str, value: bool) -> None:
    assert _value(written) is value


@pytest.mark.parametrize(
    ("written", "value"),
    [("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("2024", 2024), ("9" * 40, int("9" * 40))],
)
def test_integers(written: str, value: int) -> None:
    read = _value(written)
    assert type(read) is int
    assert read == value


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("70.5", "70.5"),
        ("70.50", "70.50"),
        ("0.0", "0.0"),
        ("-0.1", "-0.1"),
        ("+1.5", "1.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1e3", "1E+3"),
        ("1.5E-2", "0.015"),
        ("0.1000000000000000000000000000000000000", "0.1000000000000000000000000000000000000"),
    ],
)
def test_decimals_keep_every_digit(written: str, text: str) -> None:
    value = _value(written)
    assert isinstance(value, Decimal)
    assert str(value) == text


@pytest.mark.parametrize(
    "written",
    [
        "2024-06-01",
        "01.06.2024",
        "1:30",
        "12:30:45",
        "yes",
        "No",
        "on",
        "off",
        "y",
        "70,5",
        "1 234,5",
        "1_000",
        "0b101",
        "1.2.3",
        "1e",
        "e5",
        "–",
        "nil",
        "none",
        "nUll",
        "tRUE",
        "..",
        ".",
        "+",
        "0x",
        "0o8",
        "0xZ",
        ".INf",
        "TRUEx",
        "12 шт.",
        "№ 5",
        "a#b",
        "слово:слово",
        "см. [[таблица:показатели]]",
    ],
)
def test_all_else_is_text(written: str) -> None:
    assert _value(written) == written


@pytest.mark.parametrize("written", ["010", "null", "true", "1.5", "0x1F", ".nan", "~", "", "<<", "2024-06-01"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_text(written: str, quote: str) -> None:
    assert _value(f"{quote}{written}{quote}") == written


def test_block_scalars_are_text() -> None:
    source = read_text("a: |\n  010\nb: >-\n  true\n  false\n", name="a.yaml")
    assert source.data == {"a": "010\n", "b": "true false"}


def test_escapes_in_double_quotes() -> None:
    assert _value(r'"\"\\ \t \n \u041F \U0001F600 \_"') == '"\\ \t \n П 😀 \xa0'


def test_text_stays_as_written() -> None:
    assert _value("И\u0306од\xa0и\u200bкафе\u0301 « »") == "И\u0306од\xa0и\u200bкафе\u0301 « »"


def test_keys_are_text() -> None:
    keys = ["2024", "2024.0", "yes", "true", "null", "~", "01", "0x1F", "1:30", ".inf"]
    text = "".join(f"{key}: a\n" for key in keys) + "'x': j\n\"y\": k\n"
    source = read_text(text, name="a.yaml")
    assert source.findings == ()
    assert isinstance(source.data, dict)
    assert list(source.data) == [*keys, "x", "y"]


def test_collections() -> None:
    text = "a:\n- 1\n- - 2\n  - x: 3\nb: {c: [], d: {}, e: [1, {f: 2}]}\n? g\n: h\n"
    assert read_text(text, name="a.yaml").data == {
        "a": [1, [2, {"x": 3}]],
        "b": {"c": [], "d": {}, "e": [1, {"f": 2}]},
        "g": "h",
    }


def test_order_of_keys_is_kept() -> None:
    source = read_text("б: 1\nа: 2\nв: 3\n", name="a.yaml")
    assert isinstance(source.data, dict)
    assert list(source.data) == ["б", "а", "в"]


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "\ufeffa: 1", "\ufeff---\na: 1\n...\n", "a: 1 # б"])
def test_document_marks_and_byte_order_mark_are_no_fault(text: str) -> None:
    source = read_text(text, name="a.yaml")
    assert source.findings == ()
    assert source.data == {"a": 1}
