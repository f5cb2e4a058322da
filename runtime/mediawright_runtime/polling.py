"""The wait for a task's end, with a policy of its own.

Trouble on the way (no connection, HTTP 429 or 5xx, an answer that is not JSON) is borne for a while that any good
answer renews. Nothing outlives the deadline: neither a sleep nor an exchange.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mediawright_runtime.errors import ConfigurationError, MediawrightError, VendorError, WaitTimeoutError
from mediawright_runtime.handle import about
from mediawright_runtime.leaving import interrupted, left
from mediawright_runtime.reading import Reading, concluded, look
from mediawright_runtime.redaction import shown
from mediawright_runtime.schedule import schedule
from mediawright_runtime.steps import Sleep, Tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.call import Call
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.reading import Query, Trouble
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout

_BUDGET = 120.0
"""Seconds of trouble that are borne without one good answer."""
_FEWEST = 4
"""Queries in trouble that end the patience at the earliest, however long the pauses between them are."""
_LONGEST_PAUSE = 3600.0
"""Seconds for which a vendor is left alone at most, whatever it wants."""
_NOT_FOUND_GRACE = 15.0
"""Seconds for which a vendor may not know a new task yet."""
_LAST_LOOK = 1.0
"""Seconds before the deadline at which the last query starts."""
_FIRST_TIMEOUT = 1.0
"""Seconds that the first query always has."""

OnAbandon = Literal["leave", "cancel"]
"""What becomes of a task that is no longer waited for: it goes on, or the vendor is asked once to cancel it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the caller of a wait says of its time, in seconds."""

    timeout: float | None
    interval: float | None = None
    max_polls: int | None = None
    on_progress: Callable[[TaskStatus], object] | None = None
    on_abandon: OnAbandon = "leave"

    def __post_init__(self) -> None:
        """Refuse what cannot work."""
        if self.interval is not None and not self.interval >= 0:
            raise ConfigurationError(f"poll_interval {shown(self.interval)} is not usable; give seconds, 0 or more")
        if self.on_abandon not in {"leave", "cancel"}:
            raise ConfigurationError(f"on_abandon {shown(self.on_abandon)} is not known; give 'leave' or 'cancel'")


def wait(
    query: Query, pace: Pace, now: Callable[[], float], cancel: Call[ResponseModel] | None = None
) -> Steps[Reading]:
    """Ask until the task ends or the time does; `cancel` is sent when the wait is left before."""
    watch = _Watch(query, pace, now)
    try:
        reading = yield from _until_ended(watch)
    except GeneratorExit:
        raise
    except MediawrightError as error:
        yield from left(error, cancel)
        raise
    except BaseException as leaving:  # Ctrl-C, a cancelled coroutine, a listener's own error
        interrupted(leaving, watch.last_words())
        yield from left(leaving, cancel)
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
        yield Sleep(watch.next_pause(outcome.pause))


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
        self._schedule = schedule(query.handle.lifecycle, query.handle.operation)
        self._polls = 0
        self._last: TaskStatus | None = None
        self._trouble_since: float | None = None
        self._troubles = 0
        self._was_last_look = False

    @property
    def first_pause(self) -> float:
        """Seconds that a new task needs before a query makes sense; a caller with an interval knows better."""
        if self.pace.interval is not None:
            return 0.0
        return min(self._schedule.first_pause(self._age()), self._deadline - self._started)

    def exchange_timeout(self) -> Timeout:
        """Say how long the next exchange may take: the caller's timeout, and never beyond the deadline."""
        remaining = self._deadline - self._now()
        return self.query.call.timeout.within(remaining if self._polls else max(remaining, _FIRST_TIMEOUT))

    def see(self, reading: Reading) -> None:
        """Take a good answer."""
        self._polls += 1
        self._last = reading.status
        self._trouble_since = None
        self._troubles = 0

    def bear(self, trouble: Trouble) -> None:
        """Take trouble, or raise it where patience has an end."""
        self._polls += 1
        now = self._now()
        if self._trouble_since is None:
            self._trouble_since = now
        self._troubles += 1
        is_patient = now - self._trouble_since < _BUDGET or self._troubles < _FEWEST
        borne = is_patient and (trouble.passing or self._may_be_too_new(trouble, now))
        if not borne:
            raise trouble.error from trouble.cause

    def next_pause(self, wanted: float) -> float:
        """Seconds until the next query, at least what the vendor wants; the last starts shortly before the deadline."""
        remaining = self._deadline - self._now()
        if self._was_last_look or remaining <= 0 or self._polls >= self._most_polls:
            raise self._timeout()
        pause = max(self._usual_pause(), min(wanted, _LONGEST_PAUSE))
        self._was_last_look = pause >= remaining
        return remaining - min(_LAST_LOOK, remaining / 4) if self._was_last_look else pause

    def last_words(self) -> str:
        """Say how things stand when the wait is left."""
        last = f"last seen {self._last}" if self._last else "its status was never seen"
        elapsed = f"{self._now() - self._started:.1f} s"
        return f"the task is still running and billed after {elapsed} ({last}); its token: {self.query.handle.token}"

    def _usual_pause(self) -> float:
        if self.pace.interval is not None:
            return self.pace.interval
        return self._schedule.pause(self._age(), self._polls)

    def _age(self) -> float | None:
        created = self.query.handle.created
        return None if created is None else self._now() - created

    def _may_be_too_new(self, trouble: Trouble, now: float) -> bool:
        not_found = isinstance(trouble.error, VendorError) and trouble.error.kind == "not_found"
        return not_found and self._last is None and now - self._started < _NOT_FOUND_GRACE

    def _timeout(self) -> WaitTimeoutError:
        elapsed = self._now() - self._started
        operation = self.query.handle.operation.path
        return about(self.query.handle, WaitTimeoutError(self._last, elapsed, polls=self._polls, operation=operation))
