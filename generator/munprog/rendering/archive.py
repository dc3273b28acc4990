"""DOCX packages: read within limits, written to the same bytes for the same parts."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from munprog.diagnostics import Finding
from munprog.rendering.faults import NOT_A_DOCUMENT, TOO_LARGE, Spot, TemplateFault

MAX_PACKAGE = 16 << 20
MAX_UNPACKED = 64 << 20
MAX_RATIO = 200
MAX_PARTS = 300

_CONTENT_TYPES = "[Content_Types].xml"
_LEVEL = 6
# 1 January 1980, 00:00: the first moment that a zip archive can tell.
_TIME, _DATE = 0, 0x21
_UTF8 = 0x800
_DEFLATED = 8
_VERSION = 20
_HEAD = 30
"""Bytes before the name in the head of a part."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A packed part."""

    name: str
    crc: int
    size: int
    packed: bytes


def pack(name: str, data: bytes) -> Entry:
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(name, zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


def in_order(names: Iterable[str]) -> list[str]:
    """Names of parts in the order in which a package holds them: content types first, as readers expect."""
    return sorted(names, key=lambda name: (name != _CONTENT_TYPES, name != "_rels/.rels", name))


def write_package(entries: Iterable[Entry]) -> bytes:
    """A zip archive of `entries`, in their order, without a clock and without traces of a system."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for entry in entries:
        name = entry.name.encode()
        shared = (_VERSION, _UTF8, _DEFLATED, _TIME, _DATE, entry.crc, len(entry.packed), entry.size, len(name), 0)
        local = struct.pack("<IHHHHHIIIHH", 0x04034B50, *shared) + name
        body += [local, entry.packed]
        directory.append(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, _VERSION, *shared, 0, 0, 0, 0, offset) + name)
        offset += len(local) + len(entry.packed)
        count += 1
    size = sum(map(len, directory))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, size, offset, 0)
    return b"".join([*body, *directory, end])


def read_package(data: bytes, *, file: str) -> dict[str, bytes]:
    """The parts of a package by name; TemplateFault where it is no package, or one too large to unpack."""
    spot = Spot(file)
    if len(data) > MAX_PACKAGE:
        raise TemplateFault([_large(spot, f"файл больше {MAX_PACKAGE >> 20} МБ")])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            found = list(_unfit(infos, spot))
            if found:
                raise TemplateFault(found)
            return {info.filename: _unpacked(package, info, spot) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise spot.fault(
            NOT_A_DOCUMENT, "это не документ Word (DOCX) или файл повреждён", "Сохраните шаблон в Word как «.docx»."
        ) from error


def _unpacked(package: zipfile.ZipFile, info: zipfile.ZipInfo, spot: Spot) -> bytes:
    with package.open(info) as part:
        data = part.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise zipfile.BadZipFile(f"{spot.file}: {info.filename}: size does not match")
    return data


def _unfit(infos: list[zipfile.ZipInfo], spot: Spot) -> Iterable[Finding]:
    size = sum(info.file_size for info in infos)
    if len(infos) > MAX_PARTS:
        yield _large(spot, f"частей больше {MAX_PARTS}")
    if size > MAX_UNPACKED:
        yield _large(spot, f"содержимое больше {MAX_UNPACKED >> 20} МБ")
    elif any(info.file_size > MAX_RATIO * max(info.compress_size, 1024) for info in infos):
        yield _large(spot, "содержимое сжато подозрительно сильно")
    names = [info.filename for info in infos]
    unsafe = [n for n in names if n.startswith("/") or "\\" in n or ".." in n.split("/")]
    if unsafe or len({name.casefold() for name in names}) < len(names):
        yield spot.finding(
            NOT_A_DOCUMENT,
            "в файле есть части с повторяющимися или недопустимыми именами",
            "Откройте шаблон в Word и сохраните заново.",
        )


def _large(spot: Spot, reason: str) -> Finding:
    return spot.finding(
        TOO_LARGE, f"шаблон слишком велик: {reason}", "Уберите из шаблона рисунки и вложения, сохраните его заново."
    )


def is_plain_package(data: bytes) -> bool:
    """Whether an archive is laid out as `write_package` does it, byte for byte but for the deflated streams: nothing
    stands between its parts, behind them or in their heads. Raises `zipfile.BadZipFile`."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
    entries: list[Entry] = []
    at = 0
    for info in infos:
        start = at + _HEAD + len(info.filename.encode())
        packed = data[start : start + info.compress_size]
        entries.append(Entry(info.filename, info.CRC, info.file_size, packed))
        at = start + len(packed)
        if not _is_whole(packed, info.file_size):
            return False
    names = [one.name for one in entries]
    return names == in_order(names) and write_package(entries) == data


def _is_whole(packed: bytes, size: int) -> bool:
    """Whether a deflated stream ends where its part does."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflate.decompress(packed, size + 1)
    except zlib.error:
        return False
    return inflate.eof and len(data) == size and not inflate.unused_data


def parts_digest(document: bytes) -> str:
    """SHA-256 of a package's uncompressed parts: the same wherever it was packed."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for name in sorted(package.namelist()):
            data = package.read(name)
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def packed(parts: Mapping[str, bytes]) -> dict[str, Entry]:
    return {name: pack(name, data) for name, data in parts.items()}
