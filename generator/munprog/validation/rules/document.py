"""What reaches the document: references in texts, numbers given by hand, shapes of tables, the act's title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from munprog.diagnostics import KeyPath, Severity
from munprog.model.numbering import numbered
from munprog.model.profile import Part
from munprog.model.references import WORDS, Reference, references, unclosed
from munprog.model.table_shape import Span, shapes
from munprog.validation.layouts import MOST_LEVELS
from munprog.validation.links import same
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.links import unknown_sections
from munprog.validation.words import joined, suggestion

_ABOUT = re.compile(r"(?P<about>О|Об|Обо)\s+(?P<word>\S*)")
_WORD = re.compile("[А-ЯЁ]?[а-яё]+")
"""A word whose first letter is also its first sound; an abbreviation is read by the names of its letters."""
_APPENDIX = re.compile(r"\bприложени\w+(?:\s+№?\s*(\d+))?", re.IGNORECASE)


def unknown_reference(case: Case) -> Iterator[Fault]:
    if unknown_sections(case):  # what a reference leads to may stand there
        return
    known = _targets(case)
    for path, text in _texts(case):
        for reference in references(text):
            if reference.kind != "appendix" or "document" not in case.dangling:
                yield from _judge(path, reference, known)
        if unclosed(text):
            yield Fault(
                path,
                "Скобки [[ открывают ссылку, которая не закончена",
                "Ссылка пишется как [[таблица:показатели]]; если ссылки здесь нет, уберите скобки.",
            )


def number_differs(case: Case) -> Iterator[Fault]:
    for path, computed, given in numbered(case.program):
        if given and given.rstrip(".") != computed:
            yield Fault(
                (*path, "number"),
                f"Номер, указанный вручную, – {given}, а по порядку выходит {computed}",
                "Печатается указанный номер. Уберите number, и номер посчитается сам.",
            )


def ragged_table(case: Case) -> Iterator[Fault]:
    for path, table in _tables(case):
        width = _leaves(table["columns"])
        rows = [row if isinstance(row, list) else [] for row in table["rows"]]
        for at, shape in enumerate(shapes([list(map(_span, row)) for row in rows], width)):
            if rows[at] and shape.claimed != width:
                yield Fault(
                    (*path, "rows", at),
                    f"В строке {at + 1} таблицы ячеек {shape.claimed}, а столбцов {width}",
                    'Дайте ячейку каждому столбцу; пустую пишите как "", отсутствие данных – как "–".',
                )


def deep_table(case: Case) -> Iterator[Fault]:
    for path, table in _tables(case):
        deepest = max(((_depth(one), at) for at, one in enumerate(table["columns"])), key=lambda one: (one[0], -one[1]))
        if deepest[0] > MOST_LEVELS:
            yield Fault(
                (*path, "columns", deepest[1]),
                f"Шапка таблицы в {deepest[0]} уровней, а читается не больше {MOST_LEVELS}",
                "Уберите один из общих заголовков: он может стать началом названий граф под ним.",
            )


def _depth(column: Any) -> int:
    inner = column.get("columns") if isinstance(column, dict) else None
    return 1 + max(map(_depth, inner)) if isinstance(inner, list) and inner else 1


def _leaves(columns: Any) -> int:
    """The number of columns under the heads."""
    return sum(_leaves(one["columns"]) if isinstance(one, dict) and one.get("columns") else 1 for one in columns)


def _span(cell: Any) -> Span:
    return (cell.get("columns", 1), cell.get("rows", 1)) if isinstance(cell, dict) else (1, 1)


def act_title(case: Case) -> Iterator[Fault]:
    """It says what the act is about (G-R17-1), and with the preposition that the next word asks for (G-R17-4)."""
    order = case.program.order
    if order is None:
        return
    found = _ABOUT.match(order.title)
    if found is None:
        yield Fault(
            ("order", "title"),
            f"Заголовок акта начинается со слова «{order.title.split()[0]}»",
            "Заголовок приказа отвечает на вопрос «о чём?» и начинается с «О» или «Об».",
        )
    elif _WORD.match(found["word"]) and found["about"] != "Обо":
        wanted = "Об" if found["word"][0].lower() in "аиоуэ" else "О"
        if found["about"] != wanted:
            yield Fault(
                ("order", "title"),
                f"Заголовок акта начинается с «{found['about']} {found['word']}»",
                f"Напишите «{wanted} {found['word']}»: «Об» ставят перед а, и, о, у, э, «О» – перед прочими буквами.",
            )


def attached_unsaid(case: Case) -> Iterator[Fault]:
    """The clauses of the act name each appendix (G-R19-7): by a reference, or «прилагаемое» and its title."""
    order = case.program.order
    if order is None or "document" in case.dangling:
        return
    named = {
        reference.id
        for path, text in _texts(case)
        if path[0] == "order" and path[1] in ("clauses", "preamble")
        for reference in references(text)
        if reference.kind == "appendix"
    }
    if not named <= {one.document for one in order.attachments} | {one.id for one in case.profile.documents}:
        return  # a reference that leads nowhere has its finding, and may be meant for the appendix
    enclosed, numbers = _enclosed(case), _numbers_named(case)
    for at, one in enumerate(order.attachments):
        numbered = at + 1 in numbers or ((0 in numbers or enclosed) and len(order.attachments) == 1)
        if one.document not in named and not numbered and not any(one.title.lower() in text for text in enclosed):
            yield Fault(
                ("order", "attachments", at, "document"),
                f"Приложение «{one.title}» не названо ни в одном пункте",
                f"Сошлитесь на него в пункте об утверждении: [[приложению:{one.document}]].",
            )


def _numbers_named(case: Case) -> set[int]:
    """Numbers of appendices that the clauses name in plain words: «(приложение 2)»; 0 of one without a number."""
    clauses = [text for path, text in case.contents.texts if path[:2] == ("order", "clauses")]
    return {int(number or 0) for text in clauses for number in _APPENDIX.findall(text)}


def _enclosed(case: Case) -> tuple[str, ...]:
    """The clauses that approve what is «прилагаемое», sub-clauses included, in small letters."""
    found = [(path, text.lower()) for path, text in case.contents.texts if path[:2] == ("order", "clauses")]
    saying = {path[2] for path, text in found if "прилагаем" in text}
    return tuple(text for path, text in found if path[2] in saying)


def _judge(path: KeyPath, reference: Reference, known: Mapping[str, Mapping[str, str]]) -> Iterator[Fault]:
    if reference.kind is None:
        yield Fault(
            path,
            f"Ссылка {reference.text} начинается со слова, за которым не может стоять номер",
            f"Ссылка пишется как [[таблица:показатели]]; слова – {joined(WORDS)} – в любом падеже.",
        )
        return
    if reference.kind == "footnote":  # it leads to what it says itself
        if not reference.id:
            hint = "Текст сноски пишется внутри скобок: [[сноска:Нарастающим итогом.]]."
            yield Fault(path, f"Сноска {reference.text} ничего не говорит", hint)
        return
    wanted = known[reference.kind]
    if same(reference.id) not in wanted:
        yield Fault(
            path,
            f"Ссылка {reference.text} ни к чему не ведёт",
            suggestion(reference.id, wanted),
        )


def _targets(case: Case) -> Mapping[str, Mapping[str, str]]:
    """What each kind of reference may lead to: compared form → id. Whether it is printed, the build knows."""
    program = case.program
    tables = [table.get("id") or path[-1] for path, table in _tables(case)]
    found = {
        "table": [one.id for one in case.profile.tables if "results" not in one.rows or one.of]
        + [id for id in tables if isinstance(id, str)]
        + [
            table.id
            for table in (program.analysis.results.tables if program.analysis and program.analysis.results else ())
        ],
        "appendix": [one.document for one in (program.order.attachments if program.order else ())]
        + [id for document in case.profile.documents for id in _parts(document.parts, appendix=True)],
        "clause": [one.id for one in case.contents.defined if one.kind == "clause"],
        "part": [id for document in case.profile.documents for id in _parts(document.parts, appendix=False)]
        + [section.id for section in program.sections],
        "task": [one.id for one in program.tasks],
        "indicator": [one.id for one in program.all_indicators],
        "activity": [one.id for one in program.activities],
    }
    return {kind: {same(id): id for id in ids} for kind, ids in found.items()}


def _parts(parts: tuple[Part, ...], *, appendix: bool) -> Iterator[str]:
    for part in parts:
        if part.appendix is appendix and (part.of or part.content not in ("", "section")):
            yield part.of or part.content
        yield from _parts(part.parts, appendix=appendix)


def _texts(case: Case) -> Iterator[tuple[KeyPath, str]]:
    """Every text with a reference in it."""
    return ((path, text) for path, text in case.contents.texts if "[[" in text)


def _tables(case: Case) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Every table given cell by cell: alone under its key, or among blocks."""
    for path, value in case.contents.mappings:
        if "columns" in value and "rows" in value:
            yield path, value


RULES = (
    Rule(
        "DOC001", "unknown-reference", Severity.ERROR, unknown_reference, "", "ГОСТ Р 7.0.97-2025, п. 5.18", ("II.3",)
    ),
    Rule("DOC002", "number-differs", Severity.WARNING, number_differs, "", "ГОСТ Р 7.0.97-2025, п. 5.18", ("II.34",)),
    Rule("CFG029", "deep-head", Severity.WARNING, deep_table, "R-ANA-2", "МР-2023, §1.2", ("II.34",)),
    Rule("DOC003", "ragged-table", Severity.ERROR, ragged_table, "R-ANA-2", "МР-2023, §1.2", ("II.34",)),
    Rule("DOC004", "act-title", Severity.ERROR, act_title, "", "ГОСТ Р 7.0.97-2025, п. 5.17", ("II.34",), ("order",)),
    Rule(
        "DOC005",
        "attachment-unsaid",
        Severity.ERROR,
        attached_unsaid,
        "R-DOC-1",
        "ГОСТ Р 7.0.97-2025, п. 5.19",
        ("II.34",),
        ("order",),
    ),
)
