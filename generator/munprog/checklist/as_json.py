"""Checklists for a program to read: schemas/checklist-report.schema.json describes the form."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from munprog.checklist.run import Judged
from munprog.diagnostics import Finding, Place, Severity
from munprog.model.assessment import Assessed, AssessedList, Evidence, Opinion
from munprog.model.coverage import Block, Gap, Line
from munprog.model.goals import Task
from munprog.reporting.characters import is_hidden

_FORM = 1
"""Grows when a field changes its meaning or goes; new fields do not count."""

_NOT_PRINTABLE = re.compile(r"[^\x20-\x7e\n]")


def as_json(judged: Sequence[Judged], version: str) -> str:
    report = {
        "version": _FORM,
        "tool": {"name": "munprog", "version": version},
        "programs": [_program(one) for one in judged],
    }
    text = json.dumps(report, ensure_ascii=False, indent=2)
    # The parser sees the same value; a terminal that the report is printed on sees no control character.
    return _NOT_PRINTABLE.sub(lambda found: _escaped(found[0]), text) + "\n"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if is_hidden(character) else character


def _program(one: Judged) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "errors": one.count(Severity.ERROR),
        "warnings": one.count(Severity.WARNING),
        "checklists": [_list(found) for found in one.assessment.lists],
        "coverage": _coverage(one),
        "findings": [_finding(found) for found in one.findings],
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "place": _place(found.place),
    }


def _list(found: AssessedList) -> dict[str, Any]:
    share = found.share
    return {
        "id": found.checklist.id,
        "title": found.checklist.title,
        "yes": share.yes,
        "answered": share.answered,
        "unanswered": share.unanswered,
        "questions": [_question(one) for one in found.questions],
    }


def _question(one: Assessed) -> dict[str, Any]:
    agreed = {"answer": one.agreed.answer, "comment": one.agreed.comment} if one.agreed else None
    return {
        "id": one.question.id,
        "text": one.question.text,
        "kind": one.question.kind,
        "answer": one.answer,
        "origin": one.origin,
        "proposed": one.proposed,
        "reason": one.reason,
        "evidence": [_evidence(piece) for piece in one.evidence],
        "opinions": [_opinion(opinion) for opinion in one.opinions],
        "agreed": agreed,
        "changed": list(one.stale),
    }


def _evidence(piece: Evidence) -> dict[str, Any]:
    return {
        "statement": piece.statement,
        "mark": piece.mark.value,
        "figure": piece.figure,
        "quotation": piece.quotation,
        "place": _place(piece.place) if piece.place else None,
    }


def _opinion(one: Opinion) -> dict[str, Any]:
    return {
        "expert": one.expert,
        "kind": one.kind,
        "date": one.date.isoformat(),
        "answer": one.answer,
        "comment": one.comment,
        "changed": list(one.changed),
    }


def _coverage(one: Judged) -> dict[str, Any] | None:
    found = one.assessment.coverage
    if found is None:
        return None
    return {
        "unanswered_problems": [problem.id for problem in found.unanswered],
        "blocks": [_block(block) for block in found.blocks],
        "gaps": [_gap(one, gap) for gap in found.gaps],
    }


def _block(block: Block) -> dict[str, Any]:
    owner = block.owner
    kind = "task" if isinstance(owner, Task) else "direction" if owner else None
    return {
        "kind": kind,
        "id": owner.id if owner else None,
        "title": owner.title if owner else None,
        "problems": [problem.id for problem in block.problems],
        "measures": [measure.id for measure in block.measures],
        "activities": [_line(line) for line in block.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "id": line.activity.id,
        "title": line.activity.title,
        "measures": [measure.id for measure in line.measures],
        "money": None if line.money is None else str(line.money),
    }


def _gap(one: Judged, gap: Gap) -> dict[str, Any]:
    return {"text": gap.text, "place": _place(one.checked.folder.sources[str(gap.path[0])].place(gap.path[1:]))}


def _place(place: Place) -> dict[str, Any]:
    found = {"file": place.file, "line": place.line, "column": place.column}
    return {**found, "where": place.where} if place.where else found
