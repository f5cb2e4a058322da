"""The vendor's clock: that of this machine or a test's own, put forward on demand."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FARTHEST = 100 * 365.0 * 86_400


class Clock:
    """Tells the time, in seconds since 1970."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        """Go by a clock; `now` may be one that stands still until a test moves it."""
        self._now = now
        self._ahead = 0.0

    def now(self) -> float:
        """Tell the time."""
        return self._now() + self._ahead

    def advance(self, seconds: float) -> None:
        """Put the clock forward.

        Raises:
            ValueError: Time does not pass so.
        """
        if not (seconds >= 0 and self._ahead + seconds <= _FARTHEST):
            raise ValueError(f"advance={seconds!r} cannot pass; give 0 or more seconds, below a century in all")
        self._ahead += seconds

    def restart(self) -> None:
        """Take back all that it was put forward."""
        self._ahead = 0.0
