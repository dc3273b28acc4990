"""Dates in the three forms that official documents use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.model.dates import format_date, format_date_in_words, parse_date
from munprog.months import MONTHS_GENITIVE


@pytest.mark.parametrize(
    "written",
    [
        "01.06.2024",
        "2024-06-01",
        "1 июня 2024 г.",
        "1 июня 2024 года",
        "1 июня 2024 г",
        "1 июня 2024",
        "01 июня 2024г.",
        "1\u00a0июня\u00a02024\u00a0г.",
        " 01.06.2024 ",
    ],
)
def test_one_day_in_every_form(written: str) -> None:
    assert parse_date(written) == date(2024, 6, 1)


@pytest.mark.parametrize("at", range(12))
def test_every_month_is_known_by_its_name(at: int) -> None:
    assert parse_date(f"15 {MONTHS_GENITIVE[at]} 2024 г.") == date(2024, at + 1, 15)


@pytest.mark.parametrize(
    "written",
    [
        "30.02.2024",
        "29.02.2023",
        "31.04.2024",
        "00.06.2024",
        "01.13.2024",
        "2024-02-30",
        "2024-13-01",
        "32 июня 2024 г.",
        "0 июня 2024 г.",
        "0000-01-01",
        "1 июнь 2024 г.",
        "1.6.2024",
        "01.06.24",
        "01/06/2024",
        "01.06.2024 г.",
        "июнь 2024",
        "",
    ],
)
def test_no_such_day(written: str) -> None:
    assert parse_date(written) is None


def test_leap_day() -> None:
    assert parse_date("29.02.2024") == date(2024, 2, 29)


def test_printed_forms() -> None:
    assert format_date(date(2024, 6, 1)) == "01.06.2024"
    assert format_date(date(987, 6, 1)) == "01.06.0987"
    assert format_date_in_words(date(2024, 6, 1)) == "1\u00a0июня\u00a02024\u00a0г."


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_printed_form_reads_as_the_same_day(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(format_date_in_words(day)) == day
    assert parse_date(day.isoformat()) == day
