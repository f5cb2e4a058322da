"""The asynchronous client that emitted clients derive from."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.base import BaseCaller, BaseCategory, BaseClient
from mediawright_runtime.driver import AsyncDriver
from mediawright_runtime.polling import Pace
from mediawright_runtime.proxy import checked
from mediawright_runtime.result import AsyncResult, found_in
from mediawright_runtime.session import open_session
from mediawright_runtime.task import AsyncTask
from mediawright_runtime.transport import fitting, open_async_client

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
    from os import PathLike
    from types import TracebackType
    from typing import Self

    from mediawright_runtime.batch import AsyncBatch
    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.errors import MediawrightError
    from mediawright_runtime.file_answer import FileAnswer
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.outcome import Outcome, Progress
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.steps import Lock
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient

    R = TypeVar("R", bound=ResponseModel)


class AsyncCaller(BaseCaller[AsyncDriver]):
    """Calls operations: what a client and its categories share."""

    __slots__ = ()

    async def ask(self, operation: Operation[R], params: Mapping[str, object]) -> R:
        """Call an operation that answers at once."""
        return await self.driver.run(self.session.ask(operation, params))

    async def make(self, operation: Operation[R], params: Mapping[str, object]) -> AsyncResult:
        """Call an operation whose answer is the work itself."""
        answer = await self.driver.run(self.session.make(operation, params))
        return AsyncResult(self.driver, self.session, found_in(answer, operation))

    async def take(self, operation: Operation[R], params: Mapping[str, object]) -> FileAnswer:
        """Call an operation that answers with a file."""
        return await self.driver.run(self.session.take(operation, params))

    async def start(self, operation: Operation[R], params: Mapping[str, object]) -> AsyncTask:
        """Call an operation that starts a task."""
        handle = await self.driver.run(self.session.submit(operation, params, self.driver.now))
        return AsyncTask(self.driver, self.session, handle)


class AsyncClient(BaseClient[AsyncCaller, AsyncTask]):
    """A client of one vendor. Use it as a context manager, or close it; an injected `http_client` stays open."""

    def __init__(  # noqa: PLR0913 (what a client is given)
        self,
        vendor: Vendor,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        through = checked(proxy, injected=http_client is not None)
        session = open_session(vendor, credentials, base_url=base_url, timeout=timeout, proxy=through, lock=_lock)
        http = open_async_client(through) if http_client is None else fitting(http_client, asynchronous=True)
        driver = AsyncDriver(http, redaction=session.redaction, own=http_client is None)
        super().__init__(AsyncCaller(driver, session), closes=http_client is None)

    async def call(self, name: str, /, **params: object) -> AsyncTask | AsyncResult | FileAnswer | ResponseModel:
        """Call an operation by its name, its model code, or `category.method`.

        Raises:
            InvalidRequestError: There is no such operation, or a parameter is missing, unknown or not allowed.
        """
        operation = self.caller.session.find(name)
        if operation.answer_type is not None:
            return await self.caller.take(operation, params)
        if operation.task is not None:
            return await self.caller.start(operation, params)
        if operation.outputs:
            return await self.caller.make(operation, params)
        return await self.caller.ask(operation, params)

    async def reconcile(self, error: MediawrightError) -> AsyncTask | tuple[AsyncTask, ...] | None:
        """Look for the task of a create whose answer was lost; nothing is created.

        Returns:
            The task; several, if the vendor lists more than one that may be it; None if it lists none. A vendor that is
            still at work on the create may list it later: ask again before creating another.

        Raises:
            UnsupportedError: The vendor documents no way to find it.
        """
        found = await self.caller.driver.run(self.caller.session.reconcile(error))
        if isinstance(found, tuple):
            return tuple(map(self._task, found))
        return None if found is None else self._task(found)

    def map(  # noqa: PLR0913 (each is a choice of the caller)
        self,
        operation: Callable[..., object] | str,
        inputs: Iterable[Mapping[str, object]],
        *,
        concurrency: int | None = None,
        rate: float | tuple[int, float] | None = None,
        journal: str | PathLike[str] | None = None,
        timeout: float | None = 600.0,
        poll_interval: float | None = None,
        save: str | PathLike[str] | None = None,
        progress: bool | Callable[[Progress], object] | None = None,
        resend_lost: bool = False,
    ) -> AsyncBatch:
        """Call an operation once for each input, as `Client.map` does; iterate the batch with `async for`.

        `progress` is called in the event loop.
        """
        from mediawright_runtime.batch import AsyncBatch, Terms, named  # noqa: PLC0415 (weight: few callers need it)

        terms = Terms(concurrency, rate, journal, save, progress, resend_lost)
        found = named(self.caller.session, self, operation)
        return AsyncBatch(self.caller, found, inputs, Pace(timeout, poll_interval), terms)

    def as_completed(
        self,
        tasks: Iterable[AsyncTask | str],
        *,
        timeout: float | None = 600.0,
        poll_interval: float | None = None,
    ) -> AsyncGenerator[Outcome[AsyncResult]]:
        """Wait for many tasks at once, and give an outcome of each as it ends, as `Client.as_completed` does."""
        from mediawright_runtime.batch import awaited  # noqa: PLC0415 (weight: few callers need it)

        return awaited(self.caller, tasks, Pace(timeout, poll_interval))

    def _task(self, handle: Handle, told: Reading | None = None) -> AsyncTask:
        return AsyncTask(self.caller.driver, self.caller.session, handle, told)

    async def aclose(self) -> None:
        """Close the connections, those of copies too."""
        if self._closes:
            await self.caller.driver.http.aclose()

    async def __aenter__(self) -> Self:
        """Enter a context that closes the client."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        await self.aclose()


class AsyncCategory(BaseCategory[AsyncCaller]):
    """A group of operations of one client."""

    async def _call(self, operation: Operation[R], /, **params: object) -> R:
        return await self._caller.ask(operation, params)

    async def _make(self, operation: Operation[R], /, **params: object) -> AsyncResult:
        return await self._caller.make(operation, params)

    async def _take(self, operation: Operation[R], /, **params: object) -> FileAnswer:
        return await self._caller.take(operation, params)

    async def _start(self, operation: Operation[R], /, **params: object) -> AsyncTask:
        return await self._caller.start(operation, params)


def _lock(room: int) -> Lock:
    from asyncio import Semaphore  # noqa: PLC0415 (weight: few vendors need it)

    return Semaphore(room)
