"""A moment by which something must be over, and what is left until then."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mediawright_runtime.timeout import Timeout

_NEARLY = 0.01
"""Seconds that are not worth beginning anything; a transport that was given the rest may end so much before it."""


class Deadline(NamedTuple):
    """A moment by the clock of this process."""

    seconds: float
    """How long it was from the start."""
    moment: float

    @property
    def left(self) -> float:
        """Seconds until then; 0 from then on."""
        left = self.moment - monotonic()
        return left if left > _NEARLY else 0.0

    def clip(self, timeout: Timeout) -> Timeout:
        """Let nothing take longer."""
        return timeout.within(self.left)


def in_seconds(seconds: float) -> Deadline:
    """Set a deadline."""
    return Deadline(seconds, monotonic() + seconds)
