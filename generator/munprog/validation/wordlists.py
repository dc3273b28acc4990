"""Lists of words for the rules on language, and where these words stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from munprog import source

_FILE = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, `*` standing for any ending, and what to write instead (a sentence without its full stop)."""

    words: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """A phrase where it was met: the place in the text searched, and the words as they stand there."""

    start: int
    words: str
    phrase: Phrase


def phrases(name: str, added: Iterable[str] = (), allowed: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """A list of the tool's with what a profile adds («слово = совет») and without what it allows."""
    fine = {_plain(one) for one in allowed}
    own = (one.partition("=") for one in added)
    given = (Phrase(words.strip(), advice.strip().rstrip(".")) for words, _, advice in own)
    return tuple(one for one in (*_phrases(name), *given) if _plain(one.words) not in fine)


def without(name: str, text: str) -> str:
    """A text with each turn of a list of them as «…»."""
    for one in _lists()[name]:
        text = _pattern(one).sub("…", text) if _hold(one) in text else text
    return text


@cache
def words(name: str) -> frozenset[str]:
    """A list of single words, as it stands."""
    return frozenset(_lists()[name])


def met(text: str, wanted: Iterable[Phrase]) -> Iterator[Met]:
    """Where phrases stand in a text of small letters with е for ё, by phrase."""
    for phrase in wanted:
        if _hold(phrase.words) in text:
            yield from (Met(found.start(), found[0], phrase) for found in _pattern(phrase.words).finditer(text))


@cache
def _phrases(name: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(words, group["advice"]) for group in _lists()[name] for words in group["words"])


@cache
def _hold(words: str) -> str:
    """The longest piece that stands in every match as it is: without it no pattern need be made."""
    return max(re.split(r"\*|\. ", _plain(words)), key=len)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    plain = _plain(words)
    inner = re.escape(plain).replace(r"\*", r"\w*").replace(r"\.\ ", r"\.\s?").replace(r"\ ", " ")
    end = "" if plain[-1] in ".*" else r"(?!\w)"
    return re.compile(rf"(?<!\w){inner}{end}")


@cache
def _lists() -> Mapping[str, Any]:
    data: Any = source.read(_FILE, name=_FILE.name).data
    return data  # type: ignore[no-any-return]


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split())
