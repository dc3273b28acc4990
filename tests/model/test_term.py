"""The term: school years with their own bounds, a duration in words, totals and bases of measures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from munprog.model.build import construct
from munprog.model.general import Term
from munprog.model.indicators import Measure
from munprog.model.when import parse_moment


def term(**own: Any) -> Term:
    return construct(Term, own)


def test_school_years_have_the_bounds_of_the_programme() -> None:
    usual = term(school_years=["2020/2021", "2021/2022"])
    own = term(school_years=["2020/2021", "2021/2022"], school_year={"begins": "01.08", "ends": "31.07"})
    assert (usual.first, usual.last) == (date(2020, 9, 1), date(2022, 8, 31))
    assert (own.first, own.last) == (date(2020, 8, 1), date(2022, 7, 31))
    moment = parse_moment("2021/2022")
    assert moment
    assert (own.dated(moment).first, own.dated(moment).last) == own.days_of("2021/2022")


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [
        ("август – сентябрь", date(2020, 8, 1), date(2020, 9, 30)),
        ("ноябрь – февраль", date(2020, 11, 1), date(2021, 2, 28)),
        ("май – июнь", date(2021, 5, 1), date(2021, 6, 30)),
    ],
)
@pytest.mark.parametrize("bounds", [{}, {"school_year": {"begins": "01.08", "ends": "31.07"}}])
def test_months_lie_in_their_school_year(bounds: Any, months: str, first: date, last: date) -> None:
    moment = parse_moment(months)
    assert moment
    assert moment.within(*term(school_years=["2020/2021"], **bounds).days_of("2020/2021")) == (first, last)


def test_duration_in_words_is_printed_and_names_days_where_it_can() -> None:
    named = term(duration="сентябрь 2020 г. – сентябрь 2024 г.")
    assert (named.printed, named.first, named.last) == (
        "сентябрь 2020 г. – сентябрь 2024 г.",
        date(2020, 9, 1),
        date(2024, 9, 30),
    )
    vague = term(duration="три года")
    assert (vague.printed, vague.first, vague.periods) == ("три года", None, ())


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ({"total": "сумма"}, "10,5"),
        ({"total": "последнее"}, "6,5"),
        ({"total": "отношение к базе", "base": {"value": 5}}, "в 1,3 раза"),
        ({"total": "отношение к базе"}, ""),
        ({"total": {"kind": "сумма", "value": "не менее 10"}}, "не менее 10"),
        ({"total": "сумма", "values": {"2024": "не менее 1", "2025": 2}}, ""),
        ({}, ""),
    ],
)
def test_total_of_a_measure(own: dict[str, Any], printed: str) -> None:
    whole = {"id": "и", "title": "И", "kind": "количество", "values": {"2024": 4, "2025": "6,5"}, **own}
    assert construct(Measure, whole).total_printed == printed
