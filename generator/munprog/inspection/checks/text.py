"""Letters and paragraphs: size, family, spacing, indent, alignment, direct formatting (G-FNT, G-PAR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from munprog.inspection.document import TWIPS_IN_MM, Paragraph
from munprog.inspection.faults import Case, Fault
from munprog.inspection.words import SPACE, centimetres, number

_LINE = 90
"""Letters of a paragraph that takes more than a line: shorter ones may be a heading or a detail."""
_FAR = 1134
_CAPTION = re.compile(r"(таблица|рисунок|рис\.|приложение|примечани[ея]|\*)", re.IGNORECASE)
_SPACED_OUT = re.compile(rf"(?<!\w)\w(?:{SPACE}\w){{3,}}(?!\w)")
_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_LETTERS = re.compile(r"[A-Za-zА-Яа-яЁё]")
_SYMBOLS = ("symbol", "wingdings", "webdings", "cambria math", "segoe ui symbol", "ms gothic")


def _body(case: Case) -> Iterator[Paragraph]:
    """Running text: no headings, details, captions, notes, nothing of the head of an act."""
    document = case.document
    start = document.filled[case.act.kind_at + 1].number if case.act.kind_at + 1 < len(document.filled) else 0
    labels = {one.at for one in case.act.labels}
    for one in document.texts:
        if one.look.outlined or one.look.align == "center" or one.look.left >= _FAR or one.look.listed:
            continue
        if len(one.plain) < _LINE or one.size != document.body_size or "\t" in one.text or one in labels:
            continue
        if case.act.kind_at >= 0 and one.number <= start + 8 and re.match("Об? ", one.plain):
            continue
        if one.number > start and not _CAPTION.match(one.plain):
            yield one


def size(case: Case) -> Iterator[Fault]:
    """G-FNT-1 for the text, G-FNT-4 for tables."""
    has = case.document.body_size
    if has and has not in case.standard.limits["body_sizes_pt"]:
        sizes = ", ".join(number(one) for one in case.standard.limits["body_sizes_pt"])
        yield Fault(
            "FMT008",
            "G-FNT-1",
            f"Кегль основного текста – {number(has)}, а нужен один из: {sizes}",
            "Измените кегль в стиле текста.",
            at=next(one for one in case.document.texts if one.size == has),
        )
    least = case.limit("table_size_min_pt")
    for one in case.document.filled:
        if one.in_table and 0 < one.size < least:
            yield Fault(
                "FMT008",
                "G-FNT-4",
                f"Кегль в таблице – {number(one.size)}: мельче {number(least)} плохо читается",
                "Увеличьте кегль в стиле таблицы или уберите лишние столбцы.",
                at=one,
            )


def family(case: Case) -> Iterator[Fault]:
    """G-FNT-3: one family; a font of the theme that differs shows here too."""
    weights: dict[str, int] = {}
    for run in chain.from_iterable(one.runs for one in case.document.filled):
        weights[run.font] = weights.get(run.font, 0) + len(run.text)
    main = max(weights, key=lambda one: weights[one], default="")
    for paragraph in case.document.filled:
        for run in paragraph.runs:
            other = run.font != main and run.font.casefold() not in _SYMBOLS
            if other and _LETTERS.search(run.text):
                yield Fault(
                    "FMT009",
                    "G-FNT-3",
                    f"Шрифт «{run.font or 'по умолчанию'}», а весь документ набран шрифтом «{main}»",
                    "Задайте шрифт в стиле; в тексте уберите ручное оформление (Ctrl+Пробел).",
                    at=paragraph,
                    part=_part(paragraph, run.text),
                )
                break


def _part(paragraph: Paragraph, text: str) -> tuple[int, int]:
    start = max(paragraph.text.find(text), 0)
    return start, start + len(text)


def letter_spacing(case: Case) -> Iterator[Fault]:
    """G-FNT-7. The kind of an act alone may be set apart, and by the spacing of its letters."""
    kind = case.document.filled[case.act.kind_at] if case.act.kind_at >= 0 else None
    for one in case.document.filled:
        if spaced := _SPACED_OUT.search(one.text):
            yield Fault(
                "FMT010",
                "G-FNT-7",
                "Слово разрежено пробелами: поиск его не найдёт",
                "Наберите слово слитно; разрядку, если она нужна, задайте в стиле: «Шрифт → Интервал».",
                at=one,
                part=spaced.span(),
            )
        elif one is not kind and any(run.spacing and run.text.strip() for run in one.runs):
            yield Fault(
                "FMT010",
                "G-FNT-7",
                "Буквы раздвинуты или сжаты",
                "«Шрифт → Дополнительно → Интервал: обычный».",
                at=one,
            )


def indent(case: Case) -> Iterator[Fault]:
    """G-PAR-1. What stands aside of the margin as a whole is an item of a list."""
    wanted = case.limit("first_line_cm") * 10 * TWIPS_IN_MM
    slack = case.limit("tolerance_twips")
    for one in _body(case):
        if one.look.left <= slack and abs(one.look.first - wanted) > slack:
            yield Fault(
                "FMT011",
                "G-PAR-1",
                f"Отступ первой строки – {centimetres(one.look.first)}, а нужен {centimetres(wanted)}",
                "Задайте отступ в стиле текста: «Абзац → Первая строка: отступ», а не пробелами и не табуляцией.",
                at=one,
            )


def line_spacing(case: Case) -> Iterator[Fault]:
    """G-PAR-2."""
    least, most = case.limit("line_spacing_min"), case.limit("line_spacing_max")
    for one in _body(case):
        # A line of Times New Roman is 1.15 of its size.
        has = one.look.line / (one.size * 20 * 1.15) if one.look.exact else one.look.line / 240
        if not least - 0.06 <= has <= most + 0.06:
            yield Fault(
                "FMT012",
                "G-PAR-2",
                f"Межстрочный интервал – {number(round(has, 2))}, а нужен от {number(least)} до {number(most)}",
                "Задайте интервал в стиле текста: «Абзац → Междустрочный».",
                at=one,
            )


def alignment(case: Case) -> Iterator[Fault]:
    """G-PAR-4."""
    names = {"left": "по левому краю", "right": "по правому краю"}
    for one in _body(case):
        if one.look.align != "both":
            yield Fault(
                "FMT013",
                "G-PAR-4",
                f"Текст выровнен {names.get(one.look.align, 'иначе')}, а нужно по ширине",
                "Задайте выравнивание по ширине в стиле текста.",
                at=one,
            )


def direct_formatting(case: Case) -> Iterator[Fault]:
    """What the text sets against its style, by property."""
    for one in case.document.filled:
        found = dict.fromkeys(
            (*one.look.direct, *(name for run in one.runs if run.text.strip() for name in run.direct))
        )
        for name in found:
            yield Fault(
                "FMT014",
                "G-STYLE",
                f"Вручную, мимо стиля, задано: {name}",
                "Уберите ручное оформление (Ctrl+Пробел – у знаков, Ctrl+Q – у абзаца) и поправьте стиль.",
                at=one,
            )


def spaces(case: Case) -> Iterator[Fault]:
    """G-FNT-8: one space between words, none to push a line aside. A signature made with spaces has its own code."""
    for one in case.document.filled:
        if one.text.startswith("  ") or one.text.startswith("\u00a0\u00a0"):
            message, part = "Строка отодвинута пробелами", (0, len(one.text) - len(one.text.lstrip()))
        elif doubled := _DOUBLED.search(one.text):
            message, part = "Между словами несколько пробелов", doubled.span()
        else:
            continue
        yield Fault(
            "FMT015",
            "G-FNT-8",
            message,
            "Оставьте один пробел; место на строке задают отступ, выравнивание и табуляция.",
            at=one,
            part=part,
        )
