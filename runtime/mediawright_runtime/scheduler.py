"""Drives many flows at once in one thread; a few more threads carry what takes its time: exchanges and downloads."""

from __future__ import annotations

from collections import deque
from functools import partial
from heapq import heappop, heappush
from queue import Empty, SimpleQueue
from threading import Thread, main_thread
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from mediawright_runtime.steps import Acquire, Fetch, Send, Sleep, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.driver import Driver
    from mediawright_runtime.steps import Lock, Step, Steps
    from mediawright_runtime.transport import Failure, HttpResponse

_SLICE = 0.2
"""Seconds after which a sleep is interrupted at most, to see whether it is over for all."""
_ELSEWHERE = 0.02
"""Seconds after which a lock is tried again that somebody else may have released."""


class Together(Protocol):
    """Flows that run together."""

    @property
    def running(self) -> Mapping[int, str]:
        """The tokens of tasks that have not been seen to end."""
        ...

    @property
    def untaken(self) -> tuple[str, ...]:
        """The tokens of tasks that have ended, and that nobody else knows."""
        ...

    @property
    def creating(self) -> int:
        """How many creates are under way."""
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

    def taken(self, index: int) -> None:
        """Hear that the caller has an outcome."""
        ...

    def close(self) -> None:
        """Let go of what is held, once no flow is left."""
        ...


class ThreadLock(Protocol):
    """A lock of threads, which can also be tried."""

    def acquire(self, blocking: bool) -> bool:
        """Take it, or say at once that somebody has it."""
        ...


class Answer(NamedTuple):
    """What came of a step that was carried elsewhere."""

    number: int
    value: HttpResponse | Failure | None = None
    error: BaseException | None = None


class Crew:
    """Threads that carry what takes its time, started as they are needed.

    The pools of the standard library take nothing more once the main thread has ended, when the answers of creates may
    still be due.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._acts: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._threads: list[Thread] = []

    def take(self, act: Callable[[], object], busy: int) -> None:
        """Do something as soon as there is a thread for it; so many things are under way with it."""
        self._acts.put(act)
        if len(self._threads) < min(busy, self._most):
            thread = Thread(target=self._work, name="mediawright carrier", daemon=True)
            thread.start()
            self._threads.append(thread)

    def end(self) -> None:
        """Wait until all is done."""
        for _ in self._threads:
            self._acts.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (act := self._acts.get()) is not None:
            act()


class Scheduler:
    """Runs flows to their end, or until it is stopped: then creates under way are brought to their answers."""

    def __init__(self, driver: Driver, work: Together, threads: int) -> None:
        self._driver = driver.telling(None)
        self._work = work
        self._flows = dict(enumerate(map(driver.watched, work.workers())))
        self._crew = Crew(threads)
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._ready = deque(map(Answer, self._flows))
        self._sleeping: list[tuple[float, int]] = []
        self._locked: dict[Lock, deque[int]] = {}
        self._away: set[int] = set()
        self._is_stopped = False
        self.errors: list[BaseException] = []
        """What broke flows, from outside the tree of errors; the first one stops all."""

    def stop(self) -> None:
        """Create nothing more, and end all flows but those within a create; any thread may call it."""
        self._work.stop()
        self._is_stopped = True
        self._answers.put(None)

    def run(self) -> None:
        """Run until no flow is left, or the program ends."""
        try:
            while self._flows and not (self._is_stopped and self._drop(self._work.is_creating)):
                self._turn()
                if not self._is_stopped and not main_thread().is_alive():
                    self.stop()
        finally:
            self._drop(lambda _: False)
            self._crew.end()

    def _turn(self) -> None:
        self._wake()
        while self._ready:
            self._advance(self._ready.popleft())
        if self._flows:
            self._rest()

    def _advance(self, answer: Answer) -> None:
        flow = self._flows.get(answer.number)
        if flow is None:
            return
        try:
            step = flow.send(answer.value) if answer.error is None else flow.throw(answer.error)
        except StopIteration:
            del self._flows[answer.number]
        except BaseException as error:  # noqa: BLE001 (raised again by who runs the scheduler)
            del self._flows[answer.number]
            self.errors.append(error)
            self.stop()
        else:
            self._take(answer.number, step)

    def _take(self, number: int, step: Step) -> None:
        if isinstance(step, (Send, Fetch, Work)):
            self._away.add(number)
            self._crew.take(partial(self._carry, number, step), len(self._away))
        elif isinstance(step, Sleep):
            heappush(self._sleeping, (self._driver.now() + step.seconds, number))
        elif isinstance(step, Acquire):
            self._locked.setdefault(step.lock, deque()).append(number)
        else:
            self._ready.append(self._done(number, step))

    def _carry(self, number: int, step: Step) -> None:
        self._answers.put(self._done(number, step))

    def _done(self, number: int, step: Step) -> Answer:
        try:
            return Answer(number, self._driver.run(_alone(step)))
        except BaseException as error:  # noqa: BLE001 (the flow raises it again)
            return Answer(number, error=error)

    def _wake(self) -> None:
        """Let those go on whose sleep is over, or whose lock is free."""
        now = self._driver.now()
        while self._sleeping and self._sleeping[0][0] <= now:
            self._ready.append(Answer(heappop(self._sleeping)[1]))
        for lock, waiting in tuple(self._locked.items()):
            while waiting and cast("ThreadLock", lock).acquire(blocking=False):
                self._advance(Answer(waiting.popleft()))

    def _rest(self) -> None:
        """Wait for an answer, or until the next sleep is over."""
        pause = _ELSEWHERE if any(self._locked.values()) else _SLICE
        if self._sleeping:
            pause = min(pause, max(0.0, self._sleeping[0][0] - self._driver.now()))
        if self._away or not self._sleeping:
            self._receive(pause)
        elif pause > 0:
            self._driver.run(_alone(Sleep(pause)))

    def _receive(self, timeout: float) -> None:
        try:
            answer = self._answers.get(timeout=timeout)
            while answer is not None:
                self._away.discard(answer.number)
                self._ready.append(answer)
                answer = self._answers.get_nowait()
        except Empty:
            return

    def _drop(self, keep: Callable[[int], bool]) -> bool:
        """End the flows that are not kept; whether none is left."""
        for number in [number for number in self._flows if not keep(number)]:
            self._flows.pop(number).close()
        self._locked = {lock: deque(filter(self._flows.__contains__, each)) for lock, each in self._locked.items()}
        return not self._flows


def _alone(step: Step) -> Steps[HttpResponse | Failure | None]:
    """Make a flow of one step."""
    return (yield step)
