"""Steps of the workflows at work: in a clone with a prepared pull request, as a runner starts them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE
from tests.keys import Office, make_office
from tests.workflows.yaml_files import ROOT, Workflow

NO_SIGN = (
    "-c",
    "user.name=Т",
    "-c",
    "user.email=t@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "tag.gpgsign=false",
)


@dataclass
class Clone:
    """`values` are what the expressions of the workflows stand for."""

    folder: Path
    temp: Path
    path: str
    values: dict[str, str] = field(default_factory=dict)
    said: str = ""

    def git(self, *arguments: str) -> str:
        command = ["git", *NO_SIGN, *arguments]
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.strip()

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def commit(self, *arguments: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "правка", *arguments)
        return self.git("rev-parse", "HEAD")

    def step(self, workflow: Workflow, name: str) -> int:
        script, environment = workflow.run(name)
        return self.bash(script, {key: self.value(text) for key, text in environment.items()})

    def bash(self, script: str, environment: dict[str, str]) -> int:
        given = {
            "PATH": self.path,
            "PYTHONPATH": str(ROOT / "generator"),
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            **environment,
        }
        kept = {name: os.environ[name] for name in ("SSH_AUTH_SOCK", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.folder,
            env={**kept, **given},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )
        self.said = done.stdout
        return done.returncode

    def value(self, text: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: self.values[found[1]], text)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_office(tmp_path_factory.mktemp("office") / "keys")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """The example and the scripts of CI, committed; `munprog` and `python` are those of the tests."""
    if os.name == "nt" or not shutil.which("bash") or not shutil.which("git"):
        pytest.skip("runs on Linux, with bash and git")
    folder, temp, programs = tmp_path / "clone", tmp_path / "temp", tmp_path / "bin"
    for made in (folder, temp, programs):
        made.mkdir()
    for name, start in (("munprog", "-m munprog"), ("python", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {start} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    shutil.copytree(EXAMPLE, folder / "programs" / EXAMPLE.name, ignore=shutil.ignore_patterns(".munprog"))
    shutil.copytree(ROOT / "tools" / "ci", folder / "tools" / "ci", ignore=shutil.ignore_patterns("__pycache__"))
    found = Clone(folder, temp, f"{programs}{os.pathsep}{os.environ['PATH']}")
    found.git("init", "--quiet", "--initial-branch=main")
    found.values = {
        "github.event.pull_request.base.sha": found.commit(),
        "github.event.repository.default_branch": "main",
        "runner.temp": str(temp),
    }
    return found
