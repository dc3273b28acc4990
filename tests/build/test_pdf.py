"""PDF beside the documents: by LibreOffice where there is one, by a stand-in that misbehaves as told."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from munprog.build import build_all
from munprog.build.manifest import NAME
from munprog.build.office import find_office
from munprog.build.pdf import Pages, Wish, convert_all
from munprog.build.pdf_check import faults

from .conftest import edit, task_of, tree

PDF = b"%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n"
STAND_IN = f"""#!{sys.executable}
import os, sys, time
from pathlib import Path
arguments = sys.argv[1:]
folder = Path(arguments[arguments.index("--outdir") + 1])
with open({{log!r}}, "a") as log:
    print(os.getpid(), len(arguments), file=log)
for source in arguments[arguments.index("--outdir") + 2:]:
    bad = Path(source).stem == "00001"
    if bad and {{fault!r}} == "crash":
        (folder / "00001.pdf").write_bytes(b"%PDF-1.4 half")
        sys.exit(77)
    if bad and {{fault!r}} == "hang":
        if not os.fork():
            time.sleep(600)
        time.sleep(600)
    if bad and {{fault!r}} == "refuse":
        continue
    if {{fault!r}} == "broken":
        sys.exit(1)
    (folder / (Path(source).stem + ".pdf")).write_bytes({PDF!r})
"""
Make = Callable[..., tuple[list[Pages], Path]]


@pytest.fixture
def make(example: Path, tmp_path: Path) -> Make:
    """Build the example, then its PDF with a stand-in that has a fault; also the log of its processes."""

    def made(fault: str = "", *, archive: bool = False, jobs: int = 1) -> tuple[list[Pages], Path]:
        office, log = tmp_path / "soffice", tmp_path / "log"
        log.write_text("")
        office.write_text(STAND_IN.format(fault=fault, log=str(log)), "utf-8")
        office.chmod(office.stat().st_mode | stat.S_IXUSR)
        list(build_all([task_of(example, tmp_path / "output")]))
        return list(convert_all([tmp_path / "output"], Wish(office, archive, jobs), lambda *_: None)), log

    return made


posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")


@posix
def test_only_what_is_stale_is_converted(make: Make, example: Path, tmp_path: Path) -> None:
    ((first,), log) = make()
    assert (first.written, first.unchanged, first.findings) == (4, 0, [])
    assert len(log.read_text().splitlines()) == 1  # one process for all of them
    ((again,), log) = make()
    assert (again.written, again.unchanged, log.read_text()) == (0, 4, "")
    edit(example / "program.yaml", "phone: +7", "phone: 8")
    (tmp_path / "output" / "roadmap.pdf").write_bytes(b"forged")
    ((changed,), _) = make()
    assert (changed.written, changed.unchanged) == (2, 2)
    ((two,), log) = make(archive=True, jobs=2)
    assert len(log.read_text().splitlines()) == 2
    assert [one.code for one in two.findings] == ["BLD003"] * 4  # the stand-in knows no PDF/A


@posix
def test_a_pdf_of_a_former_document_goes(make: Make, example: Path, tmp_path: Path) -> None:
    make()
    output = tmp_path / "output"
    (output / "scan.pdf").write_bytes(b"somebody's own")
    edit(example / "program.yaml", "phone: +7", "phone: 8")
    list(build_all([task_of(example, output)]))
    assert sorted(one for one in tree(output) if one.endswith(".pdf")) == [
        "approval_sheet.pdf",
        "program.pdf",
        "roadmap.pdf",
        "scan.pdf",
    ]
    assert "order.pdf" not in json.loads((output / NAME).read_text("utf-8"))["pdf"]


@posix
@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("crash", "LibreOffice завершился со сбоем (код 77)"),
        ("refuse", "LibreOffice не смог его открыть"),
        ("hang", "LibreOffice завис"),
    ],
)
def test_one_document_fails_and_the_others_are_converted(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, why: str
) -> None:
    monkeypatch.setattr("munprog.build.office.STALL", 1.5)
    ((pages,), _) = make(fault)
    assert pages.written == 3
    (finding,) = pages.findings
    assert (finding.code, finding.message) == ("BLD002", f"Документ не переведён в PDF: {why}")
    assert finding.place.file.endswith("output/program.docx")
    assert not (tmp_path / "output" / "program.pdf").exists()


@posix
def test_a_process_that_hangs_is_ended_with_its_children(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("munprog.build.office.STALL", 1.0)
    _, log = make("hang")
    group = int(log.read_text().splitlines()[0].split()[0])
    time.sleep(0.2)
    members = [
        path
        for path in Path("/proc").glob("[0-9]*/stat")
        if (fields := path.read_text().rpartition(")")[2].split())[2] == str(group) and fields[0] != "Z"
    ]
    assert members == []


@posix
def test_an_office_that_makes_nothing_is_not_asked_for_each_document(make: Make) -> None:
    ((pages,), log) = make("broken")
    assert len(pages.findings) == 4
    assert len(log.read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("data", "archive", "found"),
    [
        (PDF, False, ()),
        (b"<html>", False, ("это не файл PDF или он оборван",)),
        (PDF[:-6], False, ("это не файл PDF или он оборван",)),
        (b"%PDF-1.4\n1 0 obj<</Type/Pages>>endobj\n%%EOF", False, ("в файле нет страниц",)),
        (PDF.replace(b"%%EOF", b"trailer<</Encrypt 5 0 R>>\n%%EOF"), False, ("файл зашифрован",)),
        (
            PDF.replace(b"/Page>>", b"/Page/AA<</O<</S/JavaScript/JS(x)>>>>>>"),
            False,
            ("в файле есть программы JavaScript",),
        ),
        (
            PDF.replace(b"%%EOF", b"2 0 obj<</Type/FontDescriptor/FontName/Arial>>endobj\n%%EOF"),
            False,
            ("шрифты не встроены: Arial",),
        ),
        (
            PDF.replace(b"%%EOF", b"2 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n%%EOF"),
            False,
            ("шрифты не встроены: Helvetica",),
        ),
        (PDF, True, ("нет отметки PDF/A-1", "не указано цветовое пространство (OutputIntent)")),
    ],
)
def test_what_a_pdf_is_asked_for(data: bytes, archive: bool, found: tuple[str, ...]) -> None:
    assert faults(data, archive=archive) == found


@pytest.mark.libreoffice
@pytest.mark.parametrize("archive", [False, True])
def test_libreoffice(example: Path, tmp_path: Path, archive: bool) -> None:
    output = tmp_path / "output"
    list(build_all([task_of(example, output)]))
    for name in ("program.docx", "roadmap.docx", "approval_sheet.docx"):  # one is enough
        text = json.loads((output / NAME).read_text("utf-8"))
        del text["documents"][name]
        (output / NAME).write_text(json.dumps(text), "utf-8")
    (pages,) = convert_all([output], Wish(find_office(), archive, 1), lambda *_: None)
    assert (pages.written, pages.findings) == (1, [])
    data = (output / "order.pdf").read_bytes()
    assert (b"pdfaid" in data) is archive
    assert json.loads((output / NAME).read_text("utf-8"))["pdf"]["order.pdf"]["archive"] is archive
    damaged = data.replace(b"/FontFile2", b"/FontNone2")
    assert damaged != data
    assert any("LiberationSerif" in one for one in faults(damaged, archive=archive))
