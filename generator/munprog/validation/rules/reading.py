"""What makes a programme hard to read: sentences of half a page, the same passage twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from munprog.diagnostics import KeyPath, Severity
from munprog.model.program import Program
from munprog.validation.parameters import Parameter
from munprog.validation.prose import Passage, count_words, sentences
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.wordlists import without

LONGEST = Parameter("words", 45, "сколько слов может быть в предложении; название в кавычках – одно", "слов", 10)
RUN = Parameter("words", 16, "сколько слов подряд, повторённых в другом месте, уже повтор", "слов", 6)
_SHOWN = 5
_BEGINNING = 8


class Long(NamedTuple):
    path: KeyPath
    sentence: str
    words: int


class Repeat(NamedTuple):
    path: KeyPath
    first: KeyPath
    words: tuple[str, ...]


def long_sentence(case: Case) -> Iterator[Fault]:
    """One note for a section: the first place, and the others beside it."""
    sections: dict[str, list[Long]] = {}
    for one in long_sentences(case.contents.prose.passages, case.setting(LONGEST)):
        sections.setdefault(str(one.path[0]), []).append(one)
    for first, *others in sections.values():
        more = f" Таких предложений в разделе: {len(others) + 1}." if others else ""
        yield Fault(
            first.path,
            f"В предложении «{_begin(first.sentence.split())}» слов: {first.words}",
            f"Разделите его: легко читаются предложения до 20–25 слов.{more}",
            related=tuple((one.path, f"здесь слов: {one.words}") for one in others[:_SHOWN]),
        )


def passage_twice(case: Case) -> Iterator[Fault]:
    """One note for two sections that share passages."""
    found: dict[tuple[str, str], list[Repeat]] = {}
    for one in repeats(case.contents.prose.passages, case.setting(RUN), official_names(case.program)):
        found.setdefault((str(one.path[0]), str(one.first[0])), []).append(one)
    for first, *others in found.values():
        more = f" Таких повторов: {len(others) + 1}." if others else ""
        yield Fault(
            first.path,
            f"Отрывок «{_begin(first.words)}» уже есть в другом месте, слов подряд: {len(first.words)}",
            f"Оставьте его там, где он нужнее, а здесь сошлитесь или скажите иначе.{more}",
            related=((first.first, "впервые – здесь"), *((one.path, "и здесь повтор") for one in others[:_SHOWN])),
        )


def long_sentences(passages: Iterable[Passage], most: int) -> Iterator[Long]:
    """Sentences of more words than `most`."""
    for path, text, _ in passages:
        if text.count(" ") >= most:
            for one in sentences(text):
                count = count_words(one)
                if count > most:
                    yield Long(path, one, count)


def repeats(passages: Sequence[Passage], least: int, names: Sequence[str] = ()) -> Iterator[Repeat]:
    """Runs of at least so many words that stand in an earlier passage too, one for each passage; words of official
    names among them count as one. Time grows with the length of the texts alone."""
    listed = [(one.path, one.words) for one in passages if one.plain.count(" ") >= least - 1]
    seen: dict[int, tuple[int, int]] = {}
    for at, (path, words) in enumerate(listed):
        passed = 0
        for place, window in enumerate(zip(*(words[shift:] for shift in range(least)), strict=False)):
            other, begun = seen.setdefault(hash(window), (at, place))
            if other == at or place < passed or _of_one_item(path, listed[other][0]):
                continue
            run = _shared(words, place, listed[other][1], begun)
            if _length_without(run, names) >= least:
                yield Repeat(path, listed[other][0], run)
                break
            passed = place + len(run) - least + 1


def official_names(program: Program) -> tuple[str, ...]:
    """What is called the same wherever it is named: the programme, bodies, terms, acts, tasks, indicators."""
    general = program.general
    named = [general.title, *(one.full for one in general.abbreviations), *(one.term for one in general.terms)]
    for bodies in (general.bodies, general.schools, general.stakeholders):
        named += [str(getattr(one, "name", "")) for one in bodies]
    titled = (general.grounds, program.tasks, program.all_indicators, program.measures, program.activities)
    named += [str(getattr(one, "title", "")) for items in titled for one in items]
    plain = {" ".join(Passage((), "", one.lower().replace("ё", "е")).words) for one in named}
    return tuple(sorted((one for one in plain if " " in one), key=lambda one: (-len(one), one)))


def _of_one_item(one: KeyPath, other: KeyPath) -> bool:
    """Whether two values belong to one item, such as what is wanted and what is: they have rules of their own."""
    return one[:-1] == other[:-1] and isinstance(one[-1], str)


def _shared(one: Sequence[str], at: int, other: Sequence[str], begun: int) -> tuple[str, ...]:
    """The run of words that both have from these places on."""
    most = min(len(one) - at, len(other) - begun)
    length = next((step for step in range(most) if one[at + step] != other[begun + step]), most)
    return tuple(one[at : at + length])


def _length_without(run: Sequence[str], names: Sequence[str]) -> int:
    text = without("formulas", " ".join(run))
    for name in names:
        text = text.replace(name, "…")
    return len(text.split())


def _begin(words: Sequence[str]) -> str:
    text = " ".join(words[:_BEGINNING]).rstrip(" ,;:–")
    return f"{text}…" if len(words) > _BEGINNING else text


_MR = "МР-2023, §1.5"

RULES = (
    Rule("DOC022", "long-sentence", Severity.NOTE, long_sentence, "", _MR, ("II.33",), parameters=(LONGEST,)),
    Rule("DOC023", "passage-twice", Severity.NOTE, passage_twice, "", _MR, ("II.32",), parameters=(RUN,)),
)
