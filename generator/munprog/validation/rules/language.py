"""Words that can be understood in different ways, that blur a duty, that only sound official (R-GOA-1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from munprog.diagnostics import KeyPath, Severity
from munprog.validation.parameters import Parameter
from munprog.validation.prose import Passage, Prose, passage
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.wordlists import Met, Phrase, met, phrases
from munprog.validation.words import joined

ADDED: Parameter[tuple[str, ...]] = Parameter(
    "words_added", (), "ещё слова, о которых говорится; через знак равенства – чем их заменить"
)
ALLOWED: Parameter[tuple[str, ...]] = Parameter("words_allowed", (), "слова из общего списка, о которых не говорится")
LIGHT = Parameter("repeated", 3, "сколько лёгких канцелярских слов на раздел уже мешают читать", "мест", 1)
CHAIN = Parameter("genitives", 4, "сколько родительных падежей подряд трудно прочесть", "слов", 2)
_SHOWN = 5
_QUOTED = 3
_GENITIVES = frozenset(("ния", "ний", "ции", "ций", "тия", "тий", "сти", "тва"))
"""How nouns of action and quality end in the genitive; three letters tell them apart fast."""
_SECTIONS = ("plan", "mechanisms", "order")


def ambiguous_words(case: Case) -> Iterator[Fault]:
    goals = case.program.goals
    if goals is None:
        return
    stated: list[tuple[KeyPath, str, str]] = [((*goals.goal.path, "text"), goals.goal.text, "цели")]
    for task in goals.tasks:
        stated += [((*task.path, "title"), task.title, "задаче"), ((*task.path, "result"), task.result, "задаче")]
    stated += [((*result.path, "text"), result.text, "ожидаемом результате") for result in goals.results]
    wanted = phrases("ambiguous", case.setting(ADDED), case.setting(ALLOWED))
    for path, text, where in stated:
        found = list(met(passage(path, text).plain, wanted))
        if found:
            words = joined(f"«{one}»" for one in dict.fromkeys(one.words for one in found))
            yield Fault(path, f"В {where} {words} можно понять по-разному", _advice(one.phrase for one in found))


def evasive_words(case: Case) -> Iterator[Fault]:
    """Where work is given to somebody: the plan, the mechanisms, regulations, clauses of the act."""
    wanted = phrases("evasive", case.setting(ADDED), case.setting(ALLOWED))
    clauses = [passage(path, text) for path, text in case.contents.texts if path[:2] == ("order", "clauses")]
    found: dict[KeyPath, list[Met]] = {}
    for prose in (case.contents.prose, Prose(tuple(clauses))):
        for one in met(prose.joined, wanted):
            at = prose.at(one.start).path
            if at[0] in _SECTIONS or str(at[0]).startswith("sections/"):
                found.setdefault(at, []).append(one)
    for path, listed in found.items():
        words = joined(f"«{one}»" for one in dict.fromkeys(one.words for one in listed))
        yield Fault(path, f"Слова {words} размывают поручение", _advice(one.phrase for one in listed))


def officialese(case: Case) -> Iterator[Fault]:
    """One note for a section: heavy turns at once, light ones where they are many."""
    heavy = phrases("heavy", case.setting(ADDED), case.setting(ALLOWED))
    light = phrases("light", (), case.setting(ALLOWED))
    for found in stilted(case.contents.prose, heavy, light, case.setting(LIGHT), case.setting(CHAIN)):
        (path, _, phrase), *others = found
        quoted = joined(f"«{one}»" for one in [*dict.fromkeys(one for _, one, _ in found)][:_QUOTED])
        more = f" Мест в разделе: {len(found)}." if others else ""
        yield Fault(
            path,
            f"Канцелярский оборот: {quoted}" if len(found) == 1 else f"Канцелярские обороты: {quoted}",
            _advice((phrase, *(one for _, _, one in others))) + more,
            related=tuple((at, f"здесь – «{one}»") for at, one, _ in others if at != path)[:_SHOWN],
        )


def stilted(
    prose: Prose, heavy: Sequence[Phrase], light: Sequence[Phrase], most: int, chain: int
) -> Iterator[list[tuple[KeyPath, str, Phrase]]]:
    """The stilted places of each section that has enough of them, in order: path, words, advice."""
    strong = [(prose.at(one.start), one.words, one.phrase) for one in met(prose.joined, heavy)]
    strong += [(one, words, _CHAIN) for one, words in _chains(prose.passages, chain)]
    weak = [(prose.at(one.start), one.words, one.phrase) for one in met(prose.joined, light)]
    order = {one.path: at for at, one in enumerate(prose.passages)} if strong or weak else {}
    for section in dict.fromkeys(one.path[0] for one in prose.passages):
        here = [one for one in strong if one[0].path[0] == section]
        soft = [one for one in weak if one[0].path[0] == section]
        here += soft if len(soft) >= most else ()
        if here:
            here.sort(key=lambda one: (order[one[0].path], one[0].plain.find(one[1])))
            yield [(one.path, words, phrase) for one, words, phrase in here]


_CHAIN = Phrase("", "Цепочку родительных падежей разбейте глаголом или предлогом")


def _chains(passages: Iterable[Passage], least: int) -> Iterator[tuple[Passage, str]]:
    """A name with a capital letter ends a chain: that is a body, not a turn of speech."""
    for one in passages:
        words = one.text.split(" ")
        if sum(word[-3:] in _GENITIVES for word in words) + 1 >= least:
            run: list[str] = []
            for word in (*words, ""):
                bare = word.rstrip(".,;:)")
                if bare[-3:] in _GENITIVES and len(bare) > _LEAST and bare.islower():
                    run.append(bare)
                    if bare == word:
                        continue
                if len(run) >= least:
                    yield one, " ".join(run)
                run = []


_LEAST = 5


def _advice(met: Iterable[Phrase]) -> str:
    said = [one for one in dict.fromkeys(one.advice for one in met) if one]
    return ". ".join(said or ["Скажите прямо, что имеется в виду"]) + "."


_MR = "МР-2023, §1.2"

RULES = (
    Rule(
        "GOA022",
        "ambiguous-words",
        Severity.WARNING,
        ambiguous_words,
        "R-GOA-1",
        _MR,
        ("II.15", "II.35"),
        ("goals",),
        (ADDED, ALLOWED),
    ),
    Rule("DOC020", "evasive-words", Severity.WARNING, evasive_words, "", _MR, ("II.32",), parameters=(ADDED, ALLOWED)),
    Rule(
        "DOC021",
        "officialese",
        Severity.NOTE,
        officialese,
        "",
        "МР-2023, §1.5",
        ("II.35",),
        parameters=(ADDED, ALLOWED, LIGHT, CHAIN),
    ),
)
