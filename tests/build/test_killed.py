"""A build that is killed at any moment harms nothing: the next one makes what an undisturbed build makes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from munprog.build import Task, build_all

from .conftest import edit, task_of, tree

SMALL = Path(__file__).parents[2] / "programs" / "chernotal-2020"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def forked(work: Callable[[], object]) -> int:
    """The work in a process of its own; its status of waitpid."""
    pid = os.fork()
    if not pid:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1]


def build_and_die(task: Task, at: int) -> None:
    """Build, and be killed at the `at`th call to the system that has to do with the output."""
    seen = 0

    def hook(_: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if any(str(task.output) in str(one) for one in arguments):
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    list(build_all([task]))


@pytest.mark.parametrize("former", [False, True], ids=["into an empty folder", "over a former build"])
def test_killed_at_every_call_to_the_system(tmp_path: Path, former: bool) -> None:
    small = tmp_path / "programs" / SMALL.name
    shutil.copytree(SMALL, small)
    older = task_of(small, tmp_path / "older")
    edit(small / "program.yaml", "\ntitle: ", "\ntitle: Новая ")
    wanted = task_of(small, tmp_path / "wanted")
    for task in (older, wanted):
        assert not next(build_all([task])).findings
    for at in range(1, 200):
        output = tmp_path / f"output-{at}"
        if former:
            output.mkdir()
            for name, data in tree(older.output).items():
                (output / name).write_bytes(data)
        task = Task(wanted.folder, output, wanted.program, wanted.profile)
        status = forked(lambda task=task, at=at: build_and_die(task, at))  # type: ignore[misc]
        if not status:
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
        list(build_all([task]))
        assert tree(output) == tree(wanted.output), f"killed at call {at}"
    else:
        pytest.fail("the build never came to its end")
    assert at > 20


def test_two_builds_at_once(example: Path, tmp_path: Path) -> None:
    task = task_of(example, tmp_path / "output", force=True)
    alone = task_of(example, tmp_path / "alone")
    list(build_all([alone]))

    def again_and_again() -> None:
        for _ in range(5):
            (task.output / "order.docx").unlink(missing_ok=True)
            list(build_all([task]))

    first = os.fork()
    if not first:
        try:
            again_and_again()
            os._exit(0)
        finally:
            os._exit(1)
    again_and_again()
    assert os.waitpid(first, 0)[1] == 0
    list(build_all([task]))
    assert tree(task.output) == tree(alone.output)


PARENT = """
import os, sys
from munprog.build.run import _pool
def tell(_):
    return os.getpid()
if __name__ == "__main__":
    with _pool(2) as pool:
        print(*{*pool.map(tell, range(50))}, flush=True)
        sys.stdin.read()
"""


def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, "utf-8")
    parent = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert parent.stdin
    assert parent.stdout
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert workers
    parent.kill()
    parent.wait()
    parent.stdin.close()
    parent.stdout.close()
    deadline = time.monotonic() + 20
    while any(map(alive, workers)):
        assert time.monotonic() < deadline, "a worker goes on"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    # What has ended and waits to be reaped is not alive.
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
