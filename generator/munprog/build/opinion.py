"""The expert opinion as a document: rendered from the programme's data and what its checklists say."""

from __future__ import annotations

from pathlib import Path

from munprog.build.refusals import no_template
from munprog.documents import Examined, opinion
from munprog.model.profile import DocumentLayout, Profile
from munprog.rendering import Template, TemplateFault
from munprog.workspace import template_path

_LAYOUT = DocumentLayout(id="opinion", kind="opinion", title="Экспертное заключение", template="opinion.docx")


def render_opinion(of: Examined, profile: Profile | None, folder: Path) -> bytes:
    """The DOCX. Raises `TemplateFault` where there is no template, or one that does not suit."""
    path = template_path(_LAYOUT.template, profile.id if profile else "", folder)
    if path is None:
        raise TemplateFault((no_template(_LAYOUT),))
    context = {"draft": True, **opinion(of, profile)}
    title = f"{_LAYOUT.title}: {of.program.general.title}"
    return Template.load(path.read_bytes(), name=_LAYOUT.template).render(context, properties={"title": title})
