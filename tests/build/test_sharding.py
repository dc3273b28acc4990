"""Parts of a region for several machines."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from munprog.build import Shard

FOLDERS = tuple(Path("programs") / f"район-{number}" for number in range(17))


@pytest.mark.parametrize("total", [1, 2, 3, 5, 17, 40])
def test_parts_are_the_whole_and_each_programme_is_in_one(total: int) -> None:
    parts = [Shard(number, total).of(FOLDERS) for number in range(1, total + 1)]
    assert sorted(one for part in parts for one in part) == sorted(FOLDERS)
    sizes = [len(part) for part in parts]
    assert max(sizes) - min(sizes) <= 1


def test_the_order_of_the_paths_plays_no_part() -> None:
    shuffled = list(FOLDERS)
    Random(1).shuffle(shuffled)
    assert set(Shard(2, 3).of(shuffled)) == set(Shard(2, 3).of(FOLDERS))
