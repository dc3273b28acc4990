"""Everything that is wrong with one template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from munprog.diagnostics import Finding, Place, Severity
from munprog.inspection import Standard, inspect
from munprog.inspection.checks import GEOMETRY
from munprog.inspection.document import Document
from munprog.inspection.package import Unreadable
from munprog.inspection.reading import read_document
from munprog.rendering import Template, TemplateFault
from munprog.templating.contract import Contract
from munprog.templating.tags import parts
from munprog.templating.walk import Walk, unprinted

NEVER_PRINTED = "TPL019"
DIRECT_FORMATTING = "TPL020"
_BASIS = "соглашение о шаблонах"
_TAGS = frozenset({"TPL001", "TPL002", "TPL003"})
"""What the compiler says of tags: it stops at the first, we do not."""


def check_template(data: bytes, *, file: str, contract: Contract, standards: Sequence[Standard]) -> tuple[Finding, ...]:
    """Findings on a template that a document of the contract is poured into, in the order of its text."""
    refused = tuple(_refused(data, file))
    try:
        document = read_document(data)
    except Unreadable as error:
        return refused or (Finding("TPL008", Severity.ERROR, str(error), Place(file)),)
    walk = Walk(file, contract)
    for paragraphs in parts(document):
        walk.read(paragraphs)
    own = sorted(walk.found, key=lambda one: one.place.line)
    others = (one for one in refused if one.code not in _TAGS or not own)
    return (
        *(_placed(one, document) for one in others),
        *own,
        *(() if own else _never_printed(walk, file)),
        *_direct(document, file),
        *inspect(data, file=file, standards=standards, checks=GEOMETRY),
    )


def _refused(data: bytes, file: str) -> Iterator[Finding]:
    try:
        Template.load(data, name=file)
    except TemplateFault as fault:
        yield from fault.findings


def _placed(finding: Finding, document: Document) -> Finding:
    """A finding of the renderer with its place in words, where it counts paragraphs of the text."""
    place = finding.place
    paragraph = document.paragraphs[place.line - 1] if 0 < place.line <= len(document.paragraphs) else None
    if paragraph and place.excerpt and paragraph.text == place.excerpt:
        return replace(finding, place=replace(place, where=paragraph.where))
    return replace(finding, place=replace(place, where="документ в целом")) if not place.excerpt else finding


def _never_printed(walk: Walk, file: str) -> Iterator[Finding]:
    missing = list(unprinted(walk.contract, walk.printed))
    given = [path for path in missing if _is_given(walk.contract, path)]
    for path in given:
        yield Finding(
            NEVER_PRINTED,
            Severity.ERROR,
            f"Документ даёт «{path.replace('[]', '')}», а шаблон этого не печатает: сборка остановится",
            Place(file, where="документ в целом"),
            f"Поставьте тег или назовите имя в профиле: optional: [{path.replace('[]', '')}]",
            _BASIS,
        )
    rest = [path.replace("[]", "") for path in missing if path not in given]
    if rest:
        yield Finding(
            NEVER_PRINTED,
            Severity.NOTE,
            f"Шаблон не печатает: {', '.join(rest)}. Программа, которая даст эти значения, не соберётся",
            Place(file, where="документ в целом"),
            "Если они здесь не нужны, назовите их в профиле ключом optional.",
            _BASIS,
        )


def _is_given(contract: Contract, path: str) -> bool:
    return any(one == path or one.startswith((f"{path}.", f"{path}[")) for one in contract.given)


def _direct(document: Document, file: str) -> Iterator[Finding]:
    found: dict[str, list[str]] = {}
    for paragraph in document.filled:
        names = dict.fromkeys((*paragraph.look.direct, *(name for run in paragraph.runs for name in run.direct)))
        for name in names:
            found.setdefault(name, []).append(paragraph.where)
    for name, places in found.items():
        more = f" (и ещё мест: {len(places) - 1})" if len(places) > 1 else ""
        yield Finding(
            DIRECT_FORMATTING,
            Severity.WARNING,
            f"Вручную, мимо стиля, задано: {name}{more}",
            Place(file, where=places[0]),
            "Уберите ручное оформление (Ctrl+Пробел – у знаков, Ctrl+Q – у абзаца) и поправьте стиль.",
            _BASIS,
        )
