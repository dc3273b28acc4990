"""Digests of what documents are made of: values that print differently never share one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

import pytest

from munprog.build.content import digest_of
from munprog.model.item import Record


@dataclass(frozen=True)
class Cell:
    text: str = ""


@dataclass(frozen=True)
class Head:
    text: str = ""


class Note(Record):
    text: str = ""


def test_what_differs_has_another_digest() -> None:
    values: list[object] = [
        *("", "1", 1, True, None, 1.5, Decimal("1.0"), Decimal("1.00")),
        *([], [""], [[]], ["", ""], {}, {"": ""}, {"a": "1", "b": "2"}, {"b": "2", "a": "1"}),
        *(Cell(), Head(), Cell("1"), Note(), Note(text="1"), frozenset({"1"}), frozenset({"1", "2"}), b"1"),
    ]
    for one, other in combinations(values, 2):
        assert digest_of(one) != digest_of(other), (one, other)
    assert digest_of("1", "2") != digest_of("12")


def test_a_set_has_no_order() -> None:
    assert digest_of(frozenset("абвгд")) == digest_of(frozenset("дгвба"))


def test_what_has_no_digest() -> None:
    with pytest.raises(TypeError):
        digest_of(object())
