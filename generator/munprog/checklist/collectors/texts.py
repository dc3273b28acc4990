"""Evidence from the text itself: figures, repeats, length of sentences and words, likeness to other programmes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from munprog.checklist.facts import Collector, Facts, Piece, has_figure, shown
from munprog.diagnostics import KeyPath
from munprog.model.assessment import Mark
from munprog.source import texts

SECTIONS = ("analysis", "goals", "plan", "mechanisms")
_LONG_TEXT = 8
"""Words from which a text is a passage, not a name or a label."""
_LONG_SENTENCE = 40
_LONG_WORD = 13
_SHINGLE = 6
"""Words in a row that two programmes must share to be alike in that place."""
_FEW = 0.02
_ALIKE, _COPIED = 0.3, 0.7

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[А-ЯЁA-Z«])")


def passages(data: Mapping[str, Any]) -> tuple[tuple[KeyPath, str], ...]:
    """The running texts of a programme with their paths; names and labels are left out."""
    found = (
        (path, text)
        for section, content in data.items()
        if section in SECTIONS or section.startswith("sections/")
        for path, text in texts(content, (section,))
    )
    return tuple((path, text) for path, text in found if len(text.split()) >= _LONG_TEXT)


def _figures(facts: Facts) -> Iterator[Piece]:
    found = passages(facts.data)
    with_figures = [path for path, text in found if has_figure(text)]
    if found:
        percent = round(100 * len(with_figures) / len(found))
        figure = f"{len(with_figures)} из {len(found)} ({percent} %)"
        mark = Mark.PRESENT if with_figures else Mark.MISSING
        yield Piece(
            "Абзацы и пункты, в которых есть цифры", mark, with_figures[0] if with_figures else found[0][0], figure
        )


def _repeats(facts: Facts) -> Iterator[Piece]:
    found = passages(facts.data)
    counts = Counter(_plain(text) for _, text in found)
    repeated = [(path, text) for path, text in found if counts[_plain(text)] > 1]
    if repeated:
        figure = f"{len({_plain(text) for _, text in repeated})}"
        path, text = repeated[-1]
        yield Piece("Отрывки, которые повторяются слово в слово", Mark.PARTLY, path, figure, text[:120])
    elif found:
        yield Piece("Отрывков, повторённых слово в слово, нет", Mark.PRESENT, found[0][0], f"отрывков {len(found)}")


def _sentences(facts: Facts) -> Iterator[Piece]:
    sentences = [
        (path, one, len(_WORD.findall(one))) for path, text in passages(facts.data) for one in _SENTENCE_END.split(text)
    ]
    if sentences:
        long = [(path, one) for path, one, count in sentences if count > _LONG_SENTENCE]
        average = sum(count for _, _, count in sentences) / len(sentences)
        figure = f"в среднем {average:.0f} слов, длиннее {_LONG_SENTENCE} слов – {len(long)} из {len(sentences)}"
        mark = Mark.PRESENT if len(long) <= _FEW * len(sentences) else Mark.PARTLY
        path, text = long[0] if long else (sentences[0][0], "")
        yield Piece("Длина предложений", mark, path, figure, text[:120])


def _long_words(facts: Facts) -> Iterator[Piece]:
    words = [word for _, text in passages(facts.data) for word in _WORD.findall(text)]
    if words:
        long = Counter(word.lower() for word in words if len(word) >= _LONG_WORD)
        percent = round(100 * sum(long.values()) / len(words))
        frequent = ", ".join(word for word, _ in sorted(long.items(), key=lambda one: (-one[1], one[0]))[:5])
        yield shown(
            f"Слова от {_LONG_WORD} букв", ("analysis",), figure=f"{percent} % из {len(words)}",
            quotation=f"чаще других: {frequent}" if frequent else "",
        )  # fmt: skip


def _similarity(facts: Facts) -> Iterator[Piece]:
    path = ("program", "municipality")
    own = shingles(text for _, text in passages(facts.data))
    if not facts.neighbours or not own:
        yield shown("Сравнить не с чем: назовите в команде несколько программ", path)
        return
    alike = {id: len(own & shingles(found)) / len(own) for id, found in facts.neighbours.items()}
    id, most = max(alike.items(), key=lambda one: (one[1], one[0]))
    mark = Mark.PRESENT if most < _ALIKE else Mark.PARTLY if most < _COPIED else Mark.MISSING
    words = f"Общие отрывки с программой «{id}», самой похожей"
    yield Piece(words, mark, path, f"{round(100 * most)} % (сравнено программ: {len(alike)})")


def shingles(found: Iterator[str] | tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Every run of words of a certain length in each text."""
    listed = (_WORD.findall(text.lower()) for text in found)
    return frozenset(tuple(words[at : at + _SHINGLE]) for words in listed for at in range(len(words) - _SHINGLE + 1))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


COLLECTORS = {
    "figures-in-text": Collector("тексты разделов", SECTIONS, _figures),
    "repeats": Collector("тексты разделов", SECTIONS, _repeats),
    "sentences": Collector("тексты разделов", SECTIONS, _sentences),
    "long-words": Collector("тексты разделов", SECTIONS, _long_words),
    "similarity": Collector("тексты разделов", SECTIONS, _similarity),
}
