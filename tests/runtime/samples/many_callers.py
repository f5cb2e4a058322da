"""Calls of many operations at once over real connections, synchronous or asynchronous; pauses are noted, not made."""

import asyncio
import ssl
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import httpx

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.errors import MediawrightError

_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Nothing is encrypted here; made once, as it takes its time."""


class Trip(NamedTuple):
    """What one client does: a function of it that yields what is to be awaited, and is sent what came of it."""

    subject: Any
    act: Any
    url: str
    timeout: float
    headers: dict[str, str] = {}  # noqa: RUF012 (never changed)


class Ended(NamedTuple):
    """How a trip ended."""

    returned: Any
    error: MediawrightError | None
    tried: int
    """Requests that were begun, whether or not somebody listened."""
    pauses: list[float]


def make(kind, trips):
    """Make all trips at once, and give how each ended."""
    if kind == "async":
        return asyncio.run(_together(trips))
    with ThreadPoolExecutor(len(trips)) as pool:
        return list(pool.map(_sync, trips))


def _sync(trip):
    tried, pauses = [], []
    with httpx.Client(headers=trip.headers, verify=_TLS, event_hooks={"request": [tried.append]}) as http:
        client = _client(trip, 0, http)
        client.caller.driver = Driver(http, sleep=pauses.append)
        steps = trip.act(client)
        try:
            value = next(steps)
            while True:
                value = steps.send(value)
        except StopIteration as end:
            return Ended(end.value, None, len(tried), pauses)
        except MediawrightError as error:
            return Ended(None, error, len(tried), pauses)


async def _together(trips):
    return await asyncio.gather(*map(_async, trips))


async def _async(trip):
    tried, pauses = [], []

    async def begin(request):
        tried.append(request)

    async def pause(seconds):
        pauses.append(seconds)

    async with httpx.AsyncClient(headers=trip.headers, verify=_TLS, event_hooks={"request": [begin]}) as http:
        client = _client(trip, 1, http)
        client.caller.driver = AsyncDriver(http, sleep=pause)
        steps = trip.act(client)
        try:
            value = await next(steps)
            while True:
                value = await steps.send(value)
        except StopIteration as end:
            return Ended(end.value, None, len(tried), pauses)
        except MediawrightError as error:
            return Ended(None, error, len(tried), pauses)


def _client(trip, number, http):
    made = trip.subject.clients[number]
    return made(**trip.subject.credentials, base_url=trip.url, timeout=trip.timeout, http_client=http)
