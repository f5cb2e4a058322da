"""Reads pieces of the file behind an address: no credential goes along, and redirects are followed by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mediawright_runtime.envelope import is_success
from mediawright_runtime.errors import HostRefusedError
from mediawright_runtime.hosts import located, refuse_private
from mediawright_runtime.pieces import UnreachableError
from mediawright_runtime.redaction import shown
from mediawright_runtime.resolution import resolved
from mediawright_runtime.steps import Fetch, fetch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.hosts import Host
    from mediawright_runtime.pieces import Pieces
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout

_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_START = 8 * 1024 * 1024
"""Bytes that are heard at most of a server that sends the file from its start."""
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class _Beginning:
    """An answer of which no more is kept than is wanted."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._content = bytearray()
        self.status_code = 0
        self.headers: Mapping[str, str] = {}

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Take the head of the answer."""
        self.status_code, self.headers = status, headers
        return True

    def take(self, piece: bytes) -> None:
        """Take the next piece."""
        self._content += piece[: self._most - len(self._content)]

    @property
    def content(self) -> bytes:
        """What came of the body."""
        return bytes(self._content)


class Remote:
    """The file behind an address."""

    __slots__ = ("_timeout", "_url")

    def __init__(self, url: str, timeout: Timeout) -> None:
        self._url = url
        self._timeout = timeout

    def read(self, pieces: Pieces, start: int, stop: int) -> Steps[None]:
        """Read a piece; a server that sends the file from its start is heard no longer than needed.

        Raises:
            UnreachableError: There is no such file, or it is where this client does not go.
        """
        try:
            answer = yield from self._answer(start, stop)
        except UnicodeError as error:  # what the resolver says of a host with an empty label
            raise UnreachableError("cannot be fetched (it names no host)") from error
        if not is_success(answer.status_code):
            raise UnreachableError(f"answers HTTP {answer.status_code}, so the vendor may not fetch it either")
        begins, size = _extent(answer, stop - start)
        pieces.size = size if size is not None else pieces.size
        pieces.add(begins, answer.content)

    def _answer(self, start: int, stop: int) -> Steps[_Beginning]:
        headers = {"Accept-Encoding": "identity", "Range": f"bytes={start}-{stop - 1}"}
        most = stop if stop <= _LONGEST_START else stop - start
        for _ in range(_MOST_REDIRECTS + 1):
            answer = _Beginning(most)
            failure = yield from fetch(Fetch(self._url, headers, self._timeout, answer, bare=True, most=most))
            if failure is not None:
                raise UnreachableError(f"cannot be fetched ({type(failure.error).__name__})") from failure.error
            location = answer.headers.get("location")
            if answer.status_code not in _REDIRECTS or not location:
                return answer
            yield from self._follow(urljoin(self._url, location))
        raise UnreachableError(f"is behind more than {_MOST_REDIRECTS} redirects")

    def _follow(self, target: str) -> Steps[None]:
        """Go on to where an answer points, but from a public host to no private one; where it leads is remembered."""
        here, there = located(self._url), located(target)
        if there is None:
            raise UnreachableError(f"leads on to {shown(target)}, which is no plain http or https address")
        if here is None or not (yield from _is_private(here)):
            try:
                refuse_private(target, (yield from resolved(there)))
            except HostRefusedError as refused:
                raise UnreachableError(f"leads on to {shown(target)}, which is not public") from refused
        self._url = target


def _is_private(host: Host) -> Steps[bool]:
    addresses = yield from resolved(host)
    try:
        refuse_private(host.name, addresses)
    except HostRefusedError:
        return True
    return False


def _extent(answer: _Beginning, most: int) -> tuple[int, int | None]:
    """Say where a piece starts, and how large the whole file is, where that can be told."""
    partial = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    if answer.status_code == 206 and partial:  # noqa: PLR2004 (partial content)
        return int(partial[1]), int(partial[2]) if partial[2].isdigit() else None
    if len(answer.content) < most:
        return 0, len(answer.content)  # it ended before it had to be cut
    length = answer.headers.get("content-length", "")
    encoded = answer.headers.get("content-encoding", "identity") != "identity"
    return 0, int(length) if length.isdigit() and not encoded else None
