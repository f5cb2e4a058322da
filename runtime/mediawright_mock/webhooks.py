"""What a vendor tells of tasks by itself: one POST when a task ends, sealed and repeated as it documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mediawright_mock.answer_paths import find, put
from mediawright_mock.answers import made_by, outputs_of, publish
from mediawright_mock.causes import reason
from mediawright_mock.samples import alike, example
from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.webhooks import written

if TYPE_CHECKING:
    from mediawright_mock.clock import Clock
    from mediawright_mock.contract import Operation
    from mediawright_mock.files import Files
    from mediawright_mock.issuer import Issuer
    from mediawright_mock.tasks import Task, Tasks
    from mediawright_mock.telling import Telling

Post: TypeAlias = Callable[[str, Mapping[str, str], bytes], int]
"""Sends a body with headers to an address and says which HTTP status was answered; raises OSError where none was."""

_PAUSES = (1.0, 2.0, 4.0)
"""Seconds between sendings of what is repeated: the mock's own choice, as no vendor documents them."""


class Sent(NamedTuple):
    """One sending."""

    task: tuple[str, ...]
    url: str
    payload: Mapping[str, Any]
    """What it says, before it is sealed."""
    body: str
    """What went out."""
    attempt: int
    at: float
    status: int | None
    """The HTTP status that was answered."""
    error: str | None = None
    """Why it was not sent, or not answered."""


@dataclass(frozen=True, slots=True)
class _Notice:
    """What is to be told once a task has ended."""

    task: Task
    telling: Telling
    url: str
    attempt: int = 1
    not_before: float = 0.0


class Webhooks:
    """What is to be told of the tasks of one mock, and what was."""

    def __init__(self, tasks: Tasks, files: Files, issuer: Issuer, clock: Clock) -> None:
        """Begin with nothing to tell."""
        self.sent: list[Sent] = []
        self._tasks = tasks
        self._files = files
        self._issuer = issuer
        self._clock = clock
        self._open: list[_Notice] = []
        self._lock = Lock()

    @property
    def pending(self) -> bool:
        """Whether there is anything to tell, now or later."""
        return bool(self._open)

    def expect(self, task: Task) -> None:
        """Tell of a task when it ends, if its create asks for that."""
        telling = task.operation.telling
        if telling is not None and (url := address(task.operation, task.given)) and not task.course.never_ends:
            self._open.append(_Notice(task, telling, url))

    def send_due(self, post: Post, queries: Mapping[str, Operation]) -> None:
        """Tell of all tasks that have ended."""
        with self._lock:
            for notice in list(self._open):
                task = self._tasks.find(notice.task.ids, notice.task.lifecycle.query)
                if task is None or (task.ended_at is not None and self._clock.now() >= notice.not_before):
                    self._open.remove(notice)
                    self._send(notice, task or notice.task, post, queries)

    def told(self) -> list[dict[str, Any]]:
        """Say what was sent, for JSON."""
        return [each._asdict() for each in self.sent]

    def _send(self, notice: _Notice, task: Task, post: Post, queries: Mapping[str, Operation]) -> None:
        payload = self._payload(notice.telling, task, queries[task.lifecycle.query])
        now = self._clock.now()
        body, status, error = b"", None, None
        try:
            headers, body = written(notice.telling.callback, payload, self._issuer.known(), now)
            status = post(notice.url, headers, body)
        except (MediawrightError, OSError) as failure:
            error = str(failure)
        told = Sent(task.ids, notice.url, payload, body.decode(), notice.attempt, now, status, error)
        self.sent.append(told)
        until = notice.telling.repeated_until
        if until is not None and status != until and body and notice.attempt <= len(_PAUSES):
            later = now + _PAUSES[notice.attempt - 1]
            self._open.append(replace(notice, attempt=notice.attempt + 1, not_before=later))

    def _payload(self, telling: Telling, task: Task, query: Operation) -> dict[str, Any]:
        callback, lifecycle = telling.callback, task.lifecycle
        payload: dict[str, Any] = {}
        put(payload, callback.id, alike(example(task.operation, lifecycle.ids[0][1]), task.ids[0]))
        shown = find(dict(telling.example), callback.status)
        put(payload, callback.status, alike(example(query, lifecycle.status) if shown is None else shown, task.word))
        if callback.reason and task.state != "succeeded":
            put(payload, callback.reason, reason(query, task))
        publish(payload, outputs_of(task, callback.outputs), self._files, task.origin, made_by(task))
        for place, name in telling.returns:
            if name in task.given:
                put(payload, place, task.given[name])
        return payload


def address(operation: Operation, given: Mapping[str, Any]) -> str | None:
    """Say where a create wants to be told of its task's end."""
    url = given.get(operation.telling.parameter) if operation.telling else None
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None
