"""The workflows as text and as data: those of this repository and those that `munprog init` gives to an office."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
OWN = ROOT / ".github" / "workflows"
OFFICE = ROOT / "templates" / "init" / "_github" / "workflows"
GITLAB = ROOT / "templates" / "init" / "_gitlab-ci.yml"


class _Loader(yaml.BaseLoader):
    """All scalars as text, so that `on` is no truth value; knows `!reference`, which is GitLab's own."""


_Loader.add_constructor("!reference", lambda _, node: {"reference": [one.value for one in node.value]})


@dataclass(frozen=True)
class Workflow:
    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def data(self) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.load(self.text, _Loader)
        return loaded

    @property
    def steps(self) -> list[dict[str, Any]]:
        return [step for job in self.data["jobs"].values() for step in job["steps"]]

    def run(self, name: str) -> tuple[str, dict[str, str]]:
        """Script and environment of the step of this name."""
        (step,) = (one for one in self.steps if one.get("name") == name and "run" in one)
        return str(step["run"]), dict(step.get("env", {}))


WORKFLOWS = [Workflow(path) for folder in (OWN, OFFICE) for path in sorted(folder.glob("*.yml"))]


def label(one: Workflow) -> str:
    return f"{'own' if one.path.parent == OWN else 'office'}-{one.path.stem}"
