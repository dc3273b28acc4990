"""Checklists as sheets of a workbook: a summary of programmes, every answer, the coverage matrix and its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from munprog.checklist.run import Judged
from munprog.diagnostics import Severity
from munprog.exchange import Cell, Column, Sheet, workbook
from munprog.model.assessment import Assessed, Evidence, Share
from munprog.model.expertise import EXTERNAL, SELF
from munprog.reporting.places import where

Row = tuple[Cell, ...]


def as_xlsx(judged: Sequence[Judged]) -> bytes:
    sheets = (_summary(judged), _answers(judged), _matrix(judged), _gaps(judged))
    return workbook(sheets, title="Контрольные списки")


def _summary(judged: Sequence[Judged]) -> Sheet:
    ids = list(dict.fromkeys(found.checklist.id for one in judged for found in one.assessment.lists))
    of_lists = [
        column
        for id in ids
        for column in (
            Column(f"{id}: «да»", 10), Column(f"{id}: ответов", 12), Column(f"{id}: доля «да»", 13, "0 %"),
            Column(f"{id}: без ответа", 14),
        )
    ]  # fmt: skip
    head = (Column("Программа", 24), Column("Название", 60), Column("Ошибок", 9), Column("Предупреждений", 16))
    return Sheet("Сводка", (*head, *of_lists), tuple(_summary_row(one, ids) for one in judged))


def _summary_row(one: Judged, ids: Sequence[str]) -> Row:
    shares = {found.checklist.id: found.share for found in one.assessment.lists}
    cells = (cell for id in ids for cell in _share(shares.get(id)))
    return (one.id, one.title, one.count(Severity.ERROR), one.count(Severity.WARNING), *cells)


def _share(share: Share | None) -> Row:
    if share is None:
        return (None, None, None, None)
    value = Decimal(share.yes) / share.answered if share.answered else None
    return (share.yes, share.answered, value, share.unanswered)


def _answers(judged: Sequence[Judged]) -> Sheet:
    columns = (
        Column("Программа", 24), Column("№", 7), Column("Вопрос", 60), Column("Ответ", 12), Column("Откуда ответ", 18),
        Column("Предложено", 18), Column("Почему", 30), Column("Самооценка", 30), Column("Экспертиза", 30),
        Column("Согласовано", 30), Column("Пересмотреть: изменилось", 30), Column("Свидетельства", 90),
    )  # fmt: skip
    rows = (_answer(one, question) for one in judged for question in one.assessment.questions)
    return Sheet("Ответы", columns, tuple(rows))


def _answer(judged: Judged, one: Assessed) -> Row:
    return (
        judged.id,
        one.question.id,
        one.question.text,
        one.answer,
        one.origin,
        one.proposed,
        one.reason,
        _opinions(one, SELF),
        _opinions(one, EXTERNAL),
        _said(one.agreed.answer, one.agreed.comment) if one.agreed else "",
        "; ".join(one.stale),
        "\n".join(evidence_line(piece) for piece in one.evidence),
    )


def _opinions(one: Assessed, kind: str) -> str:
    found = (opinion for opinion in one.opinions if opinion.kind == kind)
    return "\n".join(f"{_said(one.answer, one.comment)} ({one.expert}, {one.date:%d.%m.%Y})" for one in found)


def _said(answer: str, comment: str) -> str:
    return f"{answer} – {comment}" if comment else answer


def evidence_line(piece: Evidence) -> str:
    """A piece of evidence in one line, with its file and line."""
    words = piece.statement + (f": {piece.figure}" if piece.figure else "")
    quotation = f" – {piece.quotation}" if piece.quotation else ""
    place = f" [{where(piece.place, column=False)}]" if piece.place else ""
    return f"{words}{quotation}{place}"


def _matrix(judged: Sequence[Judged]) -> Sheet:
    columns = (
        Column("Программа", 24), Column("Проблемы", 40), Column("Задача или направление", 40),
        Column("Мероприятие", 60), Column("Индикаторы", 50), Column("Деньги на весь срок", 18),
        Column("Единица", 12), Column("Пробелы", 50),
    )  # fmt: skip
    return Sheet("Матрица покрытия", columns, tuple(row for one in judged for row in _matrix_rows(one)))


def _matrix_rows(one: Judged) -> Iterator[Row]:
    found = one.assessment.coverage
    money = one.checked.program.finance if one.checked.program else None
    for problem in found.unanswered if found else ():
        yield (one.id, problem.title, "", "", "", None, "", "проблема без задачи")
    for block in found.blocks if found else ():
        owner = block.owner.title if block.owner else ""
        problems = "; ".join(problem.title for problem in block.problems)
        if not block.lines:
            gaps = "; ".join(gap.text for gap in block.gaps)
            yield (one.id, problems, owner, "", _titles(block.measures), None, "", gaps)
        for line in block.lines:
            gaps = "; ".join(gap.text for gap in (*block.gaps, *line.gaps))
            unit = money.unit if money and line.money is not None else ""
            yield (one.id, problems, owner, line.activity.title, _titles(line.measures), line.money, unit, gaps)


def _titles(items: Sequence[object]) -> str:
    return "; ".join(str(getattr(one, "title", "")) for one in items)


def _gaps(judged: Sequence[Judged]) -> Sheet:
    columns = (Column("Программа", 24), Column("Пробел", 90), Column("Файл", 50), Column("Строка", 9))
    return Sheet("Пробелы", columns, tuple(row for one in judged for row in _gap_rows(one)))


def _gap_rows(one: Judged) -> Iterator[Row]:
    for gap in one.assessment.coverage.gaps if one.assessment.coverage else ():
        place = one.checked.folder.sources[str(gap.path[0])].place(gap.path[1:])
        yield (one.id, gap.text, place.file, place.line)
