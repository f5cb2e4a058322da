"""Mocks over real HTTP: in the foreground for a command line, in a thread for tests."""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Self, Unpack

from mediawright_mock.connection import Connection
from mediawright_mock.stage import Options, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Sequence

    from mediawright_mock.contract import Contract
    from mediawright_mock.messages import Handler
    from mediawright_mock.mock import Mock

LOCALHOST = "127.0.0.1"


def serve(mocks: Sequence[Mock], host: str, port: int, on_listening: Callable[[Mock, str], None]) -> None:
    """Serve mocks until SIGINT or SIGTERM, one port each: from `port` upwards, or free ones where it is 0.

    Raises:
        OSError: a port is taken.
    """
    asyncio.run(_serve(mocks, host, port, on_listening))


class MockServer(Stage):
    """A mock in a thread of its own: `with MockServer(contract) as server:` serves it at `server.url`."""

    def __init__(self, contract: Contract, *, host: str = LOCALHOST, port: int = 0, **options: Unpack[Options]) -> None:
        """Prepare a server; `options` are those of `Mock`, and port 0 is any free one."""
        super().__init__(contract, options)
        self._host, self._port = host, port

    def __enter__(self) -> Self:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        with ExitStack() as starting:
            loop = starting.enter_context(_loop_in_thread())
            self.url = starting.enter_context(_served_by(loop, self._answer, self._host, self._port))
            self._running = starting.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening, and close the clients that it has made."""
        self.close()


@contextmanager
def _loop_in_thread() -> Generator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="mediawright mock", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def _served_by(loop: asyncio.AbstractEventLoop, handler: Handler, host: str, port: int) -> Generator[str]:
    stack = AsyncExitStack()
    listening = stack.enter_async_context(_listening(handler, host, port))
    try:
        yield asyncio.run_coroutine_threadsafe(listening, loop).result()
    finally:
        asyncio.run_coroutine_threadsafe(stack.aclose(), loop).result()


async def _serve(mocks: Sequence[Mock], host: str, port: int, on_listening: Callable[[Mock, str], None]) -> None:
    stopped = _stopped_by_signal()
    async with AsyncExitStack() as servers:
        for offset, mock in enumerate(mocks):
            url = await servers.enter_async_context(_listening(mock.answer, host, port and port + offset))
            on_listening(mock, url)
        await stopped.wait()


def _stopped_by_signal() -> asyncio.Event:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(stopped.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    return stopped


@asynccontextmanager
async def _listening(handler: Handler, host: str, port: int) -> AsyncGenerator[str]:
    connections: set[Connection] = set()
    listener = await asyncio.get_running_loop().create_server(lambda: Connection(handler, connections), host, port)
    try:
        yield f"http://{host}:{listener.sockets[0].getsockname()[1]}"
    finally:
        listener.close()
        for each in tuple(connections):
            each.close()
        await listener.wait_closed()
