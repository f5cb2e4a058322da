"""How long a saving bears a line that brings little: exchanges that break off, and one that dribbles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.transfer import Trouble

_MOST_TRIES = 6
"""Exchanges that may break off one after the other without progress."""
_PROGRESS = 64 * 1024
"""Bytes that are progress; of a small file a hundredth is."""
_SPAN = 60.0
"""Seconds in which an answer must bring as many, where the timeout does not allow a longer silence."""
_LONGEST_PAUSE = 60.0
"""Seconds; a server that wants to be left alone for longer ends the saving."""


class DribblingError(Exception):
    """An answer brings too little; the message says how little."""


class Patience:
    """Watches what comes of one file, by the bytes that are there."""

    def __init__(self, size: int, now: Callable[[], float], silence: float) -> None:
        self._now = now
        self._span = max(_SPAN, silence)
        self._farthest = size
        self._failures = 0
        self.begin(size)

    def begin(self, size: int) -> None:
        """Count from here: an answer begins, or has brought enough."""
        self._since, self._from = self._now(), size

    def watch(self, size: int, total: int | None) -> None:
        """Look at an answer under way.

        Raises:
            DribblingError: It has brought too little for too long.
        """
        if size - self._from >= _progress(total):
            self.begin(size)
        elif self._now() - self._since > self._span:
            raise DribblingError(f"fewer than {_progress(total)} bytes came in {self._span:g} s")

    def pause(self, size: int, total: int | None, trouble: Trouble) -> float | None:
        """Say how many seconds to wait before the next exchange; None to give up."""
        if size - self._farthest >= _progress(total):
            self._farthest, self._failures = size, 0
        self._failures += 1
        if not trouble.passing or self._failures >= _MOST_TRIES or trouble.pause > _LONGEST_PAUSE:
            return None
        return max(trouble.pause, 2.0 ** (self._failures - 1))


def _progress(total: int | None) -> int:
    return _PROGRESS if total is None else min(_PROGRESS, total // 100 + 1)
