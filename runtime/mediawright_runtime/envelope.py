"""What an answer's envelope says: a success, or which error."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from mediawright_runtime import paths
from mediawright_runtime.errors import Charged, VendorError
from mediawright_runtime.retry_after import retry_after

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
_PASSING_STATUSES = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})


def read_json(response: HttpResponse) -> object:
    """Read the body of an answer; None where it is not JSON."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None


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
    if is_success(response.status_code) and not _says_error(call, code):
        return None
    documented = _documented(call, code)
    kind: ErrorKind = documented.kind if documented else _KIND_OF_STATUS.get(response.status_code, "vendor")
    return VendorError(
        code,
        _message(call, answer) or (documented.describe if documented else ""),
        kind,
        response.status_code,
        trace_id=trace_id(call, answer),
        retryable=kind == "rate",
        charged=_charged(call, kind),
        retry_after=retry_after(response.headers),
        action=documented.action if documented else None,
        operation=call.operation.path,
    )


def is_passing(error: VendorError) -> bool:
    """Whether the error says that the vendor, not the question, is in trouble, so that asking again may help."""
    in_trouble = error.http_status >= HTTPStatus.INTERNAL_SERVER_ERROR or error.http_status in _PASSING_STATUSES
    return in_trouble or (is_success(error.http_status) and error.kind in {"rate", "vendor"})


def _code(call: Call[Any], answer: object) -> Scalar | None:
    code = paths.first(answer, call.vendor.envelope.code)
    return code if isinstance(code, (str, int, float)) else None


def _says_error(call: Call[Any], code: Scalar | None) -> bool:
    return code is not None and not any(same_code(code, success) for success in call.vendor.envelope.success)


def _documented(call: Call[Any], code: Scalar | None) -> ErrorCode | None:
    known = (*call.operation.errors, *call.vendor.errors)
    return next((error for error in known if same_code(code, error.code)), None)


def _message(call: Call[Any], answer: object) -> str:
    path = call.vendor.envelope.message
    message = paths.first(answer, path) if path else None
    return call.redaction.line(message) if isinstance(message, str) else ""


def _charged(call: Call[Any], kind: ErrorKind) -> Charged:
    """Judge whether a refused create may still cost money: only a refusal with a known cause surely does not."""
    return "unknown" if call.operation.creates and kind == "vendor" else "no"
