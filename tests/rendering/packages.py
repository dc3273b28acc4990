"""Templates made on the fly from the project's own: another text, other parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

import docx
from docx.document import Document

from munprog.rendering import Template, TemplateFault
from munprog.rendering.typography import NBSP
from munprog.resources import TEMPLATES

DOCUMENT = "word/document.xml"
NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@cache
def own(name: str) -> bytes:
    return (TEMPLATES / f"{name}.docx").read_bytes()


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return package.getvalue()


def paragraph(text: str, style: str = "Body") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def with_body(body: str, *, base: str = "program", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A template whose text is `body` (paragraphs as XML); its header bears no tags."""
    found = parts_of(own(base))
    text = found[DOCUMENT].decode()
    section = re.search(r"<w:sectPr>.*</w:sectPr>", text)
    assert section is not None
    start = text.index("<w:body>") + len("<w:body>")
    found[DOCUMENT] = f"{text[:start]}{body}{section.group()}</w:body></w:document>".encode()
    found["word/header2.xml"] = re.sub(rb"\{%.*?%\}", b"", found["word/header2.xml"])
    return packed({**found, **(parts or {})})


def template(*paragraphs: str) -> Template:
    """A template whose text is these paragraphs, tags and all."""
    return Template.load(with_body("".join(map(paragraph, paragraphs))), name="t.docx")


def faults(*paragraphs: str, context: Mapping[str, object] | None = None) -> list[tuple[str, int, str]]:
    """Code, paragraph and text of each fault of such a template, rendered where a context is given."""
    try:
        loaded = template(*paragraphs)
        if context is not None:
            loaded.render(context)
    except TemplateFault as fault:
        return [(one.code, one.place.line, one.place.excerpt) for one in fault.findings]
    return []


def opened(document: bytes) -> Document:
    return docx.Document(io.BytesIO(document))


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def texts(document: bytes) -> list[str]:
    """Paragraphs of the document's text, non-breaking spaces made plain."""
    return [plain(one.text) for one in opened(document).paragraphs]
