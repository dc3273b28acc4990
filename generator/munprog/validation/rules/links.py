"""Ids and links: what bears a name twice, what leads nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from munprog.diagnostics import KeyPath, Severity
from munprog.validation import links
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import kind_name, suggestion

_TWINS = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")


def duplicate_ids(case: Case) -> Iterator[Fault]:
    seen: dict[tuple[str, str], KeyPath] = {}
    for found in case.contents.defined:
        key = found.kind, links.same(found.id)
        if key in seen:
            yield Fault(
                found.path,
                f"Обозначение «{found.id}» уже носит другой элемент ({kind_name(found.kind)})",
                "Дайте одному из них другое обозначение (id) и поправьте ссылки на него.",
                related=((seen[key], "то же обозначение стоит здесь"),),
            )
        seen.setdefault(key, found.path)


def dangling_links(case: Case) -> Iterator[Fault]:
    """Where an id was typed over another one, the links to that one are left behind: the double is told alone."""
    known = targets(case)
    doubled = _doubled(case)
    for found in case.contents.linked:
        wanted = known.get(found.kind)
        if wanted is None or found.kind in doubled or links.same(found.id) in wanted:
            continue
        twin = next((id for id in wanted if _folded(id) == _folded(found.id)), "")
        if twin and _is_mixed(twin):  # the id itself is to be mended, and has its finding
            continue
        yield Fault(
            found.path,
            f"Ссылка «{found.id}» ни к чему не ведёт: {_none_such(case, found.kind)}",
            _hint(found.id, twin, wanted),
            key=found.is_key,
        )


def lookalike_letters(case: Case) -> Iterator[Fault]:
    for found in case.contents.defined:
        if _is_mixed(found.id):
            yield Fault(
                found.path,
                f"В обозначении «{found.id}» рядом стоят латинские и русские буквы, похожие друг на друга",
                f"Латинские буквы здесь: {_listed_latin(found.id)}. "
                "Напишите слово буквами одного алфавита, иначе ссылку на него не набрать.",
            )


def targets(case: Case) -> Mapping[str, Mapping[str, str]]:
    """Kind → ids that exist (compared form → as written). Kinds whose home section is unknown are left out."""
    unknown = unknown_sections(case)
    known: dict[str, dict[str, str]] = {kind: {} for kind, home in links.HOMES.items() if home not in unknown}
    for found in case.contents.defined:
        if found.kind in known:
            known[found.kind][links.same(found.id)] = found.id
    known["document"] = {one.id: one.id for one in case.profile.documents}
    if case.profile.topics:
        known["topic"] = {links.same(one.id): one.id for one in case.profile.topics}
    return known


def _doubled(case: Case) -> set[str]:
    """The kinds of which two items bear one id."""
    times = Counter((found.kind, links.same(found.id)) for found in case.contents.defined)
    return {kind for (kind, _), number in times.items() if number > 1}


def unknown_sections(case: Case) -> frozenset[str]:
    """Sections of which nothing can be said: unreadable ones, and those whose absence is a finding of its own."""
    return case.program.unknown | {one for one in case.profile.requires.sections if one not in case.data}


def dangling_kinds(case: Case) -> frozenset[str]:
    """The kinds of which some link leads nowhere."""
    known = targets(case)
    return frozenset(
        found.kind
        for found in case.contents.linked
        if found.kind in known and links.same(found.id) not in known[found.kind]
    )


def _none_such(case: Case, kind: str) -> str:
    name = kind_name(kind)
    if kind in ("document", "topic"):
        return f"в профиле {case.profile.id} нет такого элемента ({name})"
    return f"в {links.HOMES[kind]}.yaml нет такого элемента ({name})"


def _hint(id: str, twin: str, wanted: Mapping[str, str]) -> str:
    if twin:
        letters = dict.fromkeys(one for one, other in zip(links.same(id), twin, strict=True) if one != other)
        alphabet = "латинские" if all(map(str.isascii, letters)) else "не того алфавита"
        return f"Имелось в виду «{wanted[twin]}», но в ссылке {alphabet} буквы: {', '.join(letters)}."
    return suggestion(id, wanted)


def _folded(id: str) -> str:
    """The id in Cyrillic letters, wherever a Latin one looks the same."""
    return links.same(id).translate(_TWINS)


def _is_mixed(id: str) -> bool:
    return any(_latin(word) and _cyrillic(word) for word in id.split("-"))


def _listed_latin(id: str) -> str:
    return ", ".join(dict.fromkeys(letter for word in id.split("-") if _cyrillic(word) for letter in _latin(word)))


def _latin(word: str) -> list[str]:
    return [letter for letter in word if letter.isascii() and letter.isalpha()]


def _cyrillic(word: str) -> bool:
    return any("а" <= letter.lower() <= "я" or letter.lower() == "ё" for letter in word)


RULES = (
    Rule("STR007", "duplicate-id", Severity.ERROR, duplicate_ids, source="соглашение об обозначениях"),
    Rule("STR008", "dangling-link", Severity.ERROR, dangling_links, "R-STR-2", "МР-2023, §1.2", ("II.3",)),
    Rule("STR009", "lookalike-letters", Severity.ERROR, lookalike_letters, source="соглашение об обозначениях"),
)
