"""The locks install anywhere, and only what they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return dict(line.rstrip(" \\").split("==", 1) for line in lines if not line.startswith(" "))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", text)[0].replace(".", "-").lower() for text in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_version_has_hashes_and_nothing_else_is_in_the_lock(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entry = r"[a-z0-9-]+==[\w.]+( ; [\w\s'.<>=!()]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n"
    assert re.fullmatch(f"({entry})+", text)


def test_runtime_versions_are_those_that_are_tested() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_locks_cover_what_the_project_asks_for() -> None:
    runtime = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["fast"]
    groups = PROJECT["dependency-groups"]
    development = [entry for entry in groups["dev"] if isinstance(entry, str)]
    assert names(runtime + groups["build"]) <= pins("requirements.lock").keys()
    assert names(development) <= pins("requirements-dev.lock").keys()
