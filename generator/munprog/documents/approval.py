"""Approval blocks: УТВЕРЖДАЮ and its kin in a grid of two columns (G-R16-1…4, G-R20-1)."""

from __future__ import annotations

from munprog.documents.blanks import BLANK_DATE, SHORT_BLANKS, date_and_number
from munprog.layout.view import View
from munprog.model.agreement import forms_of
from munprog.model.dates import format_date
from munprog.model.details import ApprovalBlock, CitedAct
from munprog.model.order import Registration

Face = dict[str, object]
"""One printed block: word: str; lines: [str]; signature: str with a tab for the line to sign on; date: str."""

_EMPTY: Face = {"word": "", "lines": [], "signature": "", "date": ""}
_DECISIONS = {"РАССМОТРЕНО": "на заседании"}
_DECISION = "решением"


def approval_rows(view: View, blocks: tuple[ApprovalBlock, ...], kind: str) -> list[dict[str, Face]]:
    """Rows of `left` and `right`: one УТВЕРЖДАЮ stands in the right corner, one СОГЛАСОВАНО at the left, more of them
    side by side.

    УТВЕРЖДЕНО agrees with `kind`, the kind of the document.
    """
    faces = [_face(view, one, kind) for one in blocks]
    if len(faces) == 1 and blocks[0].word.startswith("УТВЕРЖД"):
        return [{"left": _EMPTY, "right": faces[0]}]
    faces += [_EMPTY] * (len(faces) % 2)
    return [{"left": left, "right": right} for left, right in zip(faces[::2], faces[1::2], strict=True)]


def _face(view: View, block: ApprovalBlock, kind: str) -> Face:
    word = forms_of(kind).approved or block.word if block.word == "УТВЕРЖДЕНО" else block.word
    by_person = bool(block.position or block.name)
    return {
        "word": word,
        "lines": _lines(view, block),
        "signature": f"\t {block.name}".rstrip(" ") if by_person else "",
        "date": (format_date(block.date) if block.date else BLANK_DATE) if by_person else "",
    }


def _lines(view: View, block: ApprovalBlock) -> list[str]:
    lines = [block.text] if block.text else []
    if block.body:
        lines.append(f"{_DECISIONS.get(block.word, _DECISION)} {block.body}")
    if block.act:
        lines += cited(block.act)
    if block.position:
        lines.append(block.position)
    if not lines and not block.minutes and not block.name:
        lines = own_act(view)
    return [*lines, f"(протокол {_minutes(block.minutes)})"] if block.minutes else lines


def own_act(view: View, case: str = "instrumental") -> list[str]:
    """«приказом Управления образования», «от … № …»: nothing where the programme has no order.yaml."""
    order = view.program.order
    if order is None:
        return []
    issuer = (order.issuer or view.program.general.authority).genitive
    own = order.registration
    return cited(CitedAct(kind=order.kind, issuer=issuer, date=own.date, number=own.number), case)


def cited(act: CitedAct, case: str = "instrumental") -> list[str]:
    """The act and its date with number on lines of their own; the kind in the `case` of `Forms`."""
    kind = getattr(forms_of(act.kind), case) or act.kind
    return [f"{kind} {act.issuer}".rstrip(), date_and_number(act.date, act.number)]


def _minutes(minutes: Registration) -> str:
    return date_and_number(minutes.date, minutes.number) if minutes.date or minutes.number else SHORT_BLANKS
