"""Mocks over real HTTP: in the foreground for a command line, in a thread for tests."""

from __future__ import annotations

import asyncio
import signal
from concurrent.futures import Future
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
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
_LAST_PORT = 65535


def serve(mocks: Sequence[Mock], host: str, port: int, on_listening: Callable[[Mock, str], None]) -> None:
    """Serve mocks until SIGINT or SIGTERM, one port each: from `port` upwards, or free ones where it is 0.

    Raises:
        OSError: a port is taken.
    """
    asyncio.run(_serve(mocks, host, port, on_listening))


class MockServer(Stage):
    """A mock in a thread of its own: `with MockServer(contract) as server:` serves it at `server.url`."""

    def __init__(self, contract: Contract, *, host: str = LOCALHOST, port: int = 0, **options: Unpack[Options]) -> None:
        """Prepare a server; `options` are those of `Mock`, and port 0 is any free one.

        Raises:
            ValueError: An option cannot be played.
        """
        if not 0 <= port <= _LAST_PORT:
            raise ValueError(f"port={port!r} is none; give 0 to {_LAST_PORT}")
        super().__init__(contract, options)
        self._host, self._port = host, port

    def __enter__(self) -> Self:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        self.url = self._running.enter_context(_served(self._answer, self._host, self._port))
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening, and close the clients that it has made."""
        self.close()


@contextmanager
def _served(handler: Handler, host: str, port: int) -> Generator[str]:
    """Listen in a thread of its own."""
    listening: Future[tuple[str, Callable[[], object]]] = Future()
    serving = _until_stopped(handler, host, port, listening)
    thread = Thread(target=asyncio.run, args=(serving,), name="mediawright mock", daemon=True)
    thread.start()
    url, stop = listening.result()
    try:
        yield url
    finally:
        stop()
        thread.join()


async def _until_stopped(
    handler: Handler, host: str, port: int, listening: Future[tuple[str, Callable[[], object]]]
) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    try:
        async with _listening(handler, host, port) as url:
            listening.set_result((url, partial(loop.call_soon_threadsafe, stopped.set)))
            await stopped.wait()
    except OSError as error:
        listening.set_exception(error)


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
        yield f"http://{f'[{host}]' if ':' in host else host}:{listener.sockets[0].getsockname()[1]}"
    finally:
        listener.close()
        for each in tuple(connections):
            each.close()
        await listener.wait_closed()
