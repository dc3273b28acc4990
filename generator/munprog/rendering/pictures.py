"""Pictures that a document gets when it is rendered: QR codes, and what ties them into the package."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import lru_cache

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SIDE = 18 * 36_000
"""Eighteen millimetres, in EMU: the code stands in the lower margin, clear of the text."""
_DOTS, _BORDER = 8, 2
"""Dots to a module, modules of the quiet zone."""


@lru_cache(maxsize=64)
def qr_code(content: str) -> bytes:
    """The code as PNG. Nothing in it is compressed: the bytes do not depend on a version of zlib."""
    import segno

    out = io.BytesIO()
    code = segno.make(content, error="m", micro=False, boost_error=False)
    code.save(out, kind="png", scale=_DOTS, border=_BORDER, compresslevel=0)
    return out.getvalue()


def corner_picture(number: int, described: str) -> str:
    """A run with picture `number` (from 1) at the right of the lower margin; `described` is escaped already."""
    name = f'name="QR-код {number}"'
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="bottomMargin"><wp:align>center</wp:align></wp:positionV>'
        f'<wp:extent cx="{_SIDE}" cy="{_SIDE}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" {name} descr="{described}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{_R}" r:embed="{_relation(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_SIDE}" cy="{_SIDE}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def wired(parts: Mapping[str, bytes], main: str, pictures: Sequence[bytes]) -> dict[str, bytes]:
    """The parts that `pictures` of the `main` part add to a package, and those that they change."""
    if not pictures:
        return {}
    folder, _, name = main.rpartition("/")
    relations, types = f"{folder}/_rels/{name}.rels", "[Content_Types].xml"
    media = {f"{folder}/media/munprog{at}.png": data for at, data in enumerate(pictures, 1)}
    ties = "".join(
        f'<Relationship Id="{_relation(at)}" Type="{_R}/image" Target="media/munprog{at}.png"/>'
        for at in range(1, len(pictures) + 1)
    )
    kinds = parts[types]
    if b'Extension="png"' not in kinds:
        kinds = _before(kinds, b"<Override", b'<Default Extension="png" ContentType="image/png"/>')
    return {**media, types: kinds, relations: _before(parts[relations], b"</Relationships>", ties.encode())}


def _before(xml: bytes, place: bytes, added: bytes) -> bytes:
    at = xml.index(place)
    return xml[:at] + added + xml[at:]


def _relation(number: int) -> str:
    return f"rIdMunprog{number}"
