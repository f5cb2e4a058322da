"""One look at a task: the query, and what its answer says."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.envelope import is_passing, read_json, refusal, trace_id
from mediawright_runtime.errors import ConnectionFailedError, NotFinishedError, TaskFailedError, VendorError
from mediawright_runtime.shapes import is_object
from mediawright_runtime.status import read_reason, read_status
from mediawright_runtime.steps import exchange
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from mediawright_runtime.call import Call
    from mediawright_runtime.errors import MediawrightError
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.transport import HttpResponse

_LOGGER = logging.getLogger("mediawright")
E = TypeVar("E", bound="MediawrightError")


@dataclass(frozen=True, slots=True)
class Query:
    """A task, and the call that asks how it stands."""

    handle: Handle
    call: Call[ResponseModel]
    warned: set[object]
    """Undocumented status words that this client has already warned of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer says of a task."""

    status: TaskStatus
    answer: dict[str, object]
    trace_id: str | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A query that brought no reading."""

    error: ConnectionFailedError | VendorError
    cause: Exception | None = None

    @property
    def passing(self) -> bool:
        """Whether asking again may help."""
        return not isinstance(self.error, VendorError) or is_passing(self.error)

    @property
    def pause(self) -> float:
        """Seconds for which the vendor wants to be left alone."""
        return (self.error.retry_after or 0.0) if isinstance(self.error, VendorError) else 0.0


def status(query: Query) -> Steps[TaskStatus]:
    """Ask once how a task stands."""
    reading = yield from _read(query)
    return reading.status


def result(query: Query) -> Steps[Reading]:
    """Ask once for the result of a task."""
    reading = yield from _read(query)
    if not reading.status.ended:
        raise about(query, NotFinishedError(reading.status, operation=query.handle.operation.path))
    return concluded(query, reading)


def look(query: Query, timeout: float) -> Steps[Reading | Trouble]:
    """Ask once, and take trouble for an answer."""
    answer = yield from exchange(query.call.request, timeout)
    if isinstance(answer, Failure):
        reason = query.call.redaction.line(answer.reason)
        error = ConnectionFailedError(reason, operation=query.call.operation.path)
        return Trouble(about(query, error), answer.error)
    return _judged(query, answer)


def concluded(query: Query, reading: Reading) -> Reading:
    """Pass a success on; raise the reason of any other end."""
    if reading.status.state == "succeeded":
        return reading
    reason = query.call.redaction.line(read_reason(reading.answer, query.handle.lifecycle))
    error = TaskFailedError(
        reading.status.state,
        reason,
        raw=reading.status.raw,
        trace_id=reading.trace_id,
        operation=query.handle.operation.path,
    )
    raise about(query, error)


def about(query: Query, error: E) -> E:
    """Add the task to an error."""
    error.about(str(query.handle.id), query.handle.token)
    return error


def _read(query: Query) -> Steps[Reading]:
    outcome = yield from look(query, query.call.timeout)
    if isinstance(outcome, Trouble):
        raise outcome.error from outcome.cause
    return outcome


def _judged(query: Query, response: HttpResponse) -> Reading | Trouble:
    answer = read_json(response)
    error = refusal(query.call, response, answer)
    if error is None and is_object(answer):
        return _reading(query, answer)
    unreadable = VendorError(
        None, "the answer is not a JSON object", "vendor", response.status_code, operation=query.call.operation.path
    )
    return Trouble(about(query, error or unreadable))


def _reading(query: Query, answer: dict[str, object]) -> Reading:
    seen = read_status(answer, query.handle.lifecycle)
    if seen.state == "unknown" and seen.raw not in query.warned:
        query.warned.add(seen.raw)
        operation = query.handle.operation.path
        _LOGGER.warning(
            "%s: the vendor does not document the status %r; the task counts as unfinished", operation, seen.raw
        )
    return Reading(seen, answer, trace_id(query.call, answer))
