"""One caller's connection: requests are answered one after the other, whatever comes over it."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from typing import TYPE_CHECKING, cast

from mediawright_mock.arrivals import Arrivals
from mediawright_mock.delivery import deliver, whole
from mediawright_mock.messages import AT_ONCE, json_answer

if TYPE_CHECKING:
    from http import HTTPStatus

    from mediawright_mock.arrivals import Arrival
    from mediawright_mock.messages import Answer, Handler, Request

_log = logging.getLogger("mediawright_mock")


class Connection(asyncio.Protocol):
    """Reads requests off a connection and writes their answers, in order."""

    def __init__(self, handler: Handler, among: set[Connection]) -> None:
        """Begin; `among` are the open connections of a server, which it joins and leaves."""
        self._handler = handler
        self._among = among
        self._waiting: deque[Arrival] = deque()
        self._delivering: asyncio.Task[None] | None = None

    def close(self) -> None:
        """End it, and what is under way."""
        self._transport.close()
        self.connection_lost(None)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to listen."""
        self._transport = cast("asyncio.Transport", transport)
        host, port, *_ = transport.get_extra_info("sockname")
        self._arrivals = Arrivals(f"http://{host}:{port}", self._welcome)
        self._among.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (the shape of asyncio)
        """Leave the caller who has left."""
        self._among.discard(self)
        self._waiting.clear()
        if self._delivering:
            self._delivering.cancel()

    def data_received(self, data: bytes) -> None:
        """Take what has come."""
        if self._arrivals.refused is None:
            self._waiting += self._arrivals.take(data)
            self._go_on()

    def pause_writing(self) -> None:
        """Take no more from a caller who takes no more."""
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        """Take more again."""
        self._transport.resume_reading()

    def _welcome(self) -> None:
        self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _go_on(self) -> None:
        while self._waiting and self._delivering is None and not self._transport.is_closing():
            self._answer(self._waiting.popleft())
        refused = self._arrivals.refused
        if refused and not self._waiting and self._delivering is None and not self._transport.is_closing():
            self._transport.write(whole(_refusal(refused), "close"))
            self._transport.close()

    def _answer(self, arrival: Arrival) -> None:
        request = arrival.request
        answer = self._answered(request)
        keep_alive = arrival.keep_alive and answer.delivery.manner == "whole"
        content = whole(answer, "keep-alive" if keep_alive else "close", head_only=request.method == "HEAD")
        if answer.delivery is AT_ONCE:
            self._transport.write(content)
            self._close_unless(keep_alive)
        else:
            self._delivering = asyncio.get_running_loop().create_task(self._deliver(answer, content, keep_alive))

    def _answered(self, request: Request) -> Answer:
        try:
            return self._handler(request)
        except Exception:  # noqa: BLE001 (a bug that one call meets is not the others')
            _log.exception("no answer to %s %s", request.method, request.path)
            return json_answer({"error": "mock", "message": "the mock itself has failed; its log says why"}, 500)

    async def _deliver(self, answer: Answer, content: bytes, keep_alive: bool) -> None:
        await deliver(self._transport, answer, content)
        self._delivering = None
        self._close_unless(keep_alive)
        self._go_on()

    def _close_unless(self, keep_alive: bool) -> None:
        if not keep_alive:
            self._transport.close()


def _refusal(status: HTTPStatus) -> Answer:
    return json_answer({"error": "http", "message": f"{status.value} {status.phrase}"}, status)
