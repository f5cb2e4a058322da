"""Reads pieces of the file behind an address: no credential goes along, and redirects are followed by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mediawright_runtime.envelope import is_success
from mediawright_runtime.errors import HostRefusedError
from mediawright_runtime.hosts import located, refuse_private
from mediawright_runtime.pieces import UnreachableError, UntoldError
from mediawright_runtime.ranges import encoding, extent, length, unreadable
from mediawright_runtime.redaction import shown
from mediawright_runtime.redirects import StrayedError, followed, location
from mediawright_runtime.resolution import resolved
from mediawright_runtime.steps import Fetch, fetch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.deadline import Deadline
    from mediawright_runtime.hosts import Host
    from mediawright_runtime.pieces import Pieces
    from mediawright_runtime.steps import Steps
    from mediawright_runtime.timeout import Timeout

_LONGEST_START = 8 * 1024 * 1024
"""Bytes that are heard at most of a server that sends the file from its start."""
_PARTIAL = 206


class _Beginning:
    """An answer of which no more is kept than is wanted."""

    def __init__(self, most: int, deadline: Deadline) -> None:
        self.most = most
        self._deadline = deadline
        self._content = bytearray()
        self.status = 0
        self.headers: Mapping[str, str] = {}

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Take the head of the answer; of what is no file, or travels in an odd way, nothing more is wanted."""
        self.status, self.headers = status, headers
        self._content.clear()
        return is_success(status) and self.encoded is None

    def take(self, piece: bytes) -> None:
        """Take the next piece.

        Raises:
            UntoldError: The time is over.
        """
        _demand_time(self._deadline)
        self._content += piece[: self.most - len(self._content)]

    @property
    def encoded(self) -> str | None:
        """In which encoding the answer travels that says nothing of the bytes of the file."""
        return encoding(self.headers) if self.status == _PARTIAL else unreadable(self.headers)

    @property
    def content(self) -> bytes:
        """What came of the body."""
        return bytes(self._content)


class Remote:
    """The file behind an address."""

    __slots__ = ("_deadline", "_timeout", "_url")

    def __init__(self, url: str, timeout: Timeout, deadline: Deadline) -> None:
        self._url = url
        self._timeout = timeout
        self._deadline = deadline

    def read(self, pieces: Pieces, start: int, stop: int) -> Steps[None]:
        """Read a piece; a server that sends the file from its start is heard no longer than needed.

        Raises:
            UnreachableError: There is no such file, or it is where this client does not go.
            UntoldError: The time is over, or the file comes in an encoding that is not undone.
        """
        answer = _Beginning(stop if stop <= _LONGEST_START else stop - start, self._deadline)
        try:
            yield from followed(self._url, partial(self._ask, answer, f"bytes={start}-{stop - 1}"))
        except StrayedError as strayed:
            raise UnreachableError(str(strayed)) from strayed
        except UnicodeError as error:  # what the resolver says of a host with an empty label
            raise UnreachableError("cannot be fetched (it names no host)") from error
        if not is_success(answer.status):
            raise UnreachableError(f"answers HTTP {answer.status}, so the vendor may not fetch it either")
        if answer.encoded is not None:
            raise UntoldError(f"it comes encoded as {shown(answer.encoded)}")
        begins, size = _extent(answer, stop - start)
        pieces.size = size if size is not None else pieces.size
        pieces.add(begins, answer.content)

    def _ask(self, answer: _Beginning, wanted: str, url: str) -> Steps[str | None]:
        """Ask one address, and say where the answer points on to."""
        if url != self._url:
            yield from self._follow(url)
        _demand_time(self._deadline)
        headers, timeout = {"Accept-Encoding": "identity", "Range": wanted}, self._deadline.clip(self._timeout)
        failure = yield from fetch(Fetch(url, headers, timeout, answer, bare=True, most=answer.most))
        if failure is not None:
            _demand_time(self._deadline)
            raise UnreachableError(f"cannot be fetched ({type(failure.error).__name__})") from failure.error
        return location(answer.status, answer.headers)

    def _follow(self, target: str) -> Steps[None]:
        """Go on to where an answer points, but from a public host to no private one; where it leads is remembered."""
        here, there = located(self._url), located(target)
        if there is None:
            raise UnreachableError(f"leads on to {shown(target)}, which is no plain http or https address")
        if here is None or not (yield from self._is_private(here)):
            try:
                refuse_private(target, (yield from self._resolved(there)))
            except HostRefusedError as refused:
                raise UnreachableError(f"leads on to {shown(target)}, which is not public") from refused
        self._url = target

    def _is_private(self, host: Host) -> Steps[bool]:
        addresses = yield from self._resolved(host)
        try:
            refuse_private(host.name, addresses)
        except HostRefusedError:
            return True
        return False

    def _resolved(self, host: Host) -> Steps[tuple[str, ...]]:
        try:
            return (yield from resolved(host, self._deadline.left))
        except TimeoutError as error:
            raise UntoldError("its host is not found in time") from error


def _demand_time(deadline: Deadline) -> None:
    if not deadline.left:
        raise UntoldError(f"the {deadline.seconds:g} s for looks at media are over")


def _extent(answer: _Beginning, most: int) -> tuple[int, int | None]:
    """Say where a piece starts, and how large the whole file is, where that can be told."""
    partial_ = extent(answer.headers) if answer.status == _PARTIAL else None
    if partial_ is not None:
        return partial_.first, partial_.total
    if len(answer.content) < most:
        return 0, len(answer.content)  # it ended before it had to be cut
    return 0, length(answer.headers)
