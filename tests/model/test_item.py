"""Items are values: compared by content, never changed."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from copy import deepcopy

import pytest

from munprog.model.item import Item


class Bird(Item):
    name: str
    legs: int = 2


class Owl(Bird):
    awake: bool = False


class Nest(Item):
    eggs: Mapping[str, Mapping[str, int]]


def test_fields_and_defaults() -> None:
    bird = Bird(name="сова")
    assert (bird.name, bird.legs, bird.path) == ("сова", 2, ())
    assert repr(bird) == "Bird(path=(), name='сова', legs=2)"


def test_fields_are_inherited() -> None:
    owl = Owl(name="сова", awake=True, path=("birds", 0))
    assert (owl.name, owl.legs, owl.awake, owl.path) == ("сова", 2, True, ("birds", 0))


def test_item_cannot_be_changed() -> None:
    bird = Bird(name="сова")
    with pytest.raises(AttributeError, match="Bird is immutable"):
        bird.name = "филин"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Bird is immutable"):
        del bird.name
    with pytest.raises(AttributeError, match="Bird is immutable"):
        bird.wings = 2
    assert bird == Bird(name="сова")


def test_equal_where_everything_is_equal() -> None:
    assert Bird(name="сова") == Bird(name="сова", legs=2)
    assert Bird(name="сова") != Bird(name="филин")
    assert Bird(name="сова") != Bird(name="сова", path=("birds", 1))
    assert Bird(name="сова") != Owl(name="сова")
    assert Bird(name="сова") != "сова"


def test_equal_items_have_one_hash() -> None:
    assert len({Bird(name="сова", path=("а",)), Bird(name="сова", path=("а",)), Bird(name="сова", path=("б",))}) == 2


def test_missing_and_unknown_fields_are_a_fault_of_the_code() -> None:
    with pytest.raises(TypeError, match="Bird: missing or unknown fields: wings, name"):
        Bird(wings=2)  # type: ignore[call-arg]


def test_mapping_of_an_item_cannot_be_changed() -> None:
    given = {"весна": {"май": 3}}
    nest = Nest(eggs=given)
    with pytest.raises(TypeError):
        nest.eggs["лето"] = {}  # type: ignore[index]
    with pytest.raises(TypeError):
        nest.eggs["весна"]["май"] = 4  # type: ignore[index]
    given["весна"]["май"] = 5
    assert nest.eggs == {"весна": {"май": 3}}


def test_item_with_a_mapping_travels_between_processes() -> None:
    nest = Nest(eggs={"весна": {"май": 3}}, path=("nests", 0))
    for other in (pickle.loads(pickle.dumps(nest)), deepcopy(nest), Nest(eggs=nest.eggs, path=nest.path)):
        assert other == nest
        with pytest.raises(TypeError):
            other.eggs["весна"]["май"] = 4  # type: ignore[index]
