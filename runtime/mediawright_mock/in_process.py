"""A mock without sockets: clients of httpx whose requests are answered in the same process.

The only module of the mock that knows httpx. No time passes in it: a pause is held against the caller's timeout, and
whoever would have waited longer than that has waited.
"""

from __future__ import annotations

from email.utils import formatdate
from typing import TYPE_CHECKING, Any, Self, Unpack

import httpx

from mediawright_mock.messages import Request, read_query
from mediawright_mock.stage import Options, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from mediawright_mock.contract import Contract
    from mediawright_mock.messages import Answer, Handler


class LocalMock(Stage):
    """A mock that nothing but its own clients reaches: `with LocalMock(contract) as mock:`, or without `with`."""

    def __init__(self, contract: Contract, **options: Unpack[Options]) -> None:
        """Play a vendor; `options` are those of `Mock`."""
        super().__init__(contract, options)
        self.url = f"http://{contract.vendor}.mock"
        self.transport = LocalTransport(self._answer)
        """What takes the place of the network in a client of httpx, synchronous or not."""

    def http_client(self, **options: Any) -> httpx.Client:
        """Open a client of httpx that reaches this mock alone, to inject as `http_client`; `options` are httpx's."""
        return httpx.Client(transport=self.transport, **options)

    def async_http_client(self, **options: Any) -> httpx.AsyncClient:
        """Open an asynchronous client of httpx, as `http_client` does."""
        return httpx.AsyncClient(transport=self.transport, **options)

    def client(self, **options: Any) -> Any:
        """Make a client of the vendor, as `Stage.client` does."""
        return super().client(**{"http_client": self.http_client(), **options})

    def async_client(self, **options: Any) -> Any:
        """Make an asynchronous client of the vendor, as `Stage.async_client` does."""
        return super().async_client(**{"http_client": self.async_http_client(), **options})

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it, and the clients that it has made."""
        self.close()


class LocalTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers requests of httpx."""

    def __init__(self, handler: Handler) -> None:
        """Take what answers."""
        self._handler = handler

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        request.read()
        return _response(self._handler(_taken(request)), request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        await request.aread()
        return _response(self._handler(_taken(request)), request)


class _Content(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer: a part of it, and then what goes wrong."""

    def __init__(self, content: bytes, trouble: httpx.TransportError) -> None:
        self._content = content
        self._trouble = trouble

    def __iter__(self) -> Iterator[bytes]:
        yield self._content
        raise self._trouble

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content
        raise self._trouble


def _taken(request: httpx.Request) -> Request:
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    return Request(
        method=request.method,
        path=path,
        query=read_query(query),
        headers={name.lower(): value for name, value in request.headers.items()},
        body=request.content,
        origin=f"{request.url.scheme}://{request.url.netloc.decode('ascii')}",
    )


def _response(answer: Answer, request: httpx.Request) -> httpx.Response:
    manner, pause, kept = answer.delivery
    late = httpx.ReadTimeout("the mock answers later than the caller waits", request=request)
    is_late = pause > _patience(request)
    if is_late and manner != "slow body":
        raise late
    if manner == "reset":
        raise httpx.ReadError("the mock has reset the connection", request=request)
    length = str(len(answer.body))
    date = formatdate(usegmt=True)
    headers = {"Content-Type": answer.content_type, "Content-Length": length, "Date": date, **answer.headers}
    if manner == "cut" or is_late:
        trouble = late if is_late else httpx.RemoteProtocolError("the mock has cut the answer", request=request)
        return httpx.Response(answer.status, headers=headers, stream=_Content(answer.beginning(kept), trouble))
    body = b"" if request.method == "HEAD" else answer.body
    return httpx.Response(answer.status, headers=headers, content=body)


def _patience(request: httpx.Request) -> float:
    """Say for how many seconds a caller waits; one without limit is left as if his had passed, after a day."""
    limit = request.extensions.get("timeout", {}).get("read")
    return _DAY if limit is None else float(limit)


_DAY = 86_400.0
