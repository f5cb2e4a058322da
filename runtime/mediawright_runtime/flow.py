"""The flows of a call: when it is sent again, what its answer means, and what is known when it fails.

Flows are generators that ask a driver for what they need, so that each rule stands here once for both kinds of client.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from mediawright_runtime import paths
from mediawright_runtime.envelope import read_json, refusal, trace_id
from mediawright_runtime.errors import AmbiguousSubmitError, ConnectionFailedError, MediawrightError, VendorError
from mediawright_runtime.handle import Handle
from mediawright_runtime.shapes import is_object
from mediawright_runtime.steps import Sleep, Tell, exchange
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.call import Call, R_co
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.transport import HttpResponse

_PAUSES = (0.5, 1.5)
"""Seconds before the second and the third try to reach the vendor."""
_BODY = 2000
"""Characters of an answer that an error keeps."""


def ask(call: Call[R_co]) -> Steps[R_co]:
    """Send a call and read its answer into the operation's model."""
    response = yield from _deliver(call)
    answer = read_json(response)
    error = refusal(call, response, answer)
    if error is not None:
        raise error
    if not is_object(answer):
        raise _unreadable(call, response)
    return call.operation.response.model_validate(answer)


def submit(
    call: Call[ResponseModel], on_submitted: Callable[[str], object] | None, now: Callable[[], float]
) -> Steps[Handle]:
    """Send a create, and hand the task's token to the listener before anything else happens."""
    response = yield from _deliver(call)
    answer = read_json(response)
    handle = _handle(call, answer, now)
    error = refusal(call, response, answer)
    if error is not None:
        raise _of_task(error, handle)
    if handle is None:
        raise _lost(call, response, answer, "the answer has no task id")
    if on_submitted is not None:
        yield from _announce(on_submitted, handle)
    return handle


def _deliver(call: Call[Any]) -> Steps[HttpResponse]:
    """Bring a call to the vendor; it is sent again only if it surely never arrived."""
    pauses = iter(_PAUSES)
    while True:
        try:
            answer = yield from exchange(call.request, call.timeout)
        except BaseException as interruption:  # Ctrl-C, a cancelled coroutine, a bug in a transport
            if call.operation.creates:
                interruption.add_note(f"{call.operation.path}: nothing says whether it was accepted; charged: unknown")
            raise
        if not isinstance(answer, Failure):
            return answer
        pause = next(pauses, None) if answer.delivered == "no" else None
        if pause is None:
            raise _undelivered(call, answer) from answer.error
        yield Sleep(pause * random.uniform(1, 1.25))  # noqa: S311 (spreads load, guards nothing)


def _undelivered(call: Call[Any], answer: Failure) -> MediawrightError:
    reason = call.redaction.line(answer.reason)
    if call.operation.creates and answer.delivered == "unknown":
        return AmbiguousSubmitError(reason, operation=call.operation.path)
    return ConnectionFailedError(reason, operation=call.operation.path)


def _unreadable(call: Call[Any], response: HttpResponse) -> MediawrightError:
    reason = "the answer is not a JSON object"
    if call.operation.creates:
        return _lost(call, response, None, reason)
    return VendorError(None, reason, "vendor", response.status_code, operation=call.operation.path)


def _lost(call: Call[Any], response: HttpResponse, answer: object, reason: str) -> AmbiguousSubmitError:
    body = response.content[: 8 * _BODY].decode(errors="replace")
    return AmbiguousSubmitError(
        reason,
        http_status=response.status_code,
        body=call.redaction.text(body, _BODY),
        trace_id=trace_id(call, answer),
        operation=call.operation.path,
    )


def _handle(call: Call[ResponseModel], answer: object, now: Callable[[], float]) -> Handle | None:
    """Find the task's id, however odd the rest of the answer is."""
    id_ = paths.first(answer, call.vendor.tasks[call.operation.task or ""].id)
    if isinstance(id_, bool) or not isinstance(id_, (str, int)) or id_ == "":
        return None
    return Handle(call.vendor, call.operation, id_, created=now())


def _of_task(error: VendorError, handle: Handle | None) -> VendorError:
    if handle is not None:
        error.about(str(handle.id), handle.token)
    return error


def _announce(on_submitted: Callable[[str], object], handle: Handle) -> Steps[None]:
    token = handle.token
    try:
        yield Tell(lambda: on_submitted(token))
    except BaseException as error:
        error.add_note(f"the task was created and is billed; its token: {token}")
        raise
