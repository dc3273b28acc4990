"""Workers of a build."""

from __future__ import annotations

import signal
from concurrent.futures import ProcessPoolExecutor

from munprog.build.run import begin_work


def test_workers_leave_ctrl_c_to_their_parent() -> None:
    with ProcessPoolExecutor(1, initializer=begin_work) as pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() is signal.SIG_IGN
