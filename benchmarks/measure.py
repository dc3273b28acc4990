"""Ratios measured in one run: the ways take turns, so that a machine that slows down slows all of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def compare(ways: Mapping[str, Callable[[], object]], *, rounds: int = 7) -> dict[str, float]:
    """The median seconds of each way over `rounds` turns, after one turn that does not count."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(title: str, medians: Mapping[str, float], *, goal: float) -> None:
    """Print the first way (ours) against the second (the plain one), with the ratio asked for."""
    (ours, fast), (plain, slow) = list(medians.items())[:2]
    print(f"{title}\n  {ours}: {fast * 1000:.1f} ms\n  {plain}: {slow * 1000:.1f} ms")
    print(f"  ratio {slow / fast:.1f} (goal {goal:g})\n")
