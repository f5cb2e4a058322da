"""Ends an exchange at its total, whatever it waits for.

No transport of httpx's shape does it: their timeouts begin anew with each byte, and finding a name has none at all. So
a synchronous exchange with a total runs in a thread of its own, which is left behind when the time is over and ends
with its connection; an asynchronous one is cancelled.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from concurrent.futures import Future

T = TypeVar("T")

_waited_for: ContextVar[Future[Any] | None] = ContextVar("mediawright_waited_for", default=None)
"""What the thread of an exchange is to give."""

_GRACE = 0.1
"""Seconds in which the transport may say itself what went wrong: it knows whether anything was delivered."""


def bounded(exchange: Callable[[], T], total: float, late: Callable[[T], object] | None = None) -> T:
    """Make an exchange within so many seconds; what it gives when nobody waits for it any more goes to `late`.

    Raises:
        TimeoutError: They are over.
    """
    from concurrent.futures import Future  # noqa: PLC0415 (weight: needed only where a total is set)
    from contextvars import copy_context  # noqa: PLC0415 (weight: needed only where a total is set)
    from threading import Thread  # noqa: PLC0415 (weight: needed only where a total is set)

    outcome: Future[T] = Future()
    Thread(target=copy_context().run, args=(_settle, outcome, exchange, late), daemon=True).start()
    try:
        return outcome.result(total + _GRACE)
    except TimeoutError:
        if outcome.cancel():
            raise _over(total) from None
        return outcome.result()
    finally:
        outcome.cancel()


async def abounded(exchange: Awaitable[T], total: float) -> T:
    """Make an exchange within so many seconds, as `bounded` does."""
    from asyncio import timeout  # noqa: PLC0415 (weight: synchronous clients do without asyncio)

    bound = timeout(total + _GRACE)
    try:
        async with bound:
            return await exchange
    except TimeoutError:
        if not bound.expired():
            raise
        raise _over(total) from None


def _settle(outcome: Future[T], exchange: Callable[[], T], late: Callable[[T], object] | None) -> None:
    _waited_for.set(outcome)
    try:
        value = exchange()
    except BaseException as error:  # noqa: BLE001 (whoever waits for the outcome raises it again)
        if outcome.set_running_or_notify_cancel():
            outcome.set_exception(error)
        return
    if outcome.set_running_or_notify_cancel():
        outcome.set_result(value)
    elif late is not None:
        late(value)


def gate(event: str, _facts: object) -> None:
    """Keep a thread that nobody waits for any more from sending; a trace of httpcore calls it before each phase.

    Raises:
        TimeoutError: The time was over before anything went out.
    """
    outcome = _waited_for.get()
    if event.endswith("send_request_headers.started") and outcome is not None and outcome.cancelled():
        raise TimeoutError("the time was over before the request went out")


def _over(total: float) -> TimeoutError:
    return TimeoutError(f"no whole answer within {total:g} s")
