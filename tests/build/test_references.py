"""A reference that no document can resolve is a finding, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog.build import Outcome, Task, build_all
from munprog.validation import validate
from munprog.workspace import find

PROFILE = """\
id: own
title: Свой
extends: komi-2023
tables:
  - id: запасная
    title: Запасная таблица
    rows: measures
    columns:
      - {title: Индикатор, field: measure}
"""


@pytest.fixture
def workspace(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example under a profile with one table that is printed nowhere; the current folder."""
    root = example.parents[1]
    (root / "schemas/profiles").mkdir(parents=True)
    (root / "schemas/profiles/own.yaml").write_text(PROFILE, "utf-8")
    monkeypatch.chdir(root)
    return root


def built(root: Path, *, found: tuple[str, ...] = ()) -> Outcome:
    """The build of a programme in which validation finds these codes and no more."""
    (checked,) = validate(find([Path()], profile="own")).checked
    assert tuple(one.code for one in checked.findings) == found
    assert checked.program
    assert checked.profile
    (outcome,) = build_all([Task(checked.folder.folder, root / "output", checked.program, checked.profile)])
    return outcome


def add(path: Path, text: str) -> int:
    """Write a last block and say in which line it stands."""
    written = path.read_text("utf-8").rstrip("\n") + f"\n  - {text}\n"
    path.write_text(written, "utf-8")
    return written.count("\n")


def test_table_that_is_not_printed(workspace: Path) -> None:
    section = workspace / "programs/priozerye-2024/sections/participants.yaml"
    line = add(section, "См. [[таблицу:запасная]].")
    outcome = built(workspace)
    assert not (workspace / "output").exists()
    (finding,) = outcome.findings
    assert (finding.code, finding.place.file, finding.place.line, finding.place.column) == (
        "DOC001",
        "programs/priozerye-2024/sections/participants.yaml",
        line,
        5,
    )
    assert finding.message == (
        "Ссылка [[таблицу:запасная]] ни к чему не ведёт: в документах программы этого нет или оно без номера"
    )
    assert finding.hint == "Сошлитесь на то, что печатается с номером, или уберите ссылку."


def test_reference_of_the_profile_is_found_where_the_profile_is_named(workspace: Path) -> None:
    profile = workspace / "schemas/profiles/own.yaml"
    profile.write_text(PROFILE + "  - id: показатели\n    note: Подробнее – в [[таблице:запасная]].\n", "utf-8")
    (finding,) = built(workspace).findings
    program = (workspace / "programs/priozerye-2024/program.yaml").read_text("utf-8").splitlines()
    assert (finding.code, finding.place.file) == ("DOC001", "programs/priozerye-2024/program.yaml")
    assert program[finding.place.line - 1].startswith("profile:")


def test_brackets_that_make_no_reference(workspace: Path) -> None:
    section = workspace / "programs/priozerye-2024/sections/participants.yaml"
    line = add(section, '"Итог: [[таблица:показатели] и далее."')
    (finding,) = built(workspace, found=("DOC001",)).findings  # a build that was not asked to validate stops too
    assert (finding.place.line, finding.message.split(" ни ")[0]) == (line, "Ссылка [[таблица:показатели")


def test_every_kind_of_reference_is_built(workspace: Path) -> None:
    section = workspace / "programs/priozerye-2024/sections/participants.yaml"
    add(section, "См. [[пункт:оператор]], [[раздел:goals]] и [[таблицу:смета]].")
    assert built(workspace).findings == ()
