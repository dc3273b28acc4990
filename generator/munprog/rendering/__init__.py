"""From a template and a context to the bytes of a DOCX. Knows nothing of programmes; the only room that makes XML."""

from munprog.rendering.archive import parts_digest
from munprog.rendering.faults import TemplateFault
from munprog.rendering.placement import GridError
from munprog.rendering.template import Template

__all__ = ["GridError", "Template", "TemplateFault", "parts_digest"]
