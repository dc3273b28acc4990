"""The run that the forge tells of: its word, unlike the data that the run has left."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from forge.api import Api
from forge.refused import Refused

_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True)
class Run:
    """A finished run of the check: `branch` in `fork`, the repository that the change comes from, stood at `sha`."""

    number: int
    sha: str
    branch: str
    owner: str
    fork: str


def repository() -> str:
    return os.environ["GITHUB_REPOSITORY"]


def api() -> Api:
    headers = {
        "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
        "User-Agent": "munprog-ci",
    }
    return Api(os.environ["GITHUB_API_URL"], headers)


def run() -> Run:
    """The run whose end has called us. Raises Refused for one that checked no change."""
    told = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())["workflow_run"]
    fork = told["head_repository"]
    if told["event"] != "pull_request" or fork is None or not _SHA.fullmatch(told["head_sha"]):
        raise Refused("The run is no check of a pull request")
    return Run(int(told["id"]), told["head_sha"], told["head_branch"], fork["owner"]["login"], fork["full_name"])


def address(run: Run) -> str:
    return f"{os.environ['GITHUB_SERVER_URL']}/{repository()}/actions/runs/{run.number}"


def pull_request(api: Api, run: Run) -> int | None:
    """The one open pull request whose head is what the run has checked.

    `commits/SHA/pulls` knows no commits of forks, hence by branch. A head that has moved on has a run of its own; where
    two pull requests share the head, nobody can tell whose base the differences are to.
    """
    query = urlencode({"state": "open", "head": f"{run.owner}:{run.branch}"})
    found = {int(one["number"]) for one in api.every(f"/repos/{repository()}/pulls?{query}") if _is_of(one, run)}
    return found.pop() if len(found) == 1 else None


def _is_of(pull: Any, run: Run) -> bool:
    head = pull["head"]
    return bool(
        pull["state"] == "open"
        and head["sha"] == run.sha
        and head["repo"]
        and head["repo"]["full_name"] == run.fork
        and pull["base"]["repo"]["full_name"] == repository()
    )
