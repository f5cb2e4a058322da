"""Raw answers, for callers who want to see them: what they are told, and when.

A listener hears of an answer after the flow has taken it and told of it, so the token of a new task is out before a
listener can fail. What it raises is raised inside the flow, which adds what it knows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mediawright_runtime.handle import Handle
from mediawright_runtime.redaction import one_line
from mediawright_runtime.steps import Send, Tell
from mediawright_runtime.transport import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.request import Request
    from mediawright_runtime.steps import Step, Steps
    from mediawright_runtime.transport import HttpResponse

T = TypeVar("T")


class RawResponse(NamedTuple):
    """An answer of the vendor as it came; it prints without queries, headers and bodies."""

    operation: str
    """What was called, as `category.method`."""
    method: str
    url: str
    """Where it was sent, with the query, which may hold what is secret."""
    status_code: int
    headers: Mapping[str, str]
    """By name in lower case."""
    content: bytes
    """The body, as long as it came."""
    elapsed: float
    """Seconds from the start of the exchange to the end of the body."""

    def __repr__(self) -> str:
        """Show what is no secret."""
        place, size = one_line(self.url), len(self.content)
        return f"RawResponse({self.operation}: {self.method} {place}, HTTP {self.status_code}, {size} bytes)"


def observed(steps: Steps[T], listener: Callable[[RawResponse], object], now: Callable[[], float]) -> Steps[T]:
    """Pass a flow on, and tell a listener of each answer that the flow gets."""
    heard: list[RawResponse] = []
    try:
        value = yield from _passed_on(steps, heard, listener, now)
    except GeneratorExit:
        raise
    except BaseException as error:
        yield from _beside(error, heard, listener)
        raise
    try:
        yield from _tell(heard, listener)
    except BaseException as error:
        if isinstance(value, Handle):
            error.add_note(f"the task was created and is billed; its token: {value.token}")
        raise
    return value


def _passed_on(
    steps: Steps[T], heard: list[RawResponse], listener: Callable[[RawResponse], object], now: Callable[[], float]
) -> Steps[T]:
    """Run a flow; what its last step brought is left in `heard`."""
    advance: Callable[[], Step] = partial(next, steps)
    while True:
        try:
            step = advance()
        except StopIteration as end:
            value: T = end.value
            return value
        try:
            if not isinstance(step, Tell):
                yield from _tell(heard, listener)
            started = now()
            answer = yield step
        except BaseException as error:  # noqa: BLE001 (the flow raises it again)
            advance = partial(steps.throw, error)
        else:
            advance = partial(steps.send, answer)
            if isinstance(step, Send) and answer is not None and not isinstance(answer, Failure):
                heard.append(_raw(step.request, answer, now() - started))


def _tell(heard: list[RawResponse], listener: Callable[[RawResponse], object]) -> Steps[None]:
    while heard:
        raw = heard.pop(0)
        yield Tell(partial(listener, raw))


def _beside(error: BaseException, heard: list[RawResponse], listener: Callable[[RawResponse], object]) -> Steps[None]:
    """Tell of the answer that ended a flow; the flow's error goes before one of the listener's."""
    try:
        yield from _tell(heard, listener)
    except Exception as failed:  # noqa: BLE001 (named in a note)
        error.add_note(f"on_response failed too: {type(failed).__name__}")


def _raw(request: Request, answer: HttpResponse, seconds: float) -> RawResponse:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    where = request.operation, request.method, request.url
    return RawResponse(*where, answer.status_code, headers, answer.content, seconds)
