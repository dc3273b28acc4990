"""The note on a merge request of GitLab."""

from __future__ import annotations

import json

import pytest

from .conftest import HEAD, TOKEN, Forge, Program, finding, program

MARKER = "<!-- munprog: review -->"
NOTES = "/projects/3/merge_requests/8/notes"


@pytest.fixture
def note(ci: Program) -> Program:
    (ci.folder / "findings.json").write_text(json.dumps({"findings": [finding()]}), encoding="utf-8")
    (ci.folder / "differences.json").write_text(json.dumps({"programs": [program("@all /close")]}), encoding="utf-8")
    return ci


def run(ci: Program) -> str:
    return ci(
        "note",
        str(ci.folder),
        CI_API_V4_URL=ci.forge.root,
        CI_PROJECT_ID="3",
        CI_MERGE_REQUEST_IID="8",
        CI_COMMIT_SHA=HEAD,
        CI_PIPELINE_URL="https://forge.example/office/school/-/pipelines/4",
        MUNPROG_NOTE_TOKEN=TOKEN,
    )


def test_it_is_written_and_then_kept_up_to_date(forge: Forge, note: Program) -> None:
    assert run(note).strip() == "The note is written"
    assert forge.written[0][:2] == ("POST", NOTES)
    assert "@all" not in forge.said
    assert "https://forge.example/office/school/-/pipelines/4" in forge.said
    other = {"id": 1, "author": {"id": 5}, "system": False, "body": MARKER}
    own = {"id": 2, "author": {"id": 77}, "system": False, "body": forge.said}
    forge.comments = [other, own]
    forge.written.clear()
    assert run(note).strip() == "The note is up to date"
    assert forge.written == []
    (note.folder / "findings.json").unlink()
    run(note)
    assert forge.written[0][:2] == ("PUT", f"{NOTES}/2")
    assert "Проверка не оставила сведений" in forge.said
