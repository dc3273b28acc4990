"""A workbook's package without the clock: fixed dates, fixed order, properties of ours."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_PROPERTIES = "docProps/core.xml"
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip archive can tell."""


def repacked(data: bytes, *, title: str) -> bytes:
    """The same parts as the same bytes, whenever they were made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(made.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            package.writestr(entry, _properties(title) if name == _PROPERTIES else made.read(name))
    return buffer.getvalue()


def _properties(title: str) -> bytes:
    words = escape("".join(character for character in title if character.isprintable()))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{words}</dc:title>'
        "<dc:creator>munprog</dc:creator></cp:coreProperties>"
    ).encode()
