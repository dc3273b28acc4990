"""Documents of a programme made in memory and looked at as `munprog inspect` does; nothing is written."""

from __future__ import annotations

from pathlib import Path

from munprog.build.making import render
from munprog.build.refusals import dangling_references, no_template
from munprog.checklist.facts import Look
from munprog.diagnostics import Finding
from munprog.documents import DanglingReferences, Document, prepare
from munprog.inspection import Standard, inspect
from munprog.layout.view import View
from munprog.model.profile import Profile
from munprog.rendering import TemplateFault
from munprog.validation import Checked
from munprog.workspace import template_path
from munprog.workspace.locate import workspace_of
from munprog.workspace.standards import standard_data

_EDITIONS = ("gost-2025", "gost-2016")
_OF_DRAFTS = frozenset({"FMT020"})
"""What every draft lacks: the date and the number that the act gets when it is signed."""


def look_at_documents(checked: Checked) -> tuple[Look, ...] | None:
    """Each document as it would be built and what is wrong with its look; None where the programme cannot be built."""
    if not checked.valid or checked.program is None or checked.profile is None:
        return None
    folder, profile = checked.folder.folder, checked.profile
    space = workspace_of(folder)
    standards = tuple(Standard.of(standard_data(name, profile.id, space)) for name in _EDITIONS)
    return tuple(
        _looked(document, profile, folder, standards) for document in prepare(View.of(checked.program, profile))
    )


def _looked(document: Document, profile: Profile, folder: Path, standards: tuple[Standard, ...]) -> Look:
    name = f"{document.layout.id}.docx"
    return Look(name, document.layout.title, _faults(document, profile, folder, standards, name))


def _faults(
    document: Document, profile: Profile, folder: Path, standards: tuple[Standard, ...], name: str
) -> tuple[Finding, ...]:
    layout = document.layout
    path = template_path(layout.template, profile.id, folder)
    if path is None:
        return (no_template(layout),)
    try:
        data = render(document, path.read_bytes(), document.context(draft=True), [])
    except TemplateFault as error:
        return tuple(error.findings)
    except DanglingReferences as error:
        return tuple(dangling_references(folder, error.references))
    found = inspect(data, file=name, standards=standards)
    return tuple(one for one in found if one.code not in _OF_DRAFTS)
