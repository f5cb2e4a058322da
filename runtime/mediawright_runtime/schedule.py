"""When to ask how a task stands, where the caller does not say: the vendor's advice, and how long such a task takes.

A new task is asked for at once and once more an interval later, which finds what fails early. Then it is left alone
until it may be done, and asked for at the vendor's interval, or else ever less often the older it is.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from mediawright_runtime.declarations import Lifecycle, Operation

_INTERVAL = 5.0
"""Seconds between two queries where the vendor advises none and nobody knows how long a task takes."""
_SHORTEST, _LONGEST = 1.5, 5.0
"""Seconds between two queries where only the usual duration is known."""
_SHARE_OF_AGE = 0.04
"""What a pause may add to the age of a task, where only the usual duration is known."""
_LEAD = 0.44
"""The share of the middle of the usual durations in which hardly a task ends (simulated: 1 of 50)."""
_EARLY_LOOKS = 2
_JITTER = 0.1
"""How far a pause may lie from the advised one, so that many tasks do not ask at once."""


class Schedule(NamedTuple):
    """What is known of a task's time, in seconds."""

    interval: float | None
    initial_delay: float | None
    expected: tuple[float, float] | None

    def first_pause(self, age: float | None) -> float:
        """Say how long to wait before the first query of a task of this age."""
        return 0.0 if self.initial_delay is None or age is None else self.initial_delay - age

    def pause(self, age: float | None, looks: int) -> float:
        """Say how long to wait for the next query of a task of this age, after so many."""
        usual = self._usual(age) * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 (spreads load, guards nothing)
        if self.expected is None or age is None or looks < _EARLY_LOOKS:
            return usual
        return max(usual, _LEAD * sum(self.expected) / 2 - age)

    def _usual(self, age: float | None) -> float:
        if self.interval is not None:
            return self.interval
        if self.expected is None or age is None:
            return _INTERVAL
        return min(max(_SHORTEST, _SHARE_OF_AGE * age), _LONGEST)


def schedule(lifecycle: Lifecycle, operation: Operation[Any]) -> Schedule:
    """Take what lifecycle and operation declare of a task's time."""
    return Schedule(lifecycle.interval, lifecycle.initial_delay, operation.expected or lifecycle.expected)
