"""What the workflows may do, and that nobody's text becomes their command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflows.yaml_files import GITLAB, OFFICE, OWN, ROOT, WORKFLOWS, Workflow, label

every = pytest.mark.parametrize("one", WORKFLOWS, ids=label)
both = pytest.mark.parametrize("folder", [OWN, OFFICE], ids=["own", "office"])
ZIZMOR = shutil.which("zizmor", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
RIGHTS = {
    "pull-request": {"review": {"contents": "read"}},
    "comment": {
        "comment": {"actions": "read", "contents": "read", "pull-requests": "write"},
        "scan": {"actions": "read", "contents": "read", "pull-requests": "read", "security-events": "write"},
    },
    "main": {"documents": {"contents": "read"}, "scan": {"contents": "read", "security-events": "write"}},
    "release": {"build": {"contents": "read"}, "publish": {"contents": "write"}},
}


def told(*command: str | Path, text: str = "") -> str:
    """What a checker has to say; nothing if all is well."""
    done = subprocess.run([*map(str, command)], input=text, capture_output=True, encoding="utf-8", timeout=120)
    return done.stdout + done.stderr if done.returncode else ""


def test_both_forges_can_read_them() -> None:
    check = (sys.executable, "-m", "check_jsonschema", "--builtin-schema")
    assert told(*check, "vendor.github-workflows", *(one.path for one in WORKFLOWS)) == ""
    assert told(*check, "vendor.gitlab-ci", "--data-transform", "gitlab-ci", GITLAB) == ""


@pytest.mark.skipif(not ZIZMOR, reason="zizmor is not installed")
def test_zizmor_finds_nothing_to_mend() -> None:
    assert told(str(ZIZMOR), "--offline", "--no-progress", "--persona=regular", *(one.path for one in WORKFLOWS)) == ""


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
def test_shellcheck_finds_nothing_to_mend() -> None:
    assert told("shellcheck", *(ROOT / "tools" / "ci").glob("*.sh")) == ""
    scripts = [step["run"] for one in WORKFLOWS for step in one.steps if "run" in step and step.get("shell") != "cmd"]
    assert [told("shellcheck", "--shell=bash", "-", text=script) for script in scripts] == [""] * len(scripts)


@every
def test_no_text_is_put_into_a_script(one: Workflow) -> None:
    assert [step["run"] for step in one.steps if "${{" in step.get("run", "")] == []
    assert "pull_request_target" not in one.data["on"]


@every
def test_actions_are_named_by_commit_with_their_version(one: Workflow) -> None:
    used = re.findall(r"uses:(.*)", one.text)
    assert used
    assert all(re.fullmatch(r" actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use) for use in used)


def test_one_action_is_of_one_commit_everywhere() -> None:
    used = {use for one in WORKFLOWS for use in re.findall(r"uses: (\S+)", one.text)}
    assert len(used) == len({use.partition("@")[0] for use in used})


@every
def test_nothing_keeps_the_token_and_nothing_runs_for_ever(one: Workflow) -> None:
    checkouts = [step for step in one.steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)
    assert all("timeout-minutes" in job for job in one.data["jobs"].values())
    assert "concurrency" in one.data


@both
@pytest.mark.parametrize("name", RIGHTS)
def test_rights_are_these_and_no_others(folder: Path, name: str) -> None:
    data = Workflow(folder / f"{name}.yml").data
    assert data["permissions"] == {}
    assert {job: content["permissions"] for job, content in data["jobs"].items()} == RIGHTS[name]


def test_the_tests_may_read_alone() -> None:
    data = Workflow(OWN / "ci.yml").data
    assert data["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in data["jobs"].values())


@every
def test_a_token_is_given_to_the_step_that_needs_it_alone(one: Workflow) -> None:
    assert {step["name"] for step in one.steps if "github.token" in str(step)} <= {"Comment", "Upload", "Publish"}
    assert "secrets." not in one.text


@both
def test_who_may_comment_never_has_the_change(folder: Path) -> None:
    one = Workflow(folder / "comment.yml")
    assert one.data["on"]["workflow_run"]["workflows"] == [Workflow(folder / "pull-request.yml").data["name"]]
    for step in one.steps:
        if "uses" in step:
            assert step["with"] == {"persist-credentials": "false", "sparse-checkout": "tools/ci"}
        else:
            assert re.fullmatch(r"python3 -I tools/ci (comment|scan)", step["run"])
            assert step["env"] == {"GITHUB_TOKEN": "${{ github.token }}"}


@pytest.mark.parametrize("name", RIGHTS)
def test_an_office_has_the_same_workflows_but_for_the_installation(name: str) -> None:
    own, office = (Workflow(folder / f"{name}.yml") for folder in (OWN, OFFICE))
    installation = re.compile(r"(?<=- name: Install munprog\n)(?: {8}.*\n)+")
    assert installation.sub("", own.text) == installation.sub("", office.text)
    told_to = installation.findall(office.text)
    assert told_to == ["        run: python -m pip install --quiet --requirement requirements.txt\n"] * len(told_to)


def test_gitlab_shows_tokens_to_the_jobs_that_need_them_alone() -> None:
    jobs = {name: job for name, job in Workflow(GITLAB).data.items() if "script" in job}
    assert {name for name, job in jobs.items() if "MUNPROG_NOTE_TOKEN" in str(job)} == {"note"}
    assert {name for name, job in jobs.items() if "CI_JOB_TOKEN" in str(job)} == {"release documents"}
    final = {name for name, job in jobs.items() if "documents.sh" in str(job["script"])}
    assert final == {"documents", "release documents"}
    assert not any("merge_request" in str(jobs[name]["rules"]) for name in final)
