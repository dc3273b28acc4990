"""Formatting as Word resolves it: defaults, the style of the table, styles and what they are based on, numbering, what
stands in the text itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from munprog.inspection.document import Look, Run
from munprog.inspection.package import W, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

Properties = Mapping[str, str]
"""Property → value, both as the file spells them: `jc`, `ind.firstLine`, `rFonts.hAnsi`, `sz`."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LONGEST_CHAIN = 50
_HEADING_STYLES = ("heading", "заголовок", "title", "название", "subtitle", "подзаголовок", "toc", "оглавление")
_DIRECT_TEXT = {"rFonts.hAnsi": "шрифт", "sz": "кегль", "color": "цвет", "spacing": "интервал между буквами"}
_DIRECT_LOOK = {
    "jc": "выравнивание",
    "ind.firstLine": "отступ первой строки",
    "ind.left": "отступ",
    "spacing.line": "межстрочный интервал",
}
_ALIGN = {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both"}


def properties(element: _Element | None) -> dict[str, str]:
    """The children of a w:rPr or w:pPr; `hanging` is told as a negative `firstLine`."""
    found: dict[str, str] = {}
    for child in element if element is not None else ():
        name = str(child.tag).removeprefix(W)
        for key, value in child.attrib.items():
            attribute = str(key).removeprefix(W)
            full = name if attribute == "val" else f"{name}.{attribute}"
            found[full] = str(value)
        if not child.attrib:
            found[name] = "1"
    if "ind.hanging" in found:
        found["ind.firstLine"] = f"-{found.pop('ind.hanging')}"
    for new, old in (("ind.start", "ind.left"), ("ind.end", "ind.right")):
        if new in found:
            found[old] = found.pop(new)
    return found


def over(base: Properties, own: Properties) -> dict[str, str]:
    """What `own` says on top of `base`; a font named outright takes the place of one from the theme."""
    result = {**base, **own}
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        plain, themed = f"rFonts.{script}", f"rFonts.{script}Theme"
        if plain in own and themed not in own:
            result.pop(themed, None)
    return result


def integer(value: str | None, otherwise: int = 0) -> int:
    """A measure in twips, or what a file of ours would hold: hostile files write anything."""
    try:
        return round(float(value)) if value is not None and len(value) < 12 else otherwise
    except (ValueError, OverflowError):
        return otherwise


@dataclass(frozen=True)
class _Style:
    name: str
    based_on: str
    look: Properties
    text: Properties
    bordered: bool | None


class Formats:
    """The styles of one package."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._styles: dict[str, _Style] = {}
        self._default: dict[str, str] = {}
        self._look: dict[str, str] = {}
        self._text: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], tuple[Properties, Properties]] = {}
        if "word/styles.xml" in parts:
            self._read(parse(parts["word/styles.xml"], "word/styles.xml"))

    def _read(self, root: _Element) -> None:
        self._look = properties(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        self._text = properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iter(f"{W}style"):
            id, kind = str(style.get(f"{W}styleId", "")), str(style.get(f"{W}type", "paragraph"))
            self._styles[id] = _Style(
                _value(style, "name"),
                _value(style, "basedOn"),
                properties(style.find(f"{W}pPr")) | _numbering(style.find(f"{W}pPr")),
                properties(style.find(f"{W}rPr")),
                _borders(style.find(f"{W}tblPr")),
            )
            if style.get(f"{W}default") in ("1", "true", "on"):
                self._default[kind] = id

    @cached_property
    def _fonts(self) -> Mapping[str, str]:
        """The theme's families: major and minor, of the Latin script."""
        name = next((one for one in self._parts if one.startswith("word/theme/")), "")
        if not name:
            return {}
        root = parse(self._parts[name], name)
        found = {}
        for kind in ("major", "minor"):
            latin = root.find(f".//{_A}{kind}Font/{_A}latin")
            found[kind] = str(latin.get("typeface", "")) if latin is not None else ""
        return found

    @cached_property
    def _levels(self) -> Mapping[tuple[str, str], Properties]:
        """Numbering and level → the layout of its paragraphs."""
        if "word/numbering.xml" not in self._parts:
            return {}
        root = parse(self._parts["word/numbering.xml"], "word/numbering.xml")
        kinds = {
            (str(kind.get(f"{W}abstractNumId")), str(level.get(f"{W}ilvl"))): properties(level.find(f"{W}pPr"))
            for kind in root.iter(f"{W}abstractNum")
            for level in kind.iter(f"{W}lvl")
        }
        numbers = {str(one.get(f"{W}numId")): _value(one, "abstractNumId") for one in root.iter(f"{W}num")}
        return {
            (number, level): look
            for number, of in numbers.items()
            for (kind, level), look in kinds.items()
            if kind == of
        }

    def _chain(self, id: str) -> Iterator[_Style]:
        """A style and what it is based on, the base first; a ring of styles ends somewhere."""
        found: list[_Style] = []
        while id in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[id])
            id = found[-1].based_on
        yield from reversed(found)

    def _of_styles(self, style: str, table: str) -> tuple[Properties, Properties]:
        """Layout and text of a paragraph style in a table style."""
        key = (style, table)
        if key not in self._resolved:
            look, text = dict(self._look), dict(self._text)
            for one in self._chain(table):
                look, text = over(look, one.look), over(text, one.text)
            for one in self._chain(style):
                if "numPr.numId" in one.look:
                    look = over(look, self._numbered(one.look))
                look, text = over(look, one.look), over(text, one.text)
            self._resolved[key] = (look, text)
        return self._resolved[key]

    def _numbered(self, look: Properties) -> Properties:
        level = self._levels.get((look.get("numPr.numId", ""), look.get("numPr.ilvl", "0")), {})
        return {key: value for key, value in level.items() if key.startswith("ind.")}

    def look(self, paragraph: _Element, table: str = "") -> Look:
        own_element = paragraph.find(f"{W}pPr")
        own = properties(own_element) | _numbering(own_element)
        style = own.get("pStyle") or self._default.get("paragraph", "")
        styled, _ = self._of_styles(style, table)
        found = over(styled, self._numbered(own)) if "numPr.numId" in own else styled
        found = over(found, own)
        name = self._styles[style].name if style in self._styles else ""
        direct = tuple(
            title for key, title in _DIRECT_LOOK.items() if key in own and not _same(own[key], styled.get(key), key)
        )
        align = found.get("jc", "left")
        return Look(
            style=name,
            align=_ALIGN.get(align, align),
            first=integer(found.get("ind.firstLine")),
            left=integer(found.get("ind.left")),
            line=integer(found.get("spacing.line"), 240),
            exact=found.get("spacing.lineRule", "auto") != "auto",
            listed=found.get("numPr.numId", "0") not in ("", "0"),
            outlined="outlineLvl" in found or name.casefold().startswith(_HEADING_STYLES),
            direct=() if "numPr.numId" in own else direct,
        )

    def bordered(self, own: _Element | None, style: str) -> bool:
        """Whether a table has lines, its style asked where it says nothing itself."""
        told = [_borders(own), *(one.bordered for one in reversed(tuple(self._chain(style))))]
        return next((one for one in told if one is not None), False)

    def run(self, text: str, own_element: _Element | None, paragraph: str, table: str = "") -> Run:
        """A run in a paragraph of the style with the id `paragraph`."""
        _, styled = self._of_styles(paragraph or self._default.get("paragraph", ""), table)
        own = properties(own_element)
        for one in self._chain(own.get("rStyle", "")):
            styled = over(styled, one.text)
        found = over(styled, own)
        direct = tuple(
            title for key, title in _DIRECT_TEXT.items() if key in own and not _same(own[key], styled.get(key), key)
        )
        return Run(text, self._font(found), integer(found.get("sz"), 20) / 2, integer(found.get("spacing")), direct)

    def _font(self, found: Properties) -> str:
        theme = found.get("rFonts.hAnsiTheme") or found.get("rFonts.asciiTheme", "")
        if theme:
            return self._fonts.get(theme[:5], "") or theme
        return found.get("rFonts.hAnsi") or found.get("rFonts.ascii", "")


def _same(own: str, styled: str | None, key: str) -> bool:
    if key == "jc":
        return _ALIGN.get(own, own) == _ALIGN.get(styled or "left", styled or "left")
    if key == "color":
        return own in ("auto", "000000") and styled in (None, "auto", "000000")
    usual = "240" if key == "spacing.line" else "20" if key == "sz" else "0"
    return own == (styled if styled is not None else usual)


def _borders(settings: _Element | None) -> bool | None:
    borders = settings.find(f"{W}tblBorders") if settings is not None else None
    if borders is None:
        return None
    return any(one.get(f"{W}val") not in ("nil", "none") for one in borders)


def _value(element: _Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return str(child.get(f"{W}val", "")) if child is not None else ""


def _numbering(element: _Element | None) -> dict[str, str]:
    """w:numPr holds its values a level deeper."""
    numbering = element.find(f"{W}numPr") if element is not None else None
    if numbering is None:
        return {}
    return {f"numPr.{str(child.tag).removeprefix(W)}": str(child.get(f"{W}val", "")) for child in numbering}
