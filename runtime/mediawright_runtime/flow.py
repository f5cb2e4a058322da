"""The flows of a call: what its answer means, and what is known when it fails.

Flows are generators that ask a driver for what they need, so that each rule stands here once for both kinds of client.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediawright_runtime import paths
from mediawright_runtime.delivery import hear
from mediawright_runtime.envelope import in_doubt, lacks_code, read_torn, trace_id
from mediawright_runtime.errors import AmbiguousSubmitError, MediawrightError, VendorError
from mediawright_runtime.handle import Handle, about, found_ids
from mediawright_runtime.request import is_header_value
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.steps import Tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.call import Call, R_co
    from mediawright_runtime.delivery import Heard
    from mediawright_runtime.file_answer import FileAnswer
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.steps import Steps

_BODY = 2000
"""Characters of an answer that an error keeps."""


def ask(call: Call[R_co]) -> Steps[R_co]:
    """Send a call and read its answer into the operation's model."""
    answer = yield from make(call)
    return call.operation.response.model_validate(answer)


def make(call: Call[Any]) -> Steps[dict[str, object]]:
    """Send a call whose answer is the work itself."""
    try:
        return answered(call, (yield from hear(call)))
    except MediawrightError as error:
        error.idempotency_key = call.idempotency_key
        raise


def take(call: Call[Any]) -> Steps[FileAnswer]:
    """Send a call that answers with a file."""
    try:
        heard = yield from hear(call)
        if heard.error is not None:
            raise _refused(call, heard, heard.error)
        if not heard.response.content:
            raise _unreadable(call, heard, "the answer is empty")
    except MediawrightError as error:
        error.idempotency_key = call.idempotency_key
        raise
    from mediawright_runtime.file_answer import FileAnswer  # noqa: PLC0415 (weight: few operations answer with a file)

    said = heard.response.headers.get("content-type", "").partition(";")[0].strip()
    media_type = said or call.operation.answer_type or "application/octet-stream"
    return FileAnswer(heard.response.content, media_type, call.operation.path.replace(".", "-"))


def fetch(call: Call[Any], place: str, *, patient: bool) -> Steps[str]:
    """Fetch a token."""
    heard = yield from hear(call, patient=patient)
    token = paths.first(answered(call, heard), place)
    if isinstance(token, str) and is_header_value(token):
        return token
    reason = "the answer has no token"
    raise VendorError(None, reason, "auth", heard.response.status_code, operation=call.operation.path)


def submit(
    call: Call[ResponseModel], on_submitted: Callable[[str], object] | None, now: Callable[[], float]
) -> Steps[Handle]:
    """Send a create, and hand the task's token to the listener before anything else happens."""
    try:
        heard = yield from hear(call)
        handle = _task_in(call, heard, now)
        if handle is not None and on_submitted is not None:
            yield from _announce(on_submitted, handle)
        return _started(call, heard, handle)
    except MediawrightError as error:
        error.idempotency_key, error.trace = call.idempotency_key, call.trace
        raise


def answered(call: Call[Any], heard: Heard) -> dict[str, object]:
    """Take an answer for what was asked for, or raise what is wrong with it; a list is given as `items`."""
    if heard.error is not None:
        raise _refused(call, heard, heard.error)
    answer = _as_object(call, heard)
    if answer is None:
        raise _unreadable(call, heard, "the answer is not a JSON object")
    if lacks_code(call, answer):
        raise _unreadable(call, heard, "the answer does not say whether it is a success")
    return answer


def _as_object(call: Call[Any], heard: Heard) -> dict[str, object] | None:
    """Bring an answer into the form of an object: a list below `items`, nothing at all as no fields."""
    if is_list(heard.answer):
        return {"items": heard.answer}
    is_empty = not heard.response.content.strip() and not call.operation.creates
    return {} if is_empty else heard.answer if is_object(heard.answer) else None


def _task_in(call: Call[ResponseModel], heard: Heard, now: Callable[[], float]) -> Handle | None:
    """Find the task that an answer tells of, however odd the rest of it is."""
    answer = read_torn(heard.response) if heard.answer is None else heard.answer
    ids = found_ids(call.vendor, call.operation, answer)
    return Handle(call.vendor, call.operation, ids, now(), call.idempotency_key) if ids else None


def _started(call: Call[ResponseModel], heard: Heard, handle: Handle | None) -> Handle:
    """Take the task for what was asked for, or raise what is wrong."""
    if heard.error is not None:
        refused = _refused(call, heard, heard.error)
        raise about(handle, refused) if handle else refused
    if handle is None:
        raise _lost(call, heard, "the answer has no task id")
    return handle


def _refused(call: Call[Any], heard: Heard, error: VendorError) -> MediawrightError:
    """Say what an error means for a create: whoever only broke down may have accepted it."""
    is_lost = in_doubt(error) or (heard.doubted and call.operation.creates)
    return _lost(call, heard, error.reason, error) if is_lost else error


def _unreadable(call: Call[Any], heard: Heard, reason: str) -> MediawrightError:
    if call.operation.creates:
        return _lost(call, heard, reason)
    return VendorError(None, reason, "vendor", heard.response.status_code, operation=call.operation.path)


def _lost(call: Call[Any], heard: Heard, reason: str, error: VendorError | None = None) -> AmbiguousSubmitError:
    body = heard.response.content[: 8 * _BODY].decode(errors="replace")
    return AmbiguousSubmitError(
        reason,
        http_status=heard.response.status_code,
        code=error.code if error else None,
        message=error.message if error else "",
        body=call.redaction.text(body, _BODY),
        trace_id=trace_id(call, heard.answer),
        trace=call.trace,
        operation=call.operation.path,
    )


def _announce(on_submitted: Callable[[str], object], handle: Handle) -> Steps[None]:
    token = handle.token
    try:
        yield Tell(lambda: on_submitted(token))
    except GeneratorExit:
        raise
    except BaseException as error:
        error.add_note(f"the task was created and is billed; its token: {token}")
        raise
