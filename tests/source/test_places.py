"""Places count from 1, in code points; the end is exclusive."""

from __future__ import annotations

import pytest

from munprog.diagnostics import KeyPath, Place
from munprog.source import Source, read_bytes, read_text

TEXT = """\
# Показатели
a: 70.5
"б":   'два'   # примечание
items:
  - id: один
    years: {2024: 1, 2025: [x, "y z"]}

    # конец пункта

  - просто текст
  -
empty:
block: |
  первая
  вторая

folded: >-
  третья

# конец
plain: длинный
  текст
"""


def _source(text: str = TEXT) -> Source:
    source = read_text(text, name="a.yaml")
    assert source.findings == ()
    return source


def _stretch(place: Place) -> tuple[int, int, int, int]:
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize(
    ("path", "stretch", "excerpt"),
    [
        (("a",), (2, 4, 2, 8), "a: 70.5"),
        (("б",), (3, 8, 3, 13), "\"б\":   'два'   # примечание"),
        (("items",), (5, 3, 11, 4), "  - id: один"),
        (("items", 0), (5, 5, 6, 39), "  - id: один"),
        (("items", 0, "id"), (5, 9, 5, 13), "  - id: один"),
        (("items", 0, "years"), (6, 12, 6, 39), '    years: {2024: 1, 2025: [x, "y z"]}'),
        (("items", 0, "years", "2024"), (6, 19, 6, 20), '    years: {2024: 1, 2025: [x, "y z"]}'),
        (("items", 0, "years", "2025", 1), (6, 32, 6, 37), '    years: {2024: 1, 2025: [x, "y z"]}'),
        (("items", 1), (10, 5, 10, 17), "  - просто текст"),
        (("block",), (13, 8, 15, 9), "block: |"),
        (("folded",), (17, 9, 18, 9), "folded: >-"),
        (("plain",), (21, 8, 22, 8), "plain: длинный"),
        ((), (2, 1, 22, 8), "a: 70.5"),
    ],
)
def test_value(path: KeyPath, stretch: tuple[int, int, int, int], excerpt: str) -> None:
    place = _source().place(path)
    assert _stretch(place) == stretch
    assert place.excerpt == excerpt
    assert place.file == "a.yaml"


@pytest.mark.parametrize(
    ("path", "stretch"),
    [
        (("a",), (2, 1, 2, 2)),
        (("б",), (3, 1, 3, 4)),
        (("items",), (4, 1, 4, 6)),
        (("items", 0, "years"), (6, 5, 6, 10)),
        (("items", 0, "years", "2025"), (6, 22, 6, 26)),
        # A list item has no key: its first line.
        (("items", 0), (5, 5, 5, 13)),
        (("items", 1), (10, 5, 10, 17)),
        ((), (2, 1, 2, 8)),
    ],
)
def test_key(path: KeyPath, stretch: tuple[int, int, int, int]) -> None:
    assert _stretch(_source().place(path, key=True)) == stretch


@pytest.mark.parametrize(
    ("path", "stretch"),
    [
        (("empty",), (12, 1, 12, 6)),
        (("items", 2), (11, 3, 11, 4)),
    ],
)
def test_empty_value_stands_where_it_can_be_seen(path: KeyPath, stretch: tuple[int, int, int, int]) -> None:
    assert _stretch(_source().place(path)) == stretch


@pytest.mark.parametrize("key", [False, True])
@pytest.mark.parametrize(
    ("path", "stretch"),
    [
        (("missing",), (2, 1, 2, 8)),
        (("items", 0, "title"), (5, 5, 5, 13)),
        (("items", 0, "years", "2026"), (6, 5, 6, 10)),
        (("items", 9), (4, 1, 4, 6)),
        (("items", -1), (4, 1, 4, 6)),
        (("items", "id"), (4, 1, 4, 6)),
        (("items", 0, 0), (5, 5, 5, 13)),
        (("a", "b", 3), (2, 1, 2, 2)),
        (("items", 1, "id"), (10, 5, 10, 17)),
    ],
)
def test_missing_path_leads_to_the_nearest_ancestor(
    path: KeyPath, stretch: tuple[int, int, int, int], key: bool
) -> None:
    assert _stretch(_source().place(path, key=key)) == stretch


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_shift_nothing(ending: str, mark: str) -> None:
    data = (mark + TEXT.replace("\n", ending)).encode()
    source = read_bytes(data, name="a.yaml")
    assert source.data == _source().data
    assert source.lines == _source().lines
    for path in [("a",), ("items", 0, "years", "2025"), ("block",), ("plain",), ()]:
        assert source.place(path) == _source().place(path)
        assert source.place(path, key=True) == _source().place(path, key=True)


def test_columns_count_code_points() -> None:
    source = _source("я😀é́: {𝔸: '🏫🏫', b: x}\n")
    assert _stretch(source.place(("я😀é́",), key=True)) == (1, 1, 1, 5)
    assert _stretch(source.place(("я😀é́", "𝔸"))) == (1, 11, 1, 15)
    assert _stretch(source.place(("я😀é́", "b"))) == (1, 20, 1, 21)


def test_keys_are_found_in_either_normal_form() -> None:
    source = _source("x: 1\nи\u0306: 2\n")
    assert source.data == {"x": 1, "и\u0306": 2}
    assert _stretch(source.place(("й",))) == (2, 5, 2, 6)
    assert _stretch(source.place(("и\u0306",))) == (2, 5, 2, 6)


def test_lines() -> None:
    assert _source("a: 1\n\nb: 2").lines == ("a: 1", "", "b: 2")
    assert _source("a: 1\n\n").lines == ("a: 1", "")
    assert read_text("", name="a.yaml").lines == ()


def test_place_in_a_file_that_could_not_be_read_is_its_start() -> None:
    source = read_text("a: 'x\n", name="a.yaml")
    assert _stretch(source.place(("a",))) == (1, 1, 1, 1)
    assert source.place((), key=True).file == "a.yaml"
