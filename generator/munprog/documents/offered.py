"""What each kind of document offers its template: names, what stands behind them, what they mean.

Templates are checked against it and `docs/template-names.md` tells it; a test holds it to the contexts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a tag can do with a value: print it in a line, as paragraphs and tables, ask for it, go through it."""

    TEXT = "text"
    FLOW = "flow"
    FLAG = "flag"
    LIST = "list"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Offered:
    """`name` is a path: `signatories[].name` is the name of each of the signatories. `meaning` is Russian."""

    name: str
    shape: Shape
    meaning: str


def _text(name: str, meaning: str) -> Offered:
    return Offered(name, Shape.TEXT, meaning)


def _lines(name: str, meaning: str) -> tuple[Offered, ...]:
    return Offered(name, Shape.LIST, f"{meaning}: по строкам"), _text(f"{name}[]", "строка")


def _side(name: str, where: str) -> tuple[Offered, ...]:
    return (
        Offered(name, Shape.GROUP, f"гриф {where}"),
        _text(f"{name}.word", "слово грифа: УТВЕРЖДАЮ, СОГЛАСОВАНО"),
        *_lines(f"{name}.lines", "должность, орган, решение или акт"),
        _text(f"{name}.signature", "место подписи и имя"),
        _text(f"{name}.date", "дата"),
    )


_SIGNATORIES = (
    Offered("signatories", Shape.LIST, "кто подписывает"),
    Offered("signatories[]", Shape.GROUP, "один из подписывающих"),
    _text("signatories[].position", "должность"),
    _text("signatories[].name", "инициалы и фамилия"),
)
_DRAFT = Offered("draft", Shape.FLAG, "документ – проект: {% if draft %}ПРОЕКТ{% endif %}")
COMMON: tuple[Offered, ...] = (
    _DRAFT,
    Offered("approval_blocks", Shape.LIST, "ряды грифов утверждения и согласования"),
    Offered("approval_blocks[]", Shape.GROUP, "ряд: один или два грифа рядом"),
    *_side("approval_blocks[].left", "слева"),
    *_side("approval_blocks[].right", "справа"),
    Offered("title_page", Shape.GROUP, "титульный лист, если он есть"),
    *_lines("title_page.authority", "органы над названием"),
    _text("title_page.place", "место и год внизу листа"),
    *_lines("electronic_signature", "пустая отметка об электронной подписи"),
    Offered("spaced_kind", Shape.FLAG, "вид акта набирают разреженно"),
    Offered("qr", Shape.FLOW, "QR-код в углу первого листа"),
)
"""Names that every document of a programme offers."""

_BODY = Offered("body", Shape.FLOW, "текст документа: абзацы, заголовки, таблицы")
_LABEL = _lines("label", "ярлыки приложения")
_HEADED = (_text("heading", "слово над названием: ПРОГРАММА, ПОЛОЖЕНИЕ"), _text("title", "название"), _BODY)
_ORDER = (
    *_lines("superior", "вышестоящие органы над названием"),
    _text("authority", "орган, который издал акт"),
    *_lines("contacts", "справочные данные органа"),
    _text("kind", "вид акта: ПРИКАЗ"),
    _text("date", "дата; «от … № …», если профиль велит писать строкой"),
    _text("number", "знак № и номер"),
    _text("place", "место издания"),
    _text("title", "заголовок: «Об утверждении …»"),
    _text("editions", "«(в ред. …)», если акт изменяли"),
    _text("preamble", "преамбула"),
    _text("verb", "распорядительное слово: ПРИКАЗЫВАЮ:"),
    Offered("clauses", Shape.FLOW, "пункты акта с номерами"),
    *_SIGNATORIES,
    *_lines("executor", "отметка об исполнителе"),
)

OFFERED: Mapping[str, tuple[Offered, ...]] = {
    "order": (*_ORDER, *COMMON),
    "program": (*_LABEL, *_HEADED, _text("editions", "«(в ред. …)», если акт изменяли"), *COMMON),
    "roadmap": (*_LABEL, *_lines("title", "название"), _BODY, *COMMON),
    "regulation": (*_LABEL, *_HEADED, *COMMON),
    "appendix": (*_LABEL, *_HEADED, *COMMON),
    "report": (_text("organ", "чей отчёт"), *_HEADED, *_SIGNATORIES, *COMMON),
    "minutes": (
        _text("organ", "чьё заседание"),
        _text("title", "какое заседание: «заседания рабочей группы»"),
        _text("date", "дата заседания"),
        _text("number", "номер протокола"),
        _BODY,
        *_SIGNATORIES,
        *COMMON,
    ),
    "approval_sheet": (
        _text("title", "название листа"),
        _text("subject", "что согласуют"),
        _text("internal", "«Внутреннее согласование» у окончательного документа, у проекта пусто"),
        Offered("rows", Shape.LIST, "кто согласует"),
        Offered("rows[]", Shape.GROUP, "строка листа"),
        _text("rows[].number", "номер по порядку"),
        _text("rows[].position", "должность"),
        _text("rows[].name", "инициалы и фамилия"),
        _text("rows[].agreed", "день согласования; пусто, пока не согласовано"),
        *COMMON,
    ),
    "opinion": (
        _DRAFT,
        _text("subject", "о какой программе заключение"),
        _text("date", "дата"),
        Offered("head", Shape.LIST, "строки вводной таблицы"),
        Offered("head[]", Shape.GROUP, "строка"),
        _text("head[].title", "что это"),
        _text("head[].text", "значение"),
        _BODY,
        *_SIGNATORIES,
    ),
}
"""By kind of document: those of `KINDS`, and the expert opinion."""
