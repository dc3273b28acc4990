"""Numbered clauses: of acts, of a положение, of the decisions of minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from munprog.documents.pieces import HEADINGS, ClausePiece, Piece
from munprog.layout.flow import Contents, Paragraph, Signatures, Style
from munprog.layout.grid import Row
from munprog.layout.view import View
from munprog.model.blocks import Block, Clause, Replacement
from munprog.model.casing import inside
from munprog.model.listing import punctuated
from munprog.model.numerals import mark

_REPLACED: Mapping[str, str] = {"слово": "словом", "слова": "словами", "цифру": "цифрой", "цифры": "цифрами"}
_ENDS = (".", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class ClauseWriter:
    """Writes clauses with the marks of `levels`; `write` makes the blocks inside them, told the mark that ends them.

    `above` are the numbers that the first level continues: (2,) makes 2.1, 2.2 of «1.1.».
    """

    view: View
    levels: tuple[str, ...]
    write: Callable[[Block, str], Iterator[Piece]]
    above: tuple[int, ...] = field(default=())

    def pieces(self, clauses: tuple[Clause, ...], start: int = 1) -> Iterator[Piece]:
        for at, clause in enumerate(clauses, start):
            yield from self._clause(clause, (*self.above, at), "", ".")

    def _clause(self, clause: Clause, at: tuple[int, ...], above: str, end: str) -> Iterator[Piece]:
        level = len(at) - len(self.above) - 1
        style = self._mark(level)
        printed = mark(style, *at)
        number = _reference(style, printed, above)
        yield ClausePiece(self._paragraph(clause, level, printed, end), clause.id, number)
        for block in clause.blocks:
            yield from self.write(block, end)
        if len(clause.repeals) > 1:
            inner = self._mark(level + 1)
            for place, text in enumerate(punctuated(act.cited for act in clause.repeals), 1):
                yield Paragraph(_marked(mark(inner, *at, place), text), _style(inner, level + 1))
        within = clause.clauses or tuple(map(_subordinate, punctuated(drawn(self.view, clause))))
        for place, one in enumerate(within, 1):
            last = place == len(within) and end == "."
            yield from self._clause(one, (*at, place), number, "." if last or clause.title else ";")

    def _mark(self, level: int) -> str:
        """Below the last level given, 1.1.1. goes on as 1.1.1.1.; other marks stay as they are."""
        last = self.levels[-1]
        if level < len(self.levels):
            return self.levels[level]
        return "1." * (level - len(self.levels) + 1) + last if last.count("1") > 1 else last

    def _paragraph(self, clause: Clause, level: int, printed: str, end: str) -> Paragraph:
        if clause.title:
            return Paragraph(_marked(printed, clause.title), HEADINGS[min(level, len(HEADINGS) - 1)])
        return Paragraph(_marked(printed, self._words(clause, end)), _style(self._mark(level), level))

    def _words(self, clause: Clause, end: str) -> str:
        """«Руководителям … (А. А. Иванова): обеспечить …»: post, addressee, person, lead, text, what is replaced."""
        addressee = self._addressee(clause)
        text = _with_goal(self.view, clause) or _repealing(clause)
        parts = [part for part in (addressee, clause.lead, text, _replacing(clause.replace)) if part]
        words = " ".join(parts)
        if len(clause.repeals) == 1:
            return f"{words} {clause.repeals[0].cited}."
        if clause.replace:
            return f"{words}{end}"
        if clause.clauses and len(parts) == 1 and addressee and not words.endswith(_ENDS):
            return f"{words}:"
        return words

    def _addressee(self, clause: Clause) -> str:
        """An addressee may be the id of a body: its dative is printed then."""
        body = self.view.program.bodies.get(clause.addressee)
        named = (body.dative or body.name) if body else clause.addressee
        person = f"({clause.person})" if clause.person else ""
        return " ".join(part for part in (clause.post, named, person) if part)


def drawn(view: View, clause: Clause) -> tuple[str, ...]:
    """The sub-clauses that the programme's data make of a clause with `data`: tasks, results, measures of a level."""
    program = view.program
    found: Iterable[str] = ()
    if clause.data == "задачи":
        found = (one.title for one in program.tasks)
    elif clause.data == "результаты" and program.goals:
        found = (one.sentence for one in program.goals.results)
    elif clause.data == "показатели":
        asked = (one for one in program.all_indicators if not clause.level or clause.level in one.level)
        found = (measure.sentence for one in asked for measure in one.measures)
    return tuple(inside(text.rstrip(".")) for text in found)


def _subordinate(text: str) -> Clause:
    return Clause(text=text)


def _with_goal(view: View, clause: Clause) -> str:
    """«Цель Проекта – создание условий …»: the goal follows the text of a clause that asks for it."""
    goal = inside(view.program.goals.goal.text) if clause.data == "цель" and view.program.goals else ""
    return " ".join(part for part in (clause.text, goal) if part)


def _style(mark_style: str, level: int) -> Style:
    """Letters and dashes of the lower levels stand deeper; a full number (1.1.1.) says its level itself."""
    return Style.LIST_NESTED if level > 1 and mark_style in ("1)", "а)", "–", "•") else Style.LIST


def _marked(printed: str, text: str) -> str:
    return f"{printed} {text}" if printed else text


def _reference(style: str, printed: str, above: str) -> str:
    """What `[[пункт:…]]` prints: 3, 3.2, 3.2.а; a clause behind a dash bears the number of the one around it."""
    own = printed.rstrip(".)–•")
    return own if style.count("1") > 1 else ".".join(part for part in (above, own) if part)


def _repealing(clause: Clause) -> str:
    """«Признать утратившим силу» before the acts that are no longer in force (L-AMD-11)."""
    if not clause.repeals:
        return ""
    return "Признать утратившим силу" if len(clause.repeals) == 1 else "Признать утратившими силу:"


def _replacing(change: Replacement | None) -> str:
    """«цифры «100,0», «50,0» заменить соответственно цифрами «120,0», «60,0»» (L-AMD-6)."""
    if change is None:
        return ""
    old, new = (", ".join(f"«{one}»" for one in words) for words in (change.old, change.new))
    respectively = "соответственно " if len(change.new) > 1 else ""
    return f"{change.what} {old} заменить {respectively}{_REPLACED[change.what]} {new}"


def quote(pieces: Iterator[Piece], end: str) -> tuple[Piece, ...]:
    """The pieces between quotation marks, the mark `end` behind them; two closing marks become one (L-AMD-7)."""
    listed = list(pieces)
    if listed:
        listed[0] = _edited(listed[0], 0, lambda text: text if text.startswith("«") else f"«{text}")
        listed[-1] = _edited(listed[-1], -1, lambda text: f"{text}{end}" if text.endswith("»") else f"{text}»{end}")
    return tuple(listed)


def _edited(piece: Piece, at: int, change: Callable[[str], str]) -> Piece:
    """The piece with its first (`at` 0) or last (-1) text changed: in a table that of its corner cell."""
    if isinstance(piece, ClausePiece):
        return replace(piece, paragraph=_reworded(piece.paragraph, at, change))
    if isinstance(piece, Paragraph):
        return _reworded(piece, at, change)
    if isinstance(piece, Signatures | Contents):  # no block of the YAML makes one
        return piece
    if at == -1 and piece.notes:
        return replace(piece, notes=(*piece.notes[:-1], change(piece.notes[-1])))
    grid = piece.grid
    if at == 0 and grid.head:
        return replace(piece, grid=replace(grid, head=_corner(grid.head, at, change)))
    return replace(piece, grid=replace(grid, body=_corner(grid.body, at, change)))


def _reworded(paragraph: Paragraph, at: int, change: Callable[[str], str]) -> Paragraph:
    if at == 0 and paragraph.lead:
        return replace(paragraph, lead=change(paragraph.lead))
    return replace(paragraph, text=change(paragraph.text))


def _corner(rows: tuple[Row, ...], at: int, change: Callable[[str], str]) -> tuple[Row, ...]:
    """The rows with the first or the last text of the first or the last cell changed."""
    if not rows:
        return rows
    cells = list(rows[at])
    texts = list(cells[at].paragraphs)
    texts[at] = change(texts[at])
    cells[at] = replace(cells[at], paragraphs=tuple(texts))
    changed = list(rows)
    changed[at] = tuple(cells)
    return tuple(changed)
