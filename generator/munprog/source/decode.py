"""Bytes → text: encodings and files that are no text at all."""

from __future__ import annotations

import codecs

from munprog.diagnostics import Finding, Place
from munprog.source.faults import MAX_BYTES, error, too_large
from munprog.source.text import Text

_BOM = "\ufeff"
_UTF8_HINT = (
    "Сохраните файл в UTF-8: в VS Code щёлкните кодировку в строке состояния, откройте файл "
    "повторно в его кодировке, затем сохраните с кодировкой UTF-8."
)
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SIGNATURES = (
    (b"%PDF-", "документ PDF"),
    (b"\xd0\xcf\x11\xe0", "документ старого Word или Excel (DOC, XLS)"),
    (b"{\\rtf", "документ RTF"),
    (b"\x89PNG", "рисунок PNG"),
    (b"\xff\xd8\xff", "рисунок JPEG"),
    (b"GIF8", "рисунок GIF"),
    (b"Rar!", "архив RAR"),
    (b"7z\xbc\xaf", "архив 7z"),
    (b"\x1f\x8b", "архив GZIP"),
)
_ZIPPED = (
    (b"word/", "документ Word (DOCX)"),
    (b"xl/", "книга Excel (XLSX)"),
    (b"ppt/", "презентация PowerPoint (PPTX)"),
    (b"opendocument", "документ LibreOffice (ODF)"),
)
_RUSSIAN = (("cp1251", "cp1251 (Windows-1251)"), ("cp866", "cp866 (DOS)"), ("koi8-r", "KOI8-R"))
_FREQUENT = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфё")
_COMMON = _FREQUENT | frozenset("ОЕАИНТСРВЛКМДПУЯЫЬГЗБЧЙХЖШЮЦЩЭФЁ№«»–—…\xa0")
_SAMPLE = 4096
_ENOUGH = 4
"""Fewer letters than this fit any encoding by chance."""


def decode(data: bytes, name: str) -> Text | Finding:
    """Return the text of a file without its byte order mark, or the one finding that tells why not."""
    if len(data) > MAX_BYTES:
        return too_large(name)
    refusal = _other_format(data, name) or _wide(data, name) or _nul(data, name)
    if refusal is not None:
        return refusal
    try:
        return Text(name, data.decode("utf-8").removeprefix(_BOM))
    except UnicodeDecodeError as problem:
        return _not_utf8(data, problem.start, name)


def _other_format(data: bytes, name: str) -> Finding | None:
    if data.startswith(b"PK\x03\x04"):
        kind = next((kind for mark, kind in _ZIPPED if mark in data), "архив ZIP")
    else:
        kind = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), "")
    return _not_yaml(f"Это не YAML, а {kind}", Place(name)) if kind else None


def _wide(data: bytes, name: str) -> Finding | None:
    """Recognise UTF-16 and UTF-32 by their mark, or UTF-16 by the zero half of its ASCII characters."""
    encoding = next((encoding for mark, encoding in _WIDE if data.startswith(mark)), "")
    if not encoding and (_zeros(data, 0) or _zeros(data, 1)):
        encoding = "UTF-16"
    if not encoding:
        return None
    return error("SRC001", f"Файл не в кодировке UTF-8, а в {encoding}", Place(name), _UTF8_HINT)


def _zeros(data: bytes, half: int) -> bool:
    """Tell whether one half of each of the first characters is zero and the other never is."""
    start = data[:4]
    return len(start) == 4 and not any(start[half::2]) and all(start[1 - half :: 2])


def _nul(data: bytes, name: str) -> Finding | None:
    offset = data.find(0)
    if offset < 0:
        return None
    text, at = _tolerant(data, offset, name)
    return _not_yaml("Это не YAML, а двоичный или повреждённый файл: в нём нулевые байты", text.place(at))


def _not_yaml(message: str, place: Place) -> Finding:
    hint = "Перенесите содержание в текстовый файл YAML или восстановите файл из истории git."
    return error("SRC009", message, place, hint)


def _not_utf8(data: bytes, offset: int, name: str) -> Finding:
    encoding, title = _guess(data, offset)
    text, at = _tolerant(data, offset, name, encoding)
    if title:
        message = f"Файл не в кодировке UTF-8: похоже на {title}"
    else:
        message = f"Файл не в кодировке UTF-8: здесь недопустимый байт 0x{data[offset]:02X}"
    return error("SRC001", message, text.place(at), _UTF8_HINT)


def _guess(data: bytes, offset: int) -> tuple[str, str]:
    """Return the Russian encoding whose letters the bytes most resemble, or nothing."""
    sample = data[offset : offset + _SAMPLE]
    if not data[:offset].isascii():  # a foreign line in a file of UTF-8: what stands around it would mislead
        sample = sample.splitlines()[0]
    encoding, title = max(_RUSSIAN, key=lambda guess: _likeness(sample, guess[0]))
    return (encoding, title) if _likeness(sample, encoding) >= _ENOUGH else ("", "")


def _likeness(sample: bytes, encoding: str) -> int:
    letters = [character for character in sample.decode(encoding, "replace") if not character.isascii()]
    known = sum(character in _COMMON for character in letters)
    return sum(character in _FREQUENT for character in letters) if 10 * known >= 9 * len(letters) else 0


def _tolerant(data: bytes, offset: int, name: str, encoding: str = "") -> tuple[Text, int]:
    """Return a text to show, faults replaced, and where the byte at an offset stands in it."""
    before = data[:offset].decode("utf-8", "replace")
    after = data[offset:].decode(encoding or "utf-8", "replace")
    stripped = before.removeprefix(_BOM)
    return Text(name, stripped + after), len(stripped)
