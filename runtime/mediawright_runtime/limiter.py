"""Limits of a client: how many of its requests go out at once, and how many in any span of time."""

from __future__ import annotations

import math
import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.steps import Send, Sleep, enter
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.declarations import Limits
    from mediawright_runtime.steps import Lock as Room
    from mediawright_runtime.steps import Step, Steps
    from mediawright_runtime.transport import HttpResponse

T = TypeVar("T")

_LEAST = 1.0
"""Seconds that an exchange always has: a wait looks at least once."""


class Window:
    """Lets at most so many begin in any span of so many seconds, whichever threads they are of."""

    __slots__ = ("_begun", "_seconds", "_turn")

    def __init__(self, count: int, seconds: float) -> None:
        """Refuse what lets nothing begin."""
        if count < 1 or not 0 < seconds < math.inf:
            raise ConfigurationError(
                f"a rate of {count!r} in {seconds!r} s is not usable; give a count from 1 and seconds"
            )
        self._begun: deque[float] = deque(maxlen=count)
        self._seconds = seconds
        self._turn = Lock()

    def book(self, now: float) -> float:
        """Take the next place, and say in how many seconds it is."""
        with self._turn:
            full = len(self._begun) == self._begun.maxlen
            moment = max(now, self._begun[0] + self._seconds) if full else now
            self._begun.append(moment)
        return moment - now


class Limiter:
    """What every request of a client and its copies passes."""

    __slots__ = ("_now", "_room", "_window")

    def __init__(self, room: Room | None, window: Window | None, now: Callable[[], float]) -> None:
        self._room = room
        self._window = window
        self._now = now

    def within(self, steps: Steps[T], timeout: float | None = None) -> Steps[T]:
        """Run a flow whose requests wait for their turn; none starts after so many seconds."""
        deadline = math.inf if timeout is None else self._now() + timeout
        try:
            step = next(steps)
            while True:
                try:
                    answer = yield from self._passed(step, deadline)
                except BaseException as error:  # noqa: BLE001 (the flow raises it again)
                    step = steps.throw(error)
                else:
                    step = steps.send(answer)
        except StopIteration as end:
            value: T = end.value
            return value

    def _passed(self, step: Step, deadline: float) -> Steps[HttpResponse | Failure | None]:
        if not isinstance(step, Send):
            return (yield step)
        if self._room is None:
            return (yield from self._in_turn(step, deadline))
        remaining = None if deadline == math.inf else max(0.0, deadline - self._now())
        late = yield from enter(self._room, remaining)
        if late is not None:
            return late
        try:
            return (yield from self._in_turn(step, deadline))
        finally:
            self._room.release()

    def _in_turn(self, step: Send, deadline: float) -> Steps[HttpResponse | Failure | None]:
        """Send when the rate allows; what would be too late then is not sent, and surely never arrived."""
        pause = self._window.book(self._now()) if self._window else 0.0
        remaining = deadline - self._now()
        if pause > 0:
            yield Sleep(max(0.0, min(pause, remaining)))
        if 0 < pause >= remaining:
            return Failure("no", TimeoutError("the client's own rate leaves no time for it"))
        return (yield step._replace(timeout=step.timeout.within(max(deadline - self._now(), _LEAST))))


def made_of(
    limits: Limits, lock: Callable[[int], Room] | None, now: Callable[[], float] = time.monotonic
) -> Limiter | None:
    """Make what keeps limits; nothing where they say nothing of requests.

    Raises:
        ConfigurationError: A limit lets nothing pass.
    """
    if limits.concurrent_requests is not None and limits.concurrent_requests < 1:
        raise ConfigurationError(f"concurrent_requests {limits.concurrent_requests!r} is not usable; give 1 or more")
    room = lock(limits.concurrent_requests) if lock and limits.concurrent_requests else None
    window = Window(*limits.rate) if limits.rate else None
    return Limiter(room, window, now) if room or window else None
