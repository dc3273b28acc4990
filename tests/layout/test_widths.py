"""Columns fill the page in the declared proportions, but no word breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.layout.grid import Cell
from munprog.layout.widths import LANDSCAPE, PORTRAIT, fit

WORDS = st.text("жабовi. -%Щ", max_size=40)


@pytest.mark.parametrize(
    ("declared", "room", "widths"),
    [
        ([1, 1], 100.0, (50.0, 50.0)),
        ([10, 30, 60], PORTRAIT, (17.0, 51.0, 102.0)),
        ([170], LANDSCAPE, (257.0,)),
    ],
)
def test_proportions_are_kept_where_words_allow_it(declared: list[int], room: float, widths: tuple[float, ...]) -> None:
    assert fit(declared, [tuple(Cell(("и",)) for _ in declared)], room=room) == pytest.approx(widths)


def test_column_with_a_long_word_takes_from_the_others() -> None:
    short, long = (Cell(("вид",)),) * 2, (Cell(("вид",)), Cell(("взаимодействующими",)))
    widths = fit([90, 10], [short, long], room=100)
    assert widths[1] > 40
    assert sum(widths) == pytest.approx(100)


@pytest.mark.parametrize("text", ["взаимо действующими", "взаимо-действующими"])
def test_line_may_end_at_a_space_and_at_a_hyphen(text: str) -> None:
    whole = fit([90, 10], [(Cell(("вид",)), Cell(("взаимодействующими",)))], room=100)
    parted = fit([90, 10], [(Cell(("вид",)), Cell((text,)))], room=100)
    assert parted[1] < whole[1]


def test_words_of_merged_cells_below_belong_to_their_own_columns() -> None:
    rows = [
        (Cell(("вид",), rows=2), Cell(("вид",)), Cell(("взаимодействующими" * 2,), columns=1)),
        (Cell(("вид",)), Cell(("взаимодействующими",))),
        (Cell(("взаимодействующими" * 4,), columns=3),),
    ]
    first, second, third = fit([1, 1, 1], rows, room=150)
    assert first == second < third


@given(
    st.lists(st.tuples(st.integers(5, 400), WORDS), min_size=1, max_size=12),
    st.sampled_from([PORTRAIT, LANDSCAPE]),
)
def test_columns_fill_the_page(columns: list[tuple[int, str]], room: float) -> None:
    widths = fit([width for width, _ in columns], [tuple(Cell((text,)) for _, text in columns)], room=room)
    assert len(widths) == len(columns)
    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 0
