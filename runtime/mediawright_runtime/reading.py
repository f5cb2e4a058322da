"""One look at a task: the query, and what its answer says."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediawright_runtime.envelope import is_passing, read_json, refusal, trace_id
from mediawright_runtime.errors import ConnectionFailedError, NotFinishedError, TaskFailedError, VendorError
from mediawright_runtime.handle import about
from mediawright_runtime.outputs import expiry, read_outputs
from mediawright_runtime.retry_after import retry_after
from mediawright_runtime.shapes import is_object
from mediawright_runtime.status import read_reason, read_status
from mediawright_runtime.steps import exchange
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.call import Call
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.outputs import Output
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.tokens import Access
    from mediawright_runtime.transport import HttpResponse

_LOGGER = logging.getLogger("mediawright")


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
    answer: Mapping[str, object]
    trace_id: str | None = None
    reason: str = ""
    """Why the task failed, if it did."""
    outputs: tuple[Output, ...] = ()
    """Its files, if it succeeded."""
    pause: float = 0.0
    """Seconds for which the vendor wants to be left alone."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A query that brought no reading."""

    error: ConnectionFailedError | VendorError
    cause: BaseException | None = None

    @property
    def passing(self) -> bool:
        """Whether asking again may help."""
        return not isinstance(self.error, VendorError) or is_passing(self.error)

    def is_refused_by(self, access: Access) -> bool:
        """Whether a fetched token is no longer good."""
        return isinstance(self.error, VendorError) and access.is_refused(self.error)

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
        raise about(query.handle, NotFinishedError(reading.status, operation=query.handle.operation.path))
    return concluded(query.handle, reading)


def look(query: Query, timeout: Callable[[], Timeout]) -> Steps[Reading | Trouble]:
    """Ask once, and take trouble for an answer; `timeout` says how long each exchange has."""
    access = query.call.access
    if access is None:
        return _judged(query, (yield from exchange(query.call.request, timeout())))
    try:
        return (yield from _look_with(access, query, timeout))
    except (ConnectionFailedError, VendorError) as error:  # of the token, which had to be fetched first
        return Trouble(about(query.handle, error), error.__cause__)


def _look_with(access: Access, query: Query, timeout: Callable[[], Timeout]) -> Steps[Reading | Trouble]:
    """Ask with a token, and once more where a new one is called for."""
    first = yield from access.admit(query.call.request, {}, timeout(), patient=False)
    outcome = _judged(query, (yield from exchange(first.request, timeout())))
    if not isinstance(outcome, Trouble) or not outcome.is_refused_by(access):
        return outcome
    second = yield from access.admit(query.call.request, first.tokens, timeout(), patient=False)
    return _judged(query, (yield from exchange(second.request, timeout())))


def concluded(handle: Handle, reading: Reading) -> Reading:
    """Pass a success on; raise the reason of any other end."""
    if reading.status.state == "succeeded":
        return reading
    error = TaskFailedError(
        reading.status.state,
        reading.reason,
        raw=reading.status.raw,
        trace_id=reading.trace_id,
        operation=handle.operation.path,
    )
    raise about(handle, error)


def _read(query: Query) -> Steps[Reading]:
    outcome = yield from look(query, lambda: query.call.timeout)
    if isinstance(outcome, Trouble):
        raise outcome.error from outcome.cause
    return outcome


def _judged(query: Query, response: HttpResponse | Failure) -> Reading | Trouble:
    if isinstance(response, Failure):
        reason = query.call.redaction.line(response.reason)
        goes_on = "the task goes on and is billed"
        unreached = ConnectionFailedError(reason, operation=query.call.operation.path, cost=goes_on)
        return Trouble(about(query.handle, unreached), response.error)
    answer = read_json(response)
    error = refusal(query.call, response, answer)
    if error is None and is_object(answer):
        return replace(_reading(query, answer), pause=retry_after(response.headers) or 0.0)
    unreadable = VendorError(
        None, "the answer is not a JSON object", "vendor", response.status_code, operation=query.call.operation.path
    )
    return Trouble(about(query.handle, error or unreadable))


def _reading(query: Query, answer: dict[str, object]) -> Reading:
    lifecycle, operation = query.handle.lifecycle, query.handle.operation
    seen = read_status(answer, lifecycle)
    if seen.state == "unknown" and seen.raw not in query.warned:
        query.warned.add(seen.raw)
        _LOGGER.warning(
            "%s: the vendor does not document the status %r; the task counts as unfinished", operation.path, seen.raw
        )
    trace = trace_id(query.call, answer)
    if seen.state == "succeeded":
        kind, until = operation.output_kind, expiry(answer, lifecycle)
        return Reading(seen, answer, trace, outputs=read_outputs(answer, lifecycle.outputs, kind, until))
    reason = query.call.redaction.line(read_reason(answer, lifecycle.reason)) if seen.ended else ""
    return Reading(seen, answer, trace, reason)
