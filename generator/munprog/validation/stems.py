"""Stems of Russian words by Snowball's rules (https://snowballstem.org/algorithms/russian/stemmer.html).

`snowballstemmer` would load the stemmers of thirty languages to stem a word: a second of a validation that takes a
tenth of one.
"""

from __future__ import annotations

import re
from functools import cache

_VOWEL, _AFTER_AYA = "[аеиоуыэюя]", "(?<=[ая])"
_GERUND = re.compile(rf"(?:ив|ивши|ившись|ыв|ывши|ывшись|{_AFTER_AYA}(?:в|вши|вшись))$")
_REFLEXIVE = re.compile(r"с[яь]$")
_ADJECTIVE = re.compile(r"(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$")
_PARTICIPLE = re.compile(rf"(?:ивш|ывш|ующ|{_AFTER_AYA}(?:ем|нн|вш|ющ|щ))$")
_VERB = re.compile(
    r"(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю|"
    rf"{_AFTER_AYA}(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно))$"
)
_NOUN = re.compile(
    r"(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$"
)
_LAST_I = re.compile(r"и$")
_DERIVED = re.compile(r"ость?$")
_SUPERLATIVE = re.compile(r"ейше?$")
_SOFT, _DOUBLE = re.compile(r"ь$"), re.compile(r"нн$")
_FIRST_VOWEL = re.compile(rf"[^аеиоуыэюя]*{_VOWEL}")
_INNER = re.compile(rf"{_VOWEL}[^аеиоуыэюя]")

_LEAST_SHARED = 4
_OF_ACTION = ("ен", "ан", "н")
"""What a noun of action has more than the verb's form: проведен(ие) and провед(ены)."""


@cache
def stem(word: str) -> str:
    """The stem of a word in small letters; ё counts as е."""
    word = word.replace("ё", "е")
    found = _FIRST_VOWEL.match(word)
    if found is None:
        return word
    head, rest = word[: found.end()], word[found.end() :]
    rest = _inflected(rest)
    rest = _LAST_I.sub("", rest)
    if _is_deep(word, head, rest):
        rest = _DERIVED.sub("", rest)
    rest = _SUPERLATIVE.sub("", rest)
    shorter = _SOFT.sub("", rest)
    return head + (shorter if shorter != rest else _DOUBLE.sub("н", rest))


def same_stem(one: str, other: str) -> bool:
    """Whether two stems may be of one word: «обуч» of «обучены», «обучен» of «обучение»."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST_SHARED and long.startswith(short) and long[len(short) :] in _OF_ACTION


def _inflected(rest: str) -> str:
    """The part after the first vowel without the endings of a gerund, else of an adjective, a verb or a noun."""
    shorter = _GERUND.sub("", rest)
    if shorter != rest:
        return shorter
    rest = _REFLEXIVE.sub("", rest)
    shorter = _ADJECTIVE.sub("", rest)
    if shorter != rest:
        return _PARTICIPLE.sub("", shorter)
    for ending in (_VERB, _NOUN):
        shorter = ending.sub("", rest)
        if shorter != rest:
            return shorter
    return rest


def _is_deep(word: str, head: str, rest: str) -> bool:
    """Whether «-ость» stands in the second region: after a consonant that follows a vowel, twice."""
    first = _INNER.search(word)
    second = _INNER.search(word, first.end()) if first else None
    ending = _DERIVED.search(rest)
    return bool(second and ending and len(head) + ending.start() >= second.end())
