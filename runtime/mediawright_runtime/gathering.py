"""Runs many flows together and gives what they tell: in one thread beside the caller's, or in its event loop.

Whatever ends it early, a create under way is brought to its answer, so that its task is known: the thread is no daemon,
which the end of a program would stop, and a flow in an event loop is not cancelled within a create.
"""

from __future__ import annotations

import asyncio
import logging
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from mediawright_runtime.limiter import Limiter
from mediawright_runtime.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Iterable
    from os import PathLike
    from queue import SimpleQueue

    from mediawright_runtime.driver import AsyncDriver, Driver
    from mediawright_runtime.outcome import Outcome
    from mediawright_runtime.scheduler import Together
    from mediawright_runtime.steps import Steps

R = TypeVar("R")
Told: TypeAlias = "Outcome[R] | BaseException | None"
"""An outcome, what broke the work, or that there is nothing more."""
Place: TypeAlias = "str | PathLike[str] | None"

ROOM = 16
"""Exchanges at once; a pool of connections keeps about as many open, and more would be opened anew each time."""
_LOGGER = logging.getLogger("mediawright")


class Sequel(Protocol[R]):
    """Decides when an outcome is given."""

    def due(self, outcome: Outcome[R]) -> Iterable[Outcome[R]]:
        """Take an outcome, and give those whose turn it is now."""
        ...


class Gathering(Generic[R]):
    """Flows that run in a thread of their own."""

    def __init__(
        self, driver: Driver, work: Together, sink: SimpleQueue[Told[R]], threads: int, journal: Place = None
    ) -> None:
        self._work, self._sink = work, sink
        self._scheduler = Scheduler(driver, work, max(1, threads))
        self._farewell = _Farewell(work, journal)
        self._ended = Event()
        self._ended.set()

    def given(self, sequel: Sequel[R]) -> Generator[Outcome[R]]:
        """Run the flows, and give the outcomes that they tell."""
        try:
            self._begin()
            while (told := self._sink.get()) is not None:
                for outcome in sequel.due(_outcome(told)):
                    self._work.taken(outcome.index)
                    yield outcome
        except BaseException as leaving:
            self.leave(leaving)
            raise

    def leave(self, leaving: BaseException | None) -> None:
        """Stop, wait for the creates under way, and say what goes on; a second Ctrl-C leaves them to the thread."""
        self._scheduler.stop()
        try:
            self._ended.wait()
        except BaseException as sooner:
            self._farewell.say(sooner)
            raise
        self._farewell.say(leaving)

    def _begin(self) -> None:
        self._ended.clear()
        try:
            Thread(target=self._run, name="mediawright batch").start()
        except RuntimeError:  # no thread is to be had
            self._end()
            raise

    def _run(self) -> None:
        try:
            self._scheduler.run()
        except BaseException as error:  # noqa: BLE001 (raised again in the caller's thread)
            self._scheduler.errors.append(error)
        finally:
            self._end()

    def _end(self) -> None:
        _close(self._work, self._scheduler.errors)
        self._ended.set()
        _tell_end(self._scheduler.errors, self._sink.put)


class AsyncGathering(Generic[R]):
    """Flows that run in the caller's event loop."""

    def __init__(
        self, driver: AsyncDriver, work: Together, sink: asyncio.Queue[Told[R]], room: int, journal: Place = None
    ) -> None:
        self._driver, self._work, self._sink, self._room = driver, work, sink, room
        self._farewell = _Farewell(work, journal)
        self._tasks: list[_Flow] = []
        self._left = 0
        self._is_stopped = False
        self._errors: list[BaseException] = []

    def begin(self) -> None:
        """Start the flows."""
        limiter = Limiter(asyncio.Semaphore(self._room), None, self._driver.now)
        flows = self._work.workers()
        within = flows if len(flows) <= self._room else map(limiter.within, flows)
        self._tasks = [_Flow(self._run(flow), self._work, number) for number, flow in enumerate(within)]
        self._left = len(self._tasks)
        for task in self._tasks:
            task.add_done_callback(self._hear)
        if not self._tasks:
            self._end()

    async def taken(self, sequel: Sequel[R]) -> Iterable[Outcome[R]] | None:
        """Wait for the next outcome, and give what is due then; nothing where all have ended."""
        told = await self._sink.get()
        return None if told is None else sequel.due(_outcome(told))

    def give(self, outcome: Outcome[R]) -> Outcome[R]:
        """Hand an outcome to the caller."""
        self._work.taken(outcome.index)
        return outcome

    async def leave(self, leaving: BaseException | None) -> None:
        """Stop as `Gathering.leave` does; a cancellation waits for the answers too, and is raised then."""
        self._stop()
        cancelled = await _ended(self._tasks)
        self._farewell.say(cancelled or leaving)
        if cancelled is not None:
            raise cancelled

    async def _run(self, flow: Steps[None]) -> None:
        try:
            await self._driver.run(flow)
        except Exception as error:  # noqa: BLE001 (raised again where the outcomes are taken)
            self._errors.append(error)
            self._stop()

    def _hear(self, _: asyncio.Task[None]) -> None:
        self._left -= 1
        if self._left == 0:
            self._end()

    def _stop(self) -> None:
        self._work.stop()
        for number, task in enumerate(() if self._is_stopped else self._tasks):
            if not self._work.is_creating(number):
                task.cancel()
        self._is_stopped = True

    def _end(self) -> None:
        _close(self._work, self._errors)
        _tell_end(self._errors, self._sink.put_nowait)


async def agiven(gathered: Callable[[], AsyncGathering[R]], sequel: Sequel[R]) -> AsyncGenerator[Outcome[R]]:
    """Run flows, and give the outcomes that they tell.

    One generator and no other within: the end of a loop would close those by themselves.
    """
    gathering = gathered()
    try:
        gathering.begin()
        while (outcomes := await gathering.taken(sequel)) is not None:
            for outcome in outcomes:
                yield gathering.give(outcome)
    except BaseException as leaving:
        await gathering.leave(leaving)
        raise


class _Flow(asyncio.Task[None]):
    """A flow in an event loop; where the loop itself ends, a create is brought to its answer first.

    The end of `asyncio.run` cancels all tasks, also what is behind a shield. It does so while nothing runs, and then
    waits for them; whoever cancels a task while the loop runs is within it, as a timeout of a transport is.
    """

    def __init__(self, coroutine: Coroutine[Any, Any, None], work: Together, number: int) -> None:
        super().__init__(coroutine)
        self._of, self._number = work, number

    def cancel(self, msg: Any = None) -> bool:
        """Cancel, unless the loop ends and this is within a create: then nothing comes after that."""
        if _is_running():
            return super().cancel(msg)
        self._of.stop()
        return False if self._of.is_creating(self._number) else super().cancel(msg)


def _is_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


async def _ended(tasks: Iterable[asyncio.Task[None]]) -> asyncio.CancelledError | None:
    """Wait until all have ended; the last cancellation meanwhile is given back."""
    cancelled = None
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError as again:
            cancelled = again
    return cancelled


def _close(work: Together, errors: list[BaseException]) -> None:
    try:
        work.close()
    except Exception as error:  # noqa: BLE001 (raised again where the outcomes are taken)
        errors.append(error)


def _tell_end(errors: list[BaseException], tell: Callable[[BaseException | None], object]) -> None:
    """Tell the first error, with what the others noted of their tasks, and that there is nothing more."""
    for first in errors[:1]:
        for note in (note for error in errors[1:] for note in getattr(error, "__notes__", ())):
            first.add_note(note)
        tell(first)
    tell(None)


def _outcome(told: Outcome[R] | BaseException) -> Outcome[R]:
    if isinstance(told, BaseException):
        raise told
    return told


class _Farewell:
    """Says once what goes on at the vendor when a caller leaves."""

    def __init__(self, work: Together, journal: Place) -> None:
        self._work, self._journal = work, journal
        self._is_said = False

    def say(self, leaving: BaseException | None) -> None:
        """Note it on what leaves; a closed iterator and a block that ends show no exception, so it goes to the log."""
        text = None if self._is_said else self._text()
        if text is None:
            return
        self._is_said = True
        if leaving is None or isinstance(leaving, GeneratorExit):
            _LOGGER.warning("%s", text)
        else:
            leaving.add_note(text)

    def _text(self) -> str | None:
        running, creating = tuple(self._work.running.values()), self._work.creating
        untaken = () if self._journal else self._work.untaken
        if not running and not untaken and not creating:
            return None
        ended = f", {len(untaken)} have ended and were not taken" if untaken else ""
        answers = f", {creating} creates are under way, whose answers are still taken in" if creating else ""
        named = f"client.as_completed() takes their tokens: {', '.join((*running, *untaken))}"
        further = f"the same call goes on from {self._journal}" if self._journal else named
        return f"{len(running)} tasks are still running and billed{ended}{answers}; {further}"
