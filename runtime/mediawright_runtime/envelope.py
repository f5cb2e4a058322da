"""What an answer's envelope says: a success, or which error."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from mediawright_runtime import paths
from mediawright_runtime.errors import VendorError
from mediawright_runtime.retry_after import retry_after
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from mediawright_runtime.call import Call
    from mediawright_runtime.declarations import ErrorCode, ErrorKind, Scalar
    from mediawright_runtime.transport import HttpResponse

_KIND_OF_STATUS: dict[int, ErrorKind] = {
    HTTPStatus.BAD_REQUEST: "invalid",
    HTTPStatus.UNAUTHORIZED: "auth",
    HTTPStatus.PAYMENT_REQUIRED: "credits",
    HTTPStatus.FORBIDDEN: "auth",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.UNPROCESSABLE_ENTITY: "invalid",
    HTTPStatus.TOO_MANY_REQUESTS: "rate",
}
_IN_TROUBLE = HTTPStatus.INTERNAL_SERVER_ERROR
_PASSING_STATUSES = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
_NOTHING: tuple[object, ...] = (None, "", [], {})


def read_json(response: HttpResponse) -> object:
    """Read the body of an answer; None where it is not JSON."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None


def read_torn(response: HttpResponse) -> object:
    """Read what is whole in a body that is no JSON, breaks off, or has more before it; None where nothing is.

    In a body that breaks off, a number may be cut short and is no id; a text in closed quotes is whole.
    """
    from pydantic_core import from_json  # noqa: PLC0415 (weight: few answers need it)

    text = response.content.decode(errors="replace")
    text = text[text.find("{") :] if "{" in text else ""
    try:
        whole: object = json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        pass
    else:
        return whole
    try:
        return _without_numbers(from_json(text, allow_partial=True))
    except ValueError:
        return None


def _without_numbers(value: object) -> object:
    if is_object(value):
        return {key: _without_numbers(each) for key, each in value.items()}
    if is_list(value):
        return [_without_numbers(each) for each in value]
    return value if isinstance(value, str) else None


def is_success(status: int) -> bool:
    """Whether an HTTP status says success."""
    return HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES


def same_code(code: object, other: Scalar) -> bool:
    """Whether two codes are one: a number and its digits are, a truth value and a number are not."""
    if isinstance(code, bool) or isinstance(other, bool):
        return code is other
    return code == other or (isinstance(code, (str, int)) and str(code).strip() == str(other))


def trace_id(call: Call[Any], answer: object) -> str | None:
    """Read the vendor's identifier of the request."""
    path = call.vendor.envelope.trace_id
    found = paths.first(answer, path) if path else None
    return str(found) if isinstance(found, (str, int)) and found != "" else None


def refusal(call: Call[Any], response: HttpResponse, answer: object) -> VendorError | None:
    """Make the error that an answer tells of; None for a success."""
    code = _code(call, answer)
    if is_success(response.status_code) and (not _says_error(call, code) or _is_tolerated(call, answer)):
        return None
    known = documented(call, code, response.status_code)
    kind: ErrorKind = known.kind if known else _KIND_OF_STATUS.get(response.status_code, "vendor")
    is_refused = known is not None and known.refused
    is_spent = known is not None and known.retries > 0
    return VendorError(
        code,
        _message(call, answer) or (known.describe if known else ""),
        kind,
        response.status_code,
        trace_id=trace_id(call, answer),
        retryable=kind == "rate" or is_refused,
        charged="unknown" if call.operation.creates and kind == "vendor" and not is_refused else "no",
        retry_after=retry_after(response.headers),
        action=known.action if known else None,
        refused=is_refused and not is_spent,
        operation=call.operation.path,
    )


def lacks_code(call: Call[Any], answer: object) -> bool:
    """Whether an answer says nothing of its success where it should."""
    envelope = call.vendor.envelope
    return envelope.code is not None and envelope.required and _code(call, answer) is None


def in_doubt(error: VendorError) -> bool:
    """Whether a create may have been accepted though the answer is an error: the vendor, not the call, was in trouble.

    A refusal, in an envelope or by an HTTP status of 4xx, is an answer; what breaks down on the way is none.
    """
    status = error.http_status
    is_answer = is_success(status) or HTTPStatus.BAD_REQUEST <= status < _IN_TROUBLE
    return error.charged == "unknown" and not (is_answer and status != HTTPStatus.REQUEST_TIMEOUT)


def is_passing(error: VendorError) -> bool:
    """Whether the error says that the vendor, not the question, is in trouble, so that asking again may help."""
    in_trouble = is_success(error.http_status) and error.kind in {"rate", "vendor"}
    is_redirect = HTTPStatus.MULTIPLE_CHOICES <= error.http_status < HTTPStatus.BAD_REQUEST
    return in_trouble or is_redirect or is_passing_status(error.http_status)


def is_passing_status(status: int) -> bool:
    """Whether an HTTP status says that the server is in trouble, or that it is asked too often."""
    return status >= _IN_TROUBLE or status in _PASSING_STATUSES


def _code(call: Call[Any], answer: object) -> Scalar | None:
    path = call.vendor.envelope.code
    code = paths.first(answer, path) if path else None
    return code if isinstance(code, (str, int, float)) else None


def _says_error(call: Call[Any], code: Scalar | None) -> bool:
    return code is not None and not any(same_code(code, success) for success in call.vendor.envelope.success)


def _is_tolerated(call: Call[Any], answer: object) -> bool:
    """Whether an answer tells how a task stands, whatever its code says."""
    asked = (each for each in call.vendor.tasks.values() if each.query == call.operation.path and each.tolerates)
    return any(paths.first(answer, each.tolerates or "") not in _NOTHING for each in asked)


def documented(call: Call[Any], code: Scalar | None, status: int) -> ErrorCode | None:
    """Find what is documented of a code, best with this HTTP status; else of the HTTP status alone."""
    known = (*call.operation.errors, *call.vendor.errors)
    alike = [each for each in known if each.code is not None and same_code(code, each.code)]
    alike.sort(key=lambda each: each.http_status not in {None, status})
    alone = (each for each in known if each.code is None and each.http_status == status)
    return next(iter((*alike, *alone)), None)


def _message(call: Call[Any], answer: object) -> str:
    path = call.vendor.envelope.message
    message = paths.first(answer, path) if path else None
    return "" if message is None else call.redaction.line(_said(message))


def _said(message: object) -> str:
    """Say a message in words: a list's items one after the other, an item with its place before it."""
    if is_list(message):
        return "; ".join(map(_said, message))
    if is_object(message) and isinstance(message.get("msg"), str):
        place = message.get("loc")
        return f"{'.'.join(map(str, place))}: {message['msg']}" if is_list(place) else str(message["msg"])
    return message if isinstance(message, str) else json.dumps(message, ensure_ascii=False)
