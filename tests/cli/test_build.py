"""`munprog build`."""

from __future__ import annotations

import json
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from munprog.rendering import parts_digest
from munprog.resources import TEMPLATES

from .conftest import Run

FILES = ["approval_sheet.docx", "manifest.json", "order.docx", "program.docx", "roadmap.docx"]


def built(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"«{old}» should stand once in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")


def second(example: Path, name: str) -> Path:
    """Another programme beside the example."""
    folder = example.with_name(name)
    shutil.copytree(example, folder)
    edit(folder / "program.yaml", "id: priozerye-2024", f"id: {name}")
    return folder


def test_documents_stand_in_the_output_of_the_workspace(run: Run, example: Path, tmp_path: Path) -> None:
    shown = run("build")
    assert shown.exit_code == 0
    files = sum(1 for _ in example.rglob("*.yaml"))
    assert shown.stdout == f"Проверено программ: 1, файлов: {files}. Замечаний нет.\n"
    assert shown.stderr == "priozerye-2024: документов 4, записано 4, без изменений 0 – output/priozerye-2024\n"
    assert sorted(built(tmp_path / "output" / example.name)) == FILES


def test_a_second_build_writes_nothing(run: Run, example: Path, tmp_path: Path) -> None:
    run("build")
    times = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "output" / example.name).iterdir()}
    told = run("build", str(example)).stderr
    assert told == "priozerye-2024: документов 4, записано 0, без изменений 4 – output/priozerye-2024\n"
    assert times == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "output" / example.name).iterdir()}


def test_the_same_bytes_elsewhere_and_side_by_side(run: Run, example: Path, tmp_path: Path) -> None:
    second(example, "ozernoe-2024")
    assert run("build", "--jobs", "1", "--output", "one").exit_code == 0
    assert run("build", "--jobs", "2", "--output", "two").exit_code == 0
    for name in ("priozerye-2024", "ozernoe-2024"):
        assert built(tmp_path / "one" / name) == built(tmp_path / "two" / name)


def test_the_manifest_tells_what_was_built_of_what(run: Run, example: Path, tmp_path: Path) -> None:
    run("build")
    files = built(tmp_path / "output" / example.name)
    manifest = json.loads(files["manifest.json"])
    assert manifest["program"] == "priozerye-2024"
    assert manifest["draft"] is True
    assert list(manifest["documents"]) == ["order.docx", "program.docx", "roadmap.docx", "approval_sheet.docx"]
    for name, entry in manifest["documents"].items():
        assert entry["sha256"] == sha256(files[name]).hexdigest()
        assert entry["parts"] == parts_digest(files[name])
    assert manifest["inputs"]["plan.yaml"] == sha256((example / "plan.yaml").read_bytes()).hexdigest()
    assert "sections/network-platform.yaml" in manifest["inputs"]


def test_a_program_with_errors_leaves_its_output_and_the_others_are_built(
    run: Run, example: Path, tmp_path: Path
) -> None:
    run("build")
    before = built(tmp_path / "output" / example.name)
    second(example, "ozernoe-2024")
    edit(example / "goals.yaml", "due: 31.12.2026\n  problems:", "due: 31.12.2027\n  problems:")
    shown = run("build")
    assert shown.exit_code == 1
    assert "programs/priozerye-2024/goals.yaml:" in shown.stdout
    assert "GOA005 ошибка" in shown.stdout
    assert shown.stderr == (
        "ozernoe-2024: документов 4, записано 4, без изменений 0 – output/ozernoe-2024\n"
        "Собрано программ: 1, не собрано: 1. Документов: записано 4, без изменений 0.\n"
    )
    assert built(tmp_path / "output" / example.name) == before


def test_a_template_of_the_workspace_goes_first_and_a_bad_one_writes_nothing(
    run: Run, example: Path, tmp_path: Path
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "order.docx").write_bytes(b"PK no document")
    shown = run("build")
    assert shown.exit_code == 1
    assert "order.docx:1:1: TPL008 ошибка" in shown.stdout
    assert not (tmp_path / "output").exists()
    assert example.exists()


def test_a_template_that_is_nowhere(run: Run, example: Path, tmp_path: Path) -> None:
    profiles = tmp_path / "schemas" / "profiles"
    profiles.mkdir(parents=True)
    (profiles / "own.yaml").write_text(
        "id: own\ntitle: Свой\nextends: komi-2023\ndocuments:\n  - id: order\n    template: приказ.docx\n", "utf-8"
    )
    shown = run("build", "--profile", "own")
    assert shown.exit_code == 1
    assert "templates/приказ.docx:1:1: BLD001 ошибка: Для документа «Приказ» нет шаблона приказ.docx" in shown.stdout
    assert example.exists()


@pytest.mark.parametrize("path", ["nowhere", "empty"])
def test_a_wrong_path_is_wrong_usage(run: Run, tmp_path: Path, path: str) -> None:
    (tmp_path / "empty").mkdir()
    shown = run("build", path)
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert path in shown.stderr


def test_what_a_template_may_leave_out_the_profile_says(run: Run, example: Path, tmp_path: Path) -> None:
    profiles, templates = tmp_path / "schemas" / "profiles", tmp_path / "templates"
    profiles.mkdir(parents=True)
    templates.mkdir()
    own = "id: own\ntitle: Свой\nextends: komi-2023\ndocuments:\n  - id: approval_sheet\n    template: sheet.docx\n"
    (profiles / "own.yaml").write_text(own, "utf-8")
    sheet = templates / "sheet.docx"
    with zipfile.ZipFile(TEMPLATES / "approval_sheet.docx") as package, zipfile.ZipFile(sheet, "w") as target:
        for name in package.namelist():
            data = package.read(name)
            target.writestr(name, data.replace(b"{{ subject }}", b""))
    shown = run("build", "--profile", "own")
    assert "sheet.docx:1:1: TPL011 ошибка" in shown.stdout
    assert "(subject)" in shown.stdout
    (profiles / "own.yaml").write_text(own + "    optional: [subject]\n", "utf-8")
    assert run("build", "--profile", "own").exit_code == 0
    assert example.exists()


def test_shards_are_the_whole(run: Run, example: Path, tmp_path: Path) -> None:
    for name in ("berezovo-2024", "ozernoe-2024"):
        second(example, name)
    run("build", "--output", "whole")
    shown = [run("build", "--output", "parts", "--shard", f"{number}/2") for number in (1, 2)]
    assert [one.exit_code for one in shown] == [0, 0]
    assert [one.stderr.count("документов 4, записано 4") for one in shown] == [2, 1]
    for name in ("berezovo-2024", "ozernoe-2024", "priozerye-2024"):
        assert built(tmp_path / "parts" / name) == built(tmp_path / "whole" / name)


def test_a_shard_of_nothing(run: Run, example: Path) -> None:
    assert example.exists()
    shown = run("build", "--shard", "2/2")
    assert (shown.exit_code, shown.stderr) == (0, "В части 2/2 нет ни одной программы: всего их 1.\n")


@pytest.mark.parametrize(
    ("shard", "why"),
    [
        ("0/3", "части 0/3 нет: части нумеруются от 1 до 3."),
        ("4/3", "части 4/3 нет: части нумеруются от 1 до 3."),
        ("0/0", "части 0/0 нет: частей бывает не меньше одной."),
        ("x", "«x» – не часть; вторая из четырёх частей пишется так: 2/4."),
        ("1/2/3", "«1/2/3» – не часть; вторая из четырёх частей пишется так: 2/4."),
    ],
)
def test_a_shard_that_is_none(run: Run, example: Path, shard: str, why: str) -> None:
    assert example.exists()
    shown = run("build", "--shard", shard)
    assert (shown.exit_code, shown.stderr.splitlines()[-1]) == (2, f"Ошибка: параметр --shard: {why}")


def test_programmes_of_one_name(run: Run, example: Path, tmp_path: Path) -> None:
    shutil.copytree(example, tmp_path / "other" / example.name)
    shown = run("build", "--output", "out", str(example), str(tmp_path / "other" / example.name))
    assert shown.exit_code == 2
    assert "несколько программ называются «priozerye-2024»" in shown.stderr
    assert not (tmp_path / "out").exists()


def test_no_libreoffice(run: Run, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert example.exists()
    monkeypatch.setattr("munprog.build.office.shutil.which", lambda _: None)
    shown = run("build", "--pdf")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr == (
        "Ошибка: для PDF нужен LibreOffice, а его нет. Установите его (https://ru.libreoffice.org; в Debian и Ubuntu – "
        "apt install libreoffice-writer) или соберите без --pdf.\n"
    )
    assert not (tmp_path / "output").exists()
