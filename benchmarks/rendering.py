"""One document, warm: our writers with every check against docxtpl as its manual shows it, with loops in the template.

20 indicators × 4 years, 25 finance rows × 3 years × 4 sources, 40 plan rows × 6 columns; then the tables ×16.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docxtpl import DocxTemplate
from measure import compare, report

from munprog.layout.flow import Table
from munprog.layout.grid import Cell, Grid, Role, Row
from munprog.rendering import Template
from munprog.resources import TEMPLATES

GOALS = {1: 6.0, 16: 3.0}
"""Scale → ratio asked for. The more cells, the less docxtpl loses on compiling its template anew each time."""
YEARS = ("2024", "2025", "2026")
SOURCES = ("федеральный", "региональный", "муниципальный", "иные")
TITLE = "Доля обучающихся, получивших по итогам ВПР отметку «2», в школах № 5 и № 7"
Data = dict[str, Sequence[Sequence[str]]]
"""Table → rows of texts."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        loops = Path(folder) / "loops.docx"
        loops.write_bytes(_template_with_loops(_data(1)))
        for scale in GOALS:
            _measure(loops, scale)


def _measure(loops: Path, scale: int) -> None:
    data = _data(scale)
    context = _context(data)
    own = Template.load((TEMPLATES / "program.docx").read_bytes(), name="program.docx")
    looped = Template.load(loops.read_bytes(), name="loops.docx")
    rows = {name: [{f"c{at}": text for at, text in enumerate(row)} for row in table] for name, table in data.items()}

    def munprog() -> bytes:
        return own.render(context)

    def naive() -> bytes:
        document = DocxTemplate(loops)
        document.render(rows, autoescape=True)
        package = io.BytesIO()
        document.save(package)
        return package.getvalue()

    def same_template() -> bytes:
        return looped.render(rows)

    _require_same_texts(munprog(), naive(), same_template())
    cells = sum(len(row) for table in data.values() for row in table)
    ways = {"munprog": munprog, "docxtpl": naive, "munprog, docxtpl's own template": same_template}
    medians = compare(ways, rounds=15 if scale == 1 else 5)
    report(f"One document, ×{scale}: {cells} cells", medians, goal=GOALS[scale])
    print(f"  {list(ways)[2]}: {medians[list(ways)[2]] * 1000:.1f} ms\n")


def _data(scale: int) -> Data:
    indicators = [
        (f"{at}.", f"{TITLE}, {at}", "%", *(f"{at + year},5" for year in range(4))) for at in range(1, 20 * scale + 1)
    ]
    finance = [
        (f"{at}.", f"{TITLE}, {at}", *(f"{at} {source}00,{year}" for year in range(3) for source in range(4)))
        for at in range(1, 25 * scale + 1)
    ]
    plan = [
        (f"{at}.", f"{TITLE}, {at}", "сентябрь – декабрь 2024 г.", "Управление образования", TITLE, "100 %")
        for at in range(1, 40 * scale + 1)
    ]
    return {"indicators": indicators, "finance": finance, "plan": plan}


def _context(data: Data) -> dict[str, object]:
    blocks = tuple(Table(_grid(rows), f"Таблица {at}") for at, rows in enumerate(data.values(), 1))
    return {
        "draft": True,
        "label": ["Приложение"],
        "editions": "",
        "approval_blocks": [],
        "title_page": {},
        "electronic_signature": [],
        "qr": (),
        "heading": "Муниципальная программа",
        "title": TITLE,
        "body": blocks,
    }


def _grid(rows: Sequence[Sequence[str]]) -> Grid:
    count = len(rows[0])
    roles = (Role.CENTER, Role.TEXT, *[Role.NUMBER] * (count - 2)) if count != 6 else (Role.TEXT,) * 6
    head = tuple(Cell((str(at),), Role.HEAD) for at in range(1, count + 1))
    body: tuple[Row, ...] = tuple(
        tuple(Cell((text,), role) for text, role in zip(row, roles, strict=True)) for row in rows
    )
    return Grid((1, 4, *[1] * (count - 2)), (head,), body, landscape=count > 10)


def _template_with_loops(data: Data) -> bytes:
    """What a person makes in Word by docxtpl's manual: a table for each list, a row for its items."""
    document = docx.Document()
    for name, rows in data.items():
        count = len(rows[0])
        table = document.add_table(rows=4, cols=count, style="Table Grid")
        for at, cell in enumerate(table.rows[0].cells):
            cell.text = str(at + 1)
        table.rows[1].cells[0].text = f"{{%tr for row in {name} %}}"
        for at, cell in enumerate(table.rows[2].cells):
            cell.text = f"{{{{ row.c{at} }}}}"
        table.rows[3].cells[0].text = "{%tr endfor %}"
        document.add_paragraph(name)
    package = io.BytesIO()
    document.save(package)
    return package.getvalue()


def _require_same_texts(*documents: bytes) -> None:
    """All ways print the same cells: a way that drops some would win unjustly."""
    printed = []
    for document in documents:
        tables = docx.Document(io.BytesIO(document)).element.body.iter("{*}tbl")
        texts = ("".join(cell.itertext()).strip() for table in tables for cell in table.iter("{*}tc"))
        printed.append([text.replace("\N{NO-BREAK SPACE}", " ") for text in texts])
    if any(one != printed[0] for one in printed):
        raise SystemExit("the documents differ in their cells")


if __name__ == "__main__":
    main()
