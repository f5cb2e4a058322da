"""How long an exchange may take: each of its phases, and all of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.redaction import shown

_LEAST = 0.01
"""Seconds that an exchange always has; a transport takes no fewer than none."""
_MOST = 1e9
"""Seconds; sockets overflow somewhat above."""


@dataclass(frozen=True, slots=True)
class Timeout:
    """Seconds that one exchange may take.

    `total` has no default: a create that is given up while the vendor works on it is one of which nobody knows whether
    it is charged. A wait bounds each of its queries by its own deadline.

    Args:
        connect: To reach the vendor.
        read: For each wait for more of the answer.
        write: For each piece of the request that is sent.
        pool: To get a free connection.
        total: From the start to the last byte of the answer; a tenth of a second more, in which the transport may say
            itself what went wrong. None: no bound but those of the phases.

    Raises:
        ConfigurationError: One is not a number of seconds above 0.
    """

    connect: float = 10.0
    read: float = 60.0
    write: float = 60.0
    pool: float = 60.0
    total: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot work."""
        for each in fields(self):
            value = getattr(self, each.name)
            if not (each.name == "total" and value is None):
                _check(f"timeout {each.name}={shown(value)}", value)

    @property
    def phases(self) -> tuple[float, float, float, float]:
        """The phases as transports of httpx's shape take them: connect, read, write, pool."""
        return self.connect, self.read, self.write, self.pool

    def within(self, seconds: float) -> Timeout:
        """Let nothing take longer than so many seconds."""
        if seconds == math.inf:
            return self
        most = max(seconds, _LEAST)
        connect, read, write, pool = (min(each, most) for each in self.phases)
        return Timeout(connect, read, write, pool, most if self.total is None else min(self.total, most))


def taken(timeout: float | Timeout | None) -> Timeout | None:
    """Take what a caller gives for a timeout: a number stands for each phase.

    Raises:
        ConfigurationError: It is neither a timeout nor a number of seconds above 0.
    """
    if timeout is None or isinstance(timeout, Timeout):
        return timeout
    _check(f"timeout {shown(timeout)}", timeout)
    return Timeout(timeout, timeout, timeout, timeout)


def _check(what: str, seconds: object) -> None:
    """Refuse what is no number of seconds."""
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not 0 < seconds <= _MOST:
        raise ConfigurationError(f"{what} is not usable; give seconds above 0")
