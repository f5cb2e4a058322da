"""The transport's edge: what a client for HTTP must look like, and what its failures mean.

The only module that knows httpx, and none of its types stands in a signature: clients of httpx, of its successor
httpx2, and whatever has their shape can be injected.
"""

from __future__ import annotations

from contextlib import contextmanager
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias, TypeVar
from urllib.parse import urlsplit

from mediawright_runtime.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

_NEVER_DELIVERED = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"})
_UNKNOWN = frozenset({"HTTPError", "InvalidURL", "OSError"})
"""An address may also be found invalid in the answer: in where it points on to."""

_HERE = ("all://localhost", "all://127.0.0.1", "all://[::1]")
"""Addresses of this machine, as the transport matches them: a proxy elsewhere would find another one behind them."""

Phases: TypeAlias = tuple[float, float, float, float]
"""Seconds to connect, to wait for more of the answer, to send a piece, and to get a connection."""


class HttpResponse(Protocol):
    """An answer, read to its end."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; names are looked up in lower case."""
        ...

    @property
    def content(self) -> bytes:
        """The body."""
        ...


class HttpStream(Protocol):
    """An answer whose body is read piece by piece."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; names are looked up in lower case."""
        ...

    def iter_bytes(self) -> Iterator[bytes]:
        """Read the body."""
        ...


class AsyncHttpStream(Protocol):
    """An answer whose body is read piece by piece, asynchronously."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; names are looked up in lower case."""
        ...

    def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body."""
        ...


class HttpClient(Protocol):
    """A synchronous client for HTTP, as `httpx.Client` is one.

    Headers of its own stay at home, where outputs lie elsewhere, if it also has httpx's `build_request` and `send`.
    """

    def request(  # noqa: PLR0913 (the shape of httpx)
        self,
        method: str,
        url: str,
        *,
        content: bytes | None,
        headers: Mapping[str, str],
        timeout: Phases,
        follow_redirects: bool,
    ) -> HttpResponse:
        """Send a request and read the answer to its end."""
        ...

    def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout: Phases, follow_redirects: bool
    ) -> AbstractContextManager[HttpStream]:
        """Send a request and leave the answer's body to be read."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class AsyncHttpClient(Protocol):
    """An asynchronous client for HTTP, as `httpx.AsyncClient` is one; see `HttpClient`."""

    async def request(  # noqa: PLR0913 (the shape of httpx)
        self,
        method: str,
        url: str,
        *,
        content: bytes | None,
        headers: Mapping[str, str],
        timeout: Phases,  # noqa: ASYNC109 (the shape of httpx)
        follow_redirects: bool,
    ) -> HttpResponse:
        """Send a request and read the answer to its end."""
        ...

    def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout: Phases, follow_redirects: bool
    ) -> AbstractAsyncContextManager[AsyncHttpStream]:
        """Send a request and leave the answer's body to be read."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


C = TypeVar("C", "HttpClient", "AsyncHttpClient")


class Failure(NamedTuple):
    """A request without an answer."""

    delivered: Literal["no", "unknown"]
    """Whether it reached the vendor."""
    error: Exception

    @property
    def reason(self) -> str:
        """What the transport says of it."""
        text = str(self.error)
        return f"{type(self.error).__name__}: {text}" if text else type(self.error).__name__


def failure(error: Exception, method: str, url: str) -> Failure | None:
    """Judge an exception of a transport by the names of its classes; None for one that is not of a transport.

    What was sent by `method` to `url` was surely not delivered only if the exception is of that request: a hook of an
    injected client may fail to reach another host once the answer is there.
    """
    names = {each.__name__ for each in type(error).__mro__}
    if names & _NEVER_DELIVERED and _is_of(error, method, url):
        return Failure("no", error)
    return Failure("unknown", error) if names & (_NEVER_DELIVERED | _UNKNOWN) else None


def _is_of(error: Exception, method: str, url: str) -> bool:
    """Whether an exception is of this request; one that names none is."""
    request: Any = vars(error).get("_request")
    if request is None:
        return True
    return bool(request.method == method and request.url.host == urlsplit(url).hostname)


def fitting(http: C, *, asynchronous: bool) -> C:
    """Take an injected client of the right kind; with one of the other kind an answer would be lost.

    Raises:
        ConfigurationError: It is of the other kind.
    """
    closes = "aclose" if asynchronous else "close"
    if iscoroutinefunction(http.request) is not asynchronous and not hasattr(http, closes):
        kinds = ("an asynchronous", "a synchronous") if asynchronous else ("a synchronous", "an asynchronous")
        raise ConfigurationError(f"http_client is {kinds[1]} one; give {kinds[0]} one, as httpx has both")
    return http


def open_client(proxy: str | None = None) -> HttpClient:
    """Open a client of our own; without a proxy it takes those of the environment, as it is now, but for this machine.

    Raises:
        ConfigurationError: The transport cannot go through the proxy.
    """
    import httpx  # noqa: PLC0415 (weight: an injected client does without it)

    with _usable(proxy, (httpx.InvalidURL, ValueError)):
        return httpx.Client(proxy=proxy, mounts=None if proxy else dict.fromkeys(_HERE))


def open_async_client(proxy: str | None = None) -> AsyncHttpClient:
    """Open an asynchronous client of our own, as `open_client` does."""
    import httpx  # noqa: PLC0415 (weight: an injected client does without it)

    with _usable(proxy, (httpx.InvalidURL, ValueError)):
        return httpx.AsyncClient(proxy=proxy, mounts=None if proxy else dict.fromkeys(_HERE))


@contextmanager
def _usable(proxy: str | None, malformed: tuple[type[Exception], ...]) -> Generator[None]:
    """Say what is wrong with a proxy, and not how it is written: it may hold a password."""
    given = "proxy=" if proxy else "the environment variable, HTTP_PROXY or its like"
    try:
        yield
    except ImportError:
        raise ConfigurationError("the proxy speaks SOCKS; pip install socksio, or give an http proxy") from None
    except malformed:
        raise ConfigurationError(f"the address of the proxy is not usable; correct {given}") from None
