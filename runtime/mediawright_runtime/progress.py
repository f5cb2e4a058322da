"""Shows how a batch stands: a bar on a terminal, a plain line every few seconds elsewhere.

One line that overwrites itself is all that is shown, so no library for it comes along.
"""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from mediawright_runtime.outcome import Progress

_CELLS = 24
_PLAIN_EVERY = 5.0
_BAR_EVERY = 0.1
"""Seconds between two showings."""
_CLEAR = "\x1b[K"


class Display:
    """Shows the progress of one batch on a stream, standard error if none is given."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._bar = self._stream.isatty()
        self._shown_at = -math.inf
        self._last: Progress | None = None

    def show(self, progress: Progress) -> None:
        """Show how the batch stands, if it is time."""
        self._last = progress
        if progress.elapsed - self._shown_at >= (_BAR_EVERY if self._bar else _PLAIN_EVERY):
            self._write(progress)

    def close(self) -> None:
        """Show how it ended."""
        if self._last is not None:
            self._write(self._last)
            self._stream.write("\n" if self._bar else "")
            self._stream.flush()

    def _write(self, progress: Progress) -> None:
        self._shown_at = progress.elapsed
        self._stream.write(f"\r{bar(progress)}{progress}{_CLEAR}" if self._bar else f"{progress}\n")
        self._stream.flush()


def bar(progress: Progress) -> str:
    """Draw how much has ended; nothing where nobody knows of how much."""
    ended = progress.done + progress.failed
    if progress.queued is None:
        return ""
    total = progress.queued + progress.running + ended
    filled = _CELLS * ended // total if total else _CELLS
    return f"[{'#' * filled}{'.' * (_CELLS - filled)}] {ended}/{total}: "
