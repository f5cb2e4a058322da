"""Opens an answer whose body comes in pieces, with nothing that an injected client would add for a foreign host."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Mapping
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    from mediawright_runtime.transport import AsyncHttpClient, AsyncHttpStream, HttpClient, HttpStream, Phases


def opened(
    http: HttpClient, url: str, headers: Mapping[str, str], timeout: Phases, *, bare: bool
) -> AbstractContextManager[HttpStream]:
    """Ask for a file; a bare request carries nothing that the client would add: header, cookie, query, credential."""
    if bare and _builds(http):
        return _sent(http, url, headers, timeout)
    return http.stream("GET", url, headers=headers, timeout=timeout, follow_redirects=False)


def aopened(
    http: AsyncHttpClient, url: str, headers: Mapping[str, str], timeout: Phases, *, bare: bool
) -> AbstractAsyncContextManager[AsyncHttpStream]:
    """Ask for a file asynchronously, as `opened` does."""
    if bare and _builds(http):
        return _asent(http, url, headers, timeout)
    return http.stream("GET", url, headers=headers, timeout=timeout, follow_redirects=False)


def _builds(http: object) -> bool:
    return hasattr(http, "build_request") and hasattr(http, "send")


@contextmanager
def _sent(http: Any, url: str, headers: Mapping[str, str], timeout: Phases) -> Generator[HttpStream]:
    answer = http.send(_bare(http, url, headers, timeout), stream=True, auth=None, follow_redirects=False)
    try:
        yield answer
    finally:
        answer.close()


@asynccontextmanager
async def _asent(
    http: Any,
    url: str,
    headers: Mapping[str, str],
    timeout: Phases,  # noqa: ASYNC109 (of each phase, as httpx counts it)
) -> AsyncGenerator[AsyncHttpStream]:
    answer = await http.send(_bare(http, url, headers, timeout), stream=True, auth=None, follow_redirects=False)
    try:
        yield answer
    finally:
        await answer.aclose()


def _bare(http: Any, url: str, headers: Mapping[str, str], timeout: Phases) -> object:
    """Make a request of the client's own class; of what the client adds, it takes the timeout alone."""
    built = http.build_request("GET", url, timeout=timeout)
    return type(built)("GET", url, headers=headers, extensions=built.extensions)
