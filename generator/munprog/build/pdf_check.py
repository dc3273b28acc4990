"""What a PDF is asked for after LibreOffice has written it (E-PDF-3; ISO 19005-1).

Objects are read as far as the questions go: dictionaries as text, streams left out unless they hold objects.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_HEADER = re.compile(rb"%PDF-\d\.\d")
_OBJECT = re.compile(rb"\b\d+ \d+ obj\b")
_STREAM = re.compile(rb"\bstream\r?\n|\bendobj\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_FONT = re.compile(rb"/Type\s*/Font\b(?!Descriptor)")
_DESCRIPTOR = re.compile(rb"/Type\s*/FontDescriptor\b")
_NAME = re.compile(rb"/(?:FontName|BaseFont)\s*/([^\s/<>\[\]()]+)")
_COMPOSED = re.compile(rb"/Subtype\s*/Type(?:0|3)\b")
_FORBIDDEN = (
    (rb"/Encrypt\b", "файл зашифрован"),
    (rb"/(?:JavaScript|JS)\b", "в файле есть программы JavaScript"),
    (rb"/(?:Launch|EmbeddedFiles?)\b", "в файле есть вложения или запуск программ"),
)
_PART = re.compile(rb"pdfaid:part(?:>|=[\"'])\s*(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|=[\"'])\s*([A-Z])")
_MOST = 64 << 20
"""Bytes of a stream of objects that are read."""


def faults(data: bytes, *, archive: bool) -> tuple[str, ...]:
    """What is wrong with a PDF, in Russian; `archive` asks for PDF/A-1 (a or b)."""
    if not _HEADER.match(data) or not data.rstrip().endswith(b"%%EOF"):
        return ("это не файл PDF или он оборван",)
    objects = tuple(_objects(data))
    return (*_common(data, objects), *(_archival(data, objects) if archive else ()))


def _common(data: bytes, objects: tuple[bytes, ...]) -> Iterator[str]:
    if not any(map(_PAGE.search, objects)):
        yield "в файле нет страниц"
    everything = b"\n".join((*objects, data[data.rfind(b"endobj") :]))
    yield from (said for pattern, said in _FORBIDDEN if re.search(pattern, everything))
    fonts = sorted({name for one in objects if (name := _not_embedded(one))})
    if fonts:
        yield f"шрифты не встроены: {', '.join(fonts)}"


def _not_embedded(item: bytes) -> str:
    """The name of the font that an object describes without holding it."""
    described = _DESCRIPTOR.search(item)
    alone = _FONT.search(item) and b"/FontDescriptor" not in item and not _COMPOSED.search(item)
    if (described and b"/FontFile" not in item) or alone:
        name = _NAME.search(item)
        return name[1].decode("latin-1") if name else "без имени"
    return ""


def _archival(data: bytes, objects: tuple[bytes, ...]) -> Iterator[str]:
    # The metadata of PDF/A are not compressed, so that archives can read them without knowing PDF.
    part, conformance = _PART.search(data), _CONFORMANCE.search(data)
    if not part or part[1] != b"1" or not conformance or conformance[1] not in (b"A", b"B"):
        yield "нет отметки PDF/A-1"
    if not any(b"/OutputIntents" in one for one in objects):
        yield "не указано цветовое пространство (OutputIntent)"


def _objects(data: bytes) -> Iterator[bytes]:
    """The text of each object without its stream."""
    at = 0
    while begun := _OBJECT.search(data, at):
        ended = _STREAM.search(data, begun.end())
        if not ended:
            return
        item = data[begun.end() : ended.start()]
        at = ended.end()
        if not ended[0].startswith(b"endobj"):
            stop = data.find(b"endstream", at)
            if stop < 0:
                return
            yield from _inner(item, data[at:stop])
            at = stop
        yield item


def _inner(item: bytes, stream: bytes) -> Iterator[bytes]:
    """The objects that a stream of objects holds (PDF 1.5 and later)."""
    first = re.search(rb"/First\s+(\d+)", item)
    if not re.search(rb"/Type\s*/ObjStm\b", item) or not first:
        return
    try:
        held = zlib.decompressobj().decompress(stream, _MOST)
    except zlib.error:
        return
    head = [int(number) for number in held[: int(first[1])].split() if number.isdigit()]
    starts = [int(first[1]) + offset for offset in head[1::2]]
    yield from (held[start:end] for start, end in zip(starts, [*starts[1:], len(held)], strict=True))
