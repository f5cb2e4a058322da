"""Where the name of a host leads."""

from __future__ import annotations

import math
import socket
from functools import partial
from typing import TYPE_CHECKING

from mediawright_runtime.bound import bounded
from mediawright_runtime.steps import work

if TYPE_CHECKING:
    from mediawright_runtime.hosts import Host
    from mediawright_runtime.steps import Steps


def resolved(host: Host, within: float = math.inf) -> Steps[tuple[str, ...]]:
    """Find the addresses of a host; none where its name is not known here.

    Raises:
        TimeoutError: So many seconds are over.
    """
    act = partial(_resolve, host)
    return (yield from work(act if within == math.inf else partial(bounded, act, within)))


def _resolve(host: Host) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host.name.strip("[]"), host.port, type=socket.SOCK_STREAM)
    except OSError:
        return ()  # a proxy may know the name, and a connection without one fails by itself
    return tuple(str(address[0]) for *_, address in found)
