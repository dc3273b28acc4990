"""The tables of the expert opinion: answers, the coverage matrix, findings, waivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from munprog.diagnostics import Finding, Place, Severity, Waived
from munprog.documents.pieces import TablePiece
from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.model.assessment import DIVIDED, EXPERT_NEEDED, Assessed, AssessedList, Evidence, Opinion
from munprog.model.build import FOLDERS
from munprog.model.checklist import NO, PARTLY, YES
from munprog.model.coverage import Block, Coverage, Line
from munprog.model.dates import format_date
from munprog.model.expertise import EXTERNAL, SELF
from munprog.model.finance import Finance
from munprog.model.goals import Task
from munprog.model.numbering import Numbers
from munprog.model.program import Program

_DASH = "–"
_COLUMNS = 5
"""Of the coverage matrix."""
_SEVERITIES = {Severity.ERROR: "ошибка", Severity.WARNING: "предупреждение", Severity.NOTE: "замечание"}


def shares(lists: tuple[AssessedList, ...]) -> TablePiece:
    """How each checklist was answered; a question on another scale stands apart, in the conclusion."""
    head = ("Контрольный список", "Вопросов", "Да", "Частично", "Нет", "Без ответа", "Доля «да»")
    return _table("итоги", "Ответы на вопросы", head, (64.0, 20.0, 12.0, 22.0, 12.0, 20.0, 20.0), map(_share, lists))


def _share(found: AssessedList) -> Row:
    given = [one.answer for one in found.questions if one.question.counts]
    figures = (str(len(given)), *(str(given.count(word)) for word in (YES, PARTLY, NO, "")), found.share.percent)
    title = f"{found.checklist.id}. {found.checklist.stage or found.checklist.title}"
    return (Cell((title,)), *(Cell((figure,), Role.CENTER) for figure in figures))


def answers(found: AssessedList) -> TablePiece:
    """№, question, self-assessment, expertise, the answer in the end, what it rests on."""
    head = ("№", "Вопрос", "Самооценка", "Экспертиза", "Ответ", "Свидетельства и пояснения")
    widths = (11.0, 62.0, 24.0, 24.0, 24.0, 115.0)
    return _table("", found.checklist.title, head, widths, map(_answer, found.questions), landscape=True)


def _answer(one: Assessed) -> Row:
    return (
        Cell((one.question.id,), Role.CENTER),
        Cell((one.question.text,)),
        Cell(_words(one, SELF), Role.CENTER),
        Cell(_words(one, EXTERNAL), Role.CENTER),
        Cell((_final(one),), Role.CENTER),
        Cell(tuple(_grounds(one))),
    )


def _words(one: Assessed, kind: str) -> tuple[str, ...]:
    return tuple(opinion.answer for opinion in one.opinions if opinion.kind == kind) or (_DASH,)


def _final(one: Assessed) -> str:
    if one.answer or one.divided:
        return one.answer or DIVIDED
    return EXPERT_NEEDED if one.proposed == EXPERT_NEEDED else f"{one.proposed} (предложено)"


def _grounds(one: Assessed) -> Iterator[str]:
    """Evidence first, then what people say of it."""
    yield from (_evidence(piece) for piece in one.evidence)
    yield from (_comment(opinion) for opinion in one.opinions if opinion.comment)
    if one.agreed and one.agreed.comment:
        yield f"Согласованный ответ: {one.agreed.comment}"
    if one.opinions and one.answer and _contradicts(one):
        yield f"По данным программы предлагался ответ «{one.proposed}»."
    if not one.evidence:
        yield f"{one.reason}."


def _contradicts(one: Assessed) -> bool:
    """Whether people said otherwise than the data; that a proposal awaits an expert's «да» is nothing to tell."""
    return one.proposed not in (one.answer, EXPERT_NEEDED) and (one.proposed, one.answer) != (PARTLY, YES)


def _evidence(piece: Evidence) -> str:
    figure = f": {piece.figure}" if piece.figure else ""
    quotation = f" – {piece.quotation}" if piece.quotation else ""
    place = f" [{_shown(piece.place)}]" if piece.place else ""
    return f"{piece.statement}{figure}{quotation}{place}"


def _comment(one: Opinion) -> str:
    return f"{one.expert}, {format_date(one.date)}: {one.comment}"


def _shown(place: Place) -> str:
    """File and line; the folder is that of the programme, whatever it is called here."""
    if place.where:
        return f"{place.file}: {place.where}"
    parts = place.file.split("/")
    name = "/".join(parts[-2:]) if parts[-2:-1] and parts[-2] in FOLDERS else parts[-1]
    return f"{name}, строка {place.line}"


def matrix(program: Program, found: Coverage, numbers: Numbers) -> TablePiece:
    """Activities under their tasks, with problems, measures, money and what is missing."""
    money = program.finance
    unit = f", {money.unit}" if money else ""
    head = ("№", "Мероприятие", "Индикаторы", f"Деньги{unit}", "Пробелы")
    widths = (14.0, 92.0, 104.0, 24.0, 26.0)
    rows = [*_unanswered(found), *(row for block in found.blocks for row in _block(block, numbers, money))]
    return _table("покрытие", "Матрица покрытия", head, widths, rows, landscape=True)


def _unanswered(found: Coverage) -> Iterator[Row]:
    if found.unanswered:
        yield (Cell(("Проблемы, на которые не отвечает ни одна задача",), Role.DIVIDER, columns=_COLUMNS),)
    for problem in found.unanswered:
        yield (Cell((problem.title,), columns=_COLUMNS),)


def _block(block: Block, numbers: Numbers, money: Finance | None) -> Iterator[Row]:
    yield (Cell((block.title,), Role.DIVIDER, columns=_COLUMNS),)
    if isinstance(block.owner, Task):
        problems = "; ".join(one.title for one in block.problems) or "нет"
        yield (Cell((f"Проблемы: {problems}",), columns=_COLUMNS),)
    yield from (_cells(line, numbers, money) for line in block.lines)
    if not block.lines:
        measures = tuple(one.title for one in block.measures) or (_DASH,)
        nothing = Cell((_DASH,), Role.CENTER)
        yield (nothing, nothing, Cell(measures), nothing, Cell(("нет мероприятий",)))


def _cells(line: Line, numbers: Numbers, money: Finance | None) -> tuple[Cell, ...]:
    amount = money.printed(line.money) if money and line.money is not None else _DASH
    return (
        Cell((numbers.get(line.activity.path, _DASH),), Role.CENTER),
        Cell((line.activity.title,)),
        Cell(tuple(one.title for one in line.measures) or (_DASH,)),
        Cell((amount,), Role.NUMBER),
        Cell((("нет денег" if line.activity.financed else "вне задач") if line.gaps else _DASH,)),
    )


def findings(found: tuple[Finding, ...]) -> TablePiece:
    head = ("Код", "Важность", "Замечание", "Где")
    rows = (_row(one.code, _SEVERITIES[one.severity], one.message, _shown(one.place)) for one in found)
    return _table("замечания", "Замечания проверки программы", head, (18.0, 32.0, 84.0, 36.0), rows)


def waivers(found: tuple[Waived, ...]) -> TablePiece:
    head = ("Код", "Замечание", "Почему его просят не учитывать", "До какого дня")
    rows = (_row(one.finding.code, one.finding.message, one.reason, format_date(one.until)) for one in found)
    return _table("исключения", "Замечания, которые просят не учитывать", head, (18.0, 64.0, 62.0, 26.0), rows)


def _row(*texts: str) -> Row:
    return tuple(Cell((text,)) for text in texts)


def _table(
    id: str,
    title: str,
    head: tuple[str, ...],
    widths: tuple[float, ...],
    rows: Iterable[Row],
    *,
    landscape: bool = False,
) -> TablePiece:
    header = tuple(Cell((text,), Role.HEAD) for text in head)
    return TablePiece(id, title, Grid(widths=widths, head=(header,), body=tuple(rows), landscape=landscape))
