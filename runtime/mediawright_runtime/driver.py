"""Drives flows, synchronously or not: the only module in which time passes and requests are sent."""

from __future__ import annotations

import time
from contextlib import aclosing, closing
from copy import copy
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.bound import abounded, bounded, gate
from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.exchange_log import NO_SECRETS, Guard, guard_transports, log
from mediawright_runtime.opening import aopened, opened
from mediawright_runtime.steps import Acquire, Fetch, Send, Sleep, Work
from mediawright_runtime.transport import Failure, failure

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
    from typing import Any, Self

    from mediawright_runtime.observation import RawResponse
    from mediawright_runtime.redaction import Redaction
    from mediawright_runtime.steps import Step, Steps
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient, HttpResponse

T = TypeVar("T")


class BaseDriver:
    """What both drivers do around their flows and exchanges."""

    __slots__ = ("_on_response", "now", "redaction")

    def __init__(self, now: Callable[[], float], redaction: Redaction) -> None:
        self.now = now
        self.redaction = redaction
        """What no line of a log may hold."""
        self._on_response: Callable[[RawResponse], object] | None = None
        guard_transports()

    def telling(self, on_response: Callable[[RawResponse], object] | None) -> Self:
        """Make one that tells a listener of each answer, over the same connections."""
        changed = copy(self)
        changed._on_response = on_response  # noqa: SLF001 (of the copy)
        return changed

    def watched(self, steps: Steps[T]) -> Steps[T]:
        """Let the listener, if there is one, hear of the answers that a flow gets."""
        if self._on_response is None:
            return steps
        from mediawright_runtime.observation import observed  # noqa: PLC0415 (weight: few callers listen)

        return observed(steps, self._on_response, self.now)

    def _logged(self, step: Send, answer: HttpResponse | Failure, started: float) -> HttpResponse | Failure:
        log(step.request, answer, self.now() - started, self.redaction)
        return answer


class Driver(BaseDriver):
    """Runs flows in the calling thread."""

    __slots__ = ("_gated", "_sleep", "http")

    def __init__(
        self,
        http: HttpClient,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
        redaction: Redaction = NO_SECRETS,
        *,
        own: bool = False,
    ) -> None:
        super().__init__(now, redaction)
        self.http = http
        self._sleep = sleep
        self._gated: Mapping[str, Any] = {"extensions": {"trace": gate}} if own else {}
        """What keeps an exchange whose time is over from being sent: a client of our own knows how."""

    def run(self, steps: Steps[T]) -> T:
        """Run a flow to its end; what goes wrong at a step is raised inside the flow, which adds what it knows."""
        steps = self.watched(steps)
        try:
            step = next(steps)
            while True:
                try:
                    answer = self._take(step)
                except BaseException as error:  # noqa: BLE001 (the flow raises it again)
                    step = steps.throw(error)
                else:
                    step = steps.send(answer)
        except StopIteration as end:
            value: T = end.value
            return value

    def _take(self, step: Step) -> HttpResponse | Failure | None:
        if isinstance(step, Send):
            started = self.now()
            return self._logged(step, self._send(step), started)
        if isinstance(step, Fetch):
            with Guard(self.redaction):
                return self._fetch(step)
        if isinstance(step, Sleep):
            self._sleep(step.seconds)
        elif isinstance(step, Work):
            step.act()
        elif isinstance(step, Acquire):
            return None if step.lock.acquire(timeout=step.seconds) else step.too_late()
        else:
            step.listener()
        return None

    def _send(self, step: Send) -> HttpResponse | Failure:
        total = step.timeout.total
        try:
            with Guard(self.redaction):
                return self._exchange(step) if total is None else bounded(partial(self._exchange, step), total)
        except Exception as error:
            known = failure(error, step.request.method, step.request.url)
            if known is None:
                raise
            return known

    def _exchange(self, step: Send) -> HttpResponse:
        method, url, headers, content, _ = step.request
        total = step.timeout.total
        timeout = step.timeout if total is None else step.timeout.within(total)
        gated: Mapping[str, Any] = {} if total is None else self._gated
        return self.http.request(
            method, url, content=content, headers=headers, timeout=timeout.phases, follow_redirects=False, **gated
        )

    def _fetch(self, step: Fetch) -> Failure | None:
        """Hand the pieces on outside of what the transport may raise: a sink's error is none of its failures."""
        left = step.most
        with closing(self._pieces(step)) as pieces:
            for piece in pieces:
                if isinstance(piece, Failure):
                    return piece
                step.sink.take(piece)
                left -= len(piece)
                if left <= 0:
                    break
        return None

    def _pieces(self, step: Fetch) -> Generator[bytes | Failure]:
        try:
            with opened(self.http, step) as answer:
                if step.sink.begin(answer.status_code, answer.headers):
                    yield from answer.iter_bytes()
        except Exception as error:
            known = failure(error, "GET", step.url)
            if known is None:
                raise
            yield known


class AsyncDriver(BaseDriver):
    """Runs flows in the running event loop."""

    __slots__ = ("_loops", "_sleep", "http")

    def __init__(
        self,
        http: AsyncHttpClient,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] | None = None,
        redaction: Redaction = NO_SECRETS,
        *,
        own: bool = False,
    ) -> None:
        super().__init__(now, redaction)
        self.http = http
        self._sleep = sleep or _asyncio_sleep
        self._loops: list[object] | None = [] if own else None
        """The event loop of a client of our own, whose connections belong to it."""

    async def run(self, steps: Steps[T]) -> T:
        """Run a flow to its end, as `Driver.run` does."""
        if self._loops is not None:
            _belong(self._loops)
        steps = self.watched(steps)
        try:
            step = next(steps)
            while True:
                try:
                    answer = await self._take(step)
                except BaseException as error:  # noqa: BLE001 (the flow raises it again)
                    step = steps.throw(error)
                else:
                    step = steps.send(answer)
        except StopIteration as end:
            value: T = end.value
            return value

    async def _take(self, step: Step) -> HttpResponse | Failure | None:
        if isinstance(step, Send):
            started = self.now()
            return self._logged(step, await self._send(step), started)
        if isinstance(step, Fetch):
            with Guard(self.redaction):
                return await self._fetch(step)
        if isinstance(step, Sleep):
            await self._sleep(step.seconds)
        elif isinstance(step, Work):
            await _in_a_thread(step.act)
        elif isinstance(step, Acquire):
            return await _acquired(step)
        else:
            told = step.listener()
            if isawaitable(told):
                await told
        return None

    async def _send(self, step: Send) -> HttpResponse | Failure:
        total = step.timeout.total
        try:
            with Guard(self.redaction):
                return await (self._exchange(step) if total is None else abounded(self._exchange(step), total))
        except Exception as error:
            known = failure(error, step.request.method, step.request.url)
            if known is None:
                raise
            return known

    async def _exchange(self, step: Send) -> HttpResponse:
        method, url, headers, content, _ = step.request
        timeout = step.timeout.phases
        return await self.http.request(
            method, url, content=content, headers=headers, timeout=timeout, follow_redirects=False
        )

    async def _fetch(self, step: Fetch) -> Failure | None:
        left = step.most
        async with aclosing(self._pieces(step)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Failure):
                    return piece
                told = step.sink.take(piece)
                if isawaitable(told):
                    await told
                left -= len(piece)
                if left <= 0:
                    break
        return None

    async def _pieces(self, step: Fetch) -> AsyncGenerator[bytes | Failure]:
        try:
            async with aopened(self.http, step) as answer:
                if step.sink.begin(answer.status_code, answer.headers):
                    async for piece in answer.aiter_bytes():
                        yield piece
        except Exception as error:
            known = failure(error, "GET", step.url)
            if known is None:
                raise
            yield known


def _belong(loops: list[object]) -> None:
    """Refuse a second event loop before anything is sent: an answer on a connection of the first one would be lost."""
    from asyncio import get_running_loop  # noqa: PLC0415 (weight: synchronous clients do without it)

    loop = get_running_loop()
    if not loops:
        loops.append(loop)
    elif loops[0] is not loop:
        raise ConfigurationError("this client belongs to another event loop; make one within each asyncio.run()")


async def _asyncio_sleep(seconds: float) -> None:
    import asyncio  # noqa: PLC0415 (weight: synchronous clients do without it)

    await asyncio.sleep(seconds)


async def _in_a_thread(act: Callable[[], object]) -> None:
    """Do it to its end, even when cancelled: what comes after must not meet it half done."""
    import asyncio  # noqa: PLC0415 (weight: synchronous clients do without it)

    doing = asyncio.ensure_future(asyncio.to_thread(act))
    try:
        await asyncio.shield(doing)
    finally:
        await asyncio.wait((doing,))


async def _acquired(step: Acquire) -> Failure | None:
    from asyncio import timeout  # noqa: PLC0415 (weight: synchronous clients do without it)

    try:
        async with timeout(step.seconds):
            await step.lock.acquire()
    except TimeoutError:
        return step.too_late()
    return None
