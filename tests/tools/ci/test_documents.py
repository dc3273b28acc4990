"""tools/ci/documents.sh: nothing but what was built here is handed on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "tools" / "ci" / "documents.sh"


@pytest.mark.skipif(not shutil.which("bash") or os.name == "nt", reason="a script of the runners, which have bash")
def test_what_the_repository_holds_under_the_names_of_results_goes(tmp_path: Path) -> None:
    (tmp_path / "programs" / "one").mkdir(parents=True)
    (tmp_path / "programs" / "one" / "program.yaml").write_text("id: one\n")
    for folder in ("final", "drafts"):
        (tmp_path / folder / "one").mkdir(parents=True)
        (tmp_path / folder / "one" / "order.docx").write_bytes(b"x")
    secret = tmp_path / "secret"
    secret.write_text("kept")
    (tmp_path / "SIGNOFFS.txt").symlink_to(secret)
    commands = tmp_path / "bin"
    commands.mkdir()
    # Nobody has signed: `verify` fails, `build` is seen with what it was asked for.
    (commands / "munprog").write_text('#!/bin/sh\nif [ "$1" = verify ]; then exit 1; fi\necho "$@" > asked\n')
    (commands / "munprog").chmod(0o755)
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(["bash", str(SCRIPT), "HEAD"], cwd=tmp_path, check=True, env={**os.environ, "PATH": path})
    assert not (tmp_path / "final").exists()
    assert not (tmp_path / "drafts").exists()
    assert secret.read_text() == "kept"
    assert (tmp_path / "asked").read_text() == "build --draft --force --output drafts programs/one\n"
