"""Signatures as a table without borders: position, mark of an electronic signature, name (G-R22-3, G-R23-2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from munprog.layout.flow import Block, Paragraph, Signatures, Style
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
    '<w:framePr w:w="{}" w:hSpace="0" w:vSpace="0" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)
"""The executor's mark stands at the foot of the last sheet (G-R25-2). LibreOffice heeds no frame of a style."""
_NO_LINES = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right", "insideV"))
_NO_TOP = '<w:top w:val="nil"/>'
_LEAST_LINES = 3
"""How much text goes with a signature that is carried over to a new page (G-R22-4)."""
_SHARES = (0.53, 1.0)
_SHARES_WITH_FRAME = (0.37, 0.73, 1.0)
_TEXT_TO_TABLE = 1.25
"""How much wider a letter of the text is than one of a table."""


def signatures_xml(block: Signatures, area: Area, styles: Mapping[str, str], printed: list[str]) -> str:
    """A table of its own."""
    edges = [0, *(round(area.width * share) for share in _shares(block))]
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    rows = "".join(
        _row(one, block.frame, [(width, "") for width in _widths(edges)], styles, printed) for one in block.signatories
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles[TABLE_OF_SIGNATURES]}"/><w:tblW w:w="{area.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def fits_in(block: Signatures, columns: int) -> bool:
    """Whether a table with so many columns can hold the signatures as its last rows."""
    return columns >= len(_shares(block))


def rows_below(
    block: Signatures, borders: Sequence[int], notes: Sequence[str], styles: Mapping[str, str], printed: list[str]
) -> str:
    """The notes of the table above and the signatures as its last rows, without its lines.

    LibreOffice keeps rows together, but never the end of a long table with what follows the table.
    """
    shares = _shares(block)
    cuts = [0]
    for left, share in enumerate(shares[:-1], 1):
        room = range(cuts[-1] + 1, len(borders) - (len(shares) - left))
        cuts.append(min(room, key=lambda at: abs(borders[at] - share * borders[-1])))
    cuts.append(len(borders) - 1)
    shapes = [
        (borders[right] - borders[left], f'<w:gridSpan w:val="{right - left}"/>' if right - left > 1 else "")
        for left, right in pairwise(cuts)
    ]
    top = ""
    rows = []
    if notes:
        rows.append(_notes(notes, borders, styles, printed))
        top = _NO_TOP
    for one in block.signatories:
        lines = f"<w:tcBorders>{top}{_NO_LINES}</w:tcBorders>"
        rows.append(_row(one, block.frame, [(width, span + lines) for width, span in shapes], styles, printed))
        top = _NO_TOP
    return "".join(rows)


def _notes(notes: Sequence[str], borders: Sequence[int], styles: Mapping[str, str], printed: list[str]) -> str:
    span = f'<w:gridSpan w:val="{len(borders) - 1}"/>' if len(borders) > 2 else ""
    texts = "".join(_paragraph(note, styles[BEFORE_SIGNATURE[Style.NOTE]], printed) for note in notes)
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{borders[-1]}" w:type="dxa"/>{span}'
        f"<w:tcBorders>{_NO_LINES}</w:tcBorders></w:tcPr>{texts}</w:tc></w:tr>"
    )


def _shares(block: Signatures) -> tuple[float, ...]:
    return _SHARES_WITH_FRAME if block.frame else _SHARES


def _widths(edges: Sequence[int]) -> list[int]:
    return [right - left for left, right in pairwise(edges)]


def _row(
    signatory: tuple[str, str],
    frame: Sequence[str],
    shapes: Sequence[tuple[int, str]],
    styles: Mapping[str, str],
    printed: list[str],
) -> str:
    """Cells of given widths and properties, their texts at the foot of the row."""
    position, name = signatory
    mark = [("\n".join(frame), ELECTRONIC_SIGNATURE)] if frame else []
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}<w:vAlign w:val="bottom"/></w:tcPr>'
        f"{_paragraph(text, styles[style], printed)}</w:tc>"
        for (width, properties), (text, style) in zip(
            shapes, [(position, SIGNATURE), *mark, (name, SIGNATURE_NAME)], strict=True
        )
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _paragraph(text: str, style: str, printed: list[str]) -> str:
    bound = bind(text)
    printed.append(character_data(bound))
    run = f"{RUN}{run_text(bound)}{RUN_END}" if bound else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>\n'


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
