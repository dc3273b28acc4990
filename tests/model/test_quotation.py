"""Quotation marks as acts print them."""

from __future__ import annotations

import pytest

from munprog.model.quotation import quoted


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Поддержка школ", "«Поддержка школ»"),
        ("Об утверждении «Плана»", "«Об утверждении «Плана»"),
        ("«Плана» и сметы", "««Плана» и сметы»"),
        ("«План»", "«План»"),
        ("«План» и «Смета»", "««План» и «Смета»"),
        ("«О «Плане»»", "«О «Плане»»"),
    ],
)
def test_closing_marks_never_double(text: str, printed: str) -> None:
    assert quoted(text) == printed
