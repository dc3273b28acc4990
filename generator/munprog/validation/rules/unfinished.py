"""What was left for later: blanks, and abbreviations that nobody spells out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from munprog.diagnostics import KeyPath, Severity
from munprog.model.program import Program
from munprog.validation.parameters import Parameter
from munprog.validation.prose import without_quotations
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.wordlists import words

KNOWN: Parameter[tuple[str, ...]] = Parameter("known", (), "ещё сокращения, которые знают все читатели")
_SHOWN = 5
_LISTED = 8

_OF_ACT = re.compile(
    r"\bот\s+_+|№\s*_+|(?<!_)«?_++»?\s*+_*+\s*+(?:20_++\s*+|20\d\d\s*+)?г(?:\.|ода)?|20_++\s*+г(?:\.|ода)?"
)
"""Date and number of an act that is not registered yet."""
_SIGNATURE = re.compile(r"(?i)подпись|расшифровка|м\.\s?п\.|_\s*/")
_LATER = "уточнить|заполнить|дописать|вписать"
_BLANKS = (
    ("_", re.compile(r"_{2,}")),
    ("…", re.compile(r"^[^\w…]*+…\W*+$|\[\s*…\s*\]|…{2,}")),
    ("..", re.compile(r"^[^\w.]*+\.{3,}+\W*+$|\[\s*\.{3}\s*\]")),
    ("фамилия", re.compile(r"И\. ?О\. Фамилия|Фамилия И\. ?О\.|Фамилия Имя Отчество")),
    ("ить", re.compile(rf"(?i)^\W*(?:надо |нужно )?(?:{_LATER})\W*$|[(\[<]\s*(?:{_LATER})\s*[)\]>]")),
    ("уточнить", re.compile(r"\bУТОЧНИТЬ\b")),
    ("todo", re.compile(r"\bTODO\b")),
    ("fixme", re.compile(r"\bFIXME\b")),
    ("ххх", re.compile(r"\bХХХ+\b")),
    ("xxx", re.compile(r"\bXXX+\b")),
)
"""What stands in every blank of a kind, in small letters, and its pattern."""
_ASIDE = ("expertise", "signoff")

_ABBREVIATION = re.compile(r"(?<![\w«-])[А-ЯЁ]{2,7}(?![\w-])")
_CAPITALS = re.compile("[А-ЯЁ]{2}")
_INTRODUCED = re.compile(r"\((?:далее\s*[–—-]\s*)?(?P<short>[^()]{2,60})\)")
_UNREAD = ("id", "number", "short", "okpo", "kind")


def blanks(case: Case) -> Iterator[Fault]:
    """One finding for a file: how many, and where the first ones are."""
    files: dict[str, dict[KeyPath, str]] = {}
    whole = "\n".join(text for _, text in case.contents.texts).lower()
    kinds = [(hold, pattern) for hold, pattern in _BLANKS if hold in whole]
    for path, text in case.contents.texts:
        if path[0] not in _ASIDE and (blank := _blank(path, text, kinds)):
            files.setdefault(str(path[0]), {}).setdefault(path, blank)
    for found in files.values():
        (path, blank), *others = found.items()
        yield Fault(
            path,
            f"Место не заполнено: «{blank}»",
            f"Впишите недостающее. Незаполненных мест в файле: {len(found)}."
            if others
            else "Впишите недостающее или уберите этот текст.",
            related=tuple((at, "и здесь") for at, _ in others[:_SHOWN]),
        )


def unknown_abbreviations(case: Case) -> Iterator[Fault]:
    """One note for a programme."""
    found = unexplained(case.program, case.contents.texts, case.setting(KNOWN))
    if found:
        (first, path), *others = found.items()
        listed = ", ".join(list(found)[:_LISTED])
        more = f" и ещё {len(found) - _LISTED}" if len(found) > _LISTED else ""
        yield Fault(
            path,
            f"Сокращение нигде не расшифровано: {first}"
            if not others
            else f"Сокращения нигде не расшифрованы: {listed}{more}",
            "Добавьте расшифровку в abbreviations (program.yaml) или напишите при первом упоминании: (далее – …).",
            related=tuple((at, short) for short, at in others[:_SHOWN]),
        )


def unexplained(
    program: Program, texts: Iterable[tuple[KeyPath, str]], known: Iterable[str] = ()
) -> Mapping[str, KeyPath]:
    """Each abbreviation that neither the programme explains nor everybody knows, with its first place."""
    texts = [(path, text) for path, text in texts if path[0] not in _ASIDE]
    fine = {*words("abbreviations"), *known, *_explained(program, (text for _, text in texts))}
    found: dict[str, KeyPath] = {}
    for path, text in texts:
        if _CAPITALS.search(text) and path[-1] not in _UNREAD and not text.isupper():
            plain = without_quotations(text)
            for one in _ABBREVIATION.finditer(plain):
                if one[0] not in fine and not _is_shouted(plain, one):
                    found.setdefault(one[0], path)
    return found


def _explained(program: Program, texts: Iterable[str]) -> Iterator[str]:
    general = program.general
    told = [one.short for one in general.abbreviations] + [one.term for one in general.terms]
    told += [name for body in general.bodies for name in (body.short_name, body.name)]
    told += [name for school in general.schools for name in (school.short_name, school.name)]
    for text in texts:
        if "(" in text:
            told += [found["short"] for found in _INTRODUCED.finditer(text)]
    for one in told:
        yield from re.findall(r"[А-ЯЁ]{2,}", one)


def _is_shouted(text: str, found: re.Match[str]) -> bool:
    """Whether it is a word among others in capitals, or a form of an abbreviation with a small ending follows."""
    around = f"{text[: found.start()].rstrip()[-1:]}{text[found.end() :].lstrip()[:2]}"
    return len(found[0]) > 5 and around[-2:].isupper()


def _blank(path: KeyPath, text: str, kinds: Iterable[tuple[str, re.Pattern[str]]] = _BLANKS) -> str:
    """The blank of a text as it stands there, or an empty string."""
    for hold, pattern in kinds:
        if hold not in text.lower() or (hold == "_" and (_SIGNATURE.search(text) or _is_of_act(path))):
            continue
        if found := pattern.search(_OF_ACT.sub("", text) if hold == "_" and path[0] != "program" else text):
            return found[0]
    return ""


def _is_of_act(path: KeyPath) -> bool:
    """Date and number of the draft of an act."""
    section = str(path[0])
    return (section == "order" or section.startswith("minutes/")) and path[-1] in ("date", "number", "registration")


_FORM, _MR = "МР-2023, §1.5", "МР-2023, §1.5"

RULES = (
    Rule("DOC024", "left-blank", Severity.WARNING, blanks, "", _FORM, ("II.34",)),
    Rule("DOC025", "unexplained-abbreviation", Severity.NOTE, unknown_abbreviations, "", _MR, ("II.33",), (), (KNOWN,)),
)
