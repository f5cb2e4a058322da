"""Opens an answer whose body comes in pieces, with nothing that an injected client would add for a foreign host.

However slowly it comes, the head of the answer is there within the total of the timeout, or the opening fails.
"""

from __future__ import annotations

from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from mediawright_runtime.bound import abounded, bounded

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    from mediawright_runtime.steps import Fetch
    from mediawright_runtime.transport import AsyncHttpClient, AsyncHttpStream, HttpClient, HttpStream


def opened(http: HttpClient, step: Fetch) -> AbstractContextManager[HttpStream]:
    """Ask for a file; a bare request carries nothing that the client would add: header, cookie, query, credential."""
    stream = _sent(http, step) if step.bare and _builds(http) else _streamed(http, step)
    return stream if step.timeout.total is None else _in_time(stream, step.timeout.total)


def aopened(http: AsyncHttpClient, step: Fetch) -> AbstractAsyncContextManager[AsyncHttpStream]:
    """Ask for a file asynchronously, as `opened` does."""
    stream = _asent(http, step) if step.bare and _builds(http) else _astreamed(http, step)
    return stream if step.timeout.total is None else _ain_time(stream, step.timeout.total)


@contextmanager
def _in_time(stream: AbstractContextManager[HttpStream], total: float) -> Generator[HttpStream]:
    """Open within so many seconds; what is opened later is closed at once."""
    with ExitStack() as stack:
        answer = bounded(stream.__enter__, total, late=lambda _: stream.__exit__(None, None, None))
        stack.push(stream)
        yield answer


@asynccontextmanager
async def _ain_time(
    stream: AbstractAsyncContextManager[AsyncHttpStream], total: float
) -> AsyncGenerator[AsyncHttpStream]:
    async with AsyncExitStack() as stack:
        answer = await abounded(stream.__aenter__(), total)
        stack.push_async_exit(stream)
        yield answer


def _builds(http: object) -> bool:
    return hasattr(http, "build_request") and hasattr(http, "send")


def _streamed(http: HttpClient, step: Fetch) -> AbstractContextManager[HttpStream]:
    phases = step.timeout.phases
    return http.stream("GET", step.url, headers=step.headers, timeout=phases, follow_redirects=False)


def _astreamed(http: AsyncHttpClient, step: Fetch) -> AbstractAsyncContextManager[AsyncHttpStream]:
    phases = step.timeout.phases
    return http.stream("GET", step.url, headers=step.headers, timeout=phases, follow_redirects=False)


@contextmanager
def _sent(http: Any, step: Fetch) -> Generator[HttpStream]:
    answer = http.send(_bare(http, step), stream=True, auth=None, follow_redirects=False)
    try:
        yield answer
    finally:
        answer.close()


@asynccontextmanager
async def _asent(http: Any, step: Fetch) -> AsyncGenerator[AsyncHttpStream]:
    answer = await http.send(_bare(http, step), stream=True, auth=None, follow_redirects=False)
    try:
        yield answer
    finally:
        await answer.aclose()


def _bare(http: Any, step: Fetch) -> object:
    """Make a request of the client's own class; of what the client adds, it takes the timeout alone."""
    built = http.build_request("GET", step.url, timeout=step.timeout.phases)
    return type(built)("GET", step.url, headers=step.headers, extensions=built.extensions)
