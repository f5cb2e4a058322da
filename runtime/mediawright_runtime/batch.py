"""Many inputs at once, and many tasks: what `client.map` and `client.as_completed` give, for both kinds of client.

One thread drives all jobs of a synchronous batch, so that tasks are recorded and asked for while the caller works on an
outcome; an asynchronous one lives in the caller's event loop. What is decided stands in `jobs` and `watch`.
"""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Semaphore
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mediawright_runtime.admission import CONCURRENCY, Admission
from mediawright_runtime.errors import ConfigurationError, InvalidRequestError
from mediawright_runtime.gathering import ROOM, AsyncGathering, Gathering, agiven
from mediawright_runtime.intake import Order
from mediawright_runtime.jobs import Jobs
from mediawright_runtime.journal import Journal
from mediawright_runtime.progress import Display
from mediawright_runtime.result import AsyncResult, Result
from mediawright_runtime.watch import Watch

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterable, Iterator, Mapping
    from os import PathLike
    from types import TracebackType
    from typing import Self

    from mediawright_runtime.asynchronous import AsyncCaller
    from mediawright_runtime.base import BaseCaller
    from mediawright_runtime.client import Caller
    from mediawright_runtime.declarations import Operation
    from mediawright_runtime.gathering import Sequel, Told
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.outcome import Outcome, Progress
    from mediawright_runtime.polling import Pace
    from mediawright_runtime.result import Found
    from mediawright_runtime.session import Session
    from mediawright_runtime.steps import Lock
    from mediawright_runtime.task import AsyncTask, Task

R = TypeVar("R", Result, AsyncResult)
C = TypeVar("C", bound="BaseCaller[Any]")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a caller says of a batch, as `client.map` documents it."""

    concurrency: int | None
    rate: float | tuple[int, float] | None
    journal: str | PathLike[str] | None
    save: str | PathLike[str] | None
    progress: bool | Callable[[Progress], object] | None
    resend_lost: bool = False


class _Batch(Generic[C, R]):
    """What both kinds of batch share."""

    def __init__(
        self,
        caller: C,
        operation: Operation[ResponseModel],
        inputs: Iterable[Mapping[str, object]],
        pace: Pace,
        terms: Terms,
    ) -> None:
        self._caller = caller
        self._order = Order(operation, inputs, pace, terms.save, terms.resend_lost)
        self._terms = terms
        self._admission()  # refuses what is not usable before anything else
        self._was_run = False

    def _admission(self) -> Admission:
        limits = self._caller.session.vendor.limits
        advised = (limits.concurrent_tasks if limits else None) or CONCURRENCY
        concurrency = advised if self._terms.concurrency is None else self._terms.concurrency
        return Admission(concurrency, self._terms.rate, self._caller.driver.now)

    def _jobs(
        self, finish: Callable[[Found], R], room: Callable[[int], Lock], give: Callable[[Outcome[R]], object]
    ) -> Jobs[R]:
        """Open the journal and the display, and lay out the jobs, which close both."""
        if self._was_run:
            raise ConfigurationError("a batch runs once; call map() again, with the same journal to go on")
        self._was_run = True
        session, journal, ending = self._caller.session, None, ExitStack()
        with ExitStack() as stack:
            if self._terms.journal is not None:
                journal = Journal(self._terms.journal, session.vendor.name, self._order.operation.path)
                stack.callback(journal.close)
            tell, now, close = self._teller(stack), self._caller.driver.now, ending.close
            admission, order = self._admission(), self._order
            jobs = Jobs(
                session, order, finish, admission, journal, now=now, room=room, give=give, tell=tell, close=close
            )
            ending.push(stack.pop_all())
        return jobs

    def _teller(self, stack: ExitStack) -> Callable[[Progress], object]:
        progress = self._terms.progress
        if callable(progress):
            return progress
        if not progress:
            return _ignore
        display = Display()
        stack.callback(display.close)
        return display.show

    @property
    def _threads(self) -> int:
        """How many exchanges may go on at once; where the answer is the work itself, each job is one."""
        concurrency = self._admission().concurrency
        return min(concurrency, ROOM) if self._order.operation.task else concurrency


class Batch(_Batch["Caller", Result]):
    """Many inputs of one operation. Iterate it once: outcomes come in the order of the inputs.

    As a context manager it stops creating where the block is left, whatever leaves it.
    """

    _gathering: Gathering[Result] | None = None

    def __iter__(self) -> Iterator[Outcome[Result]]:
        """Run the batch, and give one outcome for each input, in their order."""
        return self._given(_InOrder())

    def as_completed(self) -> Generator[Outcome[Result]]:
        """Run the batch, and give one outcome for each input, as they end."""
        return self._given(_AsTheyEnd())

    def _given(self, sequel: Sequel[Result]) -> Generator[Outcome[Result]]:
        sink: SimpleQueue[Told[Result]] = SimpleQueue()
        driver, session = self._caller.driver, self._caller.session
        jobs = self._jobs(partial(Result, driver, session), Semaphore, sink.put)
        self._gathering = Gathering(driver, jobs, sink, self._threads, self._terms.journal)
        yield from self._gathering.given(sequel)

    def __enter__(self) -> Self:
        """Enter a block that stops the batch when it is left."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Create nothing more; the answers of creates under way are waited for."""
        if self._gathering is not None:
            self._gathering.leave(error)


class AsyncBatch(_Batch["AsyncCaller", AsyncResult]):
    """Many inputs of one operation, for asynchronous clients. Iterate it once, with `async for`.

    As a context manager, of `async with`, it stops creating where the block is left, whatever leaves it. Without one, a
    `break` leaves that to the event loop, which may come to it only when the client is closed.
    """

    _gathering: AsyncGathering[AsyncResult] | None = None

    def __aiter__(self) -> AsyncIterator[Outcome[AsyncResult]]:
        """Run the batch, and give one outcome for each input, in their order."""
        return self._given(_InOrder())

    def as_completed(self) -> AsyncGenerator[Outcome[AsyncResult]]:
        """Run the batch, and give one outcome for each input, as they end."""
        return self._given(_AsTheyEnd())

    def _given(self, sequel: Sequel[AsyncResult]) -> AsyncGenerator[Outcome[AsyncResult]]:
        return agiven(self._gathered, sequel)

    def _gathered(self) -> AsyncGathering[AsyncResult]:
        sink: asyncio.Queue[Told[AsyncResult]] = asyncio.Queue()
        driver, session = self._caller.driver, self._caller.session
        jobs = self._jobs(partial(AsyncResult, driver, session), asyncio.Semaphore, sink.put_nowait)
        self._gathering = AsyncGathering(driver, jobs, sink, self._threads, self._terms.journal)
        return self._gathering

    async def __aenter__(self) -> Self:
        """Enter a block that stops the batch when it is left."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Create nothing more; the answers of creates under way are waited for."""
        if self._gathering is not None:
            await self._gathering.leave(error)


def waited(caller: Caller, tasks: Iterable[Task | str], pace: Pace) -> Generator[Outcome[Result]]:
    """Wait for many tasks, and give an outcome of each as it ends."""
    sink: SimpleQueue[Told[Result]] = SimpleQueue()
    handles, driver = _handles(caller.session, tasks), caller.driver
    finish = partial(Result, driver, caller.session)
    watch = Watch(caller.session, handles, pace, finish, now=driver.now, give=sink.put)
    yield from Gathering(driver, watch, sink, min(len(handles), ROOM)).given(_AsTheyEnd())


def awaited(caller: AsyncCaller, tasks: Iterable[AsyncTask | str], pace: Pace) -> AsyncGenerator[Outcome[AsyncResult]]:
    """Wait for many tasks, and give an outcome of each as it ends."""

    def gathered() -> AsyncGathering[AsyncResult]:
        sink: asyncio.Queue[Told[AsyncResult]] = asyncio.Queue()
        driver = caller.driver
        finish, give = partial(AsyncResult, driver, caller.session), sink.put_nowait
        watch = Watch(caller.session, _handles(caller.session, tasks), pace, finish, now=driver.now, give=give)
        return AsyncGathering(driver, watch, sink, ROOM)

    return agiven(gathered, _AsTheyEnd())


def named(session: Session, client: object, operation: Callable[..., object] | str) -> Operation[ResponseModel]:
    """Find the operation that a caller means by a method of a client, or by a name.

    Raises:
        InvalidRequestError: There is no such operation, or it makes nothing.
    """
    name = operation if isinstance(operation, str) else _path(session, client, operation)
    found = session.find(name)
    if found.task is None and not found.outputs:
        reason = f"{found.path} makes nothing that could be waited for"
        raise InvalidRequestError("operation", found.path, "an operation that makes something", reason=reason)
    return found


def _path(session: Session, client: object, method: Callable[..., object]) -> str:
    """Find the path of a bound method by the category that it is bound to."""
    owner: object = getattr(method, "__self__", None)
    name = getattr(method, "__name__", "")
    for path in session.paths():
        category, _, called = path.partition(".")
        if called == name and type(getattr(client, category, None)) is type(owner):
            return path
    raise InvalidRequestError("operation", method, "a method of this client, or an operation's name")


def _handles(session: Session, tasks: Iterable[Task | AsyncTask | str]) -> list[Handle]:
    return [session.resume(each) if isinstance(each, str) else each.handle for each in tasks]


class _InOrder(Generic[R]):
    """Keeps outcomes until it is their turn."""

    def __init__(self) -> None:
        self._early: dict[int, Outcome[R]] = {}
        self._next = 0

    def due(self, outcome: Outcome[R]) -> Iterator[Outcome[R]]:
        """Give those whose turn it is now."""
        self._early[outcome.index] = outcome
        while self._next in self._early:
            yield self._early.pop(self._next)
            self._next += 1


class _AsTheyEnd:
    """Keeps no outcome back."""

    def due(self, outcome: Outcome[R]) -> Iterator[Outcome[R]]:
        """Give it at once."""
        yield outcome


def _ignore(_: Progress) -> None:
    """Show nothing."""
