"""Footnotes in texts: marks by scheme, one mark for what says the same."""

from __future__ import annotations

import pytest

from munprog.model.footnotes import Footnotes, without_footnotes


@pytest.mark.parametrize(
    ("scheme", "marks"), [("*", ("*", "**")), ("<*>", ("<*>", "<**>")), ("*(1)", ("*(1)", "*(2)"))]
)
def test_marks(scheme: str, marks: tuple[str, str]) -> None:
    notes = Footnotes(scheme)
    assert notes.marked("Доля [[сноска:Нарастающим итогом.]], %") == f"Доля{marks[0]}, %"
    assert notes.marked("Школ[[сноски: Без филиалов. ]]") == f"Школ{marks[1]}"
    assert notes.marked("12[[сноска:Нарастающим итогом.]]") == f"12{marks[0]}"
    assert notes.lines == (f"{marks[0]} Нарастающим итогом.", f"{marks[1]} Без филиалов.")


def test_what_is_no_footnote_stays() -> None:
    assert Footnotes("*").marked("[[таблица:а]] и [[сноска]]") == "[[таблица:а]] и [[сноска]]"
    assert without_footnotes("12 [[сноска:Оценка.]]") == "12"
