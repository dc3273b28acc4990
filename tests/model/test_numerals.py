"""Schemes of numbering: signs, what stands before and after them, the first number."""

from __future__ import annotations

import pytest

from munprog.model.numerals import SCHEMES, Numbering, numeral


@pytest.mark.parametrize(
    ("scheme", "printed"),
    [
        ("arabic", ["1", "4", "9", "14", "40", "1999"]),
        ("roman", ["I", "IV", "IX", "XIV", "XL", "MCMXCIX"]),
        ("none", ["", "", "", "", "", ""]),
    ],
)
def test_signs(scheme: str, printed: list[str]) -> None:
    assert [numeral(scheme, at) for at in (1, 4, 9, 14, 40, 1999)] == printed


def test_letters_pass_over_those_that_enumerations_do_not_have() -> None:
    assert "".join(numeral("letters", at) for at in range(1, 29)) == "абвгдежзиклмнопрстуфхцчшщэюя"


@pytest.mark.parametrize(
    ("written", "bare", "mark"),
    [
        ("roman", "II", "II."),
        ({"scheme": "arabic", "suffix": ")"}, "2", "2)"),
        ({"scheme": "arabic", "prefix": "Мероприятие"}, "2", "Мероприятие 2."),
        ({"scheme": "letters", "suffix": ")", "start": 3}, "г", "г)"),
        ({"scheme": "none"}, "", ""),
    ],
)
def test_numbering(written: object, bare: str, mark: str) -> None:
    numbering = Numbering.of(written)
    assert numbering.scheme in SCHEMES
    assert (numbering.bare(2), numbering.mark(2)) == (bare, mark)


def test_number_given_by_hand_takes_the_same_signs_around_it() -> None:
    assert Numbering.of({"scheme": "arabic", "prefix": "Раздел", "suffix": "."}).around("7а") == "Раздел 7а."
