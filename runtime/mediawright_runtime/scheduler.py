"""Drives many flows at once in one thread; a few more threads carry what takes its time: exchanges and downloads."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from heapq import heappop, heappush
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from mediawright_runtime.steps import Acquire, Fetch, Send, Sleep, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mediawright_runtime.driver import Driver
    from mediawright_runtime.steps import Lock, Step, Steps
    from mediawright_runtime.transport import Failure, HttpResponse

_SLICE = 0.2
"""Seconds after which a sleep is interrupted at most, to see whether it is over for all."""
_ELSEWHERE = 0.02
"""Seconds after which a lock is tried again that somebody else may have released."""


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


class Scheduler:
    """Runs flows to their end, or until it is stopped."""

    def __init__(self, driver: Driver, flows: Sequence[Steps[None]], threads: int) -> None:
        self._driver = driver.telling(None)
        self._flows = dict(enumerate(map(driver.watched, flows)))
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="mediawright")
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._ready = deque(map(Answer, self._flows))
        self._sleeping: list[tuple[float, int]] = []
        self._locked: dict[Lock, deque[int]] = {}
        self._away: set[int] = set()
        self._keep: Callable[[int], bool] | None = None

    def stop(self, keep: Callable[[int], bool]) -> None:
        """End all flows but those, by number, that are to be kept for as long as they are; any thread may call it."""
        self._keep = keep
        self._answers.put(None)

    def run(self) -> None:
        """Run until no flow is left; what goes wrong outside the tree of errors ends all of them."""
        try:
            while self._flows and not (self._keep and self._drop(self._keep)):
                self._turn()
        finally:
            self._drop(lambda _: False)
            self._threads.shutdown()

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
        else:
            self._take(answer.number, step)

    def _take(self, number: int, step: Step) -> None:
        if isinstance(step, (Send, Fetch, Work)):
            self._away.add(number)
            self._threads.submit(self._carry, number, step)
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
        if self._away:
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
