"""Differences as text, Markdown and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from munprog.reporting.characters import visible
from munprog.review.comparing import Compared
from munprog.review.contrast import contrast, shortened
from munprog.review.differences import Change
from munprog.review.wording import Described

_LONGEST = 400
"""Characters of one text in a line; JSON has all of it."""
_NOTHING = "Содержание программ не изменилось."
_WHOLE = {Change.ADDED: "Программа добавлена", Change.REMOVED: "Программа удалена"}
_WORDS = {Change.ADDED: "добавлено", Change.REMOVED: "удалено", Change.MOVED: "перенесено"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~$&@-])")
_LINK = re.compile(r"(?i)\b(https?|ftp|www)(?=[:.])")
# Forges look for mentions in the text that Markdown has left, where the backslash is gone.
_MENTION = re.compile(r"([@#])(?=\w)")


def as_text(compared: tuple[Compared, ...]) -> str:
    """For reading in a terminal: programme, section, one line for each difference."""
    lines = [line for one in compared if not one.same for line in _text(one)]
    total = sum(len(one.differences) for one in compared)
    return "\n".join([*lines, f"Отличий: {total}.", ""] if lines else [_NOTHING, ""])


def as_markdown(compared: tuple[Compared, ...]) -> str:
    """For a comment on a pull request. Whatever the programme says is escaped: it mentions nobody and links nowhere."""
    lines = [line for one in compared if not one.same for line in _markdown(one)]
    return "\n".join(lines) + "\n" if lines else f"{_NOTHING}\n"


def as_json(compared: tuple[Compared, ...]) -> str:
    """All of it, by schemas/differences.schema.json."""
    content = {"version": 1, "programs": [_plain(one) for one in compared if not one.same]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[tuple[Compared, ...]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def escaped(text: str) -> str:
    """Text that Markdown shows as it is; a broken word keeps an address from becoming a link."""
    one_line = " ".join(visible(text).split())
    broken = _MENTION.sub("\\1\N{ZERO WIDTH NON-JOINER}", _LINK.sub("\\1\N{ZERO WIDTH NON-JOINER}", one_line))
    return _MARKDOWN.sub(r"\\\1", broken)


def _text(one: Compared) -> Iterator[str]:
    yield visible(f"{one.program} – {one.title}")
    if one.change:
        yield f"  {_WHOLE[one.change]}."
    yield from (visible(f"  ({note}; это не сравнивалось)") for note in one.unread)
    for title, group in _sections(one.differences):
        yield visible(f"  {title}")
        yield from (visible(f"    {line(found)}") for found in group)
    yield ""


def _markdown(one: Compared) -> Iterator[str]:
    yield f"### {escaped(one.title)}"
    yield ""
    if one.change:
        yield f"{_WHOLE[one.change]}.\n"
    yield from (f"*{escaped(note)}; это не сравнивалось*\n" for note in one.unread)
    for title, group in _sections(one.differences):
        yield f"**{escaped(title)}**"
        yield ""
        yield from (f"- {escaped(line(found))}" for found in group)
        yield ""


def line(found: Described) -> str:
    """One difference in a line: «Показатель 2.1, 2025 год: 70 % → 75 %»."""
    before, after = (shortened(text, _LONGEST) for text in contrast(found.before, found.after))
    if found.change is Change.CHANGED:
        return f"{found.subject}: {_quoted(before, found)} → {_quoted(after, found)}"
    subject = f"{found.subject[:1].lower()}{found.subject[1:]}" if found.subject else "весь раздел"
    said = "" if found.is_item else after or before
    return f"{_WORDS[found.change]}: {subject}" + (f" – {_quoted(said, found)}" if said else "")


def _quoted(text: str, found: Described) -> str:
    return f"«{text}»" if found.is_text else text


def _sections(found: tuple[Described, ...]) -> Iterator[tuple[str, Iterable[Described]]]:
    return groupby(found, key=lambda one: one.section_title)


def _plain(one: Compared) -> dict[str, object]:
    return {
        "program": one.program,
        "title": one.title,
        "change": one.change.value if one.change else None,
        "unread": list(one.unread),
        "differences": [
            {
                "change": found.change.value,
                "section": found.section,
                "section_title": found.section_title,
                "path": list(found.path[1:]),
                "subject": found.subject,
                "before": found.before,
                "after": found.after,
                "text": line(found),
            }
            for found in one.differences
        ],
    }
