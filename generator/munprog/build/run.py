"""Many programmes, several at a time; what is fresh costs next to nothing."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING

from munprog.build.keeping import keep
from munprog.build.task import Outcome, Task

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def cores() -> int:
    """The processors that this process may use: in a container they are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def build_all(tasks: Iterable[Task], *, jobs: int = 1) -> Iterator[Outcome]:
    """Build programmes in the order given, `jobs` at a time. Raises `OSError` where the output cannot be written."""
    known = [(task, task.content()) for task in tasks]
    kept = [keep(*one) for one in known]
    stale = [one for one, outcome in zip(known, kept, strict=True) if outcome is None]
    workers = min(jobs, len(stale))
    with _pool(workers) if workers > 1 else nullcontext() as pool:
        made = iter(pool.map(build, stale) if pool else map(build, stale))
        for outcome in kept:
            yield outcome or _next(made)


def build(known: tuple[Task, str]) -> Outcome:
    """Render and write what is stale of one programme, given with the digest of its content."""
    # Imported here: where all is fresh nothing of it is needed.
    from munprog.build.making import make

    return make(*known)


def begin_work() -> None:
    """Ctrl-C reaches workers too: it is the parent that ends the run, while they finish what they have begun.

    Of a parent that was killed they hear nothing, so they look after it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _pool(workers: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, initializer=begin_work)


def _next(made: Iterator[Outcome]) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return next(made)
    except BrokenProcessPool:
        raise ChildProcessError(errno.ECHILD, "a worker was killed") from None
