"""Minutes of a meeting: opening, agenda, heard, decided, signatures (R-DOC-5; G-PRT-1…6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from munprog.documents.approval import approval_rows
from munprog.documents.blanks import BLANK_NUMBER
from munprog.documents.parts.shared import blocks, clauses
from munprog.documents.pieces import Piece, RunningText, listed
from munprog.layout.flow import Paragraph, Style
from munprog.layout.view import View
from munprog.model.blocks import LEVELS
from munprog.model.listing import punctuated
from munprog.model.minutes import AgendaItem, Hearing, Minutes, Participant
from munprog.model.profile import DocumentLayout

_ORDINALS = (
    "первому", "второму", "третьему", "четвёртому", "пятому", "шестому", "седьмому", "восьмому", "девятому", "десятому",
)  # fmt: skip
_DECISIONS = ("1.1.", "1.1.1.", "–")
"""Decisions on one item of the agenda: number of the item, number of the decision (G-PRT-4)."""


def all_minutes(view: View, document: DocumentLayout) -> tuple[DocumentLayout, ...]:
    """A document for each of the minutes: `minutes-<file>`."""
    kept = {name: value for name, value in document.__dict__.items() if name != "id"}
    return tuple(DocumentLayout(id=_id(document.id, one), **kept) for one in view.program.minutes)


WORDS: Mapping[str, str] = {
    "present": "Присутствовали:",
    "agenda": "Повестка дня:",
    "heard": "Слушали:",
    "decided": "Решили:",
}
"""The words before the parts of minutes, where the profile gives none."""


def minutes_context(view: View, document: DocumentLayout) -> dict[str, object]:
    """approval_blocks as of every document; organ, title, date, number: str; body: RunningText; signatories."""
    minutes = next(one for one in view.program.minutes if document.id.endswith(f"-{one.file}"))
    return {
        "approval_blocks": approval_rows(view, minutes.approval_blocks, "протокол"),
        "organ": "".join(view.program.names_of_bodies((minutes.body,))),
        "title": minutes.title,
        "date": minutes.days,
        "number": f"№ {minutes.number or BLANK_NUMBER}",
        "body": RunningText(tuple(_body(view, minutes, document))),
        "signatories": [{"position": one.position, "name": one.name} for one in minutes.signed],
    }


def _id(document: str, minutes: Minutes) -> str:
    return f"{document}-{minutes.file}"


def _body(view: View, minutes: Minutes, document: DocumentLayout) -> Iterator[Piece]:
    levels, words = document.levels, {**WORDS, **document.words}
    yield from _opening(minutes, words)
    if minutes.heard:
        yield Paragraph(words["heard"], Style.HEADING_2)
    for at, one in enumerate(minutes.heard):
        item = minutes.item_of(at) if len(minutes.agenda) > 1 else 0
        yield from _heard(one, item)
        yield from _discussed(view, one, minutes.item_of(at))
    if minutes.decided:
        yield Paragraph(words["decided"], Style.HEADING_2)
        if minutes.decided.lead:
            yield Paragraph(minutes.decided.lead)
        yield from clauses(view, minutes.decided.clauses, minutes.decided.levels or levels or LEVELS)
    yield from _with_lead("Приложения:", listed(minutes.attachments, "1."))


def _opening(minutes: Minutes, words: Mapping[str, str]) -> Iterator[Piece]:
    if minutes.place:
        yield Paragraph(minutes.place, lead="Место проведения:")
    yield from _person("Председатель:", minutes.chair)
    yield from _person("Секретарь:", minutes.secretary)
    if minutes.present_count:
        yield Paragraph(f"{minutes.present_count} чел. (список прилагается).", lead=words["present"])
    yield from _with_lead(words["present"], _lines(minutes.present))
    yield from _with_lead("Приглашены:", _lines(minutes.invited))
    yield from _with_lead(words["agenda"], listed(map(_question, minutes.agenda), "1."))


def _person(lead: str, person: Participant | None) -> Iterator[Piece]:
    if person:
        yield Paragraph(", ".join(part for part in (person.name, person.position) if part), lead=lead)


def _lines(texts: Iterable[str]) -> Iterator[Piece]:
    return (Paragraph(text, Style.LIST) for text in punctuated(texts))


def _with_lead(lead: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A line that leads to a list, where the list is not empty."""
    found = tuple(pieces)
    if found:
        yield Paragraph("", lead=lead)
        yield from found


def _question(item: AgendaItem) -> str:
    if not item.speakers:
        return item.text
    word = "докладчик" if len(item.speakers) == 1 else "докладчики"
    return f"{item.text.rstrip('.;')} ({word}: {', '.join(item.speakers)})"


def _heard(hearing: Hearing, item: int) -> Iterator[Piece]:
    """«По первому вопросу слушали Озерову Анну Викторовну.»; the only question of an agenda is not counted."""
    on = f"По {_ORDINALS[item - 1] if item <= len(_ORDINALS) else f'{item}-му'} вопросу" if item else ""
    if hearing.speakers:
        words = f"{on} слушали" if on else "Слушали"
        yield Paragraph(f"{words} {', '.join(hearing.speakers).rstrip('.')}.")
    elif on:
        yield Paragraph("", lead=f"{on}.")


def _discussed(view: View, hearing: Hearing, item: int) -> Iterator[Piece]:
    yield from blocks(view, hearing.blocks)
    yield from _with_lead("Выступили:", _lines(f"{one.speaker} – {one.text}" for one in hearing.discussion))
    yield from _with_lead("Решили:", clauses(view, hearing.decided, _DECISIONS, (item,)))
    if hearing.vote:
        yield Paragraph(hearing.vote, lead="Голосовали:")
