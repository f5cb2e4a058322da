"""The wait for a task's end, with a policy of its own.

Trouble on the way (no connection, HTTP 429 or 5xx, an answer that is not JSON) is borne for a while that any good
answer renews. Nothing outlives the deadline: neither a sleep nor an exchange.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediawright_runtime.errors import MediawrightError, VendorError, WaitTimeoutError
from mediawright_runtime.reading import Reading, about, concluded, look
from mediawright_runtime.steps import Sleep, Tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.reading import Query, Trouble
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.steps import Steps

_INTERVAL = 5.0
"""Seconds between two queries where neither caller nor vendor says."""
_JITTER = 0.1
"""How far a pause may lie from the advised one, so that many tasks do not ask at once; the caller's own is kept."""
_BUDGET = 120.0
"""Seconds of trouble that are borne without one good answer."""
_NOT_FOUND_GRACE = 15.0
"""Seconds for which a vendor may not know a new task yet."""
_LAST_LOOK = 1.0
"""Seconds before the deadline at which the last query starts."""
_FIRST_TIMEOUT = 1.0
"""Seconds that the first query always has."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the caller of a wait says of its time, in seconds."""

    timeout: float | None
    interval: float | None = None
    max_polls: int | None = None
    on_progress: Callable[[TaskStatus], object] | None = None


def wait(query: Query, pace: Pace, now: Callable[[], float]) -> Steps[Reading]:
    """Ask until the task ends or the time does."""
    watch = _Watch(query, pace, now)
    try:
        reading = yield from _until_ended(watch)
    except MediawrightError:
        raise
    except BaseException as leaving:  # Ctrl-C, a cancelled coroutine, a listener's own error
        leaving.add_note(f"the task is still running and billed; its token: {query.handle.token}")
        raise
    return concluded(query.handle, reading)


def _until_ended(watch: _Watch) -> Steps[Reading]:
    if watch.first_pause > 0:
        yield Sleep(watch.first_pause)
    while True:
        outcome = yield from look(watch.query, watch.exchange_timeout)
        if isinstance(outcome, Reading):
            watch.see(outcome)
            yield from _tell(watch.pace.on_progress, outcome.status)
            if outcome.status.ended:
                return outcome
        else:
            watch.bear(outcome)
        yield Sleep(watch.next_pause(None if isinstance(outcome, Reading) else outcome))


def _tell(listener: Callable[[TaskStatus], object] | None, status: TaskStatus) -> Steps[None]:
    if listener is not None:
        yield Tell(lambda: listener(status))


class _Watch:
    """What a wait remembers."""

    def __init__(self, query: Query, pace: Pace, now: Callable[[], float]) -> None:
        self.query = query
        self.pace = pace
        self._now = now
        self._started = now()
        self._deadline = math.inf if pace.timeout is None else self._started + pace.timeout
        self._most_polls = math.inf if pace.max_polls is None else pace.max_polls
        self._polls = 0
        self._last: TaskStatus | None = None
        self._trouble_since: float | None = None
        self._was_last_look = False

    @property
    def first_pause(self) -> float:
        """Seconds that a new task needs before a query makes sense; a caller with an interval knows better."""
        delay, created = self.query.handle.lifecycle.initial_delay, self.query.handle.created
        if delay is None or created is None or self.pace.interval is not None:
            return 0.0
        return min(created + delay - self._started, self._deadline - self._started)

    def exchange_timeout(self) -> float:
        """Seconds that the next exchange may take."""
        remaining = self._deadline - self._now()
        return min(self.query.call.timeout, remaining if self._polls else max(remaining, _FIRST_TIMEOUT))

    def see(self, reading: Reading) -> None:
        """Take a good answer."""
        self._polls += 1
        self._last = reading.status
        self._trouble_since = None

    def bear(self, trouble: Trouble) -> None:
        """Take trouble, or raise it where patience has an end."""
        self._polls += 1
        now = self._now()
        if self._trouble_since is None:
            self._trouble_since = now
        borne = now - self._trouble_since < _BUDGET and (trouble.passing or self._may_be_too_new(trouble, now))
        if not borne:
            raise trouble.error from trouble.cause

    def next_pause(self, trouble: Trouble | None) -> float:
        """Seconds until the next query; the last one starts shortly before the deadline."""
        remaining = self._deadline - self._now()
        if self._was_last_look or remaining <= 0 or self._polls >= self._most_polls:
            raise self._timeout()
        pause = max(self._usual_pause(), trouble.pause if trouble else 0.0)
        self._was_last_look = pause >= remaining
        return remaining - min(_LAST_LOOK, remaining / 4) if self._was_last_look else pause

    def _usual_pause(self) -> float:
        if self.pace.interval is not None:
            return self.pace.interval
        spread = random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 (spreads load, guards nothing)
        return (self.query.handle.lifecycle.interval or _INTERVAL) * spread

    def _may_be_too_new(self, trouble: Trouble, now: float) -> bool:
        not_found = isinstance(trouble.error, VendorError) and trouble.error.kind == "not_found"
        return not_found and self._last is None and now - self._started < _NOT_FOUND_GRACE

    def _timeout(self) -> WaitTimeoutError:
        elapsed = self._now() - self._started
        operation = self.query.handle.operation.path
        return about(self.query.handle, WaitTimeoutError(self._last, elapsed, polls=self._polls, operation=operation))
