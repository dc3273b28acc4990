"""How far a long run has come: one line on a terminal that is gone when the run is over."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from munprog.cli import output

_WIDTH = 24


class Progress:
    """`Сборка [########----------------] 2 из 6`; nothing where stderr is no terminal."""

    def __init__(self, label: str, total: int = 0) -> None:
        self._label, self._total, self._done = label, total, 0
        self._shown = 0
        self._live = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Progress:
        self._draw()
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._clear()

    def step(self, line: str = "") -> None:
        """One more is done; `line` is said above the bar."""
        self._done += 1
        self._clear()
        if line:
            output.note(line)
        self._draw()

    def reach(self, done: int, total: int) -> None:
        """So many are done, as somebody else counts."""
        if (done, total) != (self._done, self._total):
            self._clear()
            self._done, self._total = done, total
            self._draw()

    def _draw(self) -> None:
        if self._live and self._total > 1:
            full = _WIDTH * self._done // self._total
            text = f"{self._label} [{'#' * full}{'-' * (_WIDTH - full)}] {self._done} из {self._total}"
            text = text[: max(output.terminal_width() - 1, 0)]
            self._shown = len(text)
            output.note(text)

    def _clear(self) -> None:
        # Spaces, not an escape code: an old console of Windows knows none.
        if self._shown:
            output.note(f"\r{' ' * self._shown}\r")
            self._shown = 0
