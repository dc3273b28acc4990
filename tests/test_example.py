"""The example programme as a reader meets it: valid, complete in its documents, opened by an office program."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.table import Table
from docx.text.paragraph import Paragraph

from munprog.build import Task, build_all
from munprog.build.opinion import render_opinion
from munprog.checklist.run import judge
from munprog.diagnostics import KeyPath
from munprog.documents import Examined
from munprog.model.dates import format_date_in_words, parse_date
from munprog.model.numbers import format_number
from munprog.model.when import parse_moment
from munprog.resources import SCHEMAS
from munprog.source import Source
from munprog.validation import Checked, Validated, validate
from munprog.validation.schema import SectionSchemas
from munprog.validation.schema.nodes import first
from munprog.workspace import find
from tests.conftest import EXAMPLE
from tests.ooxml.validate_docx import problems

DOCUMENTS = ("order", "program", "roadmap", "approval_sheet")


@pytest.fixture(scope="module")
def checked() -> Checked:
    return validate(find([EXAMPLE])).checked[0]


@pytest.fixture(scope="module")
def output(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    assert checked.program
    assert checked.profile
    done = list(build_all([Task(EXAMPLE, folder, checked.program, checked.profile)]))
    assert [one.findings for one in done] == [()]
    (judged,) = judge(Validated((checked,)))
    examined = Examined(checked.program, judged.assessment, checked.findings, checked.waived)
    (folder / "opinion.docx").write_bytes(render_opinion(examined, checked.profile, EXAMPLE))
    return folder


def opened(output: Path, name: str) -> Opened:
    return Document(str(output / f"{name}.docx"))


def plain(text: str) -> str:
    """A text without regard to which of its spaces break a line."""
    return " ".join(re.sub(r"[\u00a0\n\t]", " ", text).split())


def paragraphs(document: Opened) -> Iterator[Paragraph]:
    for element in document.element.body.iter("{*}p"):
        yield Paragraph(element, document._body)


def style_of(paragraph: Paragraph) -> str:
    return paragraph.style.style_id if paragraph.style else ""


def tables(document: Opened) -> list[Table]:
    return document.tables


def test_it_is_valid_without_a_finding(checked: Checked) -> None:
    assert checked.findings == ()


def test_it_has_the_size_of_a_real_programme(checked: Checked) -> None:
    program = checked.program
    assert program
    assert program.finance
    assert program.analysis
    assert program.analysis.results
    assert len(program.tasks) >= 5
    assert len(program.measures) >= 20
    assert len(program.activities) >= 35
    assert min(len(schedule.sections) for schedule in program.schedules) >= 5
    assert {row.activity for row in program.finance.rows} == {one.id for one in program.activities if one.financed}
    assert all(set(row.amounts) >= program.finance.summed for row in program.finance.rows)
    for table in program.analysis.results.tables:
        assert table.years == ("2021", "2022", "2023")
    assert max(len(table.rows) for table in program.analysis.results.tables) >= 12


def test_every_printed_value_of_the_yaml_is_in_the_documents(checked: Checked, output: Path) -> None:
    shown = plain("\n".join(one.text for name in (*DOCUMENTS, "opinion") for one in paragraphs(opened(output, name))))
    # What is printed as the words of an enumeration begins with a capital there.
    lowered = shown.lower()
    missing = [
        f"{section}: {'.'.join(map(str, path))}: {value}"
        for section, source in checked.folder.sources.items()
        for path, value in printed_values(section, source)
        if not any(plain(form).lower() in lowered for form in forms_of(value))
    ]
    assert missing == []


def printed_values(section: str, source: Source) -> Iterator[tuple[KeyPath, Any]]:
    """The scalars of a section that its schema does not call unprinted: no ids, no links."""
    schemas = SectionSchemas(SCHEMAS)
    stack: list[tuple[KeyPath, Any]] = [((), source.data)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            stack.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*path, at), inner) for at, inner in enumerate(value))
        elif not any(is_silent(nodes) for nodes in schemas.along(section, source.data, path)):
            yield path, value


def is_silent(nodes: Any) -> bool:
    return (
        first(nodes, "x-print") is False
        or first(nodes, "x-link") is not None
        or first(nodes, "x-defines") is not None
        or first(nodes, "title") == "вид списка"
    )


def forms_of(value: Any) -> Iterator[str]:
    """How a value of the YAML may look in print."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        yield format_number(Decimal(value))
        yield format_number(Decimal(value), grouped=True)
        yield format_number(Decimal(value), decimals=2, grouped=True)
        return
    text = str(value)
    yield re.sub(r"\[\[.*?\]\]", "", text).split("  ")[0] if "[[" in text else text
    # «Методические рекомендации Института по разработке…»: the issuer stands between the kind and the rest of a title.
    yield text.removeprefix("Методические рекомендации ")
    yield re.sub(r"\[\[(?P<word>[^:\]]*):[^\]]*\]\].*", r"\g<word>", text)
    day = parse_date(text)
    if isinstance(day, datetime.date):
        yield format_date_in_words(day)
    moment = parse_moment(text)
    if moment:
        yield moment.text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_valid_wordprocessingml(output: Path, name: str) -> None:
    assert list(problems(output / f"{name}.docx")) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_tag_and_no_reference_is_left(output: Path, name: str) -> None:
    shown = "\n".join(one.text for one in paragraphs(opened(output, name)))
    assert not re.search(r"\[\[|\]\]|\{\{|\}\}|\{%", shown)


def test_tables_of_the_programme_are_numbered_in_order(output: Path) -> None:
    captions = [one.text for one in paragraphs(opened(output, "program")) if style_of(one) == "TableCaption"]
    numbers = [int(found[1]) for text in captions if (found := re.match(r"Таблица\s(\d+)\s– ", text))]
    assert numbers == list(range(1, len(captions) + 1))


def test_table_2_of_the_recommendations(checked: Checked, output: Path) -> None:
    """№, показатель, индикатор, actual value, forecast by year; rows grouped by task (R-IND-1)."""
    table = next(
        one for one in tables(opened(output, "program")) if "Прогнозное значение" in one.rows[0].cells[-1].text
    )
    assert [plain(cell.text) for cell in table.rows[1].cells] == [
        "№ п/п",
        "Показатель",
        "Индикатор",
        "год",
        "значение",
        "2024",
        "2025",
        "2026",
    ]
    assert checked.program
    dividers = [plain(row.cells[0].text) for row in table.rows if len({cell._tc for cell in row.cells}) == 1]
    assert dividers == [f"Задача {at}. {plain(one.title)}" for at, one in enumerate(checked.program.tasks, 1)]


def test_totals_of_table_3_are_the_sums_of_its_rows(checked: Checked, output: Path) -> None:
    program = checked.program
    assert program
    assert program.finance
    table = next(
        one
        for one in tables(opened(output, "program"))
        if one.rows[0].cells[-1].text == "Всего" and len(one.columns) == 7
    )
    rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
    whole = next(row for row in rows if row[0] == "Всего по программе" and row[2] == "Всего")
    expected = [
        sum(
            (row.amounts[source][year].amount for row in program.finance.rows for source in program.finance.summed),
            Decimal(0),
        )
        for year in ("2024", "2025", "2026")
    ]
    figures = [*expected, sum(expected, Decimal(0))]
    assert whole[3:] == [plain(format_number(one, decimals=2, grouped=True)) for one in figures]


def test_the_roadmap_is_a_landscape_appendix_with_a_repeated_head(output: Path) -> None:
    document = opened(output, "roadmap")
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    table = tables(document)[0]
    repeated = [row for row in table._tbl.tr_lst if row.xpath("./w:trPr/w:tblHeader")]
    assert len(repeated) == 3
    assert [plain(cell.text) for cell in table.rows[2].cells] == [str(at) for at in range(1, len(table.columns) + 1)]
    whole = [bool(row.xpath("./w:trPr/w:cantSplit")) for row in table._tbl.tr_lst]
    heads = [len(row.tc_lst) == 1 for row in table._tbl.tr_lst]
    # The first row under a head may split: were it whole, a head at the foot of a page would be left alone.
    assert all(kept or heads[at - 1] for at, kept in enumerate(whole))


def test_the_label_of_an_appendix_agrees_with_what_is_approved(output: Path) -> None:
    labels = {
        name: [one.text.split("\n") for one in paragraphs(opened(output, name)) if style_of(one) == "AppendixLabel"]
        for name in ("program", "roadmap")
    }
    issued = "приказом Управления образования администрации Приозерского муниципального района"
    blanks = "от ____________ № ______"
    for name, head in {"program": ["Приложение 1", "УТВЕРЖДЕНА"], "roadmap": ["Приложение 2", "УТВЕРЖДЕН"]}.items():
        (label,) = labels[name]
        assert [plain(line) for line in label] == [*head, issued, blanks]


@pytest.mark.libreoffice
def test_its_documents_become_pages(output: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(output / f"{name}.docx") for name in DOCUMENTS]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name in DOCUMENTS:
        pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{name}.pdf").read_bytes())
        assert len(pages) >= (1 if name == "approval_sheet" else 2)


def test_algorithms_of_participants_and_the_platform_are_appendices(output: Path) -> None:
    program = opened(output, "program")
    labels = [one.text for one in paragraphs(program) if style_of(one) == "AppendixPage"]
    assert [plain(one).split(" «")[0] for one in labels] == [
        "Приложение 1 к муниципальной программе",
        "Приложение 2 к муниципальной программе",
    ]
    (algorithms,) = (one for one in tables(program) if one.cell(0, 1).text == "Алгоритм деятельности")
    assert [len(row.cells[1].paragraphs) for row in algorithms.rows] == [1, 5, 3, 2]
    deep = [one.text for one in paragraphs(program) if style_of(one) == "ListItem3"]
    assert len(deep) == 5 + 3
