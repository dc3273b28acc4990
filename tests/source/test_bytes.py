"""Encodings, control characters, files that are no text, limits."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from munprog.diagnostics import Finding, Place
from munprog.source import MAX_BYTES, MAX_DEPTH, Data, Source, read_bytes, read_text

Expect = Callable[..., Finding]

TEXT = "# Показатели\ntitle: Поддержка школ\nplace: с. Приозерье, ул. Школьная, д. 5\n"


def _only(source: Source) -> Finding:
    (finding,) = source.findings
    assert source.data is None
    return finding


def _stretch(place: Place) -> tuple[int, int, int, int]:
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize(
    ("encoding", "title"),
    [("cp1251", "cp1251 (Windows-1251)"), ("cp866", "cp866 (DOS)"), ("koi8-r", "KOI8-R")],
)
def test_russian_encodings_are_named(encoding: str, title: str) -> None:
    finding = _only(read_bytes(TEXT.encode(encoding), name="a.yaml"))
    assert finding.code == "SRC001"
    assert finding.message == f"Файл не в кодировке UTF-8: похоже на {title}"
    assert "сохраните с кодировкой UTF-8" in finding.hint
    assert _stretch(finding.place) == (1, 3, 1, 4)
    assert finding.place.excerpt == "# Показатели"


def test_a_foreign_line_in_utf8() -> None:
    data = "# Проверка 😀\r\na: ".encode() + "Приозерье".encode("cp1251") + "\r\nб: в\r\n".encode()
    finding = _only(read_bytes(b"\xef\xbb\xbf" + data, name="a.yaml"))
    assert finding.code == "SRC001"
    assert finding.message == "Файл не в кодировке UTF-8: похоже на cp1251 (Windows-1251)"
    assert _stretch(finding.place) == (2, 4, 2, 5)
    assert finding.place.excerpt == "a: Приозерье"


@pytest.mark.parametrize(
    ("tail", "byte"), [(b"\xff", "FF"), (b"\xc0\x80", "C0"), (b"\xd0", "D0"), (b"\xed\xa0\x80", "ED")]
)
def test_a_byte_of_no_known_encoding(tail: bytes, byte: str) -> None:
    finding = _only(read_bytes("я: 😀".encode() + tail, name="a.yaml"))
    assert finding.code == "SRC001"
    assert finding.message == f"Файл не в кодировке UTF-8: здесь недопустимый байт 0x{byte}"
    assert _stretch(finding.place) == (1, 5, 1, 6)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        ("a: 1\n".encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
    ],
)
def test_wide_encodings_are_named(data: bytes, encoding: str) -> None:
    finding = _only(read_bytes(data, name="a.yaml"))
    assert (finding.code, finding.message) == ("SRC001", f"Файл не в кодировке UTF-8, а в {encoding}")
    assert finding.place == Place("a.yaml")


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_zip("[Content_Types].xml", "word/document.xml"), "документ Word (DOCX)"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "книга Excel (XLSX)"),
        (_zip("a.txt"), "архив ZIP"),
        (b"%PDF-1.7\n", "документ PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "документ старого Word или Excel (DOC, XLS)"),
        (b"{\\rtf1\\ansi}", "документ RTF"),
        (b"\x89PNG\r\n", "рисунок PNG"),
    ],
)
def test_other_formats_are_named(data: bytes, kind: str) -> None:
    finding = _only(read_bytes(data, name="a.yaml"))
    assert (finding.code, finding.message) == ("SRC009", f"Это не YAML, а {kind}")
    assert finding.hint == "Перенесите содержание в текстовый файл YAML или восстановите файл из истории git."


def test_zero_bytes() -> None:
    finding = _only(read_bytes("a: 1\nб: 2".encode() + b"\0\0", name="a.yaml"))
    assert (finding.code, finding.message) == (
        "SRC009",
        "Это не YAML, а двоичный или повреждённый файл: в нём нулевые байты",
    )
    assert _stretch(finding.place) == (2, 5, 2, 6)


@pytest.mark.parametrize(
    ("character", "name", "hint"),
    [
        ("\x01", "управляющий знак (U+0001)", "Удалите этот знак"),
        ("\x08", "знак забоя (U+0008)", "Удалите"),
        ("\x0b", "разрыв строки из Word (U+000B)", "переводом строки"),
        ("\x0c", "разрыв страницы (U+000C)", "переводом строки"),
        ("\x1e", "неразрывный дефис из Word (U+001E)", "обычным дефисом"),
        ("\x1f", "мягкий перенос из Word (U+001F)", "Удалите"),
        ("\x7f", "знак удаления (DEL) (U+007F)", "Удалите"),
        ("\x85", "знак новой строки (NEL) (U+0085)", "переводом строки"),
        ("\x9b", "управляющий знак (U+009B)", "Удалите"),
        ("\u2028", "разделитель строк (U+2028)", "переводом строки"),
        ("\u2029", "разделитель абзацев (U+2029)", "переводом строки"),
        ("\ufeff", "метка порядка байтов (BOM) внутри текста (U+FEFF)", "лишь в начале файла"),
        ("\ufffe", "управляющий знак (U+FFFE)", "Удалите"),
        ("\uffff", "управляющий знак (U+FFFF)", "Удалите"),
    ],
)
@pytest.mark.parametrize(
    "frame", ["a: 1\nб: 😀 в{}г\n", "# {}\na: 1\n", "a: '{}'\n", "a{}: b\n", "{}a: b\n", "a: b\n{}"]
)
def test_control_character(expect: Expect, frame: str, character: str, name: str, hint: str) -> None:
    if frame[0] == "{" and character == "\ufeff":
        pytest.skip("there it is the byte order mark")
    expect(frame.format(f"⟦{character}⟧"), "SRC002", f"В тексте {name}", hint)


def test_a_run_of_one_character_is_one_finding(expect: Expect) -> None:
    expect("a: б⟦\x07\x07\x07⟧\n", "SRC002", "В тексте управляющий знак (U+0007)")


@pytest.mark.parametrize("code", [0xD800, 0xDFFF])
def test_half_of_a_surrogate_pair(code: int) -> None:
    finding = _only(read_text(f"a: {chr(code)}", name="a.yaml"))
    assert (finding.code, finding.place.column) == ("SRC002", 4)
    assert finding.place.excerpt == "a: \ufffd"


def test_every_control_character_is_reported_beside_other_findings() -> None:
    source = read_text("a: \x01\nб: \x02x\u2028\x03\nа: [\x04\na: 1\n", name="a.yaml")
    found = [(finding.code, finding.place.line, finding.place.column) for finding in source.findings]
    assert found == [("SRC002", 1, 4), ("SRC002", 2, 4), ("SRC002", 2, 6), ("SRC002", 2, 7), ("SRC002", 3, 5)]
    assert source.data is None


def test_duplicate_keys_are_found_beside_control_characters() -> None:
    source = read_text("a: \u2028\na: 1\n", name="a.yaml")
    assert [(finding.code, finding.place.line) for finding in source.findings] == [
        ("SRC002", 1),
        ("SRC004", 2),
    ]


def test_many_control_characters_are_grouped_by_line() -> None:
    source = read_text("a: x\n" + "# \x01я\x02\n" * 30, name="a.yaml")
    assert [finding.place.line for finding in source.findings] == list(range(2, 32))
    assert all(finding.message == "В тексте управляющий знак (U+0001)" for finding in source.findings)
    assert [related.place.column for related in source.findings[0].related] == [5]
    assert source.findings[0].related[0].message == "ещё U+0002"


def test_a_flood_of_control_characters_is_cut_short() -> None:
    source = read_text("a: x\n" + "# \x01\n" * 3000, name="a.yaml")
    assert len(source.findings) == 50
    assert source.findings[-1].message == "В тексте управляющий знак (U+0001); управляющие знаки есть и дальше"
    assert "тот ли это файл" in source.findings[-1].hint


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ('a: "⟦\\0⟧"\n', "нулевой знак (U+0000)"),
        ('a: "б⟦\\x07⟧"\n', "управляющий знак (U+0007)"),
        ('a: "\\\\x07 ⟦\\u2028⟧"\n', "разделитель строк (U+2028)"),
        ('a: "⟦\\U0000FFFF⟧"\n', "управляющий знак (U+FFFF)"),
        ('a: "\\n\\t⟦\\r⟧"\n', "возврат каретки (U+000D)"),
        ('a: "⟦\\N⟧"\n', "знак новой строки (NEL) (U+0085)"),
        ('"⟦\\e⟧": 1\n', "знак Escape (U+001B)"),
        ('a: "x\n  y ⟦\\v⟧"\n', "разрыв строки из Word (U+000B)"),
    ],
)
def test_escapes_do_not_let_control_characters_in(expect: Expect, marked: str, name: str) -> None:
    expect(marked, "SRC002", f"В тексте {name}")


def test_harmless_escapes() -> None:
    assert read_text('a: "\\\\0 \\n\\t\\_\\x41\\ufffd"\n', name="a.yaml").data == {"a": "\\0 \n\t\xa0A\ufffd"}


def _depth(data: Data) -> int:
    depth = 0
    while isinstance(data, dict | list):
        data = next(iter(data.values() if isinstance(data, dict) else data), None)
        depth += 1
    return depth


def test_the_deepest_nesting_allowed() -> None:
    source = read_text("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), name="a.yaml")
    assert source.findings == ()
    assert _depth(source.data) == MAX_DEPTH


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, 3 + MAX_DEPTH),
        ("[" * 100_000, MAX_DEPTH + 1),
        ("[" * 100_000 + "]" * 100_000, MAX_DEPTH + 1),
        ("{" * 100_000, MAX_DEPTH + 1),
        ("- " * 100_000, 2 * MAX_DEPTH + 1),
        ("? " * 100_000, 2 * MAX_DEPTH + 1),
        ("a: [" + "[x," * 100_000, 4 + 3 * (MAX_DEPTH - 2) + 1),
        ("{a: " * 100_000, 4 * MAX_DEPTH + 1),
    ],
)
def test_too_deep_a_nesting_is_one_quick_finding(text: str, column: int) -> None:
    start = time.perf_counter()
    finding = _only(read_text(text, name="a.yaml"))
    assert time.perf_counter() - start < 2
    assert (finding.code, finding.message) == ("SRC006", "Вложенность больше 64 уровней")
    assert (finding.place.line, finding.place.column) == (1, column)


def test_too_deep_a_nesting_by_indents() -> None:
    finding = _only(read_text("\n".join(" " * depth + "a:" for depth in range(2000)), name="a.yaml"))
    assert (finding.code, finding.place.line, finding.place.column) == ("SRC006", 65, 65)


def test_too_large() -> None:
    assert read_bytes(b"#" * (MAX_BYTES - 3) + b"\na:", name="a.yaml").data == {"a": None}
    for source in (
        read_bytes(b" " * (MAX_BYTES + 1), name="a.yaml"),
        read_text(" " * (MAX_BYTES + 1), name="a.yaml"),
    ):
        finding = _only(source)
        assert (finding.code, finding.message) == ("SRC007", "Файл больше 4 МБ")


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("munprog.source.faults.MAX_EVENTS", 100)
    finding = _only(read_text("a:\n" + "  - x\n" * 200, name="a.yaml"))
    assert (finding.code, finding.message) == ("SRC007", "В файле больше 100 значений")
    assert finding.place.line > 90


def test_too_many_findings() -> None:
    source = read_text("a: 1\n" * 2000, name="a.yaml")
    assert len(source.findings) == 501
    assert {finding.code for finding in source.findings[:500]} == {"SRC004"}
    assert source.findings[500].code == "SRC007"
    assert source.findings[500].message == "Ошибок уже 500: дальше файл не читался"
    assert source.data is None
