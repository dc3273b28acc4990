"""What a value comes to, while its text stays as written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from munprog.model.meaning import Meaning, meaning_of
from munprog.model.numbers import Value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (45, Meaning("=", Decimal(45))),
        ("70,5", Meaning("=", Decimal("70.5"))),
        ("не менее 80 %", Meaning("≥", Decimal(80), unit="%")),
        ("Не более 1 200", Meaning("≤", Decimal(1200))),
        ("до 2%", Meaning("≤", Decimal(2), unit="%")),
        ("не менее 2-х", Meaning("≥", Decimal(2))),
        ("не менее 1-го", Meaning("≥", Decimal(1))),
        ("свыше 3 школ", Meaning(">", Decimal(3), unit="школ")),
        ("20–30 %", Meaning("=", Decimal(20), Decimal(30), unit="%")),
        ("от 20 до 30", Meaning("=", Decimal(20), Decimal(30))),
        ("в 1,3 раза", Meaning("=", Decimal("1.3"), times=True, unit="раза")),
        ("не менее, чем в 1,2 раза", Meaning("≥", Decimal("1.2"), times=True, unit="раза")),
        ("в 2 раза к базе", Meaning("=", Decimal(2), times=True, unit="раза к базе")),
        ("не менее 1;", Meaning("≥", Decimal(1))),
        ("–", None),
        ("", None),
        ("положение утверждено", None),
        ("в 2024 году", None),
        ("2 раза", None),
        ("12 из 40", None),
    ],
)
def test_meaning(written: object, expected: Meaning | None) -> None:
    assert meaning_of(Value.of(written)) == expected
