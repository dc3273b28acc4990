"""Print the text of a DOCX, so that `git diff` shows what changed in it.

A paragraph stands on a line of its own, a table row between bars. Standard library only: git calls it in
whatever state the checkout is.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRINTED = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PARTS = ("header", "document", "footnotes", "endnotes", "footer")


def text_of(package: bytes) -> str:
    """The text of the body, headers, footers and notes; parts other than the body under their names."""
    lines: list[str] = []
    with ZipFile(io.BytesIO(package)) as archive:
        for name in sorted(archive.namelist(), key=_order):
            if _order(name) < (len(_PARTS), ""):
                found = list(_lines(ElementTree.fromstring(archive.read(name))))
                title = [] if name == "word/document.xml" else [f"[{Path(name).stem}]"]
                lines += title + found if any(found) else []
    return "".join(f"{line}\n" for line in lines)


def _order(name: str) -> tuple[int, str]:
    stem = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
    return (_PARTS.index(stem) if name == f"word/{Path(name).name}" and stem in _PARTS else len(_PARTS), name)


def _lines(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tr":
            yield "| " + " | ".join(" / ".join(filter(None, _lines(cell))) for cell in _cells(child)) + " |"
        else:
            yield from _lines(child)


def _cells(row: Element) -> Iterator[Element]:
    """Cells of the row itself, content controls around them seen through."""
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        else:
            yield from _cells(child)


def _paragraph(paragraph: Element) -> str:
    return "".join(node.text or "" if node.tag == f"{_W}t" else _PRINTED.get(node.tag, "") for node in paragraph.iter())


def main() -> None:
    """Print the text of the named file; one that cannot be read prints why, so that a diff goes on."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    try:
        print(text_of(Path(sys.argv[1]).read_bytes()), end="")
    except (BadZipFile, ElementTree.ParseError) as fault:
        print(f"[not a DOCX: {fault}]")


if __name__ == "__main__":
    main()
