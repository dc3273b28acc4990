"""References inside texts: `[[таблице:показатели]]` prints «таблице 2».

The word before the colon says what is meant and stands in the case that the sentence needs; it is printed as it
was written, with the number of the item behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from munprog.model.numbers import NBSP

_REFERENCE = re.compile(r"\[\[\s*(?P<word>[^\[\]:]*?)\s*(?::\s*(?P<id>[^\[\]]*?)\s*)?\]\]")

_LEFT = re.compile(r"\[\[(?:[^\[\]]*\]\]|[\w:-]*)")
"""What looks like a reference to a reader, whole or not."""

_STEMS = {
    "таблиц": "table",
    "приложени": "appendix",
    "пункт": "clause",
    "раздел": "part",
    "задач": "task",
    "показател": "indicator",
    "мероприяти": "activity",
    "сноск": "footnote",
}
_ENDINGS = re.compile(r"(?:а|е|у|ы|ой|ом|ам|ах|и|й|ь|я|ю|ем|ям|ях|ями|ами|ей|ов)?")

WORDS = ("таблица", "приложение", "пункт", "раздел", "задача", "показатель", "мероприятие")
"""What a reference may lead to, in the nominative."""


@dataclass(frozen=True, slots=True)
class Reference:
    """`kind` is None for a word that names nothing a reference can lead to."""

    text: str
    word: str
    id: str
    kind: str | None


def references(text: str) -> Iterator[Reference]:
    """Every reference of a text, in order."""
    if "[[" in text:
        for found in _REFERENCE.finditer(text):
            yield _reference(found)


def unclosed(text: str) -> bool:
    """Whether brackets open a reference in `text` and make none."""
    return "[[" in text and "[[" in _REFERENCE.sub("", text)


def resolve(text: str, number: Callable[[str, str], str | None]) -> str:
    """Replace each reference by its word and `number(kind, id)`; what leads nowhere stays as it was written."""
    if "[[" not in text:
        return text

    def replaced(found: re.Match[str]) -> str:
        one = _reference(found)
        value = number(one.kind, one.id) if one.kind else None
        return f"{one.word}{NBSP}{value}" if value else one.word if value == "" else one.text

    return _REFERENCE.sub(replaced, text)


def dangling(text: str) -> tuple[str, ...]:
    """What is left of references after `resolve`: those that lead nowhere, and brackets that make none."""
    return tuple(_LEFT.findall(text)) if "[[" in text else ()


def _reference(found: re.Match[str]) -> Reference:
    word = found["word"]
    return Reference(found[0], word, found["id"] or "", _kind(word.lower()))


def _kind(word: str) -> str | None:
    for stem, kind in _STEMS.items():
        if word.startswith(stem) and _ENDINGS.fullmatch(word, len(stem)):
            return kind
    return None
