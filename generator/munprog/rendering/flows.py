"""Running text as WordprocessingML: paragraphs, captions, notes, and the sections that wide tables stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from munprog.layout.flow import Block, Code, Contents, Flow, Paragraph, Signatures, Style, Table
from munprog.rendering.contents import anchored, contents_xml
from munprog.rendering.fitting import Fitted, fitted
from munprog.rendering.letters import Letters
from munprog.rendering.pictures import corner_picture, qr_code
from munprog.rendering.sections import Pages
from munprog.rendering.signatures import AT_THE_BOTTOM, carried_over, fits_in, kept_gap, rows_below, signatures_xml
from munprog.rendering.styles import AFTER_TABLE, BEFORE_SIGNATURE, KEPT, SECTION_END, STRONG
from munprog.rendering.tables import Laid, no_rows, table_xml
from munprog.rendering.text import RUN, RUN_END, character_data, escape, run_text
from munprog.rendering.typography import bind

_LINE = 60
"""Letters that a paragraph takes beside its own: the space around it, the end of its last line."""
_SHORT = 900
"""Letters, with those, of a text that turns with the tables around it: a quarter of a sheet."""
_HEADINGS = frozenset({Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.APPENDIX})


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a flow stands in its template.

    `page_text` is false in cells, headers and footnotes: no tables and no sections there. `opens` where nothing stands
    before it in its section, `closes` where nothing follows it, `after_table` where a table stands right before it.
    """

    page_text: bool = True
    opens: bool = False
    closes: bool = False
    after_table: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Blocks on sheets that lie the same way."""

    landscape: bool
    blocks: tuple[Block, ...]


class FlowWriter:
    """Writes flows into one part; `printed` takes every text that is written, a paragraph at a time, `pictures` every
    picture, `tables` the caption of every table and the way it is set."""

    def __init__(
        self,
        styles: Mapping[str, str],
        letters: Letters,
        printed: list[str],
        pictures: list[bytes],
        tables: list[tuple[str, Fitted]] | None = None,
    ) -> None:
        self.pictures = pictures
        self.styles = styles
        self.letters = letters
        self.printed = printed
        self.tables = [] if tables is None else tables

    def write(self, flow: Flow, slot: Slot, pages: Pages | None) -> str:
        """`flow` as XML that may stand where a paragraph may.

        ValueError where a table is set in a place that has no pages of its own, as in a cell.
        """
        if pages is None or not slot.page_text:
            return self._narrow(flow)
        out: list[str] = []
        tables = {id(block): fitted(block.grid, pages, self.letters) for block in flow if isinstance(block, Table)}
        self.tables += ((one.caption, tables[id(one)]) for one in flow if isinstance(one, Table))
        stretches = _stretches(flow, tables, already=pages.upright.landscape)
        for number, stretch in enumerate(stretches):
            first, last = number == 0, number == len(stretches) - 1
            turned = stretch.landscape and not pages.upright.landscape
            if first and turned and (pages.filled or not slot.opens):
                out.append(self._carrier(pages.close(landscape=False)))
            after_table = slot.after_table if first else False
            tail = self._tail(turned, slot, pages) if last else pages.close(landscape=turned)
            before_signature = last and not slot.closes and not tail
            out += self._blocks(stretch.blocks, tables, pages, turned, after_table, tail, before_signature)
        pages.filled = True
        return "".join(out)

    def _tail(self, turned: bool, slot: Slot, pages: Pages) -> str:
        """What ends the last stretch: upright pages go on after it, where anything follows it."""
        if not turned:
            return ""
        if slot.closes:
            pages.ends_landscape = True
            return ""
        return pages.close(landscape=True)

    def _narrow(self, flow: Flow) -> str:
        if any(isinstance(block, Table | Code) for block in flow):
            raise ValueError("a table and a picture need the text of a page to stand in")
        return "".join(self._paragraph(block, block.style) for block in flow if isinstance(block, Paragraph)) or (
            self._styled(Style.BODY, "")
        )

    def _blocks(
        self,
        blocks: Sequence[Block],
        tables: Mapping[int, Fitted],
        pages: Pages,
        turned: bool,
        after_table: bool,
        tail: str,
        before_signature: bool,
    ) -> Iterator[str]:
        area = (pages.landscape if turned else pages.upright).area
        carried = carried_over(blocks, area, self.letters, signed_below=before_signature)
        signed: Signatures | None = None
        """What the table before it has taken in."""
        for number, block in enumerate(blocks):
            last = number == len(blocks) - 1
            properties = tail if last else ""
            if isinstance(block, Paragraph):
                frame = AT_THE_BOTTOM.format(area.width) if block.style is Style.EXECUTOR else ""
                style = self._style(block, after_table, number in carried)
                yield self._paragraph(block, style, frame + properties)
                after_table = False
                continue
            if isinstance(block, Code):
                self.pictures.append(qr_code(block.content))
                described = escape(block.content).replace('"', "&quot;")
                yield self._styled(SECTION_END, corner_picture(len(self.pictures), described), properties)
                continue
            if isinstance(block, Contents):
                yield from contents_xml(block, self.styles, self.printed)
                after_table = False
                continue
            if isinstance(block, Signatures):
                if block is not signed:
                    if after_table:
                        yield kept_gap(self.styles)
                    yield signatures_xml(block, area, self.styles, self.printed)
                if last:
                    yield self._carrier(properties)
                after_table = True
                continue
            one = tables[id(block)]
            if block.caption:
                yield self._line(Style.CAPTION, block.caption)
            elif after_table:
                yield self._carrier("")
            for part in one.parts[:-1]:
                yield table_xml(part, area, self.styles, one.letters, self.printed)
                yield self._line(Style.CAPTION, block.continued)
            kept = number in carried
            signed = _signed(one.parts[-1], blocks[number + 1 : number + 2])
            notes = block.notes
            below = no_rows
            if signed:
                below = partial(rows_below, signed, notes=notes, styles=self.styles, printed=self.printed)
                notes = ()
            yield table_xml(one.parts[-1], area, self.styles, one.letters, self.printed, keep_last=kept, below=below)
            style = BEFORE_SIGNATURE[Style.NOTE] if kept else Style.NOTE
            for at, note in enumerate(notes, 1):
                yield self._paragraph(Paragraph(note), style, properties if at == len(notes) else "")
            if last and not notes:
                yield self._carrier(properties)
            after_table = not notes

    def _style(self, block: Paragraph, after_table: bool, before_signature: bool) -> str:
        if before_signature and block.style in BEFORE_SIGNATURE:
            return BEFORE_SIGNATURE[block.style]
        if after_table and block.style in (Style.BODY, Style.LIST):
            return AFTER_TABLE
        leading = block.text.endswith(":") or bool(block.lead and not block.text)
        return KEPT.get(block.style, block.style) if leading else block.style

    def _paragraph(self, block: Paragraph, style: str, properties: str = "") -> str:
        # Bound as one text: a number in the lead may have its unit in the text.
        bound = bind(block.lead + _gap(block.lead, block.text) + block.text)
        if not bound:
            return self._styled(style, "", properties)
        self.printed.append(character_data(bound))
        cut = len(block.lead)
        strong = f'<w:r><w:rPr><w:rStyle w:val="{self.styles[STRONG]}"/></w:rPr>{RUN[5:]}' if cut else ""
        lead = f"{strong}{run_text(bound[:cut])}{RUN_END}" if cut else ""
        text = f"{RUN}{run_text(bound[cut:])}{RUN_END}" if len(bound) > cut else ""
        return self._styled(style, anchored(lead + text, block.anchor), properties)

    def _line(self, style: Style, text: str, properties: str = "") -> str:
        return self._paragraph(Paragraph(text, style), style, properties)

    def _carrier(self, properties: str) -> str:
        """A paragraph too low to be seen, for what WordprocessingML hangs on paragraphs alone."""
        return self._styled(SECTION_END, "", properties)

    def _styled(self, style: str, content: str, properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{properties}</w:pPr>{content}</w:p>\n'


def _signed(laid: Laid, after: Sequence[Block]) -> Signatures | None:
    """The signatures after a table that stand in its last rows."""
    found = next((one for one in after if isinstance(one, Signatures)), None)
    return found if found and fits_in(found, len(laid.grid.widths)) else None


def _gap(lead: str, text: str) -> str:
    """The space between a lead and its text, where they need one."""
    return " " if lead and text and not lead[-1].isspace() and not text[0].isspace() and text[0] not in ",.;:" else ""


def _stretches(flow: Flow, tables: Mapping[int, Fitted], *, already: bool) -> list[_Stretch]:
    """`flow` cut where sheets turn; the headings above a turned table and the signatures below turn with it, and so
    does a short text between two turned tables: it would stand on a sheet almost empty."""
    if not flow:
        return []
    if already:
        return [_Stretch(True, flow)]
    turned = [isinstance(block, Table) and tables[id(block)].landscape for block in flow]
    for before, after in reversed(list(pairwise(range(len(flow))))):
        block = flow[before]
        turned[before] |= turned[after] and isinstance(block, Paragraph) and block.style in _HEADINGS
    for before, after in pairwise(range(len(flow))):
        turned[after] |= turned[before] and _closing(flow[after])
    for first, last in _between(turned):
        if _is_short(flow[first:last]):
            turned[first:last] = [True] * (last - first)
    starts = [at for at in range(len(flow)) if at == 0 or turned[at] != turned[at - 1]]
    return [
        _Stretch(turned[start], flow[start:end]) for start, end in zip(starts, [*starts[1:], len(flow)], strict=True)
    ]


def _between(turned: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where upright runs begin and end that stand between turned blocks."""
    at = [number for number, one in enumerate(turned) if one]
    yield from ((before + 1, after) for before, after in pairwise(at) if after - before > 1)


def _is_short(blocks: Sequence[Block]) -> bool:
    """Text alone that fills a small part of a sheet, and begins no page."""
    return all(isinstance(one, Paragraph) and one.style is not Style.APPENDIX for one in blocks) and (
        sum(len(one.lead) + len(one.text) + _LINE for one in blocks if isinstance(one, Paragraph)) <= _SHORT
    )


def _closing(block: Block) -> bool:
    """What ends a text and stays on its sheet."""
    return isinstance(block, Signatures) or (isinstance(block, Paragraph) and block.style is Style.EXECUTOR)
