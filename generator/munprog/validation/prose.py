"""The running texts of a programme: what a person wrote to be read, without names, definitions and titles of acts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from munprog.diagnostics import KeyPath

_NAMES = frozenset(
    (
        "id", "kind", "title", "name", "short_name", "genitive", "dative", "short", "full", "term", "definition",
        "lead", "source", "unit", "level", "period", "issuer", "number", "date", "when", "label", "location",
        "identified", "place", "position", "addressee", "person", "edition", "note", "resource", "criterion",
        "received", "item",
    )
)  # fmt: skip
"""Keys whose values name, define or label; links hold one word and fall out by themselves."""
_APART = ("order", "passport", "expertise", "signoff")
"""An act has its own formulas, the passport repeats other sections, the rest is no part of the programme's text."""
_LEAST = 4
"""Words from which a text is more than a label."""

_QUOTED = re.compile(r"«[^«»]*»")
_REFERENCE = re.compile(r"\[\[[^\[\]]*\]\]")
_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+(?=[\W\d_]{0,9}[А-ЯЁа-яёA-Z])")
_SHORT = re.compile(r"(?:\b\w|\b(?:гг|им|ст|ул|руб|тыс|чел|млн|млрд|см|пп|др|пр))\.$")
_SHORTEST = 6
"""Letters of the longest abbreviation with its dot, and one before."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Passage(NamedTuple):
    """One text: `text` with single spaces and each quotation as «», `plain` the same in small letters with е for ё."""

    path: KeyPath
    text: str
    plain: str

    @property
    def words(self) -> list[str]:
        return _WORD.findall(self.plain)


@dataclass(frozen=True)
class Prose:
    """The passages of a programme; `joined` holds them line by line, to be searched at once."""

    passages: tuple[Passage, ...]

    @cached_property
    def joined(self) -> str:
        return "\n".join(one.plain for one in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for one in self.passages:
            starts.append(at)
            at += len(one.plain) + 1
        return starts

    def at(self, offset: int) -> Passage:
        """The passage at an offset of `joined`."""
        return self.passages[bisect_right(self._starts, offset) - 1]


def prose(texts: Iterable[tuple[KeyPath, str]]) -> Prose:
    """The running texts among all texts of a programme."""
    return Prose(tuple(passage(path, text) for path, text in texts if _is_running(path, text)))


def passage(path: KeyPath, text: str) -> Passage:
    """A text as it is searched, whatever stands under the key."""
    text = " ".join(without_quotations(text).split())
    return Passage(path, text, text.lower().replace("ё", "е"))


def without_quotations(text: str) -> str:
    """Names, titles of acts and other quotations as «», references as nothing."""
    if "«" in text:
        text = _QUOTED.sub("«»", text)
        text = _QUOTED.sub("«»", text.replace("«»", "\0")).replace("\0", "«»") if text.count("«") else text
    return _REFERENCE.sub("", text) if "[[" in text else text


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; what a semicolon parts is read apart."""
    begun: list[str] = []
    for part in _SENTENCE_END.split(text):
        begun.append(part)
        if not _SHORT.search(part[-_SHORTEST:]):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)


def count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _is_running(path: KeyPath, text: str) -> bool:
    section = str(path[0])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if section in _APART or section.startswith(("minutes/", "monitoring/")) or key in _NAMES:
        return False
    return text.count(" ") >= _LEAST - 1 and not _is_cell(path)


def _is_cell(path: KeyPath) -> bool:
    """Whether a text stands in a table given cell by cell."""
    return len(path) > 3 and path[-3] == "rows" and isinstance(path[-1], int)
