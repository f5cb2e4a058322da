"""What a fault makes of an answer."""

from __future__ import annotations

import math
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from fnmatch import fnmatchcase
from http import HTTPStatus
from typing import TYPE_CHECKING

from mediawright_mock.faults import HEADER, read_fault
from mediawright_mock.messages import Answer, Delivery
from mediawright_mock.refusals import Refusal, refused, refused_by_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_mock.faults import Fault, Name, Planned
    from mediawright_mock.messages import Request

    Play = Callable[[Fault, Operation, Answer], Answer]

_PAGE = (
    "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n"
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
"""As the gateway writes it that most vendors have."""
_MILLISECONDS = 1000


class Troubles:
    """Which calls go wrong: those that ask for it by header, and those that were planned to."""

    def __init__(self, planned: Iterable[Planned] = ()) -> None:
        """Begin at the first call."""
        self._planned = tuple(planned)
        self._calls = Counter[int]()

    def befalling(self, request: Request, operation: str) -> Fault | None:
        """Say what goes wrong with a call; the header goes before the plan.

        Raises:
            FaultError: the header asks for what is no fault.
        """
        concerned = [number for number, each in enumerate(self._planned) if fnmatchcase(operation, each.operation)]
        self._calls.update(concerned)
        asked = request.headers.get(HEADER)
        if asked is not None:
            return read_fault(asked)
        hit = (self._planned[number] for number in concerned if self._planned[number].hits(self._calls[number]))
        return next((each.fault for each in hit), None)


def spoiled(fault: Fault, operation: Operation, serve: Callable[[], Answer]) -> Answer:
    """Answer a call that goes wrong; it is served first where the fault comes after the work."""
    answer = serve() if fault.follows_work else _unavailable(fault, operation)
    return _PLAYS[fault.name](fault, operation, answer)


def _late(fault: Fault, _: Operation, answer: Answer) -> Answer:
    return answer.sent_by(Delivery(pause=fault.seconds))


def _never(_: Fault, __: Operation, answer: Answer) -> Answer:
    return answer.sent_by(Delivery(pause=math.inf))


def _reset(_: Fault, __: Operation, answer: Answer) -> Answer:
    return answer.sent_by(Delivery("reset"))


def _cut(_: Fault, __: Operation, answer: Answer) -> Answer:
    return answer.sent_by(Delivery("cut"))


def _slow_headers(fault: Fault, _: Operation, answer: Answer) -> Answer:
    return answer.sent_by(Delivery("slow headers", fault.seconds))


def _rate_limited(fault: Fault, operation: Operation, _: Answer) -> Answer:
    answer = refused_by_status(operation, HTTPStatus.TOO_MANY_REQUESTS, "too many requests")
    return answer if fault.retry_after is None else answer.with_headers(_come_again(fault, fault.retry_after))


def _come_again(fault: Fault, seconds: float) -> Mapping[str, str]:
    if fault.form == "ms":
        return {"Retry-After-Ms": f"{seconds * _MILLISECONDS:g}"}
    if fault.form == "seconds":
        return {"Retry-After": f"{seconds:g}"}
    now = datetime.now(UTC)
    then = now + timedelta(seconds=seconds)
    return {"Date": format_datetime(now, usegmt=True), "Retry-After": format_datetime(then, usegmt=True)}


def _error_500(_: Fault, operation: Operation, __: Answer) -> Answer:
    return refused_by_status(operation, HTTPStatus.INTERNAL_SERVER_ERROR, "internal error")


def _unavailable(_: Fault, operation: Operation, __: Answer | None = None) -> Answer:
    return refused_by_status(operation, HTTPStatus.SERVICE_UNAVAILABLE, "the service is not available")


def _bad_gateway(_: Fault, __: Operation, ___: Answer) -> Answer:
    return _page(HTTPStatus.BAD_GATEWAY, "502 Bad Gateway")


def _html_page(_: Fault, __: Operation, ___: Answer) -> Answer:
    return _page(HTTPStatus.OK, "Please sign in")


def _page(status: int, title: str) -> Answer:
    return Answer(status, _PAGE.format(title=title).encode(), "text/html")


def _truncated(_: Fault, __: Operation, answer: Answer) -> Answer:
    return Answer(answer.status, answer.body[: len(answer.body) // 2], answer.content_type)


def _mistyped(_: Fault, __: Operation, answer: Answer) -> Answer:
    return Answer(answer.status, answer.body, "text/html")


def _not_found(_: Fault, operation: Operation, __: Answer) -> Answer:
    return refused(operation, Refusal("not_found", "nothing is known of it yet"))


def _error_code(fault: Fault, operation: Operation, _: Answer) -> Answer:
    return refused(operation, _documented(fault, operation))


def _documented(fault: Fault, operation: Operation) -> Refusal:
    """Say the documented error with a code; where none is documented, that of no success."""
    coded = (each for each in operation.errors if each.code is not None and fault.code in {None, each.code})
    entry = next(coded, None)
    if entry is not None:
        return Refusal(entry.kind, entry.describe, entry.code)
    foreign = False if True in operation.envelope.success else 1
    return Refusal("vendor", "this error is not documented", foreign if fault.code is None else fault.code)


_PLAYS: Mapping[Name, Play] = {
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
