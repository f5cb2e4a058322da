"""What a fault makes of an answer."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from mediawright_mock.messages import Answer, Delivery
from mediawright_mock.refusals import Refusal, refused, refused_by_status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_mock.faults import Fault, Name

_PAGE = (
    "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n"
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
"""As the gateway writes it that most vendors have."""
_MILLISECONDS = 1000


class Scene(NamedTuple):
    """A call that goes wrong."""

    fault: Fault
    operation: Operation
    answer: Answer
    """What would be answered: to the call as it was served, or that the vendor is not available."""


def spoiled(fault: Fault, operation: Operation, serve: Callable[[], Answer]) -> Answer:
    """Answer a call that goes wrong; it is served first where the fault comes after the work."""
    answer = serve() if fault.follows_work else _by_status(operation, HTTPStatus.SERVICE_UNAVAILABLE)
    return _PLAYS[fault.name](Scene(fault, operation, answer))


def _late(scene: Scene) -> Answer:
    return scene.answer.sent_by(Delivery(pause=scene.fault.pause))


def _never(scene: Scene) -> Answer:
    return scene.answer.sent_by(Delivery(pause=math.inf))


def _reset(scene: Scene) -> Answer:
    return scene.answer.sent_by(Delivery("reset"))


def _cut(scene: Scene) -> Answer:
    return scene.answer.sent_by(Delivery("cut", kept=scene.fault.kept))


def _slow_headers(scene: Scene) -> Answer:
    return scene.answer.sent_by(Delivery("slow headers", scene.fault.pause))


def _rate_limited(scene: Scene) -> Answer:
    answer = _by_status(scene.operation, HTTPStatus.TOO_MANY_REQUESTS)
    seconds = scene.fault.retry_after
    return answer if seconds is None else answer.with_headers(_come_again(scene.fault, seconds))


def _come_again(fault: Fault, seconds: float) -> Mapping[str, str]:
    if fault.form == "ms":
        return {"Retry-After-Ms": f"{seconds * _MILLISECONDS:g}"}
    if fault.form == "seconds":
        return {"Retry-After": f"{seconds:g}"}
    now = datetime.now(UTC)
    then = now + timedelta(seconds=seconds)
    return {"Date": format_datetime(now, usegmt=True), "Retry-After": format_datetime(then, usegmt=True)}


def _error_500(scene: Scene) -> Answer:
    return _by_status(scene.operation, HTTPStatus.INTERNAL_SERVER_ERROR)


def _unavailable(scene: Scene) -> Answer:
    return _by_status(scene.operation, HTTPStatus.SERVICE_UNAVAILABLE)


def _by_status(operation: Operation, status: HTTPStatus) -> Answer:
    return refused_by_status(operation, status, status.phrase)


def _bad_gateway(_: Scene) -> Answer:
    return _page(HTTPStatus.BAD_GATEWAY, "502 Bad Gateway")


def _html_page(_: Scene) -> Answer:
    return _page(HTTPStatus.OK, "Please sign in")


def _page(status: HTTPStatus, title: str) -> Answer:
    return Answer(status, _PAGE.format(title=title).encode(), "text/html")


def _truncated(scene: Scene) -> Answer:
    return replace(scene.answer, body=scene.answer.beginning(scene.fault.kept))


def _mistyped(scene: Scene) -> Answer:
    return replace(scene.answer, content_type="text/html")


def _not_found(scene: Scene) -> Answer:
    return refused(scene.operation, Refusal("not_found", "nothing is known of it yet"))


def _error_code(scene: Scene) -> Answer:
    return refused(scene.operation, _documented(scene.fault, scene.operation))


def _documented(fault: Fault, operation: Operation) -> Refusal:
    """Say the documented error with a code; where none is documented, that of no success."""
    coded = (each for each in operation.errors if each.code is not None and fault.code in {None, each.code})
    entry = next(coded, None)
    if entry is not None:
        return Refusal(entry.kind, entry.describe, entry.code)
    foreign = False if True in operation.envelope.success else 1
    return Refusal("vendor", "this error is not documented", foreign if fault.code is None else fault.code)


_PLAYS: Mapping[Name, Callable[[Scene], Answer]] = {
    "late": _late,
    "hang": _never,
    "reset": _reset,
    "cut": _cut,
    "slow_headers": _slow_headers,
    "rate_limited": _rate_limited,
    "error_500": _error_500,
    "bad_gateway_html": _bad_gateway,
    "unavailable": _unavailable,
    "html_page": _html_page,
    "truncated_json": _truncated,
    "wrong_content_type": _mistyped,
    "not_found": _not_found,
    "error_code": _error_code,
}
