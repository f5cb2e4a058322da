"""What a flow asks its driver to do: send a request, sleep, tell a listener. A flow itself touches nothing."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from mediawright_runtime.transport import Failure, HttpResponse

if TYPE_CHECKING:
    from mediawright_runtime.request import Request

T = TypeVar("T")


class Send(NamedTuple):
    """Send a request; the driver gives back an answer or a failure."""

    request: Request
    timeout: float
    """Seconds for each phase of the exchange."""


class Sleep(NamedTuple):
    """Let time pass."""

    seconds: float


class Tell(NamedTuple):
    """Call a listener; an asynchronous driver also awaits what it returns."""

    listener: Callable[[], object]


Step: TypeAlias = Send | Sleep | Tell
Steps: TypeAlias = Generator[Step, HttpResponse | Failure | None, T]
"""A flow that ends with a T."""


def at_hand(value: T) -> Steps[T]:
    """End with what is known already; nothing is asked."""
    yield from ()
    return value


def exchange(request: Request, timeout: float) -> Steps[HttpResponse | Failure]:
    """Send a request once."""
    answer = yield Send(request, timeout)
    if answer is None:
        raise TypeError("a driver gives an answer or a failure back for Send")
    return answer
