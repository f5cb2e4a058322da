"""What a flow asks its driver to do: send a request, sleep, tell a listener, block. A flow itself touches nothing."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from mediawright_runtime.transport import Failure, HttpResponse

if TYPE_CHECKING:
    from mediawright_runtime.request import Request
    from mediawright_runtime.timeout import Timeout

T = TypeVar("T")


class Send(NamedTuple):
    """Send a request; the driver gives back an answer or a failure."""

    request: Request
    timeout: Timeout


class Sleep(NamedTuple):
    """Let time pass."""

    seconds: float


class Tell(NamedTuple):
    """Call a listener; an asynchronous driver also awaits what it returns."""

    listener: Callable[[], object]


class Peek(NamedTuple):
    """Send a request and read no more of the answer than this; the driver gives back that, or a failure."""

    request: Request
    timeout: float
    """Seconds for each phase of the exchange."""
    most: int
    """Bytes of the body."""


class Aside(NamedTuple):
    """Do work that blocks; an asynchronous driver does it in a thread."""

    work: Callable[[], object]


class Beginning(NamedTuple):
    """An answer of which no more was read than a `Peek` wants."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes


Step: TypeAlias = Send | Sleep | Tell | Peek | Aside
Steps: TypeAlias = Generator[Step, HttpResponse | Failure | None, T]
"""A flow that ends with a T."""


def at_hand(value: T) -> Steps[T]:
    """End with what is known already; nothing is asked."""
    yield from ()
    return value


def exchange(request: Request, timeout: Timeout) -> Steps[HttpResponse | Failure]:
    """Send a request once."""
    return _answered((yield Send(request, timeout)))


def peek(request: Request, timeout: float, most: int) -> Steps[HttpResponse | Failure]:
    """Send a request once, and read at most so many bytes of its answer."""
    return _answered((yield Peek(request, timeout, most)))


def aside(work: Callable[[], T]) -> Steps[T]:
    """Do work that blocks where it holds nobody up."""
    done: list[T] = []
    yield Aside(lambda: done.append(work()))
    return done[0]


def _answered(answer: HttpResponse | Failure | None) -> HttpResponse | Failure:
    if answer is None:
        raise TypeError("a driver gives an answer or a failure back for a request")
    return answer
