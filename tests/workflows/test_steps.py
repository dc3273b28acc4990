"""What the steps do with a prepared pull request, with main and with a tag."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLE
from tests.keys import Office
from tests.workflows.conftest import Clone
from tests.workflows.yaml_files import GITLAB, OFFICE, OWN, Workflow

PULL_REQUEST, MAIN, RELEASE = (Workflow(OWN / f"{name}.yml") for name in ("pull-request", "main", "release"))
ID = EXAMPLE.name
GOALS = f"programs/{ID}/goals.yaml"
INDICATORS = f"programs/{ID}/indicators.yaml"
DRAFT = "ПРОЕКТ"


def review(clone: Clone, name: str) -> Any:
    return json.loads((clone.temp / "review" / name).read_text(encoding="utf-8"))


def words(docx: Path) -> str:
    with zipfile.ZipFile(docx) as package:
        return "".join(package.read(one).decode() for one in package.namelist() if one.endswith(".xml"))


def change(clone: Clone) -> None:
    """A pull request that began before main went on."""
    clone.git("checkout", "--quiet", "-b", "Правка'$(id)")
    clone.edit(GOALS, "due: 31.12.2026", "due: 30.12.2026")
    head = clone.commit()
    clone.git("checkout", "--quiet", "main")
    clone.edit(INDICATORS, "2025: 86.0", "2025: 87.0")
    clone.values["github.event.pull_request.base.sha"] = clone.commit()
    clone.git("checkout", "--quiet", "--detach", head)


def test_a_pull_request_leaves_data_and_drafts(clone: Clone) -> None:
    change(clone)
    assert clone.step(PULL_REQUEST, "Findings and differences as data") == 0, clone.said
    (program,) = review(clone, "differences.json")["programs"]
    assert [one["section"] for one in program["differences"]] == ["goals"]
    assert "30" in program["differences"][0]["text"]
    assert review(clone, "findings.json")["summary"]["errors"] == 0
    assert review(clone, "findings.sarif")["version"] == "2.1.0"
    assert "30" in (clone.temp / "summary.md").read_text(encoding="utf-8")
    assert clone.step(PULL_REQUEST, "Drafts") == 0, clone.said
    assert DRAFT in words(clone.temp / "drafts" / ID / "order.docx")
    assert clone.step(PULL_REQUEST, "Findings on the lines") == 0
    assert clone.git("status", "--porcelain") == ""


def test_a_pull_request_with_errors_leaves_them_as_data_and_fails_at_the_end(clone: Clone) -> None:
    clone.edit(INDICATORS, "2025: 86.0", "2025: 186.0")
    clone.commit()
    assert clone.step(PULL_REQUEST, "Findings and differences as data") == 0, clone.said
    assert "IND004" in {one["code"] for one in review(clone, "findings.json")["findings"]}
    assert "IND004" in {one["ruleId"] for one in review(clone, "findings.sarif")["runs"][0]["results"]}
    assert clone.step(PULL_REQUEST, "Drafts") == 0, clone.said
    assert not (clone.temp / "drafts" / ID / "order.docx").exists()
    assert clone.step(PULL_REQUEST, "Findings on the lines") == 1
    assert f"::error file={INDICATORS},line=" in clone.said


def test_what_the_step_leaves_is_what_the_comment_takes(clone: Clone) -> None:
    change(clone)
    clone.step(PULL_REQUEST, "Findings and differences as data")
    script = """
import sys
sys.path.insert(0, "tools/ci")
from forge import artifact, markdown, review, scanning
from pathlib import Path
folder = Path(sys.argv[1])
said = review.review(*artifact.from_folder(folder, "findings.json", "differences.json"))
print(markdown.comment(said, "0" * 40, "u"))
print(scanning.rebuilt(*artifact.from_folder(folder, "findings.sarif")).decode())
"""
    assert clone.bash(f"python -B -c '{script}' \"$REVIEW\"", {"REVIEW": str(clone.temp / "review")}) == 0, clone.said
    assert "### Что изменилось" in clone.said.replace("\\", "")


def signed(clone: Clone, office: Office, trust: Path | None = None) -> None:
    """main with the example signed, and with the trust that knows the keys."""
    shutil.copytree(office.signed, clone.folder / "programs" / ID, dirs_exist_ok=True)
    shutil.copytree(trust or office.trust, clone.folder / "trust")
    clone.commit()


def draft_too(clone: Clone) -> None:
    """A second programme, that nobody has signed."""
    copy = clone.folder / "programs" / "zarechye-2024"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".munprog"))
    clone.edit("programs/zarechye-2024/program.yaml", f"id: {ID}", "id: zarechye-2024")
    clone.commit()


def test_main_makes_signed_content_final_and_nothing_else(clone: Clone, office: Office) -> None:
    signed(clone, office)
    draft_too(clone)
    assert clone.step(MAIN, "Build and verify") == 0, clone.said
    assert {path.name for path in (clone.folder / "final").iterdir()} == {ID}
    assert {path.name for path in (clone.folder / "drafts").iterdir()} == {"zarechye-2024"}
    assert DRAFT not in words(clone.folder / "final" / ID / "order.docx")
    assert DRAFT in words(clone.folder / "drafts" / "zarechye-2024" / "order.docx")
    told = (clone.folder / "SIGNOFFS.txt").read_text(encoding="utf-8")
    assert "Итог: документы окончательные." in told
    assert "Итог: документы – проект." in told


def test_without_trust_nothing_is_final(clone: Clone, office: Office) -> None:
    shutil.copytree(office.signed, clone.folder / "programs" / ID, dirs_exist_ok=True)
    clone.commit()
    assert clone.step(MAIN, "Build and verify") == 0, clone.said
    assert not (clone.folder / "final").exists()
    assert DRAFT in words(clone.folder / "drafts" / ID / "order.docx")


def test_a_programme_with_errors_fails_main_after_the_others_are_built(clone: Clone, office: Office) -> None:
    signed(clone, office)
    draft_too(clone)
    clone.edit("programs/zarechye-2024/indicators.yaml", "2025: 86.0", "2025: 186.0")
    clone.commit()
    assert clone.step(MAIN, "Build and verify") == 1
    assert (clone.folder / "final" / ID / "order.docx").is_file()


def test_a_change_cannot_bring_its_own_trust(clone: Clone, office: Office) -> None:
    """Nor say that no keys are needed: the trust of the base does."""
    shutil.copytree(office.trust, clone.folder / "trust")
    (clone.folder / "trust" / "allowed_signers").write_text(
        f"head@uo.example.org {office.keys['stranger'].with_suffix('.pub').read_text(encoding='utf-8')}",
        encoding="utf-8",
    )
    base = clone.commit()
    clone.values["github.event.pull_request.base.sha"] = base
    shutil.copytree(office.signed, clone.folder / "programs" / ID, dirs_exist_ok=True)
    shutil.copytree(office.trust, clone.folder / "trust", dirs_exist_ok=True)
    clone.commit()
    assert clone.step(PULL_REQUEST, "Drafts") == 0, clone.said
    assert DRAFT in words(clone.temp / "drafts" / ID / "order.docx")


@pytest.mark.libreoffice
def test_a_tag_releases_documents_with_their_sums(clone: Clone, office: Office) -> None:
    signed(clone, office)
    draft_too(clone)
    clone.git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert clone.step(RELEASE, "The tag is on the default branch") == 0
    assert clone.step(RELEASE, "Build and verify") == 0, clone.said
    assert clone.step(RELEASE, "Files of the release") == 0, clone.said
    release = clone.folder / "release"
    names = {path.name for path in release.iterdir()}
    assert {f"{ID}.order.docx", f"{ID}.order.pdf", "final.zip", "drafts.zip", "SIGNOFFS.txt", "SHA256SUMS"} <= names
    assert not any(name.startswith("zarechye") for name in names)
    lines = (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert sorted(lines) == sorted(
        f"{hashlib.sha256((release / name).read_bytes()).hexdigest()}  {name}" for name in names - {"SHA256SUMS"}
    )
    with zipfile.ZipFile(release / "drafts.zip") as drafts:
        assert "zarechye-2024/order.pdf" in drafts.namelist()


def test_a_tag_beside_the_default_branch_is_refused(clone: Clone) -> None:
    clone.git("update-ref", "refs/remotes/origin/main", "HEAD")
    clone.git("checkout", "--quiet", "--detach")
    clone.edit(GOALS, "due: 31.12.2026", "due: 30.12.2026")
    clone.commit()
    assert clone.step(RELEASE, "The tag is on the default branch") != 0


def test_gitlab_does_the_same(clone: Clone) -> None:
    base = clone.git("rev-parse", "HEAD")
    clone.edit(GOALS, "due: 31.12.2026", "due: 30.12.2026")
    clone.commit()
    jobs = Workflow(GITLAB).data
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert clone.bash("\n".join(jobs["validate"]["script"]), given) == 0, clone.said
    (found,) = json.loads((clone.folder / "review" / "codequality.json").read_text(encoding="utf-8"))
    assert (found["check_name"], found["location"]["path"]) == ("GOA008", GOALS)
    assert (clone.folder / "review" / "junit.xml").is_file()
    assert clone.bash("\n".join(jobs["review"]["script"]), given) == 0, clone.said
    differences = json.loads((clone.folder / "review" / "differences.json").read_text(encoding="utf-8"))
    assert len(differences["programs"]) == 1
    assert DRAFT in words(clone.folder / "drafts" / ID / "order.docx")


def test_an_office_has_all_that_its_workflows_call(clone: Clone) -> None:
    clone.folder.joinpath("programs").rename(clone.temp / "programs")
    assert clone.bash("munprog init ../office --profile komi-2023", {}) == 0, clone.said
    made = clone.folder.parent / "office"
    for one in OFFICE.glob("*.yml"):
        assert (made / ".github" / "workflows" / one.name).read_bytes() == one.read_bytes()
    assert (made / ".gitlab-ci.yml").read_bytes() == GITLAB.read_bytes()
    assert (made / "tools" / "ci" / "documents.sh").is_file()
    assert clone.bash("python -I -B ../office/tools/ci", {}) == 2
    assert "munprog==" in (made / "requirements.txt").read_text(encoding="utf-8")
    assert "{" not in (made / "requirements.txt").read_text(encoding="utf-8")
