"""Drives flows, synchronously or not: the only module in which time passes and requests are sent."""

from __future__ import annotations

import logging
import time
from inspect import isawaitable
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.steps import Aside, Beginning, Peek, Send, Sleep
from mediawright_runtime.transport import Failure, failure

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mediawright_runtime.steps import Step, Steps
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient, HttpResponse

T = TypeVar("T")

_LOGGER = logging.getLogger("mediawright")


class Driver:
    """Runs flows in the calling thread."""

    __slots__ = ("_sleep", "http", "now")

    def __init__(
        self,
        http: HttpClient,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.http = http
        self.now = now
        self._sleep = sleep

    def run(self, steps: Steps[T]) -> T:
        """Run a flow to its end; what goes wrong at a step is raised inside the flow, which adds what it knows."""
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
        if isinstance(step, (Send, Peek)):
            return _logged(step, self._send(step))
        if isinstance(step, Sleep):
            self._sleep(step.seconds)
        elif isinstance(step, Aside):
            step.work()
        else:
            step.listener()
        return None

    def _send(self, step: Send | Peek) -> HttpResponse | Failure:
        method, url, headers, content = step.request
        try:
            if isinstance(step, Peek):
                return self._peek(step)
            return self.http.request(
                method, url, content=content, headers=headers, timeout=step.timeout, follow_redirects=False
            )
        except Exception as error:
            known = failure(error)
            if known is None:
                raise
            return known

    def _peek(self, step: Peek) -> Beginning:
        method, url, headers, _ = step.request
        content = bytearray()
        with self.http.stream(method, url, headers=headers, timeout=step.timeout, follow_redirects=False) as answer:
            for piece in answer.iter_bytes():
                content += piece
                if len(content) >= step.most:
                    break
            return Beginning(answer.status_code, answer.headers, bytes(content[: step.most]))


class AsyncDriver:
    """Runs flows in the running event loop."""

    __slots__ = ("_sleep", "http", "now")

    def __init__(
        self,
        http: AsyncHttpClient,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] | None = None,
    ) -> None:
        self.http = http
        self.now = now
        self._sleep = sleep or _asyncio_sleep

    async def run(self, steps: Steps[T]) -> T:
        """Run a flow to its end, as `Driver.run` does."""
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
        if isinstance(step, (Send, Peek)):
            return _logged(step, await self._send(step))
        if isinstance(step, Sleep):
            await self._sleep(step.seconds)
        elif isinstance(step, Aside):
            await _in_thread(step.work)
        else:
            told = step.listener()
            if isawaitable(told):
                await told
        return None

    async def _send(self, step: Send | Peek) -> HttpResponse | Failure:
        method, url, headers, content = step.request
        try:
            if isinstance(step, Peek):
                return await self._peek(step)
            return await self.http.request(
                method, url, content=content, headers=headers, timeout=step.timeout, follow_redirects=False
            )
        except Exception as error:
            known = failure(error)
            if known is None:
                raise
            return known

    async def _peek(self, step: Peek) -> Beginning:
        method, url, headers, _ = step.request
        content = bytearray()
        stream = self.http.stream(method, url, headers=headers, timeout=step.timeout, follow_redirects=False)
        async with stream as answer:
            async for piece in answer.aiter_bytes():
                content += piece
                if len(content) >= step.most:
                    break
            return Beginning(answer.status_code, answer.headers, bytes(content[: step.most]))


def _logged(step: Send | Peek, answer: HttpResponse | Failure) -> HttpResponse | Failure:
    """Log where a request went and what came of it; no header, no query, no body."""
    if _LOGGER.isEnabledFor(logging.DEBUG):
        outcome = type(answer.error).__name__ if isinstance(answer, Failure) else f"HTTP {answer.status_code}"
        _LOGGER.debug("%s %s: %s", step.request.method, step.request.url.partition("?")[0], outcome)
    return answer


async def _asyncio_sleep(seconds: float) -> None:
    import asyncio  # noqa: PLC0415 (weight: synchronous clients do without it)

    await asyncio.sleep(seconds)


async def _in_thread(work: Callable[[], object]) -> None:
    import asyncio  # noqa: PLC0415 (weight: synchronous clients do without it)

    await asyncio.to_thread(work)
