"""Saves what stands at some addresses, with each kind of client, in no time where a saving would pause."""

import asyncio

import httpx
import httpx2
from acme_client import Acme, AsyncAcme

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.outputs import Output
from mediawright_runtime.result import AsyncResult, Found, Result

PNG = b"\x89PNG" + bytes(range(256)) * 400
_LIBRARIES = {"httpx": httpx, "httpx2": httpx2}


class Saver:
    """Saves with a client of one kind, and remembers for how long it would have paused."""

    def __init__(self, way, directory):
        self.kind, library = way.split("-")
        self.http = _LIBRARIES[library]
        self.directory = directory
        self.pauses = []

    def __call__(self, server, *urls, directory=None, kind="image", http=None, expires_at=None, token=None, **options):
        """Save as the result of a finished task, which can be asked again where its token is given."""
        directory = directory or self.directory
        outputs = tuple(Output(kind, url, expires_at) for url in urls)
        if self.kind == "sync":
            with self.http.Client(**http or {}) as client:
                return self._result(client, server, outputs, token).save(directory, **options)
        return asyncio.run(self._asave(server, outputs, directory, http or {}, token, options))

    async def _asave(self, server, outputs, directory, http, token, options):  # noqa: PLR0913 (what is given)
        async with self.http.AsyncClient(**http) as client:
            return await self._result(client, server, outputs, token).save(directory, **options)

    def _result(self, http, server, outputs, token):
        made = Acme if self.kind == "sync" else AsyncAcme
        client = made(api_key="key-1234567890", base_url=server.url, http_client=http)
        session = client.caller.session
        found = Found("t1", "t1", outputs, {}, session.resume(token) if token else None)
        if self.kind == "sync":
            return Result(Driver(http, sleep=self.pauses.append), session, found)
        return AsyncResult(AsyncDriver(http, sleep=self._apause), session, found)

    async def _apause(self, seconds):
        self.pauses.append(seconds)
