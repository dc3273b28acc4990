"""Sections of a document: the size of the text area, and the section turned to landscape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_MARGINS = re.compile(r"<w:pgMar\b[^>]*/>")
_ATTRIBUTE = re.compile(r'w:(\w+)="(-?\d+)"')
_ONLY_FIRST = re.compile(r"<w:titlePg\b[^>]*/>|(?<=<w:pgNumType) w:start=\"\d+\"|(?<=\") w:start=\"\d+\"")
_TYPE = re.compile(r"<w:type\b[^>]*/>")

_A4 = {"w": "11906", "h": "16838"}
_DEFAULT_MARGINS = {"top": "1134", "right": "567", "bottom": "1134", "left": "1701", "gutter": "0"}


def _attributes(pattern: re.Pattern[str], xml: str, defaults: dict[str, str]) -> dict[str, str]:
    found = pattern.search(xml)
    return defaults | dict(_ATTRIBUTE.findall(found.group())) if found else defaults


@dataclass(frozen=True, slots=True)
class Area:
    """The text area of a page, in twips."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Section:
    """A section's properties as the template has them: the XML, the text area and the way the sheet lies."""

    xml: str
    area: Area
    landscape: bool

    @classmethod
    def read(cls, xml: str) -> Section:
        size = _attributes(_SIZE, xml, _A4)
        margins = {name: abs(int(value)) for name, value in _attributes(_MARGINS, xml, _DEFAULT_MARGINS).items()}
        width, height = int(size["w"]), int(size["h"])
        area = Area(
            width - margins["left"] - margins["right"] - margins.get("gutter", 0),
            height - margins["top"] - margins["bottom"],
        )
        return cls(xml, area, width > height)

    def turned(self) -> Section:
        """The same section on a sheet laid on its side: bound along its top edge, as it will lie in the file."""
        size = _attributes(_SIZE, self.xml, _A4)
        old = _attributes(_MARGINS, self.xml, _DEFAULT_MARGINS)
        # The outer edge may be narrower than the standard lets a lower margin be.
        bottom = max(old["right"], old["bottom"], key=int)
        new = {**old, "top": old["left"], "left": old["bottom"], "bottom": bottom, "right": old["top"]}
        xml = _TYPE.sub("", self.xml)
        xml = _SIZE.sub(f'<w:pgSz w:w="{size["h"]}" w:h="{size["w"]}" w:orient="landscape"/>', xml)
        margins = " ".join(f'w:{name}="{value}"' for name, value in new.items())
        return Section.read(_MARGINS.sub(f"<w:pgMar {margins}/>", xml))

    def continued(self) -> Section:
        """The same section further on: only a document's first page goes without its number."""
        return Section(_TYPE.sub("", _ONLY_FIRST.sub("", self.xml)), self.area, self.landscape)


@dataclass(slots=True)
class Pages:
    """How one section of the template is broken up while a document is written."""

    upright: Section
    landscape: Section = field(init=False)
    ends_landscape: bool = False
    filled: bool = False
    """Whether a flow stands in it already."""
    _opened: bool = False

    def __post_init__(self) -> None:
        self.landscape = self.upright if self.upright.landscape else self.upright.turned()

    def close(self, *, landscape: bool) -> str:
        """The properties that end a stretch of pages."""
        section = self.landscape if landscape else self.upright
        if self._opened:
            section = section.continued()
        self._opened = True
        return section.xml

    def finish(self) -> str:
        """The properties at the end of the template's section."""
        return self.close(landscape=self.ends_landscape)
