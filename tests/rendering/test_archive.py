"""The package: no clock, no order of chance, the same digest however it is packed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from munprog.rendering import TemplateFault, parts_digest
from munprog.rendering.archive import Entry, is_plain_package, pack, read_package, write_package
from tests.rendering.packages import packed, parts_of, template


def document(text: str = "текст") -> bytes:
    return template("{{ a }}").render({"a": text})


def test_entries_have_no_clock_and_stand_in_a_fixed_order() -> None:
    with zipfile.ZipFile(io.BytesIO(document())) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
    names = [info.filename for info in infos]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert {(info.date_time, info.compress_type, info.create_system, info.external_attr) for info in infos} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED, 0, 0)
    }


def test_the_digest_is_of_the_parts_not_of_their_packing() -> None:
    parts = parts_of(document())
    assert parts_digest(packed(dict(reversed(parts.items())))) == parts_digest(document())


def test_the_digest_tells_documents_apart() -> None:
    assert parts_digest(document("текст")) != parts_digest(document("тексты"))


def is_same(data: bytes) -> bool:
    try:
        read_package(data, file="a.docx")
        return is_plain_package(data) and parts_digest(data) == parts_digest(small())
    except (TemplateFault, zipfile.BadZipFile, ValueError):
        return False


def small(level: int = 6, behind: bytes = b"") -> bytes:
    """A package packed in another way, or with something behind the stream of each part."""
    entries = []
    for name in ("[Content_Types].xml", "word/document.xml"):
        data = name.encode() * 9
        deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(data) + deflate.flush() + behind
        entries.append(Entry(name, zlib.crc32(data), len(data), packed))
    return write_package(entries)


def test_another_packing_of_the_same_parts_is_the_same_document() -> None:
    assert small(0) != small()
    assert is_same(small(0))
    assert is_plain_package(document())


def test_no_byte_of_a_package_can_be_changed() -> None:
    data = small()
    changed = (data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :] for at in range(len(data)) for bit in (1, 32, 128))
    # The bits that fill up the last byte of a stream say nothing to anybody.
    assert sum(is_same(one) for one in changed) <= 2


def test_nothing_can_be_hidden_in_a_package() -> None:
    data = small()
    hidden = pack("word/hidden.xml", b"x")
    between = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, hidden.crc, 3, 1, 15, 0) + b"word/hidden.xmlxxx"
    behind = data.replace(b"PK\x01\x02", between + b"PK\x01\x02", 1)
    end = behind.index(b"PK\x05\x06") + 16
    shifted = struct.unpack("<I", behind[end : end + 4])[0] + len(between)
    behind = behind[:end] + struct.pack("<I", shifted) + behind[end + 4 :]
    assert zipfile.ZipFile(io.BytesIO(behind)).testzip() is None
    for one in (behind, b"x" + data, data + b"x", small(behind=b"x")):
        assert not is_same(one)
