"""All that was read, with the path to each value."""

from __future__ import annotations

from munprog import source

DATA = source.read_text("а: один\nб:\n  - 2\n  - в: [три, {г: }]\nд: {}\n", name="x.yaml").data


def test_values_come_in_the_order_of_the_file_the_whole_before_its_parts() -> None:
    assert list(source.values(DATA)) == [
        ((), {"а": "один", "б": [2, {"в": ["три", {"г": None}]}], "д": {}}),
        (("а",), "один"),
        (("б",), [2, {"в": ["три", {"г": None}]}]),
        (("б", 0), 2),
        (("б", 1), {"в": ["три", {"г": None}]}),
        (("б", 1, "в"), ["три", {"г": None}]),
        (("б", 1, "в", 0), "три"),
        (("б", 1, "в", 1), {"г": None}),
        (("б", 1, "в", 1, "г"), None),
        (("д",), {}),
    ]


def test_texts_are_values_and_bear_the_path_they_start_from() -> None:
    assert list(source.texts(DATA, ("plan",))) == [(("plan", "а"), "один"), (("plan", "б", 1, "в", 0), "три")]
    assert list(source.texts("слово")) == [((), "слово")]
    assert list(source.texts(None)) == []
