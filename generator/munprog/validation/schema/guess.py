"""What a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches

_ENOUGH = 0.7

_RUSSIAN: Mapping[str, tuple[str, ...]] = {
    "название": ("title", "name"),
    "наименование": ("title", "name"),
    "заголовок": ("title", "text"),
    "имя": ("name", "id"),
    "обозначение": ("id",),
    "формулировка": ("text", "title"),
    "срок": ("due", "when", "term"),
    "сроки": ("when", "due", "term"),
    "ответственный": ("responsible",),
    "вид": ("kind",),
    "тип": ("kind",),
    "единица": ("unit",),
    "значения": ("values",),
    "содержание": ("blocks", "content"),
    "итого": ("total", "totals"),
    "всего": ("total", "totals"),
}
"""Words by which keys go in speech, where their titles put it otherwise."""

_LATIN = str.maketrans("аАвВсСеЕкКмМоОрРтТхХуУнН", "aAbBcCeEkKmMoOpPtTxXyYhH")
"""Cyrillic letters that look like Latin ones."""


def meant(key: str, titles: Mapping[str, str]) -> str:
    """The known key (key → its title) that an unknown one stands for, an empty string where none is near enough."""
    word = key.strip().casefold()
    for known in _RUSSIAN.get(word, ()):
        if known in titles:
            return known
    latin = key.translate(_LATIN).strip().casefold().replace("-", "_").replace(" ", "_")
    scores = [(max(_likeness(latin, known), _by_title(word, title)), known) for known, title in titles.items()]
    best = max(scores, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= _ENOUGH else ""


def nearest_first(word: str, values: Iterable[str]) -> list[str]:
    """The values in their order, those that look like the word before all others."""
    known = list(values)
    near = get_close_matches(word, known, n=3, cutoff=0.5)
    return near + [value for value in known if value not in near]


def near(word: str, values: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, list(values), n=1, cutoff=0.6)), "")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _by_title(word: str, title: str) -> float:
    """A title typed as a key, whole or by its first word."""
    title = title.casefold()
    opening = title.split(" ", 1)[0].rstrip(",")
    return max(_likeness(word, title), 0.95 * _likeness(word, opening) if len(opening) > 3 else 0)
