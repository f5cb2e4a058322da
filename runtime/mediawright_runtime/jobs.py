"""The jobs of a batch: the flow that does each, and what is written to its journal when.

A few workers, as many as jobs may be under way, take one job after the other. They are flows: a scheduler runs them for
synchronous clients, an event loop for asynchronous ones, and what they decide stands here once.
"""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

from mediawright_runtime.doubts import Doubts
from mediawright_runtime.errors import MediawrightError, TaskFailedError, VendorError
from mediawright_runtime.intake import Intake
from mediawright_runtime.outcome import Outcome, Progress
from mediawright_runtime.result import found_in
from mediawright_runtime.steps import Acquire
from mediawright_runtime.task import found_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from os import PathLike

    from mediawright_runtime.admission import Admission
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.intake import Job, Order
    from mediawright_runtime.journal import Event, Journal
    from mediawright_runtime.result import AsyncResult, Found, Result
    from mediawright_runtime.session import Session
    from mediawright_runtime.steps import Lock, Steps

R = TypeVar("R", "Result", "AsyncResult")
T = TypeVar("T")

_MOST_RETURNS = 5
"""How often a create is put back that the vendor still refused before any work when its call was over."""
_UNCLAIMED = 3
"""So many times the concurrency: jobs from create to the taking of their outcomes, so that no more is paid for than a
slow caller takes."""


class Jobs(Generic[R]):
    """What a running batch remembers."""

    def __init__(  # noqa: PLR0913 (each is a part of a batch)
        self,
        session: Session,
        order: Order,
        finish: Callable[[Found], R],
        admission: Admission,
        journal: Journal | None,
        *,
        now: Callable[[], float],
        room: Callable[[int], Lock],
        give: Callable[[Outcome[R]], object],
        tell: Callable[[Progress], object],
        close: Callable[[], object],
    ) -> None:
        self._intake = intake = Intake(session, order, journal)
        self._doubts = Doubts(session, journal, resend=order.resend_lost)
        self._session, self._order = session, order
        self._finish: Callable[[Found], R] = finish
        self._give: Callable[[Outcome[R]], object] = give
        self._admission, self._journal = admission, journal
        self._now, self._tell, self._close = now, tell, close
        self._room = room(_UNCLAIMED * admission.concurrency)
        self._unclaimed: dict[int, str | None] = {}
        self._started_at = now()
        self._begun = self._done = self._failed = 0
        self._creating: set[int] = set()
        self._waiting: dict[int, str] = {}
        self._stopped = False
        self._total = intake.total
        self._queue = intake.jobs()

    @property
    def running(self) -> Mapping[int, str]:
        """The tokens of the tasks that have not been seen to end, by the index of their job."""
        return self._waiting

    @property
    def untaken(self) -> tuple[str, ...]:
        """The tokens of tasks of this run that have ended, and whose outcomes the caller has not taken."""
        tokens = self._unclaimed.copy().items()
        return tuple(token for index, token in tokens if token is not None and index not in self._waiting)

    @property
    def creating(self) -> int:
        """How many creates are under way."""
        return len(self._creating)

    def stop(self) -> None:
        """Create nothing more."""
        self._stopped = True

    def taken(self, index: int) -> None:
        """Let another job be created, now that the caller has the outcome of one that was."""
        if index in self._unclaimed:
            del self._unclaimed[index]
            self._room.release()

    def close(self) -> None:
        """Close the journal and the display."""
        self._close()

    def is_stopped(self) -> bool:
        """Whether nothing more is created."""
        return self._stopped

    def is_creating(self, number: int) -> bool:
        """Whether a worker is within a create, whose answer must be kept."""
        return number in self._creating

    def workers(self) -> list[Steps[None]]:
        """Make the flows that do the jobs."""
        return [self._worker(number) for number in range(self._admission.concurrency)]

    def progress(self) -> Progress:
        """Say how the batch stands."""
        running = self._begun - self._done - self._failed
        queued = None if self._total is None else self._total - self._begun
        return Progress(queued, running, self._done, self._failed, self._now() - self._started_at)

    def _worker(self, number: int) -> Steps[None]:
        for job in self._queue:
            if self._stopped:
                return
            self._begun += 1
            self._tell(self.progress())
            outcome = yield from self._outcome(job, number)
            if outcome is None:
                return
            self._ended(outcome)

    def _ended(self, outcome: Outcome[R]) -> None:
        if outcome.ok:
            self._done += 1
        else:
            self._failed += 1
        self._give(outcome)
        self._tell(self.progress())

    def _outcome(self, job: Job, number: int) -> Steps[Outcome[R] | None]:
        """Do a job; nothing where the batch was stopped before it began."""
        if job.is_doubtful:
            job = yield from self._doubts.settled(job, only=self._intake.doubts == 1)
        outcome: Outcome[R] = Outcome(job.index, job.params, token=job.known.token if job.known else None)
        try:
            if job.error is not None:
                return replace(outcome, error=job.error)
            if _is_saved(job, self._order):
                return replace(outcome, saved=job.known.saved if job.known else ())
            return (yield from self._made(job, number, outcome))
        except MediawrightError as error:
            return replace(outcome, token=error.token or outcome.token, error=error)

    def _made(self, job: Job, number: int, outcome: Outcome[R]) -> Steps[Outcome[R] | None]:
        found, token = yield from self._found(job, number)
        if found is None:
            return None
        outcome = replace(outcome, token=token, value=self._finish(found))
        return (
            outcome if self._order.directory is None else (yield from self._saved(job, outcome, self._order.directory))
        )

    def _saved(self, job: Job, outcome: Outcome[R], directory: str | PathLike[str]) -> Steps[Outcome[R]]:
        if outcome.value is None or self._stopped:
            return outcome
        try:
            paths = yield from outcome.value.saving(directory)
        except MediawrightError as error:
            return replace(outcome, error=error)
        self._note(job, "saved", saved=[str(path.resolve()) for path in paths])
        return replace(outcome, saved=paths)

    def _found(self, job: Job, number: int) -> Steps[tuple[Found | None, str | None]]:
        """Bring a job to its end: made earlier, resumed, or created now."""
        operation = self._order.operation
        if job.known is not None and job.known.answer is not None:
            return found_in(job.known.answer, operation), None
        if operation.task is None:
            answer = yield from self._created(job, number, self._answered)
            return (None if answer is None else found_in(answer, operation)), None
        if job.known is not None and job.known.token is not None:
            self._admission.resume()
            handle: Handle | None = self._session.resume(job.known.token)
        else:
            handle = yield from self._created(job, number, self._submitted)
        if handle is None:
            return None, None
        return (yield from self._awaited(job, handle)), handle.token

    def _awaited(self, job: Job, handle: Handle) -> Steps[Found | None]:
        """Wait for the end of a task, unless the batch was stopped while it was created."""
        self._waiting[job.index] = handle.token
        if job.index in self._unclaimed:
            self._unclaimed[job.index] = handle.token
        if self._stopped:
            return None
        try:
            reading = yield from self._session.wait(handle, self._order.pace, self._now)
        except MediawrightError as error:
            self._left(job, error)
            raise
        self._left(job, None)
        return found_of(handle, reading)

    def _left(self, job: Job, error: MediawrightError | None) -> None:
        """Count a task no more; one that was given up goes on at the vendor, and its token stays in the journal."""
        self._admission.leave()
        self._waiting.pop(job.index, None)
        if error is None or isinstance(error, TaskFailedError):
            self._note(job, "ended")

    def _created(self, job: Job, number: int, act: Callable[[Job], Steps[T]]) -> Steps[T | None]:
        """Create when there is room; put back what is still refused before any work."""
        yield from self._doubts.over()
        yield Acquire(self._room)
        self._unclaimed[job.index] = None
        for refusals in count(1):
            if not (yield from self._admission.enter(self.is_stopped)):
                return None
            try:
                return (yield from self._sent(job, number, act))
            except VendorError as error:
                if error.kind == "rate" or _is_refused(error):
                    self._admission.refused(error.retry_after)
                if refusals > _MOST_RETURNS or not _is_refused(error):
                    raise
        return None

    def _sent(self, job: Job, number: int, act: Callable[[Job], Steps[T]]) -> Steps[T]:
        self._creating.add(number)
        try:
            made = yield from act(job)
        except MediawrightError as error:
            self._admission.leave()
            self._note_failure(job, error)
            raise
        finally:
            self._creating.discard(number)
        self._admission.accepted()
        return made

    def _submitted(self, job: Job) -> Steps[Handle]:
        told = self._session.options.on_submitted

        def keep(token: str) -> object:
            self._note(job, "submitted", token=token)
            return told(token) if told else None

        session = self._session.with_options(on_submitted=keep)
        steps = session.submit(self._order.operation, job.params, self._now)
        self._note(job, "sending", input=job.input, since=time.time())
        return (yield from steps)

    def _answered(self, job: Job) -> Steps[dict[str, object]]:
        steps = self._session.make(self._order.operation, job.params)
        self._note(job, "sending", input=job.input, since=time.time())
        answer = yield from steps
        self._note(job, "made", answer=answer)
        self._admission.leave()
        return answer

    def _note_failure(self, job: Job, error: MediawrightError) -> None:
        if error.token is not None:
            self._note(job, "submitted", token=error.token)
        else:
            self._note(job, "refused" if error.charged == "no" else "ambiguous")

    def _note(self, job: Job, event: Event, **facts: object) -> None:
        """Write at once and in place: a loop that goes on before the disk has it could lose a paid task."""
        if self._journal is not None:
            self._journal.write(job.index, event, **facts)


def _is_saved(job: Job, order: Order) -> bool:
    """Whether the files that are asked for are there, from an earlier run."""
    saved = job.known.saved if job.known and order.directory is not None else ()
    return bool(saved) and all(path.exists() for path in saved)


def _is_refused(error: VendorError) -> bool:
    """Whether the vendor documents that it refused a create before any work, so that it may go out again."""
    return error.refused and error.token is None
