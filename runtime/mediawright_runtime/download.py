"""Fetches outputs: each address judged before anything is asked of it, each redirect anew, no credential ever sent.

The two drivers stand side by side here, because a stream cannot be handed through a flow; what they decide stands once.
"""

from __future__ import annotations

import socket
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mediawright_runtime.envelope import is_success
from mediawright_runtime.errors import DownloadError
from mediawright_runtime.exchange_log import Guard
from mediawright_runtime.files import Landing, extension, stem
from mediawright_runtime.hosts import refuse_private
from mediawright_runtime.redaction import one_line

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from pathlib import Path

    from mediawright_runtime.hosts import Host, HostRule
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, AsyncHttpStream, HttpClient, HttpStream

_HEADERS = {"Accept-Encoding": "identity"}
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the outputs of one task or call go, and from where they may come."""

    directory: Path
    name: str
    """What the files are named after."""
    task_id: str | None
    urls: tuple[str, ...]
    rule: HostRule
    timeout: Timeout

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Make the directory, and count the outputs from 1."""
        self.directory.mkdir(parents=True, exist_ok=True)
        yield from enumerate(self.urls, 1)

    def landing(self, number: int, url: str, headers: Mapping[str, str]) -> Landing:
        """Open the file that an answer is written to."""
        ending = extension(url, headers.get("content-type", ""))
        return Landing(self.directory, stem(self.name, number, len(self.urls)) + ending, headers)


def save(http: HttpClient, shelf: Shelf) -> tuple[Path, ...]:
    """Save every output, one after the other.

    Raises:
        DownloadError: One was not saved; its `saved` has those before it.
    """
    saved: list[Path] = []
    for number, url in shelf.numbered():
        with Guard(), _explained(shelf, url, saved):
            saved.append(_fetch(http, shelf, number, url))
    return tuple(saved)


async def asave(http: AsyncHttpClient, shelf: Shelf) -> tuple[Path, ...]:
    """Save every output, one after the other, as `save` does."""
    saved: list[Path] = []
    for number, url in shelf.numbered():
        with Guard(), _explained(shelf, url, saved):
            saved.append(await _afetch(http, shelf, number, url))
    return tuple(saved)


def _fetch(http: HttpClient, shelf: Shelf, number: int, url: str) -> Path:
    for _ in range(_MOST_REDIRECTS + 1):
        host = shelf.rule.admit(url)
        refuse_private(url, _resolve(host) if host else ())
        with http.stream("GET", url, headers=_HEADERS, timeout=shelf.timeout.phases, follow_redirects=False) as answer:
            target = _redirect(url, answer)
            if target is None:
                with shelf.landing(number, url, answer.headers) as landing:
                    for piece in answer.iter_bytes():
                        landing.write(piece)
                    return landing.keep()
            url = target
    raise DownloadError(url, f"it is behind more than {_MOST_REDIRECTS} redirects")


async def _afetch(http: AsyncHttpClient, shelf: Shelf, number: int, url: str) -> Path:
    for _ in range(_MOST_REDIRECTS + 1):
        host = shelf.rule.admit(url)
        refuse_private(url, await _aresolve(host) if host else ())
        async with http.stream(
            "GET", url, headers=_HEADERS, timeout=shelf.timeout.phases, follow_redirects=False
        ) as answer:
            target = _redirect(url, answer)
            if target is None:
                with shelf.landing(number, url, answer.headers) as landing:
                    async for piece in answer.aiter_bytes():
                        landing.write(piece)
                    return landing.keep()
            url = target
    raise DownloadError(url, f"it is behind more than {_MOST_REDIRECTS} redirects")


def _redirect(url: str, answer: HttpStream | AsyncHttpStream) -> str | None:
    """Say where an answer points on to; None for the file itself."""
    location = answer.headers.get("location")
    if answer.status_code in _REDIRECTS and location:
        return urljoin(url, location)
    if not is_success(answer.status_code):
        raise DownloadError(url, f"the answer is HTTP {answer.status_code}")
    return None


@contextmanager
def _explained(shelf: Shelf, url: str, saved: list[Path]) -> Generator[None]:
    """Turn whatever ends a download into an error that says what was saved before it."""
    try:
        yield
    except DownloadError as refused:
        refused.saved, refused.task_id = tuple(saved), shelf.task_id
        raise
    except Exception as cause:
        error = DownloadError(url, one_line(f"{type(cause).__name__}: {cause}"), saved=tuple(saved))
        error.task_id = shelf.task_id
        raise error from cause


def _resolve(host: Host) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host.name, host.port, type=socket.SOCK_STREAM)
    except OSError:
        return ()  # a proxy may know the name, and a connection without one fails by itself
    return tuple(str(address[0]) for *_, address in found)


async def _aresolve(host: Host) -> tuple[str, ...]:
    from asyncio import to_thread  # noqa: PLC0415 (weight: synchronous clients do without asyncio)

    return await to_thread(_resolve, host)
