"""Sections against their schemas: a fast gate says whether a section is valid, a slow explainer says what is wrong."""

from munprog.validation.schema.codes import CODES
from munprog.validation.schema.located import Located
from munprog.validation.schema.sections import NAMES, SectionSchemas, schema_name

__all__ = ["CODES", "NAMES", "Located", "SectionSchemas", "schema_name"]
