"""Starters: what a new programme begins with, and where it comes from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from munprog import resources, source
from munprog.build import Task, build_all
from munprog.documents import documents_of
from munprog.layout.view import View
from munprog.source.canonical import canonical
from munprog.validation import validate
from munprog.validation.links import walk
from munprog.workspace import find
from munprog.workspace.starter import (
    FaultyStarter,
    NoStarter,
    ProgramExists,
    create,
    find_starter,
    profiles_with_starter,
)

STARTERS = sorted(folder.name for folder in (resources.TEMPLATES / "new").iterdir() if folder.is_dir())
TO_FILL_IN = {"FIN011", "DOC024", "DOC034"}
"""What validation asks for that only a person knows: blanks, sums of what is financed, date and number of a regional
act."""
TITLE = "Поддержка школ Лесного района на 2027–2029 годы"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def profile(workspace: Path, name: str, extends: str = "") -> None:
    above = f"extends: {extends}\n" if extends else ""
    put(workspace / "schemas" / "profiles" / f"{name}.yaml", f"id: {name}\ntitle: Профиль\n{above}")


def starter(workspace: Path, name: str, text: str = "id: starter-id\nprofile: x\ntitle: Название\n") -> Path:
    return put(workspace / "templates" / "new" / name / "program.yaml", text).parent


@pytest.mark.parametrize("name", STARTERS)
def test_every_starter_is_valid_and_builds(name: str, tmp_path: Path) -> None:
    files = create("lesnoy-2027", name, tmp_path)
    assert "program.yaml" in {file.name for file in files}
    report = validate(find([tmp_path]))
    assert [(one.code, one.place.file, one.message) for one in report.findings if one.code not in TO_FILL_IN] == []
    (one,) = report.checked
    assert one.program is not None
    assert one.profile is not None
    task = Task(one.folder.folder, tmp_path / "out", one.program, one.profile)
    (done,) = build_all([task])
    assert [finding.message for finding in done.findings] == []
    assert {f"{document.id}.docx" for document in documents_of(View.of(one.program, one.profile))} <= set(done.written)
    assert len(done.written) > 1


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_has_no_key_or_section_less_than_its_profile_requires(name: str, tmp_path: Path) -> None:
    create("lesnoy-2027", name, tmp_path)
    (one,) = validate(find([tmp_path])).checked
    assert one.profile is not None
    data = {section: found.data for section, found in one.folder.sources.items()}
    assert set(one.profile.requires.sections) <= data.keys()
    for pattern in one.profile.requires.keys:
        section, *keys = pattern.split(".")
        values = [value for _, value, _ in walk(data[section], keys, (section,))]
        assert values, pattern
        assert all(values), pattern


def test_id_profile_and_title_are_the_new_ones(tmp_path: Path) -> None:
    profile(tmp_path, "moy", "komi-2023")
    folder = create("lesnoy-2027", "moy", tmp_path, title=TITLE)[0].parent
    assert folder == tmp_path / "programs" / "lesnoy-2027"
    data = source.read(folder / "program.yaml", name="").data
    assert isinstance(data, dict)
    assert (data["id"], data["profile"], data["title"]) == ("lesnoy-2027", "moy", TITLE)
    order = source.read(folder / "order.yaml", name="").data
    assert isinstance(order, dict)
    assert order["title"] == f"Об утверждении муниципальной программы «{TITLE}»"
    assert "________ муниципального района на 2027–2029" not in "".join(
        file.read_text(encoding="utf-8") for file in folder.glob("*.yaml")
    )
    assert [one.message for one in validate(find([tmp_path])).findings if one.code not in TO_FILL_IN] == []


@pytest.mark.parametrize("id", ["2027", "null", "1e5", "true", "a-b-c", "0"])
@pytest.mark.parametrize("title", ["", 'Школы: "шаг" # один', "Школы\\дети, [все]", "No", "- да"])
def test_whatever_the_words_they_stay_text_in_canonical_form(id: str, title: str, tmp_path: Path) -> None:
    starter(
        tmp_path, "moy", "# Пояснение\nid: starter-id\nprofile: x # какой\ntitle: Название\nwords: [О «Название», 1]\n"
    )
    profile(tmp_path, "moy")
    (file,) = create(id, "moy", tmp_path, title=title)
    text = file.read_text(encoding="utf-8")
    wanted = title or "Название"
    assert source.read_text(text, name="").data == {
        "id": id,
        "profile": "moy",
        "title": wanted,
        "words": [f"О «{wanted}»", 1],
    }
    assert canonical(text) == text
    assert text.startswith("# Пояснение\n")
    assert "profile: moy # какой\n" in text


def test_files_that_are_no_yaml_and_folders_come_along(tmp_path: Path) -> None:
    profile(tmp_path, "moy")
    folder = starter(tmp_path, "moy")
    put(folder / "sections" / "relevance.yaml", "id: a\ntitle: Название и ещё\n")
    (folder / "заметки.txt").write_bytes(b"\x00\xff\r\n")
    files = create("a", "moy", tmp_path, title="Другое")
    assert [file.relative_to(tmp_path / "programs" / "a").as_posix() for file in files] == [
        "program.yaml",
        "sections/relevance.yaml",
        "заметки.txt",
    ]
    assert files[1].read_text(encoding="utf-8") == "id: a\ntitle: Другое и ещё\n"
    assert files[2].read_bytes() == b"\x00\xff\r\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_left_out(tmp_path: Path) -> None:
    profile(tmp_path, "moy")
    secret = put(tmp_path / "secret.txt", "тайна")
    (starter(tmp_path, "moy") / "notes.txt").symlink_to(secret)
    assert [file.name for file in create("a", "moy", tmp_path)] == ["program.yaml"]


def test_the_starter_of_the_profile_goes_before_that_of_one_it_extends(tmp_path: Path) -> None:
    profile(tmp_path, "moy", "komi-2023")
    profile(tmp_path, "far", "moy")
    tool = resources.TEMPLATES / "new" / "komi-2023"
    assert find_starter("far", tmp_path) == tool
    ours = starter(tmp_path, "komi-2023")
    assert find_starter("far", tmp_path) == ours
    moy = starter(tmp_path, "moy")
    assert find_starter("far", tmp_path) == find_starter("moy", tmp_path) == moy
    assert find_starter("komi-2023", tmp_path) == ours


def test_profiles_with_a_starter(tmp_path: Path) -> None:
    profile(tmp_path, "moy", "komi-2023")
    profile(tmp_path, "alone")
    profile(tmp_path, "broken", "[")
    assert profiles_with_starter(tmp_path) == tuple(sorted((*STARTERS, "moy")))


def test_no_starter(tmp_path: Path) -> None:
    profile(tmp_path, "alone")
    profile(tmp_path, "lost", "nowhere")
    profile(tmp_path, "one", "two")
    profile(tmp_path, "two", "one")
    for name, missing in {"alone": "", "lost": "nowhere", "gone": "gone", "../alone": "../alone", "one": ""}.items():
        with pytest.raises(NoStarter) as raised:
            find_starter(name, tmp_path)
        assert (raised.value.profile, raised.value.missing) == (name, missing)


def test_a_starter_needs_its_profile(tmp_path: Path) -> None:
    starter(tmp_path, "moy")
    with pytest.raises(NoStarter):
        create("a", "moy", tmp_path)
    assert not (tmp_path / "programs").exists()


@pytest.mark.parametrize("file", ["schemas/profiles/moy.yaml", "templates/new/moy/plan.yaml"])
def test_a_faulty_file_leaves_nothing_behind(file: str, tmp_path: Path) -> None:
    profile(tmp_path, "moy")
    if "plan" in file:
        starter(tmp_path, "moy")
    put(tmp_path / file, 'id: "moy\n')
    with pytest.raises(FaultyStarter) as raised:
        create("a", "moy", tmp_path)
    (finding,) = raised.value.findings
    assert (finding.place.file, finding.place.line, finding.place.column) == ((tmp_path / file).as_posix(), 1, 5)
    assert not (tmp_path / "programs").exists()


def test_an_existing_folder_is_not_touched(tmp_path: Path) -> None:
    kept = put(tmp_path / "programs" / "a" / "plan.yaml", "моё")
    with pytest.raises(ProgramExists) as raised:
        create("a", "komi-2023", tmp_path)
    assert raised.value.folder == kept.parent
    assert [path.name for path in (tmp_path / "programs").rglob("*")] == ["a", "plan.yaml"]
    assert kept.read_text(encoding="utf-8") == "моё"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError])
def test_an_interrupted_run_leaves_nothing_half(
    fault: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def write_bytes(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == 3:
            raise fault
        with path.open("wb") as file:
            file.write(data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(fault):
        create("a", "komi-2023", tmp_path)
    assert len(written) == 3
    assert list((tmp_path / "programs").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no modes on Windows")
def test_everybody_may_read_the_new_folder_who_may_read_others(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    folder = create("a", "komi-2023", tmp_path)[0].parent
    assert folder.stat().st_mode == (tmp_path / "other").stat().st_mode
