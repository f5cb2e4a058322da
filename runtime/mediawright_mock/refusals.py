"""Errors as the vendor documents them: by code in its envelope, by HTTP status, in the shape of its samples."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import uuid4

from mediawright_mock.answer_paths import put, standing
from mediawright_mock.messages import Answer, json_answer
from mediawright_mock.samples import example, failure
from mediawright_runtime.declarations import ErrorCode
from mediawright_runtime.envelope import is_success, same_code
from mediawright_runtime.paths import first
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from mediawright_mock.contract import Operation
    from mediawright_runtime.declarations import ErrorKind

Object = dict[str, Any]

RULE = "X-Mock-Rule"
"""The header that says which rule a request has broken, percent-encoded: what the vendor says may not be so clear."""

_USUAL: dict[str, tuple[int, ...]] = {
    "auth": (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN),
    "invalid": (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY),
    "not_found": (HTTPStatus.NOT_FOUND,),
    "rate": (HTTPStatus.TOO_MANY_REQUESTS,),
}
"""HTTP statuses of kinds of errors; the first, where the documents show none of them."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused; the message names the field."""

    kind: ErrorKind
    message: str
    code: int | str | None = None
    """The vendor's own, where it is known."""
    rule: str = ""
    """Which rule is broken, and where: `maxLength data.prompt`."""


def refused(operation: Operation, refusal: Refusal) -> Answer:
    """Answer with the documented error of a refusal's kind, in the shape of its sample; without one, by HTTP status."""
    entry = _entry(operation, refusal)
    return _written(operation, refusal, _status(operation, refusal, entry), entry)


def refused_by_status(operation: Operation, status: int, message: str) -> Answer:
    """Answer with an HTTP status that says it all, in the shape of its documented sample, if there is one."""
    entry = next((each for each in operation.errors if each.http_status == status), None)
    return _written(operation, Refusal(entry.kind if entry else "vendor", message), status, entry)


def _written(operation: Operation, refusal: Refusal, status: int, entry: ErrorCode | None) -> Answer:
    sample = failure(operation, status)
    body = sample or {}
    if operation.envelope.message:
        _say(operation, body, refusal.message, status)
    if operation.envelope.trace_id:
        put(body, operation.envelope.trace_id, str(uuid4()))
    if entry is not None and entry.code is not None and operation.envelope.code:
        put(body, operation.envelope.code, entry.code)
    if entry is None and not sample:
        body |= {"error": refusal.kind, "message": refusal.message}
    answer = json_answer(body, status)
    return answer.with_headers({RULE: quote(refusal.rule, safe=" []._-")}) if refusal.rule else answer


def _entry(operation: Operation, refusal: Refusal) -> ErrorCode | None:
    """Find what is documented: of the code, else of the first error of the kind; a foreign code stays what it is."""
    same = (each for each in operation.errors if each.code is not None and same_code(refusal.code, each.code))
    if refusal.code is not None:
        return next(same, None) or ErrorCode(refusal.kind, refusal.message, refusal.code)
    return next((each for each in operation.errors if each.kind == refusal.kind), None)


def _status(operation: Operation, refusal: Refusal, entry: ErrorCode | None) -> int:
    if entry is not None and entry.http_status is not None:
        return entry.http_status
    if entry is not None and entry.code is not None and operation.envelope.code:
        return HTTPStatus.OK
    usual = _USUAL.get(refusal.kind, (HTTPStatus.BAD_REQUEST,))
    return next((each for each in usual if failure(operation, each) is not None), usual[0])


def _say(operation: Operation, body: Object, message: str, status: int) -> None:
    """Put the message where the sample has one; else, of several places, for an HTTP error where no success has one."""
    path = operation.envelope.message or ""
    shown = next(standing(body, path), None)
    silent = (each for each in path.split("|") if example(operation, each) is None)
    usual = path.partition("|")[0] if is_success(status) else next(silent, path.partition("|")[0])
    place = shown or usual
    items = first(body, place)
    item = next(iter(items), None) if is_list(items) else None
    put(body, place, [{**item, "msg": message}] if is_object(item) and "msg" in item else message)
