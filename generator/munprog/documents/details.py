"""What every document may bear around its text, whatever its kind: the programme says it in `documents`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from munprog.documents.act import details_of, kind_of
from munprog.documents.approval import approval_rows
from munprog.documents.blanks import BLANK_DATE
from munprog.documents.pieces import Piece, RunningText
from munprog.layout.flow import Code, Contents, Paragraph, Signatures, Style
from munprog.layout.view import View
from munprog.model.dates import format_date
from munprog.model.details import DocumentDetails, Drafting, TitlePage
from munprog.model.order import Executor
from munprog.model.profile import DocumentLayout

_MARK = (
    "Документ подписан",
    "электронной подписью",
    "Сертификат:",
    "Владелец:",
    "Действителен:",
)
"""The mark of an electronic signature with its fields empty: what signs the document fills them in (G-R23-4)."""


def with_details(view: View, document: DocumentLayout, own: Mapping[str, object]) -> dict[str, object]:
    """The context of a kind, and what the programme adds to it for this document.

    approval_blocks: [{left, right}], each side {word, lines: [str], signature, date}; title_page: {authority: [str],
    place} or empty; electronic_signature: [str]; spaced_kind: bool; qr: flow. What begins and ends the text becomes
    a part of the `body`.
    """
    details = details_of(view, document.id)
    found = {
        **own,
        "approval_blocks": own.get("approval_blocks")
        or approval_rows(view, details.approval_blocks, kind_of(view, document.id)),
        "title_page": _title_page(view, details.title_page) if details.title_page else {},
        "electronic_signature": list(_mark(details)),
        "spaced_kind": document.spaced_kind,
        "qr": (Code(details.qr),) if details.qr else (),
    }
    for name, text in own.items():
        if isinstance(text, RunningText):
            found[name] = replace(text, footnotes=view.profile.footnotes)
    body = found.get("body")
    if isinstance(body, RunningText):
        drafting = _drafting(details.drafting) if details.drafting else ()
        contents = (Contents("Оглавление"),) if details.contents else ()
        ending = tuple(_ending(details, signed="signatories" in own))
        found["body"] = replace(body, pieces=(*contents, *drafting, *body.pieces, *ending))
        if details.signatories or "signatories" not in own:  # the mark stands in the text
            found["electronic_signature"] = []
    return found


def executor_lines(executor: Executor | None) -> list[str]:
    """The executor's mark: name, position, phone (G-R25-1)."""
    return [part for part in (executor.name, executor.position, executor.phone) if part] if executor else []


def _title_page(view: View, page: TitlePage) -> dict[str, object]:
    authority = view.program.general.authority
    place = page.place or authority.place
    return {
        "authority": list(page.authority) or [*authority.superior, authority.name],
        "place": "\n".join(line for line in (place, page.year) if line),
    }


def _drafting(drafting: Drafting) -> Iterator[Piece]:
    yield Paragraph(f"Дата составления проекта: {format_date(drafting.date) if drafting.date else BLANK_DATE}")
    yield Signatures(tuple((one.position, one.name) for one in drafting.signatories))


def _ending(details: DocumentDetails, *, signed: bool) -> Iterator[Piece]:
    """Signatures, or the place of an electronic one alone where the document itself is not `signed`; the executor."""
    signatories = tuple((one.position, one.name) for one in details.signatories)
    if not signatories and details.electronic_signature and not signed:
        signatories = (("", ""),)
    if signatories:
        yield Signatures(signatories, _mark(details))
    lines = executor_lines(details.executor)
    if lines:
        yield Paragraph("\n".join(lines), Style.EXECUTOR)


def _mark(details: DocumentDetails) -> tuple[str, ...]:
    return _MARK if details.electronic_signature else ()
