"""Columns fill the page in the declared proportions, but no word breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.rendering.letters import Letters
from munprog.rendering.placement import edges, least_widths, longest_words
from munprog.rendering.typography import bind

LETTERS = Letters(11)
WORDS = st.text("жабовi. -%Щ", max_size=40)


def least(*columns: str) -> list[int]:
    return least_widths(longest_words(((at, 1, bind(one)) for at, one in enumerate(columns)), len(columns)), LETTERS)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    # Eighteen letters of 440…570 thousandths of an em of 220 twips, four per cent for bold and other fonts.
    assert least("и взаимодействующими", "")[0] == pytest.approx(18 * 0.5 * 220 * 1.04 + LETTERS.margins, rel=0.08)
    assert least("", "и")[0] == LETTERS.margins


def test_letters_have_their_own_widths() -> None:
    assert least("шшшшшш")[0] > least("оооооо")[0] > least("гггггг")[0]
    assert least("ШШШ")[0] == least("ЩЮЩ")[0]


def test_a_larger_type_needs_more_room() -> None:
    words = longest_words([(0, 1, "слово")], 1)
    small, large = (least_widths(words, Letters(size))[0] - LETTERS.margins for size in (10, 14))
    assert large == pytest.approx(1.4 * small, abs=1)
    assert (Letters(14).line, Letters(14).mean) == (322, 140)
    assert (Letters(14).smaller.size, Letters(9).smaller, Letters(12).of(8).size) == (10, Letters(9), 8)


@pytest.mark.parametrize("text", ["взаимо действующими", "взаимо-действующими", "взаимо\nдействующими"])
def test_a_line_may_end_at_a_space_and_at_a_hyphen(text: str) -> None:
    assert least(text)[0] < least("взаимодействующими")[0]


def test_a_hyphen_between_figures_and_a_dash_do_not_end_a_line() -> None:
    assert least("2024–2026")[0] > least("2024")[0]
    assert least("12-34")[0] > least("12 34")[0]


def test_a_figure_stays_with_its_unit() -> None:
    assert least("расчёт на 2024–2026 годы")[0] > least("расчёт на 2024–2026")[0]


def test_a_narrow_column_takes_from_the_others() -> None:
    assert edges([90, 10], 10_000, [500, 4_000]) == [0, 6_000, 10_000]


def test_columns_that_do_not_fit_together_share_the_page() -> None:
    assert edges([1, 1], 3_000, [4_000, 2_000]) == [0, 2_000, 3_000]


@given(st.lists(st.tuples(st.integers(5, 400), WORDS), min_size=1, max_size=12), st.sampled_from([9_638, 14_570]))
def test_columns_fill_the_page(columns: list[tuple[int, str]], room: int) -> None:
    found = edges([float(width) for width, _ in columns], room, least(*(text for _, text in columns)))
    assert (found[0], found[-1], len(found)) == (0, room, len(columns) + 1)
    assert found == sorted(found)
