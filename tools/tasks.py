"""The project's tasks, the same on every system: `make build`, `make test` (Windows: `make.cmd`) end here.

Runs before anything is installed, so the standard library has to do. `.venv` is set up at the first task that
needs it, and again when a lock or pyproject.toml changes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
"""Everything of the runtime lock, at the same versions, and the tools that check the project."""


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def setup(lock: Path = DEVELOPMENT) -> None:
    """Bring .venv to the state that the lock describes; nothing to do if it is there already."""
    stamp = VENV / f"{lock.stem}.stamp"
    state = _state(lock)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == state:
        return
    if not any(VENV.glob("*.stamp")) or not PYTHON.exists():
        print("Creating .venv", file=sys.stderr, flush=True)
        venv.create(VENV, clear=True, with_pip=True)
    print(f"Installing {lock.name} into .venv", file=sys.stderr, flush=True)
    _pip("--require-hashes", "--requirement", lock)
    _pip("--no-deps", "--no-build-isolation", "--editable", ROOT)
    _make_docx_readable_in_diffs()
    stamp.write_text(state)


def _state(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _pip(*arguments: str | Path) -> None:
    run(PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input", *arguments)


def _make_docx_readable_in_diffs() -> None:
    """Define the driver that .gitattributes names for `git diff`: git takes no commands from a repository."""
    if shutil.which("git") and (ROOT / ".git").exists():
        python = PYTHON.relative_to(ROOT).as_posix()
        run("git", "config", "diff.docx.textconv", f"{python} tools/docx_text.py")


def build() -> None:
    """Write the documents of all programmes to output/."""
    setup(RUNTIME)
    run(BIN / "munprog", "build")


def test() -> None:
    """Habits, types, layers, pages of rules, then the tests."""
    lint()
    run(PYTHON, "-m", "pytest", "-n", "auto")


def lint() -> None:
    """Habits, types, layers and pages of rules only."""
    setup()
    run(PYTHON, "-m", "ruff", "check")
    run(PYTHON, "-m", "ruff", "format", "--check")
    run(PYTHON, "-m", "mypy")
    run(BIN / "lint-imports")
    run(PYTHON, "tools/rule_pages.py", "--check")
    run(PYTHON, "tools/key_page.py", "--check")
    run(PYTHON, "tools/name_page.py", "--check")


def bench() -> None:
    """Measure this project beside the plain ways."""
    setup()
    run(PYTHON, "benchmarks")


def wheel() -> None:
    """Write the wheel and the source distribution to dist/."""
    setup()
    run(PYTHON, "-m", "hatchling", "build")


def lock() -> None:
    """Resolve both locks anew for all systems and Python versions (needs uv)."""
    if not shutil.which("uv"):
        sys.exit("`make lock` needs uv: python3 -m pip install uv")
    _compile(DEVELOPMENT, "--group", "dev", "--upgrade")
    _compile(RUNTIME, "--group", "build", "--constraints", DEVELOPMENT.name)


def _compile(lock: Path, *options: str) -> None:
    run(
        *("uv", "pip", "compile", "pyproject.toml", "--quiet", "--extra", "fast", *options),
        *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
        *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header"),
        *("--output-file", lock.name),
    )


def clean() -> None:
    """Remove what the tasks have made: .venv, caches, dist/ and the built documents."""
    made = (VENV, ROOT / "dist", ROOT / ".hypothesis", *ROOT.glob(".*_cache"), *(ROOT / "output").glob("*/"))
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)


TASKS: dict[str, Callable[[], None]] = {
    task.__name__: task for task in (setup, build, test, lint, bench, wheel, lock, clean)
}


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is to be told so
        sys.exit("Python 3.11 or newer is needed; name it: make build PYTHON=python3.12")
    if len(sys.argv) != 2 or sys.argv[1] not in TASKS:
        sys.exit("\n".join(f"{name:8}{task.__doc__}" for name, task in TASKS.items()))
    os.environ["PYTHONUTF8"] = "1"
    try:
        TASKS[sys.argv[1]]()
    except subprocess.CalledProcessError as failure:
        sys.exit(failure.returncode)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
