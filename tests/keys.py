"""SSH keys of people who sign, made anew for each run, and the trust that knows them."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from munprog.cli import main
from tests.conftest import EXAMPLE

PEOPLE = {
    "author": ("Е. П. Брусничкина", "Заместитель начальника Управления образования", "18.12.2023"),
    "head": ("А. В. Озерова", "Начальник Управления образования", "20.12.2023"),
    "registrar": ("Н. А. Озёрная", "Делопроизводитель", "25.12.2023"),
}
"""Role → who signs in it, and when."""


def make_key(path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", path.name, "-f", str(path)], check=True)
    return path


@dataclass(frozen=True)
class Office:
    """The keys by role, the folder of the trust, and the example signed by everybody."""

    keys: dict[str, Path]
    trust: Path
    signed: Path

    def built(self) -> Path:
        """The final documents of the signed example, built once."""
        output = self.signed.parents[1] / "output"
        if not output.exists():
            arguments = ["build", str(self.signed), "--final", "--trust", str(self.trust)]
            result = CliRunner().invoke(main, arguments)
            assert result.exit_code == 0, result.output
        return output / self.signed.name


def make_office(folder: Path) -> Office:
    if not shutil.which("ssh-keygen") and not os.environ.get("CI"):
        pytest.skip("ssh-keygen (openssh-client) is not installed")
    folder.mkdir()
    keys = {role: make_key(folder / role) for role in (*PEOPLE, "stranger")}
    trust = folder / "trust"
    trust.mkdir()
    public = {role: keys[role].with_suffix(".pub").read_text("utf-8") for role in PEOPLE}
    signers = "".join(f"{role}@uo.example.org {key}" for role, key in public.items())
    (trust / "allowed_signers").write_text(signers, "utf-8")
    (trust / "roles.yaml").write_text(
        "needed: [author, head]\nprincipals:\n"
        + "".join(f"  {role}@uo.example.org:\n    roles: [{role}]\n" for role in PEOPLE),
        "utf-8",
    )
    return Office(keys, trust, _signed(folder, keys))


def _signed(folder: Path, keys: dict[str, Path]) -> Path:
    """A copy of the example with date and number, signed in all roles."""
    copy = folder / "programs" / EXAMPLE.name
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".munprog"))
    with (copy / "order.yaml").open("a", encoding="utf-8") as order:
        order.write("registration:\n  date: 25.12.2023\n  number: 381-од\n")
    for role, (name, position, day) in PEOPLE.items():
        who = ["--name", name, "--position", position, "--date", day]
        result = CliRunner().invoke(main, ["sign", str(copy), "--role", role, *who, "--key", str(keys[role])])
        assert result.exit_code == 0, result.output
    return copy
