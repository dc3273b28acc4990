"""Numbers are read exactly and printed in the Russian form."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.model.numbers import Value, as_written, format_number, parse_number

NUMBERS = st.builds(
    lambda digits, places: Decimal(digits) / Decimal(10**places),
    st.integers(-(10**15), 10**15),
    st.integers(0, 5),
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("70.5", "70.5"),
        ("70,5", "70.5"),
        ("0,10", "0.10"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u202f234", "1234"),
        (" 7 ", "7"),
        ("-5", "-5"),
        ("−1 234,5", "-1234.5"),
        (7, "7"),
        (Decimal("0.1"), "0.1"),
    ],
)
def test_number_is_read_exactly(written: object, value: str) -> None:
    assert str(parse_number(written)) == value


@pytest.mark.parametrize(
    "written",
    ["", "–", "12 34", "1 2345", "1234 567", "1.234,5", "5,", ",5", "1e3", "70,5 %", "+5", "- 5", True, None, "нет"],
)
def test_anything_else_is_no_number(written: object) -> None:
    assert parse_number(written) is None


@pytest.mark.parametrize(
    ("value", "printed"),
    [("70.50", "70,50"), ("-3", "−3"), ("1234567.5", "1234567,5"), ("1E+5", "100000"), ("0", "0")],
)
def test_digits_are_those_of_the_value(value: str, printed: str) -> None:
    assert format_number(Decimal(value)) == printed


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("0.125", 2, "0,13"),
        ("0.135", 2, "0,14"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "−3"),
        ("7", 3, "7,000"),
        ("1E+30", 5, "1" + "0" * 30 + ",00000"),
    ],
)
def test_half_is_rounded_up_to_the_decimals_asked_for(value: str, decimals: int, printed: str) -> None:
    assert format_number(Decimal(value), decimals=decimals) == printed


def test_thousands_are_parted_by_a_space_that_does_not_break() -> None:
    assert format_number(Decimal("1234567.5"), grouped=True) == "1\u00a0234\u00a0567,5"
    assert format_number(Decimal(999), grouped=True) == "999"


@given(NUMBERS, st.booleans())
def test_what_is_printed_reads_as_the_same_number(value: Decimal, grouped: bool) -> None:
    printed = format_number(value, grouped=grouped)
    assert parse_number(printed) == value
    assert "." not in printed
    assert " " not in printed


@given(st.integers(0, 10**9), st.integers(0, 5))
def test_what_is_read_prints_as_it_was_written(whole: int, places: int) -> None:
    written = f"{whole},{'5' * places}" if places else str(whole)
    assert as_written(parse_number(written)) == written


@pytest.mark.parametrize(
    ("value", "printed"),
    [(Decimal("34.50"), "34,50"), (5, "5"), (True, "да"), (False, "нет"), (None, ""), ("текст", "текст")],
)
def test_scalar_is_printed_as_its_author_wrote_it(value: object, printed: str) -> None:
    assert as_written(value) == printed


def test_nought_dash_and_blank_are_different_values() -> None:
    values = [Value.of(written) for written in (0, "0,0", "–", "", None)]
    assert [value.text for value in values] == ["0", "0,0", "–", "", ""]
    assert [value.number for value in values] == [Decimal(0), Decimal("0.0"), None, None, None]
    assert len(set(values)) == 4
