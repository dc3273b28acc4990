"""The head of an act: issuer, kind, date, number, place, title, verb (G-R05…G-R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from munprog.inspection.document import Paragraph
from munprog.inspection.faults import Case, Fault
from munprog.inspection.words import BLANK, SPACE
from munprog.months import MONTHS_GENITIVE

_MONTH = "|".join(MONTHS_GENITIVE)
_GOOD_DATE = re.compile(
    rf"\b(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.\d{{4}}(?!\d)(?!{SPACE}?г)|"
    rf"(?<!\d)([1-9]|[12]\d|3[01]){SPACE}({_MONTH}){SPACE}\d{{4}}{SPACE}(г\.|года)"
)
_ANY_DATE = re.compile(
    rf"(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})(?![\d.]*\d)(?:{SPACE}?г(?:\.|ода)?)?|"
    rf"[«\"]?\d{{1,2}}[»\"]?{SPACE}(?:{_MONTH}){SPACE}\d{{4}}(?:{SPACE}?(?:года|г\.?))?"
)
_NUMBER = re.compile(rf"(?:№|N){SPACE}*\S+")
_PLACE = re.compile(r"(?:г\.|с\.|д\.|п\.|пгт|рп|р\.\s?п\.|пос\.|город|село|посёлок|ст-ца)\s?[А-ЯЁ]\S+.{0,40}")
_NAMED_PLACE = re.compile(r"город|район|округ|област|кра[йяе]|республик|поселен|муниципальн", re.IGNORECASE)
_TITLE = re.compile(r"(Об?) (\w)")
_WITH_B = frozenset("аэиоу")
_FIRM_TITLE_LIMIT = 8


def head_of_act(case: Case) -> Iterator[Fault]:
    """Details that an order cannot be without."""
    act, filled = case.act, case.document.filled
    if not act.orders:
        return
    if act.kind_at < 0:
        yield Fault(
            "FMT017",
            "G-R09-1",
            "В акте не названо, что это: приказ, постановление или распоряжение",
            "Напишите вид акта прописными буквами на отдельной строке под названием органа.",
            at=filled[act.verb_at],
        )
        return
    kind = filled[act.kind_at]
    if not any(len(one.plain.split()) > 1 for one in filled[: act.kind_at]):
        yield Fault("FMT016", "G-R05-1", "Над видом акта нет названия органа", "Начните с названия органа.", at=kind)
    if not any(line.isupper() for line in kind.lines):
        yield Fault("FMT017", "G-R09-1", "Вид акта набран не прописными буквами", "Наберите: ПРИКАЗ.", at=kind)
    yield from _registration(case, kind)
    yield from _title(case, kind)


def _details(case: Case) -> list[Paragraph]:
    """What stands between the kind of the act and its title."""
    end = case.act.verb_at if case.act.verb_at >= 0 else case.act.end
    after = case.document.filled[case.act.kind_at + 1 : end]
    return list(takewhile(lambda one: not _TITLE.match(one.plain), after[:_FIRM_TITLE_LIMIT]))


def _registration(case: Case, kind: Paragraph) -> Iterator[Fault]:
    details = [kind, *_details(case)]
    lines = [(one, one.plain) for one in details if len(one.plain) < 120]
    dates = [(one, found) for one, text in lines if (found := _ANY_DATE.search(text))]
    blanks = [one for one, text in lines if BLANK.search(text)]
    if not dates and not blanks:
        yield Fault("FMT018", "G-R10-1", "У акта нет даты", "Поставьте дату под видом акта.", at=kind)
    for one, found in dates:
        if not _GOOD_DATE.fullmatch(found[0]):
            yield Fault(
                "FMT019",
                "G-R10-2",
                "Дата акта записана не по форме: нужно «05.06.2026» или «5 июня 2026 г.»",
                "Исправьте запись даты.",
                at=one,
            )
    numbered = [one for one, text in lines if _NUMBER.search(text)]
    if not numbered:
        yield Fault("FMT020", "G-R11-1", "У акта нет номера", "Поставьте после даты знак № и номер.", at=kind)
    if blanks:
        yield Fault(
            "FMT020", "G-R11-1", "Дата или номер акта не заполнены", "Заполните их, когда акт подпишут.", at=blanks[0]
        )
    named = any(_NAMED_PLACE.search(one.plain) for one in case.document.filled[: case.act.kind_at])
    if not named and not any(_PLACE.fullmatch(line) for one in details for line in one.lines):
        yield Fault(
            "FMT021",
            "G-R13-1",
            "Не указано место издания, и из названия органа его не видно",
            "Напишите место под датой: «г. Приозёрск».",
            at=kind,
        )


def _title(case: Case, kind: Paragraph) -> Iterator[Fault]:
    filled = case.document.filled
    at = case.act.kind_at + 1 + len(_details(case))
    end = case.act.verb_at if case.act.verb_at >= 0 else case.act.end
    title = filled[at] if at < end and _TITLE.match(filled[at].plain) else None
    if title is None:
        yield Fault(
            "FMT022",
            "G-R17-1",
            "Нет заголовка акта, который начинается с «О» или «Об»",
            "Напишите под датой и номером, о чём акт: «Об утверждении …».",
            at=kind,
        )
        return
    preposition = _TITLE.match(title.plain)
    assert preposition
    wanted = "Об" if preposition[2].casefold() in _WITH_B else "О"
    if preposition[1] != wanted:
        yield Fault(
            "FMT022", "G-R17-4", f"Заголовок начинается с «{preposition[1]}», а нужно «{wanted}»", at=title, part=(0, 2)
        )
    if title.plain.endswith("."):
        yield Fault("FMT022", "G-R17-3", "В конце заголовка точка", "Точку в заголовке не ставят.", at=title)


def verb(case: Case) -> Iterator[Fault]:
    """G-R18-3: the word that orders suits the kind of the act."""
    act = case.act
    allowed = case.standard.verbs.get(act.kind, ())
    if act.verb and allowed and act.verb not in allowed:
        words = " или ".join(f"«{one}»" for one in allowed)
        yield Fault(
            "FMT023",
            "G-R18-3",
            f"Распорядительное слово «{act.verb}» не подходит к виду документа ({act.kind}): нужно {words}",
            "Исправьте слово или вид документа.",
            at=case.document.filled[act.verb_at],
        )
    elif act.kind == "приказ" and not act.verb:
        yield Fault(
            "FMT023",
            "G-R18-4",
            "В приказе нет распорядительного слова «ПРИКАЗЫВАЮ:»",
            "Проверьте, как оно написано: слово заканчивается двоеточием и стоит в конце преамбулы.",
            at=case.document.filled[act.kind_at],
        )


def dates(case: Case) -> Iterator[Fault]:
    """G-R10-3: forms of dates anywhere in the text."""
    head = {*_details(case)} if case.act.orders and case.act.kind_at >= 0 else set()
    for one in case.document.filled:
        for found in _ANY_DATE.finditer(one.text):
            fault = None if one in head else _date_fault(found[0])
            if fault:
                yield Fault("FMT019", "G-R10-3", fault, "Исправьте запись даты.", at=one, part=found.span())
                break


def _date_fault(text: str) -> str:
    if re.search(r"\.\d{4}" + SPACE + "?г", text):
        return "После даты цифрами стоит «г.»: пишут «05.06.2026» или «5 июня 2026 г.»"
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{2}", text):
        return "В дате две цифры года: пишут «05.06.2026»"
    if re.match(r"0\d" + SPACE, text):
        return "Нуль перед числом: в дате со словом пишут «5 июня 2026 г.»"
    return ""
