"""What a flow asks its driver to do: send a request, fetch a file, sleep, tell a listener, do slow work, take a lock.

A flow itself touches nothing but the files that it is there to write.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, TypeVar

from mediawright_runtime.transport import Failure, HttpResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.request import Request
    from mediawright_runtime.timeout import Timeout

T = TypeVar("T")


class Send(NamedTuple):
    """Send a request; the driver gives back an answer or a failure."""

    request: Request
    timeout: Timeout


class Sink(Protocol):
    """Receives an answer whose body comes in pieces."""

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Look at the head of the answer, and say whether its body is wanted."""
        ...

    def take(self, piece: bytes) -> object:
        """Take the next piece; an asynchronous driver also awaits what this returns."""
        ...


class Fetch(NamedTuple):
    """Get an address piece by piece; the driver gives back a failure, or nothing."""

    url: str
    headers: Mapping[str, str]
    timeout: Timeout
    """Its total ends with the head of the answer: a large file takes its time."""
    sink: Sink
    bare: bool
    """Whether nothing goes along that the transport adds by itself: the host is foreign."""
    most: float = math.inf
    """Bytes after which the rest is left."""


class Sleep(NamedTuple):
    """Let time pass."""

    seconds: float


class Tell(NamedTuple):
    """Call a listener; an asynchronous driver also awaits what it returns."""

    listener: Callable[[], object]


class Work(NamedTuple):
    """Do what may take its time; an asynchronous driver does it beside the event loop."""

    act: Callable[[], object]


class Lock(Protocol):
    """A lock or semaphore of threads, or one of coroutines, whose `acquire` is awaited."""

    @property
    def acquire(self) -> Callable[..., Any]:
        """Wait until there is room; that of threads takes the seconds to wait at most as `timeout`."""
        ...

    def release(self) -> object:
        """Let the next one in."""
        ...


class Acquire(NamedTuple):
    """Wait for a lock; the driver gives back a failure where that takes too long.

    A driver of one flow stands still for it, one of many goes on with the others.
    """

    lock: Lock
    seconds: float | None = None
    """For which it is waited at most."""

    def too_late(self) -> Failure:
        """Say that the time is over; nothing was sent."""
        return Failure("no", TimeoutError(f"this client's other calls left no room within {self.seconds:g} s"))


Step: TypeAlias = Send | Fetch | Sleep | Tell | Work | Acquire
Steps: TypeAlias = Generator[Step, HttpResponse | Failure | None, T]
"""A flow that ends with a T."""


def at_hand(value: T) -> Steps[T]:
    """End with what is known already; nothing is asked."""
    yield from ()
    return value


def enter(lock: Lock, seconds: float | None) -> Steps[Failure | None]:
    """Wait for a lock for so many seconds at most; a failure says that it was not got."""
    outcome = yield Acquire(lock, seconds)
    return outcome if isinstance(outcome, Failure) else None


def exchange(request: Request, timeout: Timeout) -> Steps[HttpResponse | Failure]:
    """Send a request once."""
    answer = yield Send(request, timeout)
    if answer is None:
        raise TypeError("a driver gives an answer or a failure back for Send")
    return answer


def fetch(step: Fetch) -> Steps[Failure | None]:
    """Fetch once; what comes goes to the step's sink."""
    lost = yield step
    if lost is None or isinstance(lost, Failure):
        return lost
    raise TypeError("a driver gives a failure or nothing back for Fetch")


def work(act: Callable[[], T]) -> Steps[T]:
    """Do slow work, and give what it gives."""
    done: list[T] = []
    yield Work(lambda: done.append(act()))
    return done[0]
