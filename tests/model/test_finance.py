"""Money: sums are exact, and what stands under «в том числе» is never counted twice."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.model.build import construct
from munprog.model.finance import Finance, walk

YEARS = tuple(str(year) for year in range(2018, 2031))
TREE = [
    {
        "id": "бюджет",
        "title": "Бюджет",
        "including": [{"id": "область", "title": "Область", "including": [{"id": "грант", "title": "Грант"}]}],
    },
    {"id": "прочие", "title": "Прочие"},
]


def finance(*rows: dict[str, dict[str, Any]], decimals: int = 5, **own: Any) -> Finance:
    listed = [{"activity": f"а{at}", "amounts": amounts} for at, amounts in enumerate(rows)]
    data = {"unit": "руб.", "decimals": decimals, "sources": TREE, "rows": listed, **own}
    return construct(Finance, data, ("finance",))


def test_thirteen_years_of_five_decimals_add_up_exactly() -> None:
    money = finance({"бюджет": dict.fromkeys(YEARS, "0,00001"), "прочие": dict.fromkeys(YEARS, "999 999 999,99999")})
    assert money.amount(money.rows, YEARS, "бюджет") == Decimal("0.00013")
    assert money.amount(money.rows, YEARS) == Decimal("13000000000.00000")
    assert money.printed(money.amount(money.rows, YEARS)) == "13\u00a0000\u00a0000\u00a0000,00000"


@given(st.lists(st.integers(0, 10**14), min_size=13, max_size=13))
def test_sum_is_that_of_the_smallest_parts(parts: list[int]) -> None:
    amounts = {year: f"{part // 10**5},{part % 10**5:05}" for year, part in zip(YEARS, parts, strict=True)}
    money = finance({"бюджет": amounts}, {"прочие": amounts})
    assert money.amount(money.rows, YEARS) * 10**5 == 2 * sum(parts)


def test_parts_of_a_source_are_shown_but_not_summed() -> None:
    money = finance({"бюджет": {"2024": 100}, "область": {"2024": 60}, "грант": {"2024": 10}, "прочие": {"2024": 1}})
    assert money.summed == {"бюджет", "прочие"}
    assert money.amount(money.rows, ["2024"]) == 101
    assert money.amount(money.rows, ["2024"], "область") == 60
    assert money.amount(money.rows, ["2024"], "грант") == 10
    assert [(source.id, depth) for source, depth in walk(money.sources)] == [
        ("бюджет", 0),
        ("область", 1),
        ("грант", 2),
        ("прочие", 0),
    ]


def test_only_the_periods_asked_for_count() -> None:
    money = finance({"бюджет": {"2023": 1, "2024": 2}}, {"бюджет": {"2025": 4}})
    assert money.amount(money.rows, ["2024", "2025"]) == 6
    assert money.amount(money.rows[:1], ["2024", "2025"]) == 2
    assert money.amount(money.rows, []) == 0


@pytest.mark.parametrize(("decimals", "printed"), [(0, "1\u00a0235"), (1, "1\u00a0234,6"), (5, "1\u00a0234,56000")])
def test_amount_is_printed_in_the_decimals_of_the_section(decimals: int, printed: str) -> None:
    assert finance(decimals=decimals).printed(Decimal("1234.56")) == printed


def test_line_of_the_estimate_counts_the_sources_asked_for() -> None:
    row = {
        "activity": "а",
        "item": "Оплата",
        "works_from": "01.09.2024",
        "works_to": "30.09.2024",
        "received": "сентябрь 2024",
        "amounts": {"бюджет": "0,1", "область": "0,1", "прочие": "0,2"},
    }
    estimate = finance(estimate={"year": 2024, "rows": [row]}).estimate
    assert estimate is not None
    assert estimate.rows[0].total(["бюджет", "прочие"]).text == "0,3"
    assert estimate.rows[0].total(["грант"]).amount == 0
