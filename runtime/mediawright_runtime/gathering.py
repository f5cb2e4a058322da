"""Runs many flows together and gives what they tell: in one thread beside the caller's, or in its event loop."""

from __future__ import annotations

import asyncio
import logging
from threading import Thread
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from mediawright_runtime.limiter import Limiter
from mediawright_runtime.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Mapping
    from os import PathLike
    from queue import SimpleQueue

    from mediawright_runtime.driver import AsyncDriver, Driver
    from mediawright_runtime.outcome import Outcome
    from mediawright_runtime.steps import Steps

R = TypeVar("R")
Told: TypeAlias = "Outcome[R] | BaseException | None"
"""An outcome, what broke the work, or that there is nothing more."""

ROOM = 16
"""Exchanges at once; a pool of connections keeps about as many open, and more would be opened anew each time."""
_LOGGER = logging.getLogger("mediawright")


class Work(Protocol):
    """Flows that run together."""

    @property
    def running(self) -> Mapping[int, str]:
        """The tokens of tasks that have not been seen to end."""
        ...

    def workers(self) -> list[Steps[None]]:
        """Make the flows."""
        ...

    def stop(self) -> None:
        """Create nothing more."""
        ...

    def is_creating(self, number: int) -> bool:
        """Whether a flow is within a create, whose answer must be kept."""
        ...


def gathered(
    driver: Driver,
    work: Work,
    sink: SimpleQueue[Told[R]],
    threads: int,
    journal: str | PathLike[str] | None = None,
) -> Generator[Outcome[R]]:
    """Run flows in a thread, and give what they tell; whoever leaves early leaves tasks running, and reads how many."""
    scheduler = Scheduler(driver, work.workers(), max(1, threads))
    thread = Thread(target=_run, args=(scheduler, sink.put), name="mediawright batch", daemon=True)
    thread.start()
    try:
        while (told := sink.get()) is not None:
            yield _outcome(told)
    except BaseException as leaving:
        work.stop()
        scheduler.stop(work.is_creating)
        thread.join()
        _take_leave(leaving, work, journal)
        raise
    thread.join()


async def agathered(
    driver: AsyncDriver,
    work: Work,
    sink: asyncio.Queue[Told[R]],
    room: int,
    journal: str | PathLike[str] | None = None,
) -> AsyncGenerator[Outcome[R]]:
    """Run flows in the event loop, as `gathered` does in a thread."""
    limiter = Limiter(asyncio.Semaphore(room), None, driver.now)
    flows = work.workers()
    within = flows if len(flows) <= room else map(limiter.within, flows)
    tasks = [asyncio.create_task(driver.run(flow)) for flow in within]
    ending = asyncio.create_task(_end(tasks, sink.put_nowait))
    try:
        while (told := await sink.get()) is not None:
            yield _outcome(told)
    except BaseException as leaving:
        work.stop()
        for number, task in enumerate(tasks):
            if not work.is_creating(number):
                task.cancel()
        await asyncio.gather(*tasks, ending, return_exceptions=True)
        _take_leave(leaving, work, journal)
        raise
    await ending


def _run(scheduler: Scheduler, tell: Callable[[BaseException | None], object]) -> None:
    try:
        scheduler.run()
    except BaseException as error:  # noqa: BLE001 (raised again in the caller's thread)
        tell(error)
    finally:
        tell(None)


async def _end(tasks: list[asyncio.Task[None]], tell: Callable[[BaseException | None], object]) -> None:
    """Tell that all flows have ended, or what broke one."""
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION) if tasks else ((), ())
    errors = (task.exception() for task in done if not task.cancelled())
    tell(next((error for error in errors if error is not None), None))


def _outcome(told: Outcome[R] | BaseException) -> Outcome[R]:
    if isinstance(told, BaseException):
        raise told
    return told


def _take_leave(leaving: BaseException, work: Work, journal: str | PathLike[str] | None) -> None:
    """Say what goes on at the vendor; a closed iterator shows no exception, so it goes to the log."""
    if not work.running:
        return
    tokens = ", ".join(work.running.values())
    further = (
        f"the same call goes on from {journal}" if journal else f"client.as_completed() takes their tokens: {tokens}"
    )
    text = f"{len(work.running)} tasks are still running and billed; {further}"
    if isinstance(leaving, GeneratorExit):
        _LOGGER.warning("%s", text)
    else:
        leaving.add_note(text)
