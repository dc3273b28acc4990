"""Sheet and margins of every section (G-PAG), page numbers (G-NUM)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from munprog.inspection.document import TWIPS_IN_MM, Margin, Section
from munprog.inspection.faults import Case, Fault
from munprog.inspection.words import millimetres

_SIDES = {
    "left": ("левое", "G-PAG-2"),
    "right": ("правое", "G-PAG-3"),
    "top": ("верхнее", "G-PAG-4"),
    "bottom": ("нижнее", "G-PAG-5"),
}
_ONE_PAGE = 2200
"""Letters that surely fit one page; fewer of them may stand alone without a page number."""
_PLAIN_NUMBER = re.compile(r"\d*")


def sheets(case: Case) -> Iterator[Fault]:
    """G-PAG-1: A4, either way."""
    wanted = sorted(side * TWIPS_IN_MM for side in case.standard.limits["sheet_mm"])
    # Word itself rounds A4 to whole points.
    slack = case.limit("tolerance_twips") + 20
    for one in case.document.sections:
        if any(abs(has - want) > slack for has, want in zip(sorted((one.width, one.height)), wanted, strict=True)):
            yield Fault(
                "FMT002",
                "G-PAG-1",
                f"Лист {millimetres(one.width)} × {millimetres(one.height)}, а нужен А4: 210 × 297 мм",
                "«Макет → Размер → A4».",
                where=one.where,
            )


def margins(case: Case) -> Iterator[Fault]:
    """G-PAG-2…5. On a sheet turned on its side the four minima hold as they are (G-PAG-8)."""
    for one in case.document.sections:
        for side, (name, requirement) in _SIDES.items():
            least = case.limit(f"margin_{side}_mm") * TWIPS_IN_MM
            has = abs(one.margins[side]) + (one.margins["gutter"] if side == "left" else 0)
            if has < least - case.limit("tolerance_twips"):
                yield Fault(
                    "FMT003",
                    requirement,
                    f"Поле {name} – {millimetres(has)}, а нужно не меньше {millimetres(least)}",
                    "«Макет → Поля → Настраиваемые поля», для всего документа.",
                    where=one.where,
                )


def binding(case: Case) -> Iterator[Fault]:
    """G-PAG-6: what is kept longer than ten years is bound along an edge of 30 mm, the upper one of a turned sheet."""
    least = case.limit("margin_left_kept_long_mm") * TWIPS_IN_MM
    if not case.act.kind and not case.act.labels:
        return
    for one in case.document.sections:
        edge = max(one.margins["left"], one.margins["top"] if one.landscape else 0) + one.margins["gutter"]
        if (
            case.limit("margin_left_mm") * TWIPS_IN_MM - case.limit("tolerance_twips")
            <= edge
            < least - case.limit("tolerance_twips")
        ):
            yield Fault(
                "FMT004",
                "G-PAG-6",
                f"Поле для подшивки – {millimetres(edge)}: документам, которые хранят дольше 10 лет, "
                f"нужно {millimetres(least)}",
                "Приказы и программы хранят дольше 10 лет. Если документ временный, эту находку можно не учитывать.",
                where=one.where,
            )


def page_numbers(case: Case) -> Iterator[Fault]:
    """G-NUM-1, 2, 3, 5: from the second page on, a field in the middle of the top margin."""
    sections = case.document.sections
    first = sections[0]
    if first.title_page is False and any(map(_numbers, (first.headers.get("default"), first.footers.get("default")))):
        yield Fault(
            "FMT005",
            "G-NUM-1",
            "Номер стоит и на первой странице",
            "Двойной щелчок по верхнему полю → «Особый колонтитул для первой страницы».",
            where=first.where,
        )
    if first.title_page and _numbers(first.headers.get("first")):
        yield Fault(
            "FMT005",
            "G-NUM-1",
            "Номер стоит и на первой странице",
            "Удалите номер из колонтитула первой страницы.",
            where=first.where,
        )
    long = len(sections) > 1 or sum(len(one.plain) for one in case.document.paragraphs) > _ONE_PAGE
    for one in sections if long else ():
        yield from _placed(case, one)


def _numbers(margin: Margin | None) -> bool:
    return margin is not None and bool(margin.numbered)


def _placed(case: Case, section: Section) -> Iterator[Fault]:
    header, footer = section.headers.get("default"), section.footers.get("default")
    if header is not None and header.numbered:
        yield from _in_header(case, section, header)
    elif footer is not None and footer.numbered:
        yield Fault(
            "FMT006",
            "G-NUM-2",
            "Номер страницы стоит внизу, а нужен посередине верхнего поля",
            "«Вставка → Номер страницы → Вверху страницы», вариант посередине.",
            at=footer.numbered[0],
        )
    elif typed := next((one for one in (header.paragraphs if header else ()) if one.plain.isdigit()), None):
        yield Fault(
            "FMT007",
            "G-NUM-5",
            "Номер страницы набран цифрами: на всех страницах он будет один и тот же",
            "Удалите цифры и вставьте «Вставка → Номер страницы».",
            at=typed,
        )
    else:
        yield Fault(
            "FMT005",
            "G-NUM-1",
            "Страницы не пронумерованы, а со второй страницы номер нужен",
            "«Вставка → Номер страницы → Вверху страницы», вариант посередине.",
            where=section.where,
        )


def _in_header(case: Case, section: Section, header: Margin) -> Iterator[Fault]:
    one = header.numbered[0]
    if one.look.align != "center":
        yield Fault(
            "FMT006",
            "G-NUM-2",
            "Номер страницы стоит не посередине верхнего поля",
            "Выровняйте абзац с номером по центру.",
            at=one,
        )
    least = case.limit("page_number_from_edge_mm") * TWIPS_IN_MM
    if section.margins["header"] < least - case.limit("tolerance_twips"):
        yield Fault(
            "FMT006",
            "G-NUM-2",
            f"Номер страницы – в {millimetres(section.margins['header'])} от края листа, "
            f"а нужно не ближе {millimetres(least)}",
            "«Колонтитулы → Положение → Верхний колонтитул от верхнего края».",
            at=one,
        )
    if not _PLAIN_NUMBER.fullmatch(one.plain):
        yield Fault(
            "FMT007",
            "G-NUM-3",
            "Номер страницы обрамлён: нужны только цифры, без «стр.», тире и точки",
            "Оставьте в колонтитуле только номер.",
            at=one,
        )
