"""When the next create of a batch may go out: never above its concurrency and rate, and slower after refusals."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.limiter import Window
from mediawright_runtime.steps import Sleep

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.steps import Steps

CONCURRENCY = 4
"""Jobs at once where neither caller nor vendor says."""
_TURN = 0.25
"""Seconds after which a job that found no room looks again."""
_FIRST_HOLD = 1.0
_LONGEST_HOLD = 60.0
"""Seconds without a create after a refusal that names no time: the first, doubled each time, and the longest."""
_LONGEST_WISH = 3600.0
"""Seconds for which creates wait at most where the vendor names a time: a batch must not stand still for ever."""


class Admission:
    """How many jobs are under way, and how many may be: halved by a refusal for the rate, widened by each create."""

    def __init__(self, concurrency: int, rate: float | tuple[int, float] | None, now: Callable[[], float]) -> None:
        if isinstance(concurrency, bool) or concurrency < 1:
            raise ConfigurationError(f"concurrency {concurrency!r} is not usable; give 1 or more")
        self.concurrency = concurrency
        self.under_way = 0
        self._width = float(concurrency)
        self._window = _window(rate)
        self._now = now
        self._held_until = now()
        self._hold = _FIRST_HOLD

    def enter(self, is_over: Callable[[], bool]) -> Steps[bool]:
        """Wait until a create may go out; False where the batch is over before that."""
        while not is_over() and (pause := self._pause()) > 0:
            yield Sleep(pause)
        if is_over():
            return False
        self.under_way += 1
        pause = self._window.book(self._now()) if self._window else 0.0
        if pause > 0:
            yield Sleep(pause)
        if is_over():
            self.leave()
        return not is_over()

    def resume(self) -> None:
        """Count a job that was created earlier."""
        self.under_way += 1

    def leave(self) -> None:
        """Count a job no more."""
        self.under_way -= 1

    def accepted(self) -> None:
        """Widen, by one for each round of creates that the vendor takes."""
        self._width = min(self.concurrency, self._width + 1 / self._width)
        self._hold = _FIRST_HOLD

    def refused(self, retry_after: float | None) -> None:
        """Halve, once for all the refusals of one moment, and let nothing out for a while, an hour at most."""
        now, wish = self._now(), min(retry_after or 0.0, _LONGEST_WISH)
        if now >= self._held_until:
            self._width = max(1.0, self._width / 2)
            self._held_until = now + (wish or _varied(self._hold))
            self._hold = min(2 * self._hold, _LONGEST_HOLD)
        self._held_until = max(self._held_until, now + wish)

    def _pause(self) -> float:
        held = self._held_until - self._now()
        return held if held > 0 else 0.0 if self.under_way < int(self._width) else _TURN


def _varied(pause: float) -> float:
    return pause * random.uniform(1, 1.25)  # noqa: S311 (spreads load, guards nothing)


def _window(rate: float | tuple[int, float] | None) -> Window | None:
    """Make the window of a rate: a number is creates per second, evenly spread."""
    if rate is None:
        return None
    if isinstance(rate, tuple):
        return Window(*rate)
    if not rate > 0:
        raise ConfigurationError(f"rate {rate!r} is not usable; give creates per second, or (count, seconds)")
    return Window(1, 1 / rate)
