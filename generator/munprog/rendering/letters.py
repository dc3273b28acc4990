"""How much room the text of a table takes: widths of letters and the height of a line, in twips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest

_ADVANCES = {
    180: "\"'",
    250: " \u00a0.,",
    280: "ijlt;:/",
    330: "frI!()[]-",
    400: "sJзг",
    440: "эаеёстacez?„“",
    470: "ьяв",
    500: "клорухчЗbdghknopquvxy0123456789«»–*§",
    530: "бдъийнпц",
    570: "РБЬГFPS+−=",
    620: "ЕЁТмELTZ",
    670: "фЧЭыВКСЯBCR",
    720: "ДЛжУЪАИЙНОПХЦwADGHKNOQUVXY",
    780: "юшщФm&",
    890: "%ЫМЖMW",
    1000: "№—ШЩЮ",
}
"""Widths of letters in thousandths of an em, as in Times New Roman and the fonts of its metrics."""
_UNKNOWN = 720


class _Advance(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return _UNKNOWN


_ADVANCE = _Advance((letter, advance) for advance, letters in _ADVANCES.items() for letter in letters)
_SLACK = 1.04
"""For bold letters, and for what one font is wider than another."""
_INSIDE = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")
"""Where a line may end inside a word: after a hyphen between letters."""
_CANDIDATES = 12
"""How many of the words with the most letters are measured: the widest is among them."""

SMALL_SIZE = 10.0
TWINS = {float(size): f"At{size * 2}" for size in range(8, 15)} | {SMALL_SIZE: "Small"}
"""Sizes in points that a table may have beside the template's own, and how the names of their styles end."""
TIGHT_MARGINS = 80
"""What the margins of a cell take of its width where letters are not the usual ones."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a table's text, `size` points high, in cells whose `margins` take that many twips of their width;
    `twin` ends the names of their styles."""

    size: float
    margins: int = 170
    twin: str = ""

    @property
    def mean(self) -> float:
        """The width of a letter on the average."""
        return self.size * 10

    @property
    def smaller(self) -> Letters:
        """Those of a table that the usual ones do not let fit: not less than ten points (ГОСТ Р 7.0.97-2025)."""
        return self if self.size < SMALL_SIZE else Letters(SMALL_SIZE, TIGHT_MARGINS, TWINS[SMALL_SIZE])

    def down(self) -> Iterator[Letters]:
        """These, then smaller ones to eight points, for a table inside a cell: no other part of a sheet can hold it."""
        yield self
        yield from (Letters(size, TIGHT_MARGINS, TWINS[size]) for size in (10.0, 9.0, 8.0) if size < self.size)

    def of(self, size: float) -> Letters:
        """Those of a table that names its size, 0 where it names none."""
        return self if size in (0, self.size) else Letters(size, TIGHT_MARGINS, TWINS[size])

    @property
    def line(self) -> float:
        """The height of a line with single spacing."""
        return self.size * 23


def longest_word(texts: Iterable[str]) -> float:
    """The width of the longest stretch in any of the bound `texts` that no line may break, for letters of one point."""
    words = nlargest(_CANDIDATES, set("\n".join(texts).replace("\n", " ").split(" ")), key=len)
    parts = [part for word in words for part in (_INSIDE.split(word) if "-" in word else (word,))]
    return max((sum(map(_ADVANCE.__getitem__, part)) for part in parts), default=0) * 20 / 1000 * _SLACK
