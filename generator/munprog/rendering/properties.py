"""A document's properties (docProps/core.xml): what a person may set, and no clock."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from munprog.rendering.compiler import Compiled, compile_part
from munprog.rendering.markup import Markup
from munprog.rendering.sandbox import State
from munprog.rendering.text import DECLARATION, escape

CORE_PART = "docProps/core.xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_FIELDS = {
    "title": ("dc", _DC),
    "subject": ("dc", _DC),
    "creator": ("dc", _DC),
    "keywords": ("cp", _CP),
    "description": ("dc", _DC),
    "language": ("dc", _DC),
    "category": ("cp", _CP),
}


def compile_properties(xml: bytes, *, file: str) -> dict[str, Compiled]:
    """Property → its compiled text, for those that the template sets."""
    root = ElementTree.fromstring(xml)
    texts = {name: root.findtext(f"{{{space}}}{name}") or "" for name, (_, space) in _FIELDS.items()}
    return {
        name: compile_part(Markup(file, CORE_PART, escape(text), (text,)), document_text=False)
        for name, text in texts.items()
        if text
    }


def properties_xml(
    compiled: Mapping[str, Compiled], given: Mapping[str, str], context: Mapping[str, object], state: State
) -> bytes:
    """The part; what is `given` goes before what the template says. ValueError for an unknown property."""
    unknown = given.keys() - _FIELDS.keys()
    if unknown:
        raise ValueError(f"unknown document properties: {', '.join(sorted(unknown))}")
    lines = []
    for name, (prefix, _) in _FIELDS.items():
        if name in given:
            value = escape(given[name])
        else:
            value = compiled[name].render(context, state) if name in compiled else ""
        if value:
            lines.append(f"<{prefix}:{name}>{value}</{prefix}:{name}>")
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}">{"".join(lines)}</cp:coreProperties>'
    ).encode()
