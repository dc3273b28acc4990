"""What makes two files the same template: their parts, but for what Word writes on its own when it saves.

Left out are the document's properties, the marks of editing sessions (rsid, paragraph ids), of the spelling checker and
of the last layout; the order of the archive, of relationships and of content types; namespaces that nothing uses. A
text that Word has cut into several runs of one look is one text again.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from xml.etree import ElementTree

from munprog.rendering.archive import read_package
from munprog.rendering.faults import TemplateFault
from munprog.rendering.safety import unsafe

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES = "docProps/"
_TYPES = "[Content_Types].xml"
_MARKS = frozenset(
    f"{_W}{name}" for name in ("proofErr", "proofState", "rsid", "rsids", "rsidRoot", "lastRenderedPageBreak", "zoom")
)
_IDS = frozenset({f"{_W14}paraId", f"{_W14}textId"})
_BOOKMARKS = (f"{_W}bookmarkStart", f"{_W}bookmarkEnd")
_LAST_EDIT = "_GoBack"


@lru_cache(maxsize=64)
def template_digest(data: bytes, *, name: str) -> str:
    """SHA-256 of what a template is. Raises `TemplateFault` for a package that may not be opened."""
    parts = read_package(data, file=name)
    found = list(unsafe(parts, file=name))
    if found:
        raise TemplateFault(found)
    digest = sha256()
    for part in sorted(part for part in parts if not part.startswith(_PROPERTIES)):
        content = _canonical(part, parts[part])
        digest.update(f"{part}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _canonical(part: str, data: bytes) -> bytes:
    if not part.endswith((".xml", ".rels")):
        return data
    root, prefixes = _parsed(data)
    if part == _TYPES or part.endswith(".rels"):
        _sort(root)
    else:
        _clean(root)
        _resolve_ignorable(root, prefixes)
    return ElementTree.canonicalize(ElementTree.tostring(root, "unicode"), rewrite_prefixes=True).encode()


def _parsed(data: bytes) -> tuple[ElementTree.Element, Mapping[str, str]]:
    """The tree, and the namespaces by their prefixes."""
    prefixes: dict[str, str] = {}
    events = ElementTree.iterparse(io.BytesIO(data), events=("start-ns", "end"))
    root: ElementTree.Element | None = None
    for event, value in events:
        if event == "start-ns":
            prefixes[value[0]] = value[1]
        else:
            root = value
    assert root is not None  # `unsafe` has parsed it already
    return root, prefixes


def _sort(root: ElementTree.Element) -> None:
    """Relationships and content types are sets; those of the properties are left out with them."""
    named = [((one.get("Target") or one.get("PartName") or "").lstrip("/"), one) for one in root]
    own = [one for name, one in named if not name.startswith(_PROPERTIES)]
    for one in own:
        one.tail = None
    root.text = None
    root[:] = sorted(own, key=lambda one: sorted(one.attrib.items()))


def _clean(root: ElementTree.Element) -> None:
    last_edit = {one.get(f"{_W}id") for one in root.iter(_BOOKMARKS[0]) if one.get(f"{_W}name") == _LAST_EDIT}
    for element in root.iter():
        for name in [one for one in element.attrib if one.startswith(f"{_W}rsid") or one in _IDS]:
            del element.attrib[name]
        kept = [one for one in element if not _is_mark(one, last_edit)]
        if len(kept) < len(element):
            element[:] = kept
        if element.tag == f"{_W}t":
            _own_space(element)
        elif element.tag.startswith(_W) and element.tag not in (f"{_W}instrText", f"{_W}delText") and len(element):
            _without_indents(element)
    for element in root.iter():
        if any(one.tag == f"{_W}r" for one in element):
            element[:] = _joined(element)


def _is_mark(element: ElementTree.Element, last_edit: set[str | None]) -> bool:
    return element.tag in _MARKS or (element.tag in _BOOKMARKS and element.get(f"{_W}id") in last_edit)


def _own_space(text: ElementTree.Element) -> None:
    """Spaces at the ends count where `xml:space` says so, and Word writes it wherever there are any."""
    if text.attrib.pop(_SPACE, "") != "preserve":
        text.text = (text.text or "").strip()


def _without_indents(element: ElementTree.Element) -> None:
    """White space between elements is no text in a document of Word."""
    for one in (element, *element):
        where = "text" if one is element else "tail"
        if not (getattr(one, where) or "").strip():
            setattr(one, where, None)


def _joined(parent: ElementTree.Element) -> list[ElementTree.Element]:
    """The children of a paragraph (or a link in it), where neighbours of one look that hold text alone are one run."""
    found: list[ElementTree.Element] = []
    for one in parent:
        before = found[-1] if found else None
        if before is not None and _is_text(before) and _is_text(one) and _look(before) == _look(one):
            text = before.find(f"{_W}t")
            assert text is not None
            text.text = (text.text or "") + "".join(part.text or "" for part in one.iter(f"{_W}t"))
        else:
            found.append(one)
    return found


def _is_text(run: ElementTree.Element) -> bool:
    contents = [one.tag for one in run if one.tag != f"{_W}rPr"]
    return run.tag == f"{_W}r" and not run.attrib and contents == [f"{_W}t"]


def _look(run: ElementTree.Element) -> bytes:
    properties = run.find(f"{_W}rPr")
    return b"" if properties is None or not len(properties) else ElementTree.tostring(properties)


def _resolve_ignorable(root: ElementTree.Element, prefixes: Mapping[str, str]) -> None:
    """What a reader may pass over, as namespaces that are used: prefixes are names of the file alone."""
    used = set(_namespaces(root))
    for element in root.iter():
        if listed := element.attrib.pop(f"{_MC}Ignorable", ""):
            spaces = sorted({prefixes.get(one, one) for one in listed.split()} & used)
            if spaces:
                element.set(f"{_MC}Ignorable", " ".join(spaces))


def _namespaces(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        for name in (element.tag, *element.attrib):
            yield name[1:].partition("}")[0] if name.startswith("{") else ""
