"""The parts of any DOCX that speak of its text and look, read within limits. A stranger may have made the file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PACKAGE = 64 << 20
MAX_PART = 32 << 20
MAX_READ = 96 << 20
MAX_PARTS = 5000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_EDITIONS = (
    (_STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (_STRICT + b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""Namespaces of the strict edition of the format → those that everyone writes."""


class Unreadable(Exception):
    """The file is no document, or one that is not safe to read; the text says why, in Russian."""


def read_parts(data: bytes) -> Mapping[str, bytes]:
    """XML parts by name. Pictures and whatever else a document carries are left where they are. Raises `Unreadable`."""
    if len(data) > MAX_PACKAGE:
        raise Unreadable(f"файл больше {MAX_PACKAGE >> 20} МБ")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > MAX_PARTS:
                raise Unreadable(f"в файле больше {MAX_PARTS} частей")
            return _unpacked(package, [one for one in infos if _wanted(one.filename)])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Unreadable("это не документ Word (DOCX) или файл повреждён") from error


def _wanted(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and name.startswith(("word/", "_rels/", "[Content_Types]"))


def _unpacked(package: zipfile.ZipFile, infos: Iterable[zipfile.ZipInfo]) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    left = MAX_READ
    for info in infos:
        if info.filename in found:
            raise Unreadable(f"часть {info.filename} есть в файле дважды")
        with package.open(info) as part:
            # What the directory says of sizes may be a lie: no more is unpacked than may be read.
            content = part.read(min(MAX_PART, left) + 1)
        left -= len(content)
        if len(content) > MAX_PART or left < 0:
            raise Unreadable("содержимое файла слишком велико")
        found[info.filename] = content
    return found


def parse(data: bytes, name: str) -> _Element:
    """The root of an XML part. Raises `Unreadable`; entities are never resolved, nothing is fetched."""
    from lxml import etree

    for strict, usual in _EDITIONS:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"часть {name} повреждена или вложена слишком глубоко") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise Unreadable(f"в части {name} есть описание типа документа (DOCTYPE)")
    return root
