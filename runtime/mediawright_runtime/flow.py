"""The flows of a call: when it is sent again, what its answer means, and what is known when it fails.

Flows are generators that ask a driver for what they need, so that each rule stands here once for both kinds of client.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from mediawright_runtime import paths
from mediawright_runtime.envelope import lacks_code, read_json, refusal, resends, trace_id
from mediawright_runtime.errors import AmbiguousSubmitError, ConnectionFailedError, MediawrightError, VendorError
from mediawright_runtime.handle import Handle, is_id
from mediawright_runtime.request import is_header_value
from mediawright_runtime.shapes import is_object
from mediawright_runtime.steps import Sleep, Tell, exchange
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mediawright_runtime.call import Call, R_co
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.request import Request
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.transport import HttpResponse

_PAUSES = (0.5, 1.5)
"""Seconds before the second and the third try to reach the vendor."""
_RESEND_PAUSE = 1.0
"""Seconds before a call that the vendor wants to be sent again, where it does not say when."""
_LONGEST_PAUSE = 60.0
"""Seconds for which a call waits at most to be sent again; a vendor that wants more is left to the caller."""
_NONE: Mapping[str, str] = {}
_BODY = 2000
"""Characters of an answer that an error keeps."""


def ask(call: Call[R_co]) -> Steps[R_co]:
    """Send a call and read its answer into the operation's model."""
    answer = yield from make(call)
    return call.operation.response.model_validate(answer)


def make(call: Call[Any]) -> Steps[dict[str, object]]:
    """Send a call whose answer is the work itself."""
    response, answer, error = yield from _heard(call, patient=True)
    return _answered(call, response, answer, error)


def fetch(call: Call[Any], place: str, *, patient: bool) -> Steps[str]:
    """Fetch a token."""
    response, answer, error = yield from _heard(call, patient=patient)
    token = paths.first(_answered(call, response, answer, error), place)
    if isinstance(token, str) and is_header_value(token):
        return token
    reason = "the answer has no token"
    raise VendorError(None, reason, "auth", response.status_code, operation=call.operation.path)


def submit(
    call: Call[ResponseModel], on_submitted: Callable[[str], object] | None, now: Callable[[], float]
) -> Steps[Handle]:
    """Send a create, and hand the task's token to the listener before anything else happens."""
    response, answer, error = yield from _heard(call, patient=True)
    handle = _handle(call, answer, now)
    if error is not None:
        raise _of_task(error, handle)
    if handle is None:
        raise _lost(call, response, answer, "the answer has no task id")
    if on_submitted is not None:
        yield from _announce(on_submitted, handle)
    return handle


def _heard(call: Call[Any], *, patient: bool) -> Steps[tuple[HttpResponse, object, VendorError | None]]:
    """Send a call until its answer stands: again with a new token, and as often as the vendor says of its error."""
    request, tokens, spent, again = call.request, _NONE, _NONE, 0
    while True:
        if call.access is not None:
            request, tokens = yield from call.access.admit(call.request, spent, call.timeout, patient=patient)
        response = yield from _deliver(call, request, _PAUSES if patient else ())
        answer = read_json(response)
        error = refusal(call, response, answer)
        if error is None or _task_ids(call, answer):
            return response, answer, error
        if call.access is not None and not spent and call.access.is_refused(error):
            spent = tokens
        elif patient and again < resends(call, error) and (error.retry_after or 0) <= _LONGEST_PAUSE:
            again += 1
            yield Sleep(error.retry_after or _varied(_RESEND_PAUSE))
        else:
            return response, answer, error


def _answered(call: Call[Any], response: HttpResponse, answer: object, error: VendorError | None) -> dict[str, object]:
    """Take an answer for what was asked for, or raise what is wrong with it."""
    if error is not None:
        raise error
    if not is_object(answer):
        raise _unreadable(call, response, answer, "the answer is not a JSON object")
    if lacks_code(call, answer):
        raise _unreadable(call, response, answer, "the answer does not say whether it is a success")
    return answer


def _deliver(call: Call[Any], request: Request, patience: Iterable[float]) -> Steps[HttpResponse]:
    """Bring a call to the vendor; it is sent again only if it surely never arrived."""
    pauses = iter(patience)
    while True:
        try:
            answer = yield from exchange(request, call.timeout)
        except BaseException as interruption:  # Ctrl-C, a cancelled coroutine, a bug in a transport
            if call.operation.creates:
                interruption.add_note(f"{call.operation.path}: nothing says whether it was accepted; charged: unknown")
            raise
        if not isinstance(answer, Failure):
            return answer
        pause = next(pauses, None) if answer.delivered == "no" else None
        if pause is None:
            raise _undelivered(call, answer) from answer.error
        yield Sleep(_varied(pause))


def _varied(pause: float) -> float:
    return pause * random.uniform(1, 1.25)  # noqa: S311 (spreads load, guards nothing)


def _undelivered(call: Call[Any], answer: Failure) -> MediawrightError:
    reason = call.redaction.line(answer.reason)
    if call.operation.creates and answer.delivered == "unknown":
        return AmbiguousSubmitError(reason, operation=call.operation.path)
    return ConnectionFailedError(reason, operation=call.operation.path)


def _unreadable(call: Call[Any], response: HttpResponse, answer: object, reason: str) -> MediawrightError:
    if call.operation.creates:
        return _lost(call, response, answer, reason)
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
    """Find the task, however odd the rest of the answer is."""
    ids = _task_ids(call, answer)
    return Handle(call.vendor, call.operation, ids, created=now()) if ids else None


def _task_ids(call: Call[Any], answer: object) -> dict[str, str | int]:
    """Read the ids of the task that a create started; nothing where one is missing."""
    if call.operation.task is None:
        return {}
    ids: dict[str, str | int] = {}
    for keyword, place in call.vendor.tasks[call.operation.task].ids:
        id_ = paths.first(answer, place)
        if not is_id(id_):
            return {}
        ids[keyword] = id_
    return ids


def _of_task(error: VendorError, handle: Handle | None) -> VendorError:
    if handle is not None:
        error.about(handle.id, handle.token)
    return error


def _announce(on_submitted: Callable[[str], object], handle: Handle) -> Steps[None]:
    token = handle.token
    try:
        yield Tell(lambda: on_submitted(token))
    except BaseException as error:
        error.add_note(f"the task was created and is billed; its token: {token}")
        raise
