"""A DOCX template: read and compiled once, rendered as often as there are documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from xml.etree import ElementTree

from munprog.diagnostics import Finding
from munprog.rendering.archive import Entry, in_order, pack, packed, read_package, write_package
from munprog.rendering.compiler import Compiled, compile_part
from munprog.rendering.emission import Emission, lost, unprintable, unprinted
from munprog.rendering.faults import BODY_PART, MISSING_STYLE, NOT_A_DOCUMENT, WRONG_SPOT, Spot, TemplateFault
from munprog.rendering.flows import FlowWriter
from munprog.rendering.letters import Letters
from munprog.rendering.markup import has_tags, read_markup
from munprog.rendering.pictures import wired
from munprog.rendering.properties import CORE_PART, compile_properties, properties_xml
from munprog.rendering.safety import unsafe
from munprog.rendering.sandbox import State
from munprog.rendering.sections import Pages
from munprog.rendering.styles import STYLE_NAMES, lacking, style_ids, table_text_size, twin_ids, with_twins
from munprog.rendering.text import DECLARATION

_TYPES = "[Content_Types].xml"
_STYLES_PART = "word/styles.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RENDERED = frozenset(f"{_WORD}{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes"))
_MAIN = f"{_WORD}document.main+xml"


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template ready to be rendered; it holds no state of any document."""

    name: str
    names: frozenset[str]
    """What it asks of a context: `title`, `signatories[].name`."""
    _parts: Mapping[str, Compiled]
    _static: Mapping[str, Entry]
    _properties: Mapping[str, Compiled]
    _styles: Mapping[str, str]
    _letters: Letters
    _styles_xml: bytes
    _main: str
    _package: Mapping[str, bytes]
    """The parts that a picture changes."""

    @staticmethod
    def load(data: bytes, *, name: str) -> Template:
        """The template in the bytes of a DOCX; `name` is what findings call it.

        TemplateFault with all that is wrong with it.
        """
        return _load(data, name)

    def render(
        self,
        context: Mapping[str, object],
        *,
        optional: frozenset[str] = frozenset(),
        properties: Mapping[str, str] | None = None,
        tight: list[str] | None = None,
    ) -> bytes:
        """The document as the bytes of a DOCX: the same for the same input.

        `context` holds texts, lists, mappings, flows and grids, and truth values for conditions. Every text and flow
        has to be printed but for those under `optional` names (`executor`, `signatories.name`). `properties` are
        title, subject, creator, keywords, description, language, category. `tight` takes the captions of tables
        that fit no sheet: words of theirs break.
        TemplateFault where the template does not suit the context or a value got lost; TypeError and ValueError for
        a context or a grid that no template could print.
        """
        emission = Emission()
        try:
            parts = {part: self._rendered(part, context, emission) for part in self._parts}
            core = properties_xml(self._properties, properties or {}, context, self._state(emission, None))
        except UnicodeEncodeError as error:
            texts = [*emission.printed, *(properties or {}).values()]
            raise TemplateFault(unprintable(texts, self.name)) from error
        emission.printed += (properties or {}).values()
        found = unprinted(context, emission, optional, self.name)
        found += lost(emission.printed, {**parts, CORE_PART: core}, self.name)
        if found:
            raise TemplateFault(found)
        if tight is not None:
            tight += (caption for caption, one in emission.tables if one.tight)
        added = wired(self._package, self._main, emission.pictures)
        entries = {**self._static, **packed({**parts, **added}), CORE_PART: pack(CORE_PART, core)}
        twins = frozenset[str]().union(*(one.twins for _, one in emission.tables))
        if twins:
            entries[_STYLES_PART] = _styles_with(self._styles_xml, lacking(self._styles, twins))
        return write_package(entries[part] for part in in_order(entries))

    def _rendered(self, part: str, context: Mapping[str, object], emission: Emission) -> bytes:
        compiled = self._parts[part]
        return (DECLARATION + compiled.render(context, self._state(emission, compiled))).encode()

    def _state(self, emission: Emission, compiled: Compiled | None) -> State:
        writer = FlowWriter(self._styles, self._letters, emission.printed, emission.pictures, emission.tables)
        if compiled is None:
            return State(emission, writer)
        pages = [Pages(section) for section in compiled.sections]
        return State(emission, writer, compiled.slots, compiled.slot_pages, pages)


@lru_cache(maxsize=64)
def _styles_with(styles_xml: bytes, twins: tuple[tuple[str, str, str], ...]) -> Entry:
    """The styles with those that tables in other letters ask for, packed once for all documents alike."""
    return pack(_STYLES_PART, with_twins(styles_xml, twins))


@lru_cache(maxsize=64)
def _load(data: bytes, name: str) -> Template:
    parts = read_package(data, file=name)
    _raise_any(unsafe(parts, file=name))
    types = _content_types(parts)
    main = next((part for part, kind in types.items() if kind == _MAIN), BODY_PART)
    if main not in parts or _STYLES_PART not in parts or CORE_PART not in parts:
        raise Spot(name).fault(
            NOT_A_DOCUMENT,
            "в файле нет текста, стилей или свойств документа",
            "Откройте шаблон в Word и сохраните заново.",
        )
    compiled, found = _compile_parts(parts, types, main, name)
    styles = style_ids(parts[_STYLES_PART])
    found += _missing_styles(compiled, styles, name)
    found += _stray_tags(parts, types, name)
    properties: dict[str, Compiled] = {}
    try:
        properties = compile_properties(parts[CORE_PART], file=name)
    except TemplateFault as fault:
        found += fault.findings
    _raise_any(found)
    names = frozenset(asked for part in compiled.values() for asked in part.names)
    static = packed({part: data for part, data in parts.items() if part not in compiled and part != CORE_PART})
    letters = Letters(table_text_size(parts[_STYLES_PART]))
    styles |= twin_ids(parts[_STYLES_PART], styles)
    package = {part: data for part, data in parts.items() if part == _TYPES or part.endswith(".rels")}
    return Template(name, names, compiled, static, properties, styles, letters, parts[_STYLES_PART], main, package)


def _raise_any(findings: Iterator[Finding] | list[Finding]) -> None:
    found = list(findings)
    if found:
        raise TemplateFault(found)


def _content_types(parts: Mapping[str, bytes]) -> dict[str, str]:
    root = ElementTree.fromstring(parts[_TYPES])
    return {
        part.get("PartName", "").lstrip("/"): part.get("ContentType", "")
        for part in root
        if part.tag.endswith("}Override")
    }


def _compile_parts(
    parts: Mapping[str, bytes], types: Mapping[str, str], main: str, name: str
) -> tuple[dict[str, Compiled], list[Finding]]:
    compiled: dict[str, Compiled] = {}
    found: list[Finding] = []
    for part, kind in types.items():
        if part not in parts or not (part == main or kind in _RENDERED):
            continue
        try:
            label = BODY_PART if part == main else part
            markup = read_markup(parts[part], file=name, part=label, paged=part == main)
            if markup.source:
                compiled[part] = compile_part(markup)
        except TemplateFault as fault:
            found += fault.findings
    return compiled, found


def _missing_styles(compiled: Mapping[str, Compiled], styles: Mapping[str, str], name: str) -> Iterator[Finding]:
    if any(part.slots for part in compiled.values()):
        for style in sorted(STYLE_NAMES.keys() - styles.keys()):
            yield Spot(name).finding(
                MISSING_STYLE,
                f"в шаблоне нет стиля «{STYLE_NAMES[style]}»",
                "Скопируйте стиль из шаблона program.docx (в Word: «Управление стилями» → «Импорт/экспорт»).",
            )


def _stray_tags(parts: Mapping[str, bytes], types: Mapping[str, str], name: str) -> Iterator[Finding]:
    for part, data in parts.items():
        rendered = types.get(part) in (*_RENDERED, _MAIN) or part == CORE_PART
        if PurePosixPath(part).suffix == ".xml" and not rendered and has_tags(data):
            yield Spot(name, part).finding(
                WRONG_SPOT,
                "тег шаблона стоит там, где он не действует",
                "Теги действуют в тексте, колонтитулах, сносках и свойствах документа.",
            )
