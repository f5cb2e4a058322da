"""A transport through which a request goes once: what may be billed is not sent again, whatever came of it."""

from collections.abc import Mapping
from contextlib import AbstractContextManager

from mediawright_runtime.transport import HttpClient, HttpResponse, HttpStream, Phases


class SentBeforeError(Exception):
    """The same request was about to be sent a second time."""


class Once:
    """A client for HTTP, of httpx's shape, that sends no request twice."""

    def __init__(self, http: HttpClient) -> None:
        """Send through another client, which stays open."""
        self._http = http
        self._sent: set[tuple[str, str, bytes | None]] = set()

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
        """Send a request that was not sent before.

        Raises:
            SentBeforeError: It was.
        """
        if (method, url, content) in self._sent:
            raise SentBeforeError("it is not sent a second time: a live run pays for one")
        self._sent.add((method, url, content))
        return self._http.request(
            method, url, content=content, headers=headers, timeout=timeout, follow_redirects=follow_redirects
        )

    def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout: Phases, follow_redirects: bool
    ) -> AbstractContextManager[HttpStream]:
        """Read an answer piece by piece."""
        return self._http.stream(method, url, headers=headers, timeout=timeout, follow_redirects=follow_redirects)

    def close(self) -> None:
        """Close nothing: the other client does."""
