"""A table of contents: an entry for each heading, and a field that tells its page.

The entries are written out and only the page numbers are fields, marked as stale: Word and LibreOffice work them out
when they open the document. A TOC field would show what was stored in it until a person updates it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from munprog.layout.flow import Contents
from munprog.rendering.styles import CONTENTS, CONTENTS_TITLE, PAGE_START
from munprog.rendering.text import RUN, RUN_END, character_data, run_text
from munprog.rendering.typography import bind


def contents_xml(block: Contents, styles: Mapping[str, str], printed: list[str]) -> Iterator[str]:
    """The paragraphs, and after them the beginning of a new page."""
    yield _paragraph(styles[CONTENTS_TITLE], block.title, printed)
    for text, level, anchor in block.entries:
        style = styles[CONTENTS[min(level, len(CONTENTS)) - 1]]
        yield _paragraph(style, text, printed, _page(anchor))
    yield _paragraph(styles[PAGE_START], "", printed)


def anchored(content: str, anchor: int) -> str:
    """The content of a paragraph that an entry leads to."""
    mark = f'<w:bookmarkStart w:id="{anchor}" w:name="_Toc{anchor}"/>'
    return f'{mark}{content}<w:bookmarkEnd w:id="{anchor}"/>' if anchor else content


def _paragraph(style: str, text: str, printed: list[str], after: str = "") -> str:
    bound = bind(text)
    if bound:
        printed.append(character_data(bound))
    run = f"{RUN}{run_text(bound)}{RUN_END}" if bound else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}{after}</w:p>\n'


def _page(anchor: int) -> str:
    return (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF _Toc{anchor} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>…</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
