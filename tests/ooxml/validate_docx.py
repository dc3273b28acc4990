"""Check DOCX packages against the transitional WordprocessingML schema and the package rules.

    python validate_docx.py FILE.docx...

Prints `FILE: PART:LINE: message` for each violation and exits 1 where there is any, 2 where a file cannot be read.
Needs lxml. Checked: every WordprocessingML and chart part against xsd/ (markup-compatibility content is resolved
first: ignorable namespaces are dropped, AlternateContent gives way to its Fallback), each relationship's target,
each part's content type, ids that must be unique, well-formedness of every XML part; and what Word asks for beyond
the schema: each cell ends in a paragraph, the cells of a row fill the grid, styles and numberings that are named exist.
"""

from __future__ import annotations

import io
import posixpath
import sys
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

XSD = Path(__file__).parent / "xsd"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML = "http://www.w3.org/XML/1998/namespace"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

Problem = tuple[str, int, str]
"""Part, line, message."""


class _Local(etree.Resolver):
    """The xml: attributes that the schemas import without an address."""

    TEXT = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{XML}">
      <xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
        <xs:enumeration value="default"/><xs:enumeration value="preserve"/>
      </xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="lang" type="xs:language"/></xs:schema>"""

    def resolve(self, url: str, public_id: str, context: Any) -> Any:  # type: ignore[override]  # noqa: ARG002
        return self.resolve_string(self.TEXT, context, base_url=url) if url.endswith("xml-attributes.xsd") else None


def _schema(root: str) -> etree.XMLSchema:
    parser = etree.XMLParser()
    parser.resolvers.add(_Local())
    tree = etree.parse(str(XSD / root), parser)
    for node in tree.iter("{http://www.w3.org/2001/XMLSchema}import"):
        if node.get("namespace") == XML:
            node.set("schemaLocation", "xml-attributes.xsd")
    return etree.XMLSchema(tree)


@cache
def schemas() -> Mapping[str, etree.XMLSchema]:
    return {W: _schema("wml.xsd"), C: _schema("dml-chart.xsd")}


def _plain(root: etree._Element) -> etree._Element:
    """The part as a consumer that knows no extension sees it."""
    ignorable = {root.nsmap.get(p) for p in (root.get(f"{{{MC}}}Ignorable") or "").split()}
    for node in list(root.iter(f"{{{MC}}}AlternateContent")):
        parent = node.getparent()
        assert parent is not None
        at = parent.index(node)
        fallback = node.find(f"{{{MC}}}Fallback")
        for child in reversed(list(fallback) if fallback is not None else []):
            parent.insert(at, child)
        parent.remove(node)
    for node in list(root.iter(etree.Element)):
        above = node.getparent()
        if etree.QName(node).namespace in ignorable and above is not None:
            above.remove(node)
            continue
        for name in list(node.attrib):
            if etree.QName(name).namespace in ignorable | {MC}:
                del node.attrib[name]
    return root


def problems(source: Path | bytes) -> Iterator[Problem]:
    """What is wrong with a package, given by its path or its bytes."""
    with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as package:
        names = package.namelist()
        for name in {n for n in names if names.count(n) > 1}:
            yield name, 0, "part stands twice in the package"
        damaged = package.testzip()
        if damaged:
            yield damaged, 0, "checksum does not match"
        roots: dict[str, etree._Element] = {}
        for name in names:
            if name.endswith((".xml", ".rels")):
                try:
                    roots[name] = etree.fromstring(package.read(name), PARSER)
                except etree.XMLSyntaxError as error:
                    yield name, error.lineno or 0, f"not well-formed: {error.msg}"
    yield from _untyped(names, roots)
    for name, root in roots.items():
        space = etree.QName(root).namespace or ""
        if space == REL:
            yield from _dangling(name, root, names)
        elif space in schemas():
            yield from _repeated_ids(name, root)
            plain = _plain(root)
            if not schemas()[space].validate(plain):
                violations: Any = schemas()[space].error_log
                for violation in violations:
                    yield name, violation.line, violation.message
            yield from _misshapen_tables(name, plain)
            yield from _unknown_references(name, plain, roots)


def _line(node: etree._Element) -> int:
    return int(getattr(node, "sourceline", None) or 0)


def _untyped(names: list[str], roots: Mapping[str, etree._Element]) -> Iterator[Problem]:
    types = roots.get("[Content_Types].xml")
    if types is None:
        yield "[Content_Types].xml", 0, "part is missing"
        return
    typed = {(o.get("PartName") or "").lstrip("/") for o in types.iter(f"{{{TYPES}}}Override")}
    defaults = {(d.get("Extension") or "").lower() for d in types.iter(f"{{{TYPES}}}Default")}
    for name in names:
        known = name in typed or name.rsplit(".", 1)[-1].lower() in defaults
        if not known and name != "[Content_Types].xml" and not name.endswith("/"):
            yield name, 0, "part has no content type"


def _dangling(name: str, root: etree._Element, names: list[str]) -> Iterator[Problem]:
    base = posixpath.dirname(posixpath.dirname(name))
    for relation in root:
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External":
            continue
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        if full not in names:
            line = _line(relation)
            yield name, line, f"relationship {relation.get('Id')} leads to a missing part {full}"


def _repeated_ids(name: str, root: etree._Element) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for node in root.iter("{*}docPr", f"{{{W}}}bookmarkStart"):
        key = (etree.QName(node).localname, node.get("id") or node.get(f"{{{W}}}id") or "")
        if key in seen:
            yield name, _line(node), f"{key[0]} id {key[1]} is used twice"
        seen.add(key)


def _misshapen_tables(name: str, root: etree._Element) -> Iterator[Problem]:
    for cell in root.iter(f"{{{W}}}tc"):
        last = cell[-1] if len(cell) else None
        if last is None or last.tag != f"{{{W}}}p":
            yield name, _line(cell), "a cell does not end in a paragraph"
    for table in root.iter(f"{{{W}}}tbl"):
        columns = len(table.findall(f"{{{W}}}tblGrid/{{{W}}}gridCol"))
        for row in table.findall(f"{{{W}}}tr"):
            spans = row.findall(f"{{{W}}}trPr/{{{W}}}gridBefore") + row.findall(f"{{{W}}}trPr/{{{W}}}gridAfter")
            spans += [
                span for cell in row.findall(f"{{{W}}}tc") for span in cell.findall(f"{{{W}}}tcPr/{{{W}}}gridSpan")
            ]
            single = sum(cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan") is None for cell in row.findall(f"{{{W}}}tc"))
            covered = single + sum(int(span.get(f"{{{W}}}val") or 0) for span in spans)
            if covered != columns:
                yield name, _line(row), f"a row covers {covered} of {columns} columns"
        if table.find(f"{{{W}}}tr") is None:
            yield name, _line(table), "a table has no rows"
        following = table.getnext()
        if following is not None and following.tag == f"{{{W}}}tbl":
            yield name, _line(following), "two tables stand side by side: Word makes them one"


def _unknown_references(name: str, root: etree._Element, roots: Mapping[str, etree._Element]) -> Iterator[Problem]:
    styles = _values(roots.get("word/styles.xml"), "style", "styleId")
    numberings = _values(roots.get("word/numbering.xml"), "num", "numId") | {"0"}
    named = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for node in root.iter(*(f"{{{W}}}{tag}" for tag in named)):
        if node.get(f"{{{W}}}val") not in styles:
            yield name, _line(node), f"style {node.get(f'{{{W}}}val')} does not exist"
    for node in root.iter(f"{{{W}}}numId"):
        if node.get(f"{{{W}}}val") not in numberings:
            yield name, _line(node), f"numbering {node.get(f'{{{W}}}val')} does not exist"


def _values(root: etree._Element | None, tag: str, attribute: str) -> set[str | None]:
    return {node.get(f"{{{W}}}{attribute}") for node in root.iter(f"{{{W}}}{tag}")} if root is not None else set()


def main(files: list[str]) -> int:
    if not files:
        print(__doc__, file=sys.stderr)
        return 2
    code = 0
    for file in files:
        try:
            for part, line, message in problems(Path(file)):
                code = max(code, 1)
                print(f"{file}: {part}:{line}: {message}")
        except (OSError, zipfile.BadZipFile) as error:
            code = 2
            print(f"{file}: cannot be read: {error}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
