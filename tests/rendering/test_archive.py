"""The package: no clock, no order of chance, the same digest however it is packed."""

from __future__ import annotations

import io
import zipfile

from munprog.rendering import parts_digest
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
