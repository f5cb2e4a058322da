"""How a call reaches its vendor: when it is sent again, how often, and after which pause.

A create is sent again only if it surely never arrived, if the vendor documents that it refuses such a call before any
work or that it is to be sent again, or if the vendor answers a repeat under the same key as it did the first time.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, NamedTuple

from mediawright_runtime.envelope import documented, in_doubt, read_json, refusal
from mediawright_runtime.errors import AmbiguousSubmitError, ConnectionFailedError, MediawrightError, VendorError
from mediawright_runtime.handle import found_ids
from mediawright_runtime.steps import Sleep, exchange
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mediawright_runtime.call import Call
    from mediawright_runtime.request import Request
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.tokens import Access
    from mediawright_runtime.transport import HttpResponse

_PAUSES = (0.5, 1.5)
"""Seconds before the second and the third try to reach the vendor."""
_RESEND_PAUSE = 1.0
"""Seconds before a call that was answered is sent again, where the vendor does not say when; doubled each time."""
_LONGEST_PAUSE = 60.0
"""Seconds for which a call waits at most to be sent again; a vendor that wants more is left to the caller."""
_MOST_REFUSALS = 4
"""How often a call is sent again that was refused before any work."""
_MOST_REPLAYS = 2
"""How often a create whose outcome is in doubt is sent again under its key."""
_NONE: Mapping[str, str] = {}


class Heard(NamedTuple):
    """An answer, and what it says."""

    response: HttpResponse
    answer: object
    """The JSON in it; None where it is not JSON."""
    error: VendorError | None
    doubted: bool = False
    """Whether an earlier attempt may have been accepted."""


def hear(call: Call[Any], *, patient: bool = True) -> Steps[Heard]:
    """Send a call until its answer stands; an impatient caller has it sent again for a new token only."""
    request, tokens, spent, again, doubts = call.request, _NONE, _NONE, 0, _Doubts()
    while True:
        if call.access is not None:
            request, tokens = yield from _admit(call, call.access, spent, doubts, patient=patient)
        response = yield from _bring(call, request, _PAUSES if patient else (), doubts)
        answer = read_json(response)
        error = refusal(call, response, answer)
        if error is None or found_ids(call.vendor, call.operation, answer):
            return Heard(response, answer, error)
        if call.access is not None and not spent and call.access.is_refused(error):
            spent = tokens
            continue
        pause = _pause(call, error, again) if patient else None
        if pause is None:
            return Heard(response, answer, error, bool(doubts))
        again += 1
        if in_doubt(error):
            doubts.append(error.reason)
        yield Sleep(pause)


def _admit(
    call: Call[Any], access: Access, spent: Mapping[str, str], doubts: _Doubts, *, patient: bool
) -> Steps[tuple[Request, Mapping[str, str]]]:
    """Give the request its fetched tokens; where none comes, what was sent before stays in doubt."""
    try:
        return (yield from access.admit(call.request, spent, call.timeout, patient=patient))
    except (ConnectionFailedError, VendorError) as error:
        if call.operation.creates and doubts:
            raise _ambiguous(call, doubts) from error
        raise


class _Doubts(list[str]):
    """Why earlier attempts of one call may have been accepted."""


def _bring(call: Call[Any], request: Request, patience: Iterable[float], doubts: _Doubts) -> Steps[HttpResponse]:
    """Bring a request to the vendor and an answer back."""
    pauses = iter(patience)
    while True:
        try:
            answer = yield from exchange(request, call.timeout)
        except GeneratorExit:
            raise
        except BaseException as interruption:  # Ctrl-C, a cancelled coroutine, a bug in a transport
            if call.operation.creates:
                interruption.add_note(f"{call.operation.path}: nothing says whether it was accepted; charged: unknown")
            raise
        if not isinstance(answer, Failure):
            return answer
        if answer.delivered == "unknown":
            doubts.append(call.redaction.line(answer.reason))
        may_repeat = answer.delivered == "no" or _replays(call)
        pause = next(pauses, None) if may_repeat else None
        if pause is None:
            raise _undelivered(call, answer, doubts) from answer.error
        yield Sleep(_varied(pause))


def _pause(call: Call[Any], error: VendorError, again: int) -> float | None:
    """Say after how many seconds a refused call is sent again; None where it is not."""
    if again >= _most_resends(call, error) or (error.retry_after or 0) > _LONGEST_PAUSE:
        return None
    return error.retry_after or _varied(_RESEND_PAUSE * 2**again)


def _most_resends(call: Call[Any], error: VendorError) -> int:
    known = documented(call, error.code, error.http_status)
    if known is not None and known.retries:
        return known.retries
    if known is not None and known.refused:
        return _MOST_REFUSALS
    return _MOST_REPLAYS if in_doubt(error) and _replays(call) else 0


def _replays(call: Call[Any]) -> bool:
    key = call.operation.idempotency
    return key is not None and key.replays


def _undelivered(call: Call[Any], answer: Failure, doubts: _Doubts) -> MediawrightError:
    if call.operation.creates and doubts:
        return _ambiguous(call, doubts)
    return ConnectionFailedError(call.redaction.line(answer.reason), operation=call.operation.path)


def _ambiguous(call: Call[Any], doubts: _Doubts) -> AmbiguousSubmitError:
    return AmbiguousSubmitError(doubts[-1], trace=call.trace, operation=call.operation.path)


def _varied(pause: float) -> float:
    return pause * random.uniform(1, 1.25)  # noqa: S311 (spreads load, guards nothing)
