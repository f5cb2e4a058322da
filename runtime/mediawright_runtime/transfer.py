"""The way of one file into its part: what is asked for next, what an answer is worth, when the file is whole."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from mediawright_runtime.content import HEAD, extension, mistaken
from mediawright_runtime.envelope import is_passing_status, is_success
from mediawright_runtime.errors import DownloadError
from mediawright_runtime.outputs import DownloadProgress
from mediawright_runtime.part import Version
from mediawright_runtime.ranges import encoding, extent, length, unreadable
from mediawright_runtime.redaction import shown
from mediawright_runtime.redirects import location
from mediawright_runtime.retry_after import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mediawright_runtime.part import Part
    from mediawright_runtime.patience import Patience
    from mediawright_runtime.transport import Failure

_STALE = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_STRONG = timedelta(seconds=1)
"""By so much a file must be older than the answer, for its date to tell two versions apart."""


class Order(NamedTuple):
    """What one file is to be."""

    number: int
    kind: str
    """image, video, audio or file."""
    name: Path
    """Where it will lie, without extension."""
    most: int
    """Bytes that it may have."""
    listener: Callable[[DownloadProgress], object] | None = None


class Trouble(NamedTuple):
    """Why a file is not whole after an exchange."""

    reason: str
    stale: bool = False
    """Whether the address is no longer good."""
    passing: bool = True
    """Whether asking again may help."""
    pause: float = 0.0
    """Seconds for which the server wants to be left alone."""
    cause: Exception | None = None


class Transfer:
    """Receives the answers of one file, and keeps what fits."""

    def __init__(self, order: Order, part: Part, patience: Patience) -> None:
        self.failure: Failure | None = None
        """How the last exchange broke off."""
        self._order = order
        self._part = part
        self._patience = patience
        self._url = ""
        self._status = 0
        self._headers: Mapping[str, str] = {}
        self._end: int | None = None
        """Where the bytes of the present answer end, if it says so."""
        self._misfit = False
        self._is_judged = False

    def ask(self, url: str) -> dict[str, str]:
        """Say with which headers to ask an address, from which the next answer comes."""
        self._url, self._status, self._headers, self._misfit = url, 0, {}, False
        self.failure = None
        headers = {"Accept-Encoding": "identity"}
        if self._part.size:
            headers |= {"Range": f"bytes={self._part.size}-", "If-Range": self._part.version.validator}
        return headers

    @property
    def location(self) -> str | None:
        """Where the answer points on to; None if it stands for itself."""
        return location(self._status, self._headers)

    def move(self) -> None:
        """Go on at another address, if what is there can be told apart by more than a date."""
        if not self._part.version.validator.startswith('"'):
            self._drop()

    def begin(self, status: int, headers: Mapping[str, str]) -> bool:
        """Look at the head of an answer, and say whether its body is wanted.

        Raises:
            DownloadError: The file is larger than it may be, or comes in an encoding that is not undone.
        """
        self._status, self._headers = status, headers
        if not is_success(status):
            return False
        if status == HTTPStatus.PARTIAL_CONTENT:
            self._misfit = not self._continues(headers)
            return not self._misfit
        self._end = length(headers)
        self._part.begin(Version(self._part.version.address, _validator(headers), self._end))
        self._patience.begin(0)
        self._is_judged = False
        self._weigh(self._end or 0)
        if encoded := unreadable(headers):
            raise self._refused(f"it comes encoded as {shown(encoded)}, though it was asked for as it is")
        return True

    def take(self, piece: bytes) -> object:
        """Keep the next piece, and tell the listener.

        Raises:
            DownloadError: The file is larger than it may be or than was announced, or not what it should be.
            DribblingError: Too little comes.
        """
        size = self._part.size + len(piece)
        self._weigh(size)
        if self._end is not None and size > self._end:
            raise self._refused(f"more bytes come than the {self._end} that were announced")
        self._part.write(piece)
        if not self._is_judged and len(self._part.head) >= HEAD:
            self._judge()
        self._patience.watch(size, self._part.version.total)
        return self._tell() if self._is_judged and self._order.listener else None

    def outcome(self) -> Trouble | None:
        """Judge what an exchange has brought; None for a whole file.

        Raises:
            DownloadError: The file is empty, or not what it should be.
        """
        if self.failure is not None:
            return self._cut(self.failure.reason, self.failure.error)
        if self._misfit or self._status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            self._drop()
            return Trouble("the server's partial answer is not the rest of this file")
        return self._ended() if is_success(self._status) else self._declined()

    def pause(self, trouble: Trouble) -> float | None:
        """Say how many seconds to wait before the next exchange; None to give up."""
        return self._patience.pause(self._part.size, self._part.version.total, trouble)

    @property
    def target(self) -> Path:
        """Where the file will lie: its extension is told by what came of it."""
        said = self._headers.get("content-type", "")
        return self._order.name.with_name(self._order.name.name + extension(self._url, said, self._part.head))

    def _declined(self) -> Trouble:
        passing, pause = is_passing_status(self._status), retry_after(self._headers) or 0.0
        return Trouble(f"the answer is HTTP {self._status}", self._status in _STALE, passing, pause)

    def _ended(self) -> Trouble | None:
        """Judge a body that has come to its end: the file's own end may be further on."""
        awaited = max(self._end or 0, self._part.version.total or 0)
        if self._part.size < awaited:
            return self._cut(f"{self._part.size} bytes came of {awaited}")
        if not self._part.size:
            raise self._refused("it is empty")
        self._judge()
        return None

    def _cut(self, reason: str, cause: Exception | None = None) -> Trouble:
        """Keep what came only if the server goes on there, and can tell whether it is still the same file."""
        if self._headers.get("accept-ranges", "").lower() == "none" or not self._part.version.validator:
            self._drop()
        return Trouble(reason, cause=cause)

    def _drop(self) -> None:
        """Start anew with the next answer."""
        self._part.begin(Version(self._part.version.address))

    def _continues(self, headers: Mapping[str, str]) -> bool:
        """Whether an answer goes on where the part ends, in the same version of the file."""
        found, version = extent(headers), self._part.version
        if found is None or not self._part.size or encoding(headers) or _differs(version.validator, headers):
            return False
        total = version.total if found.total is None else found.total
        if found.first != self._part.size or version.total not in {None, total}:
            return False
        self._part.version = version._replace(total=total)
        self._end = found.last + 1
        self._patience.begin(self._part.size)
        self._weigh(total or self._end)
        return True

    def _weigh(self, size: int) -> None:
        if size > self._order.most:
            raise self._refused(f"it has {size} bytes or more, and max_bytes allows {self._order.most}")

    def _judge(self) -> None:
        reason = mistaken(self._order.kind, self._headers.get("content-type", ""), self._part.head)
        if reason is not None:
            raise self._refused(reason)
        self._is_judged = True

    def _tell(self) -> object:
        progress = DownloadProgress(self._order.number, self._part.size, self._part.version.total, self.target)
        return self._order.listener(progress) if self._order.listener else None

    def _refused(self, reason: str) -> DownloadError:
        """Make the error for a file that another try would not better; its part is worth nothing."""
        self._drop()
        error = DownloadError(self._url, reason)
        error.retryable = False
        return error


def _validator(headers: Mapping[str, str]) -> str:
    """Read by what the server tells versions of the file apart; empty where nothing does so surely."""
    tag, modified = headers.get("etag", ""), headers.get("last-modified", "")
    if encoding(headers):
        return ""
    if tag.startswith('"'):
        return tag
    return modified if not tag and _is_older(modified, headers.get("date", "")) else ""


def _is_older(modified: str, answered: str) -> bool:
    try:
        return parsedate_to_datetime(answered) - parsedate_to_datetime(modified) >= _STRONG
    except (TypeError, ValueError):
        return False


def _differs(validator: str, headers: Mapping[str, str]) -> bool:
    """Whether a partial answer is of another version: it must repeat an ETag, and may leave out a date."""
    if validator.startswith('"'):
        return headers.get("etag") != validator
    return bool(validator) and headers.get("last-modified", validator) != validator
