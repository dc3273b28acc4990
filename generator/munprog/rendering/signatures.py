"""Signatures as a table without borders: position, mark of an electronic signature, name (G-R22-3, G-R23-2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from munprog.layout.flow import Block, Paragraph, Signatures
from munprog.rendering.letters import Letters
from munprog.rendering.sections import Area
from munprog.rendering.styles import (
    BEFORE_SIGNATURE,
    ELECTRONIC_SIGNATURE,
    SECTION_END,
    SIGNATURE,
    SIGNATURE_NAME,
    TABLE_OF_SIGNATURES,
)
from munprog.rendering.text import RUN, RUN_END, character_data, run_text
from munprog.rendering.typography import bind

AT_THE_BOTTOM = (
    '<w:framePr w:w="{}" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)
"""The executor's mark stands at the foot of the last sheet (G-R25-2). LibreOffice heeds no frame of a style."""
_LEAST_LINES = 3
"""How much text goes with a signature that is carried over to a new page (G-R22-4)."""
_SHARES = (0.53, 1.0)
_SHARES_WITH_FRAME = (0.37, 0.73, 1.0)
_TEXT_TO_TABLE = 1.25
"""How much wider a letter of the text is than one of a table."""


def signatures_xml(block: Signatures, area: Area, styles: Mapping[str, str], printed: list[str]) -> str:
    shares = _SHARES_WITH_FRAME if block.frame else _SHARES
    edges = [0, *(round(area.width * share) for share in shares)]
    widths = [right - left for left, right in pairwise(edges)]

    def paragraph(text: str, style: str) -> str:
        bound = bind(text)
        printed.append(character_data(bound))
        run = f"{RUN}{run_text(bound)}{RUN_END}" if bound else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{styles[style]}"/></w:pPr>{run}</w:p>\n'

    def row(position: str, name: str) -> str:
        frame = ["\n".join(block.frame)] if block.frame else []
        texts = [(position, SIGNATURE), *((text, ELECTRONIC_SIGNATURE) for text in frame), (name, SIGNATURE_NAME)]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(text, style)}</w:tc>'
            for width, (text, style) in zip(widths, texts, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles[TABLE_OF_SIGNATURES]}"/><w:tblW w:w="{area.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(row(*one) for one in block.signatories)}</w:tbl>"
    )


def carried_over(blocks: Sequence[Block], area: Area, letters: Letters, *, signed_below: bool) -> frozenset[int]:
    """The blocks that go to the page of the signature below them: at least three lines of text with each.

    `signed_below` where a signature of the template follows the last block.
    """
    found: set[int] = set()
    ends = [at for at, block in enumerate(blocks) if isinstance(block, Signatures)]
    for end in [*ends, *([len(blocks)] if signed_below else [])]:
        lines = 0
        for at in range(end - 1, -1, -1):
            block = blocks[at]
            if isinstance(block, Signatures) or lines >= _LEAST_LINES:
                break
            found.add(at)
            if not isinstance(block, Paragraph) or block.style not in BEFORE_SIGNATURE:
                break
            lines += max(1, int((len(block.lead) + len(block.text)) * letters.mean * _TEXT_TO_TABLE / area.width))
    return frozenset(found)


def kept_gap(styles: Mapping[str, str]) -> str:
    """A paragraph too low to be seen between a table and the signatures under it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{styles[BEFORE_SIGNATURE[SECTION_END]]}"/></w:pPr></w:p>\n'
