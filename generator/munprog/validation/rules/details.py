"""What stands around a document's text: approval blocks that say who approves, each document approved once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from munprog.diagnostics import KeyPath, Severity
from munprog.model.details import ApprovalBlock
from munprog.validation.registry import Case, Fault, Rule

_MOST = 4

_ELSEWHERE = "Уберите этот ключ или дайте его документу program."
_TITLE_PAGE = ("титульный лист", _ELSEWHERE)
_LABELS = ("гриф приложения", _ELSEWHERE)
_OF_TEXT: Mapping[str, tuple[str, str]] = {
    "contents": ("оглавление", _ELSEWHERE),
    "drafting": ("дата составления с подписями разработчиков", _ELSEWHERE),
}
_LACKING: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "order": {
        "title_page": _TITLE_PAGE,
        "labels": _LABELS,
        **_OF_TEXT,
        "signatories": ("подпись из этого ключа", "Кто подписывает акт, сказано в order.yaml: signatories."),
        "executor": ("исполнитель из этого ключа", "Исполнитель акта указывается в order.yaml: executor."),
    },
    "approval_sheet": {
        "title_page": _TITLE_PAGE,
        "labels": _LABELS,
        **_OF_TEXT,
        "signatories": ("подпись", "Кто согласует, сказано в order.yaml: approvals."),
        "executor": ("отметка об исполнителе", _ELSEWHERE),
        "electronic_signature": ("отметка об электронной подписи", _ELSEWHERE),
    },
    "minutes": {"title_page": _TITLE_PAGE, "labels": _LABELS},
    "report": {"title_page": _TITLE_PAGE, "labels": _LABELS, "qr": ("QR-код", _ELSEWHERE)},
}
"""Kind of a document → the keys that it has no place for: what they are, and what to do."""


def too_many_blocks(case: Case) -> Iterator[Fault]:
    for path, blocks in _approval_blocks(case):
        if len(blocks) > _MOST:
            yield Fault(
                (*path, _MOST),
                f"Грифов {len(blocks)}, а на первом листе помещается не больше {_MOST}",
                "Оставьте главные грифы; остальных согласующих перенесите в лист согласования: order.yaml, approvals.",
            )


def empty_block(case: Case) -> Iterator[Fault]:
    """A block names the person, the act or the body (G-R16-2…4, G-R20-1)."""
    for path, blocks in _approval_blocks(case):
        for at, one in enumerate(blocks):
            said = one.position or one.name or one.act or one.body or one.text or one.minutes
            own = one.word == "УТВЕРЖДЕНО" and (case.program.order or "order" in case.program.unknown)
            if not said and not own:
                yield Fault(
                    (*path, at, "word"),
                    f"Гриф {one.word} не говорит, кто или каким документом это решил",
                    "Укажите position и name – лицо, act – акт или body и minutes – орган и протокол.",
                )


def approved_twice(case: Case) -> Iterator[Fault]:
    """What an act approves bears no УТВЕРЖДАЮ as well (G-R16-5)."""
    attached = {one.document: one.path for one in case.program.order.attachments} if case.program.order else {}
    for path, blocks in _approval_blocks(case):
        act = attached.get(str(path[-2]))
        for at, one in enumerate(blocks):
            if one.word == "УТВЕРЖДАЮ" and act:
                yield Fault(
                    (*path, at, "word"),
                    "Документ утверждён дважды: актом, к которому он приложен, и грифом УТВЕРЖДАЮ",
                    "Оставьте одно: уберите гриф или приложение из order.yaml, attachments.",
                    related=((act, "здесь документ приложен к акту"),),
                )


def out_of_place(case: Case) -> Iterator[Fault]:
    """What a document of this kind has no place for would be lost."""
    for id, details in case.program.general.documents.items():
        layout = case.profile.document(id)
        lacking = _LACKING.get(layout.kind, {}) if layout else {}
        for key, (what, instead) in lacking.items():
            if getattr(details, key):
                yield Fault(
                    ("program", "documents", id, key),
                    f"В документе «{layout.title if layout else id}» {what} не печатается",
                    instead,
                )


def _approval_blocks(case: Case) -> Iterator[tuple[KeyPath, tuple[ApprovalBlock, ...]]]:
    for id, details in case.program.general.documents.items():
        yield ("program", "documents", id, "approval_blocks"), details.approval_blocks
    for minutes in case.program.minutes:
        yield (*minutes.path, "approval_blocks"), minutes.approval_blocks


_BASIS = "ГОСТ Р 7.0.97-2025, п. 5.16"
_PLACED = "ГОСТ Р 7.0.97-2025, раздел 5"

RULES = (
    Rule("STR030", "too-many-approval-blocks", Severity.ERROR, too_many_blocks, source=_BASIS, checklist=("II.34",)),
    Rule("STR031", "empty-approval-block", Severity.ERROR, empty_block, source=_BASIS, checklist=("II.34",)),
    Rule("DOC013", "approved-twice", Severity.WARNING, approved_twice, source=_BASIS, checklist=("II.34",)),
    Rule("DOC014", "detail-out-of-place", Severity.ERROR, out_of_place, source=_PLACED, checklist=("II.34",)),
)
