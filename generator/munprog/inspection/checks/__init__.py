"""The checks in the order in which a document is looked at."""

from __future__ import annotations

from munprog.inspection.checks import appendices, geometry, head, language, signature, tables, text
from munprog.inspection.faults import Check

GEOMETRY: tuple[Check, ...] = (geometry.sheets, geometry.margins, geometry.binding, geometry.page_numbers)
"""What holds of a template too."""

CHECKS: tuple[Check, ...] = (
    *GEOMETRY,
    text.size,
    text.family,
    text.letter_spacing,
    text.indent,
    text.line_spacing,
    text.alignment,
    text.direct_formatting,
    text.spaces,
    head.head_of_act,
    head.verb,
    head.dates,
    appendices.labels,
    appendices.numbers,
    appendices.agreement,
    appendices.approval,
    signature.signature,
    signature.executor,
    tables.heads,
    tables.rows,
    tables.width,
    tables.sums,
    language.joins,
    language.signs,
    language.abbreviations,
    language.grounds,
)
