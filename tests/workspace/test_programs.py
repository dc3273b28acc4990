"""From the paths of a command line to the folders of programmes."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog.workspace import NoPrograms, PathMissing, find, read_folder
from munprog.workspace.locate import workspace_of


def write(path: Path, text: str = "id: x\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two programmes, and the current folder."""
    write(tmp_path / "programs/primer/program.yaml")
    write(tmp_path / "programs/primer/goals.yaml")
    write(tmp_path / "programs/primer/sections/05-а.yaml")
    write(tmp_path / "programs/another/program.yaml")
    write(tmp_path / "programs/.hidden/program.yaml")
    write(tmp_path / "programs/notes/readme.md")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "path",
    [
        "programs/primer",
        "programs/primer/",
        "programs/primer/program.yaml",
        "programs/primer/goals.yaml",
        "programs/primer/sections/05-а.yaml",
    ],
)
def test_programme_or_anything_in_it_names_the_programme(root: Path, path: str) -> None:
    assert find([Path(path)]).folders == (Path("programs/primer"),)
    assert find([root / path]).folders == (root / "programs/primer",)


@pytest.mark.parametrize("paths", [[], ["."], ["programs"]])
def test_workspace_or_its_folder_names_every_programme(root: Path, paths: list[str]) -> None:
    found = find([Path(path) for path in paths])
    assert found.folders == (Path("programs/another"), Path("programs/primer"))
    assert found.profile is None
    assert root == Path.cwd()


def test_each_programme_once_in_the_order_of_the_paths(root: Path) -> None:
    paths = [Path("programs/primer/goals.yaml"), root / "programs/primer", Path("programs")]
    assert find(paths).folders == (Path("programs/primer"), Path("programs/another"))


def test_inside_a_programme_the_current_folder_is_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "programs/primer")
    assert find([]).folders == (Path(),)
    assert find([Path("goals.yaml")]).folders == (Path(),)


def test_file_beside_the_current_folder_names_the_programme_around_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "programs/primer/sections")
    assert find([Path("05-а.yaml")]).folders == (root / "programs/primer",)
    assert find([Path("../goals.yaml")]).folders == (Path(".."),)


def test_folder_that_lost_its_main_file_is_still_a_programme(root: Path) -> None:
    write(root / "programs/broken/goals.yaml")
    assert Path("programs/broken") in find([]).folders
    assert find([Path("programs/broken")]).folders == (Path("programs/broken"),)
    assert find([Path("programs/broken/goals.yaml")]).folders == (Path("programs/broken"),)
    write(root / "other/broken/goals.yaml")
    with pytest.raises(NoPrograms):
        find([Path("other")])


def test_folder_of_programmes_may_have_any_name(root: Path) -> None:
    write(root / "область/район/program.yaml")
    assert find([Path("область")]).folders == (Path("область/район"),)


@pytest.mark.usefixtures("root")
def test_missing_path() -> None:
    with pytest.raises(PathMissing) as caught:
        find([Path("programs/primer"), Path("programs/primre")])
    assert str(caught.value) == f"Нет такого файла или папки: {Path('programs/primre')}"
    assert caught.value.path == Path("programs/primre")


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("path", ["programs/notes", "programs/notes/readme.md"])
def test_path_without_programmes(path: str) -> None:
    with pytest.raises(NoPrograms, match="Не найдено ни одной программы") as caught:
        find([Path(path)])
    assert str(Path(path)) in str(caught.value)


def test_path_without_programmes_beside_one_with(root: Path) -> None:
    assert find([Path("programs/notes"), root / "programs/primer"]).folders == (root / "programs/primer",)


@pytest.mark.usefixtures("root")
def test_profile_of_the_command_line_is_kept() -> None:
    assert find([], profile="base").profile == "base"


def test_workspace_holds_the_folder_of_programmes(root: Path) -> None:
    assert workspace_of(Path("programs/primer")) == root
    assert workspace_of(root / "область/район") == root / "область"


def test_sections_are_read_by_name(root: Path) -> None:
    write(root / "programs/primer/goal.yaml")
    write(root / "programs/primer/plan.yml")
    write(root / "programs/primer/signoff.yaml")
    write(root / "programs/primer/sections/notes.txt", "не раздел")
    write(root / "programs/primer/finance.yaml", "rows: [")
    found = read_folder(Path("programs/primer"))
    assert (found.id, found.name) == ("primer", "programs/primer")
    assert list(found.sources) == ["finance", "goals", "program", "signoff", "sections/05-а"]
    assert [one.name for one in found.sources.values()] == [
        "programs/primer/finance.yaml",
        "programs/primer/goals.yaml",
        "programs/primer/program.yaml",
        "programs/primer/signoff.yaml",
        "programs/primer/sections/05-а.yaml",
    ]
    assert found.strays == (Path("programs/primer/goal.yaml"), Path("programs/primer/plan.yml"))
    assert found.sources["goals"].data == {"id": "x"}
    assert found.sources["finance"].data is None
    assert len(found.sources["finance"].findings) == 1


def test_programme_outside_the_current_folder_is_called_by_its_path(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "programs/another")
    assert read_folder(root / "programs/primer").name == (root / "programs/primer").as_posix()


def test_id_of_the_current_folder_is_its_name(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "programs/primer")
    assert read_folder(Path()).id == "primer"


def test_free_sections_that_cannot_be_listed_are_not_passed_over(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "programs/a/sections/own.yaml")

    def refused(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(PermissionError):
        read_folder(root / "programs/a")
