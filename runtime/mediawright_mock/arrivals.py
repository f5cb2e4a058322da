"""Requests out of the bytes of a connection: whole ones, in order, until it says what is no HTTP."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser

from mediawright_mock.messages import Request, read_query

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_HEAD = 64 * 1024
"""Bytes of a request line and its headers."""
LARGEST_BODY = 256 * 1024 * 1024
"""Bytes of a body: more than any documented upload."""


class Arrival(NamedTuple):
    """A request that has come whole."""

    request: Request
    keep_alive: bool
    """Whether the caller wants to say more over the connection."""


class Arrivals:
    """Takes bytes, gives requests; after what is no HTTP, or too much of it, it takes none."""

    def __init__(self, origin: str, expected: Callable[[], object]) -> None:
        """Begin a connection.

        Args:
            origin: What a caller reached who does not name a host.
            expected: Called where a caller waits for a word before it sends the body.
        """
        self.refused: HTTPStatus | None = None
        """Why nothing more is taken."""
        self._origin = origin
        self._expected = expected
        self._whole: list[Arrival] = []
        self._parser = HttpRequestParser(self)
        self._unread = 0
        self.on_message_begin()

    def take(self, data: bytes) -> list[Arrival]:
        """Take what has come, and give the requests that are whole by it."""
        self._unread += len(data)
        try:
            self._parser.feed_data(data)
        except HttpParserUpgrade:
            """What follows is in another language; the request itself is answered in this one."""
            self._whole[-1] = self._whole[-1]._replace(keep_alive=False)
        except HttpParserError:
            self.refused = self.refused or HTTPStatus.BAD_REQUEST
        if self._unread > LARGEST_HEAD and not self._in_body:
            self.refused = self.refused or HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        whole, self._whole = self._whole, []
        return whole

    def on_message_begin(self) -> None:
        """Begin a request."""
        self._url = b""
        self._headers: dict[str, str] = {}
        self._body: list[bytes] = []
        self._size = 0
        self._in_body = False

    def on_url(self, url: bytes) -> None:
        """Take a part of the address."""
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; of one that comes twice the last is kept."""
        self._headers[name.decode("latin-1").lower()] = value.decode(errors="replace")

    def on_headers_complete(self) -> None:
        """Look whether the body will do."""
        self._unread = 0
        self._in_body = True
        self._bear(int(self._headers.get("content-length", 0)))
        if self._headers.get("expect", "").lower() == "100-continue":
            self._expected()

    def on_body(self, body: bytes) -> None:
        """Take a part of the body."""
        self._size += len(body)
        self._bear(self._size)
        self._body.append(body)

    def on_message_complete(self) -> None:
        """End a request."""
        self._whole.append(Arrival(self._request(), self._parser.should_keep_alive()))
        self._unread = 0
        self._in_body = False

    def _bear(self, size: int) -> None:
        if size > LARGEST_BODY:
            self.refused = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            raise ValueError("the body is too large")

    def _request(self) -> Request:
        path, _, query = self._url.decode().partition("?")
        host = self._headers.get("host")
        return Request(
            method=self._parser.get_method().decode(),
            path=path if path.startswith("/") else _path_of(path),
            query=read_query(query),
            headers=self._headers,
            body=b"".join(self._body),
            origin=f"http://{host}" if host else self._origin,
        )


def _path_of(url: str) -> str:
    """Take the path out of an address that names its host, as proxies are asked."""
    return "/" + url.partition("://")[2].partition("/")[2]
