"""A started task: how it stands, the wait for its end, its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.polling import OnAbandon, Pace
from mediawright_runtime.reading import concluded
from mediawright_runtime.result import AsyncResult, Found, Result
from mediawright_runtime.status import TaskStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.driver import AsyncDriver, Driver
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.session import Session

__all__ = ["AsyncTask", "Task", "TaskStatus"]

D = TypeVar("D", "Driver", "AsyncDriver")

_TIMEOUT = 600.0


class _Started(Generic[D]):
    """What both kinds of task share."""

    __slots__ = ("_idempotency_key", "_ids", "_token", "_told", "_work", "reported")

    def __init__(self, driver: D, session: Session, handle: Handle, told: Reading | None = None) -> None:
        self._ids = handle.ids
        self._idempotency_key = handle.idempotency_key
        self.reported: TaskStatus | None = told.status if told else None
        """How the task stands as its callback says; None for a task of which no callback told."""
        self._told = told
        self._token: str | None = None
        self._work: tuple[D, Session, Handle] | None = (driver, session, handle)

    @property
    def id(self) -> str:
        """The vendor's identifier; several are joined by slashes."""
        return "/".join(map(str, self._ids.values()))

    @property
    def ids(self) -> Mapping[str, str]:
        """The vendor's identifiers, by the keywords of its query."""
        return {keyword: str(id_) for keyword, id_ in self._ids.items()}

    @property
    def idempotency_key(self) -> str | None:
        """The key that its create carried; None where the vendor takes none, and for a task that comes from a token."""
        return self._idempotency_key

    @property
    def token(self) -> str:
        """The task as a short text without secrets: keep it, and give it to `client.resume()` later or elsewhere."""
        return self._token or self._at_work()[2].token

    @property
    def handle(self) -> Handle:
        """What identifies the task, for flows of its client."""
        return self._at_work()[2]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.token})"

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        """Pickle what identifies the task; a client with its credentials stays where it is."""
        kept = {name: getattr(self, name) for name in ("_idempotency_key", "_ids", "reported")}
        return None, {**kept, "_token": self.token, "_told": None, "_work": None}

    def _at_work(self) -> tuple[D, Session, Handle]:
        if self._work is None:
            raise ConfigurationError(
                "this task comes from a pickle, which holds no credentials; use client.resume(task.token)"
            )
        return self._work

    def _known(self) -> Found | None:
        """Take the result from the callback that told of it, if it did."""
        told, handle = self._told, self._at_work()[2]
        if told is None or not told.status.ended:
            return None
        found = found_of(handle, concluded(handle, told))
        return found if found.outputs else None


def found_of(handle: Handle, reading: Reading) -> Found:
    """Take the work of a task that succeeded."""
    return Found(handle.id, handle.id, reading.outputs, reading.answer, handle)


class Task(_Started["Driver"]):
    """A started task."""

    __slots__ = ()

    def status(self) -> TaskStatus:
        """Ask once how the task stands."""
        driver, session, handle = self._at_work()
        return driver.run(session.status(handle))

    def result(self) -> Result:
        """Ask once for the result; nothing is sent where a callback brought it.

        Raises:
            NotFinishedError: The task goes on.
            TaskFailedError: The task ended without a result.
        """
        driver, session, handle = self._at_work()
        found = self._known() or found_of(handle, driver.run(session.result(handle)))
        return Result(driver, session, found)

    def cancel(self) -> None:
        """Ask the vendor to cancel the task; whether it does, `status()` tells.

        Raises:
            UnsupportedError: The vendor documents no way to cancel; nothing was sent.
        """
        driver, session, handle = self._at_work()
        driver.run(session.cancel(handle))

    def wait(
        self,
        timeout: float | None = _TIMEOUT,
        *,
        poll_interval: float | None = None,
        max_polls: int | None = None,
        on_progress: Callable[[TaskStatus], object] | None = None,
        on_abandon: OnAbandon = "leave",
    ) -> Result:
        """Wait for the end, and give the result.

        Args:
            timeout: Seconds after which waiting ends, though the task goes on; None waits for ever.
            poll_interval: Seconds between two queries; without it the vendor's advice.
            max_polls: Queries after which waiting ends.
            on_progress: Receives the status after each query.
            on_abandon: What becomes of the task if the wait ends before it does (its time is up, Ctrl-C, an error):
                "leave" lets it go on, "cancel" asks the vendor once to cancel it.

        Raises:
            UnsupportedError: The vendor documents no way to cancel; nothing was asked.
            WaitTimeoutError: The task has not ended; the error's `token` leads back to it.
            TaskFailedError: The task ended without a result.
        """
        driver, session, handle = self._at_work()
        pace = Pace(timeout, poll_interval, max_polls, on_progress, on_abandon)
        found = self._known() or found_of(handle, driver.run(session.wait(handle, pace, driver.now)))
        return Result(driver, session, found)


class AsyncTask(_Started["AsyncDriver"]):
    """A started task, for asynchronous clients."""

    __slots__ = ()

    async def status(self) -> TaskStatus:
        """Ask once how the task stands."""
        driver, session, handle = self._at_work()
        return await driver.run(session.status(handle))

    async def result(self) -> AsyncResult:
        """Ask once for the result, as `Task.result` does."""
        driver, session, handle = self._at_work()
        found = self._known() or found_of(handle, await driver.run(session.result(handle)))
        return AsyncResult(driver, session, found)

    async def cancel(self) -> None:
        """Ask the vendor to cancel the task, as `Task.cancel` does."""
        driver, session, handle = self._at_work()
        await driver.run(session.cancel(handle))

    async def wait(
        self,
        timeout: float | None = _TIMEOUT,  # noqa: ASYNC109 (the deadline must not cancel a paid task's query half-way)
        *,
        poll_interval: float | None = None,
        max_polls: int | None = None,
        on_progress: Callable[[TaskStatus], object] | None = None,
        on_abandon: OnAbandon = "leave",
    ) -> AsyncResult:
        """Wait for the end, and give the result, as `Task.wait` does; `on_progress` may be a coroutine function."""
        driver, session, handle = self._at_work()
        pace = Pace(timeout, poll_interval, max_polls, on_progress, on_abandon)
        found = self._known() or found_of(handle, await driver.run(session.wait(handle, pace, driver.now)))
        return AsyncResult(driver, session, found)
