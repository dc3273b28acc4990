"""Whole processes: validation of the example and --help, against check-jsonschema."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from measure import compare, report

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "programs" / "priozerye-2024"
SCHEMA = ROOT / "schemas" / "plan.schema.json"


def main() -> None:
    tools = Path(sys.executable).parent
    munprog, plain = str(tools / "munprog"), str(tools / "check-jsonschema")
    one_file = (plain, "--schemafile", str(SCHEMA), str(PROGRAM / "plan.yaml"))
    medians = compare(
        {
            "munprog validate (the whole example)": lambda: _run(munprog, "validate", str(PROGRAM)),
            "check-jsonschema (plan.yaml alone)": lambda: _run(*one_file),
        }
    )
    report("Validation as a process", medians, goal=2)
    medians = compare(
        {
            "munprog --help": lambda: _run(munprog, "--help"),
            "check-jsonschema --help": lambda: _run(plain, "--help"),
        }
    )
    report("Help as a process", medians, goal=3)


def _run(*command: str) -> None:
    # As installed: both keep their compiled modules, even where this Python was told to write none.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    main()
