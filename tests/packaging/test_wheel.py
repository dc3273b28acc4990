"""The wheel, installed outside the repository, is the whole tool: its data travel with it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from munprog import resources

ROOT = Path(__file__).resolve().parents[2]
DATA = {"schemas": "schemas", "templates": "templates", ".vscode": "vscode", "tools/ci": "ci"}
"""Folder of the repository → its name among the data of the wheel."""
DOCUMENTS = {"order.docx", "program.docx", "roadmap.docx", "approval_sheet.docx"}


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel, and a folder to work in."""

    bin: Path
    workspace: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        foreign = ("PYTHON", "VIRTUAL_ENV", "MUNPROG_")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        return subprocess.run(
            [self.bin / command[0], *command[1:]],
            cwd=self.workspace,
            env=environment | {"PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def munprog(self, *arguments: str) -> str:
        """What the command printed; its exit code is 0."""
        done = self.run("munprog", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def python(*arguments: str | Path, by: Path | str = sys.executable) -> str:
    done = subprocess.run((by, *arguments), cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    python("-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    return next(folder.glob("munprog-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv")
    bin_ = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python("-m", "pip", "--python", bin_ / "python", "install", "--no-index", "--no-deps", wheel)
    borrow_dependencies(bin_)
    workspace = home / "elsewhere"
    workspace.mkdir()
    return Installed(bin_, workspace)


def borrow_dependencies(bin_: Path) -> None:
    """Tests use no network: the running environment lends its libraries. It does not lend the checkout, which
    stands in a path file, as those are followed only in an environment's own folder."""
    own = python("-c", "import sysconfig; print(sysconfig.get_path('purelib'))", by=bin_ / "python")
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(own) / "borrowed.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")


def test_wheel_carries_the_data_as_they_are_in_the_repository(wheel: Path) -> None:
    expected = {
        f"munprog/_data/{name}/{path.relative_to(ROOT / folder).as_posix()}": path.read_bytes()
        for folder, name in DATA.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as archive:
        carried = {name: archive.read(name) for name in archive.namelist() if "/_data/" in name}
    assert {"munprog/_data/schemas/profiles/komi-2023.yaml"} < expected.keys()
    assert carried == expected


def test_wheel_carries_nothing_but_the_package(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"munprog", f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}


def test_installed_tool_reads_its_own_data(installed: Installed) -> None:
    shown = installed.run("python", "-c", "from munprog import resources; print(resources.SCHEMAS)")
    schemas = Path(shown.stdout.strip())
    assert schemas.is_relative_to(installed.bin.parent)
    assert schemas.is_dir()


def test_checkout_reads_the_data_beside_it() -> None:
    assert resources.SCHEMAS == ROOT / "schemas"
    assert resources.TEMPLATES == ROOT / "templates"


def test_help(installed: Installed) -> None:
    shown = installed.munprog("--help")
    assert all(command in shown for command in ("validate", "build", "new", "explain", "fmt"))


def test_a_workspace_is_made_and_works_at_once(installed: Installed) -> None:
    installed.munprog("init", "kray", "--profile", "komi-2023")
    own = Installed(installed.bin, installed.workspace / "kray")
    own.munprog("new", "priozer", "--profile", "komi-2023")
    own.munprog("validate")
    own.munprog("templates", "check")
    own.munprog("build")
    assert (own.workspace / "output" / "priozer" / "order.docx").is_file()


def test_new_programme_is_made_validated_and_built(installed: Installed) -> None:
    installed.munprog("new", "priozer", "--profile", "komi-2023")
    assert (installed.workspace / "programs" / "priozer" / "program.yaml").is_file()
    installed.munprog("validate")
    installed.munprog("build")
    written = {path.name for path in (installed.workspace / "output" / "priozer").iterdir()}
    assert written == DOCUMENTS | {"manifest.json"}
