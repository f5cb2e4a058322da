"""Saves what stands at some addresses, with each kind of client, in no time where a saving would pause."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from time import monotonic
from types import MappingProxyType
from typing import NamedTuple

import httpx
import httpx2
from acme_client import Acme, AsyncAcme

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.outputs import Output
from mediawright_runtime.result import AsyncResult, Found, Result

PNG = b"\x89PNG" + bytes(range(256)) * 400
_LIBRARIES = {"httpx": httpx, "httpx2": httpx2}


class Shelved(NamedTuple):
    """What a finished task has brought, and where from."""

    server: object
    urls: tuple
    kind: str = "image"
    http: Mapping = MappingProxyType({})
    """What an injected client is made with."""
    expires_at: datetime | None = None
    token: str | None = None
    """Given, the task can be asked again."""

    @property
    def outputs(self):
        return tuple(Output(self.kind, url, self.expires_at) for url in self.urls)


class Saver:
    """Saves with a client of one kind, and remembers for how long it would have paused."""

    def __init__(self, way, directory):
        self.kind, library = way.split("-")
        self.http = _LIBRARIES[library]
        self.directory = directory
        self.pauses = []
        self.now = monotonic
        """The clock of the client."""

    def __call__(self, server, *urls, **options):
        """Save; `options` are those of a `Shelved` and of `save`."""
        shelved = Shelved(server, urls, **{name: options.pop(name) for name in Shelved._fields if name in options})
        directory = options.pop("directory", self.directory)
        if self.kind == "sync":
            with self.http.Client(**shelved.http) as client:
                return self._result(client, shelved).save(directory, **options)
        return asyncio.run(self._asave(shelved, directory, options))

    async def _asave(self, shelved, directory, options):
        async with self.http.AsyncClient(**shelved.http) as client:
            return await self._result(client, shelved).save(directory, **options)

    def _result(self, http, shelved):
        made = Acme if self.kind == "sync" else AsyncAcme
        session = made(api_key="key-1234567890", base_url=shelved.server.url, http_client=http).caller.session
        found = Found("t1", "t1", shelved.outputs, {}, session.resume(shelved.token) if shelved.token else None)
        if self.kind == "sync":
            return Result(Driver(http, self.now, self.pauses.append), session, found)
        return AsyncResult(AsyncDriver(http, self.now, self._apause), session, found)

    async def _apause(self, seconds):
        self.pauses.append(seconds)
