"""Evidence from the text itself: figures, repeats, length of sentences and words, likeness to other programmes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from munprog.checklist.facts import Collector, Facts, Piece, has_figure, shortened, shown
from munprog.diagnostics import KeyPath
from munprog.model.assessment import Mark
from munprog.source import texts
from munprog.validation.prose import count_words, sentences
from munprog.validation.rules import language, reading
from munprog.validation.wordlists import phrases

SECTIONS = ("analysis", "goals", "plan", "mechanisms")
_LONG_TEXT = 8
"""Words from which a text is a passage, not a name or a label."""
_LONG_WORD = 13
_SHINGLE = 6
"""Words in a row that two programmes must share to be alike in that place."""
_FEW = 0.02
_ALIKE, _COPIED = 0.3, 0.7

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


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
    """As DOC023 sees them."""
    found = facts.contents.prose.passages
    least = facts.setting("DOC023", reading.RUN)
    repeated = list(reading.repeats(found, least, reading.official_names(facts.program)))
    if repeated:
        first = repeated[0]
        words = f"Отрывки от {least} слов, которые повторяются слово в слово"
        yield Piece(words, Mark.PARTLY, first.path, f"{len(repeated)}", shortened(" ".join(first.words)))
    elif found:
        words = f"Отрывков от {least} слов, повторённых слово в слово, нет"
        yield Piece(words, Mark.PRESENT, found[0].path, f"текстов {len(found)}")


def _sentences(facts: Facts) -> Iterator[Piece]:
    """Long ones as DOC022 sees them."""
    found = facts.contents.prose.passages
    counts = [count_words(one) for _, text, _ in found for one in sentences(text)]
    if counts:
        most = facts.setting("DOC022", reading.LONGEST)
        long = list(reading.long_sentences(found, most))
        figure = f"в среднем {sum(counts) / len(counts):.0f} слов, длиннее {most} слов – {len(long)} из {len(counts)}"
        mark = Mark.PRESENT if len(long) <= _FEW * len(counts) else Mark.PARTLY
        path, text = (long[0].path, long[0].sentence) if long else (found[0].path, "")
        yield Piece("Длина предложений", mark, path, figure, shortened(text))


def _officialese(facts: Facts) -> Iterator[Piece]:
    """As DOC021 sees it."""
    prose = facts.contents.prose
    heavy = phrases("heavy", facts.setting("DOC021", language.ADDED), facts.setting("DOC021", language.ALLOWED))
    light = phrases("light", (), facts.setting("DOC021", language.ALLOWED))
    limits = facts.setting("DOC021", language.LIGHT), facts.setting("DOC021", language.CHAIN)
    found = [one for section in language.stilted(prose, heavy, light, *limits) for one in section]
    if found:
        words = ", ".join(dict.fromkeys(f"«{one}»" for _, one, _ in found))
        yield Piece("Канцелярские обороты", Mark.PARTLY, found[0][0], f"{len(found)}", shortened(words))
    elif prose.passages:
        yield Piece("Канцелярских оборотов не найдено", Mark.PRESENT, prose.passages[0].path)


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


COLLECTORS = {
    "figures-in-text": Collector("тексты разделов", SECTIONS, _figures),
    "repeats": Collector("тексты разделов", SECTIONS, _repeats),
    "sentences": Collector("тексты разделов", SECTIONS, _sentences),
    "officialese": Collector("тексты разделов", SECTIONS, _officialese),
    "long-words": Collector("тексты разделов", SECTIONS, _long_words),
    "similarity": Collector("тексты разделов", SECTIONS, _similarity),
}
