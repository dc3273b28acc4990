"""Checklists for a person to read. Pure: colour is handed in, nothing is printed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from munprog.checklist.run import Judged
from munprog.diagnostics import Severity
from munprog.model.assessment import DIVIDED, EXPERT_NEEDED, Assessed, AssessedList, Evidence, Mark, Opinion
from munprog.model.checklist import NO, PARTLY, YES
from munprog.reporting.characters import visible
from munprog.reporting.places import where

_COLOURS = {YES: "1;32", PARTLY: "1;33", NO: "1;31", "высокая": "1;32", "средняя": "1;33", "низкая": "1;31"}
_OPEN = "1;36"
_BOLD, _FAINT = "1", "2"
_SIGNS = {Mark.PRESENT: ("+", "32"), Mark.PARTLY: ("±", "33"), Mark.MISSING: ("–", "31"), Mark.SHOWN: ("→", "36")}

Paint = Callable[[str, str], str]


def as_text(judged: Sequence[Judged], *, colour: bool = False) -> str:
    """The checklists of one programme in full, of several as a table."""
    paint = _coloured if colour else _plain
    if len(judged) == 1:
        return "\n".join(_program(judged[0], paint)) + "\n"
    return "\n".join(_table(judged, paint)) + "\n"


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, _: str) -> str:
    return text


def _program(one: Judged, paint: Paint) -> Iterator[str]:
    yield paint(f"Программа {one.id}", _BOLD) + (f" – {visible(one.title)}" if one.title else "")
    for found in one.assessment.lists:
        yield ""
        yield paint(f"{found.checklist.id}. {visible(found.checklist.title)}", _BOLD)
        for question in found.questions:
            yield ""
            yield from _question(question, paint)
    yield ""
    yield from (_share(found) for found in one.assessment.lists)
    errors, warnings = one.count(Severity.ERROR), one.count(Severity.WARNING)
    if errors or warnings:
        yield f"Проверка программы: ошибок {errors}, предупреждений {warnings} (munprog validate)."


def _question(one: Assessed, paint: Paint) -> Iterator[str]:
    yield f"{paint(one.question.id, _BOLD)} {visible(one.question.text)}"
    yield f"  {_answer(one, paint)}"
    overruled = f"Предложено: {one.proposed}. " if one.opinions or one.agreed else ""
    yield paint(f"  {overruled}{one.reason}.", _FAINT)
    yield from (f"  {_evidence(piece, paint)}" for piece in one.evidence)
    yield from (f"  {_opinion(opinion)}" for opinion in one.opinions)
    if one.agreed and one.agreed.comment:
        yield f"  Согласовано: {visible(one.agreed.comment)}"
    if one.stale:
        yield "  " + paint(f"Пересмотреть: изменилось – {'; '.join(one.stale)}", _OPEN)


def _answer(one: Assessed, paint: Paint) -> str:
    if one.answer:
        return f"{paint(visible(one.answer), _COLOURS.get(one.answer, _BOLD))} ({one.origin})"
    if one.divided or one.proposed == EXPERT_NEEDED:
        return paint(DIVIDED if one.divided else EXPERT_NEEDED, _OPEN)
    return f"{paint(one.proposed, _COLOURS[one.proposed])} (предложено, подтверждает эксперт)"


def _evidence(piece: Evidence, paint: Paint) -> str:
    sign, code = _SIGNS[piece.mark]
    figure = f": {visible(piece.figure)}" if piece.figure else ""
    quotation = f" – {visible(piece.quotation)}" if piece.quotation else ""
    place = paint(f"  {where(piece.place, column=False)}", _FAINT) if piece.place else ""
    return f"{paint(sign, code)} {visible(piece.statement)}{figure}{quotation}{place}"


def _opinion(one: Opinion) -> str:
    comment = f" – {visible(one.comment)}" if one.comment else ""
    return f"{one.kind.capitalize()}, {one.date:%d.%m.%Y}, {visible(one.expert)}: {visible(one.answer)}{comment}"


def _share(found: AssessedList) -> str:
    share = found.share
    return (
        f"{found.checklist.id}: «да» – {share.yes} из {share.answered} ответов ({share.percent}), "
        f"без ответа – {share.unanswered}."
    )


def _table(judged: Sequence[Judged], paint: Paint) -> Iterator[str]:
    """Programme × errors, warnings, share of «да» and what is not answered, for each checklist."""
    ids = list(dict.fromkeys(found.checklist.id for one in judged for found in one.assessment.lists))
    head = (
        "программа",
        "ошибок",
        "предупреждений",
        *(word for id in ids for word in (f"{id}: да", f"{id}: без ответа")),
    )
    rows = [_row(one, ids) for one in judged]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    yield paint(_line(head, widths), _BOLD)
    yield from (_line(row, widths) for row in rows)
    yield ""
    yield f"Программ: {len(judged)}. Ответы по вопросам: munprog checklist ПАПКА-ПРОГРАММЫ."


def _row(one: Judged, ids: Sequence[str]) -> tuple[str, ...]:
    shares = {found.checklist.id: found.share for found in one.assessment.lists}
    cells = []
    for id in ids:
        share = shares.get(id)
        cells += [
            f"{share.yes}/{share.answered} ({share.percent})" if share else "–",
            str(share.unanswered) if share else "–",
        ]
    return (visible(one.id), str(one.count(Severity.ERROR)), str(one.count(Severity.WARNING)), *cells)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = [
        cell.ljust(width) if at == 0 else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join([first, *rest]).rstrip()
